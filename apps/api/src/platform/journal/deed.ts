import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { OptimisticLockError } from '@mikro-orm/postgresql';
import { rowsOf, type TablesOf } from '../database/tables.ts';
import { forgetLoaded } from '../database/loader.ts';
import type { Work } from '../database/unit-of-work.ts';
import { problem, problemOfAll, type Problem, type UserErrorCode } from '../problem.rules.ts';
import type { IdempotencyKeySchema } from './idempotency.entity.ts';
import type { Outbox } from './outbox.ts';

/** What a deed works with: its own savepoint, and the outbox for its events. */
export interface Deed extends Work {
  outbox: Outbox;
}

/** A deed is done, and names the object it left; or it is refused, and nothing was written. */
export type Outcome<Extra = object> = ({ id: string } & Extra) | { refused: Problem[] };

export type Command<Input, Extra = object> = (deed: Deed, input: Input) => Promise<Outcome<Extra>>;

export const refused = (...problems: Problem[]): { refused: Problem[] } => ({ refused: problems });

class Refusal extends Error {
  readonly problems: Problem[];
  constructor(problems: Problem[]) {
    super('refused');
    this.problems = problems;
  }
}

/**
 * Runs one command in a savepoint, once for each idempotency key of the account. In order: claims the key (waiting for
 * a twin that is under way), runs the command, keeps what it left. A refusal rolls all of it back, the key as well.
 */
export async function perform<Input extends { idempotencyKey: string }, Extra extends object>(
  deed: Deed,
  operation: string,
  input: Input,
  command: Command<Input, Extra>,
): Promise<Outcome<Partial<Extra>>> {
  try {
    const outcome = await deed.em.transactional(async (em) => {
      const inner = { ...deed, em };
      const earlier = await claimKey(inner, operation, input);
      if (earlier) return earlier;
      const result = await command(inner, input);
      if ('refused' in result) throw new Refusal(result.refused);
      await em.flush();
      await keepObject(inner, input.idempotencyKey, result.id);
      return result;
    });
    forgetLoaded(deed);
    return outcome as Outcome<Partial<Extra>>;
  } catch (error) {
    return refused(...problemsOf(error));
  }
}

/** What PostgreSQL says when another deed came first: a unique constraint held, or a lock was not to be had in time. */
const CAME_SECOND: Record<string, UserErrorCode> = { '23505': 'DUPLICATE', '55P03': 'STATE_CONFLICT' };

/** Turns what the database refuses into user errors; whatever else went wrong is a surprise and stays one. */
function problemsOf(error: unknown): Problem[] {
  if (error instanceof Refusal) return error.problems;
  if (error instanceof OptimisticLockError) return [problemOfAll('VERSION_CONFLICT', 'changed_meanwhile')];
  const code = CAME_SECOND[(error as { code?: string }).code ?? ''];
  if (code) return [problemOfAll(code, 'changed_meanwhile')];
  throw error;
}

type JournalTables = TablesOf<typeof IdempotencyKeySchema>;

async function claimKey(
  work: Work,
  operation: string,
  input: { idempotencyKey: string },
): Promise<Outcome | undefined> {
  const { idempotencyKey: key, ...rest } = input;
  const request = createHash('sha256')
    .update(canonicalize({ operation, input: rest }) as string)
    .digest('hex');
  const rows = rowsOf<JournalTables>(work.em);
  const accountId = work.viewer.accountId!;
  const claimed = await rows
    .insertInto('idempotency_key')
    .values({ account_id: accountId, key, request, object_id: null, created_at: work.now.toISOString() })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (claimed.numInsertedOrUpdatedRows === 1n) return undefined;
  const earlier = await rows
    .selectFrom('idempotency_key')
    .select(['request', 'object_id'])
    .where('account_id', '=', accountId)
    .where('key', '=', key)
    .executeTakeFirstOrThrow();
  if (earlier.request === request && earlier.object_id) return { id: earlier.object_id };
  return refused(problem('IDEMPOTENCY_KEY_REUSED', 'idempotency_key_reused', ['idempotencyKey']));
}

async function keepObject(work: Work, key: string, objectId: string): Promise<void> {
  await rowsOf<JournalTables>(work.em)
    .updateTable('idempotency_key')
    .set({ object_id: objectId })
    .where('account_id', '=', work.viewer.accountId!)
    .where('key', '=', key)
    .execute();
}

const KEYS_KEPT = 7 * 86_400_000;

/** A key is kept seven days; whoever tries again later does a new deed. Runs every night. */
export async function forgetOldKeys({ em, now }: Work): Promise<void> {
  const before = new Date(now.getTime() - KEYS_KEPT).toISOString();
  await rowsOf<JournalTables>(em).deleteFrom('idempotency_key').where('created_at', '<', before).execute();
}
