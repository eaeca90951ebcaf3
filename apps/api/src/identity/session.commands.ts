import { sql } from 'kysely';
import { encodeId, newId } from '../platform/database/ids.ts';
import { rowsOf } from '../platform/database/tables.ts';
import { asHouse, type Work } from '../platform/database/unit-of-work.ts';
import { audit } from '../platform/journal/audit.ts';
import type { GraphqlService } from '../platform/http/graphql.ts';
import { isPassword } from './password.commands.ts';
import { delayAfter, sessionLife } from './session.rules.ts';
import { newSecret, sha256 } from './token.rules.ts';
import { heldRoles, type IdentityTables } from './viewer.queries.ts';

declare module '../platform/journal/audit.ts' {
  interface AuditedActions {
    'session.begin': Record<never, never>;
    'session.end': Record<never, never>;
  }
}

export interface SignIn {
  email: string;
  password: string;
  ownDevice: boolean;
  address: string;
}

export type SignInResult =
  { secret: string; seconds: number } | { refused: 'wrong' } | { refused: 'too_soon'; wait: number };

/** Failures in a row that cost nothing: of one account, of one address (offices share addresses). */
const FREE = { account: 4, address: 20 } as const;

/**
 * Signs in. Every attempt counts before the password is looked at, in one conditional statement, so that a burst gains
 * nothing; success forgets the count. Argon2 runs outside any transaction.
 */
export async function signIn(service: GraphqlService, attempt: SignIn): Promise<SignInResult> {
  const { orm, clock } = service;
  const email = attempt.email.trim().toLowerCase();
  const account = { key: `account ${sha256(email)}`, free: FREE.account * service.rateFactor };
  const address = { key: `address ${sha256(attempt.address)}`, free: FREE.address * service.rateFactor };
  const admitted = await asHouse(orm, clock, async (work) => {
    const wait = Math.max(await admit(work, account), await admit(work, address));
    return wait > 0 ? { wait } : { wait, known: await credentialOf(work, email) };
  });
  if (admitted.wait > 0) return { refused: 'too_soon', wait: admitted.wait };
  const known = admitted.known ?? null;
  if (!(await isPassword(attempt.password, known?.hash ?? null))) return { refused: 'wrong' };
  return asHouse(orm, clock, async (work) => {
    const keys = [account.key, address.key];
    await rowsOf<IdentityTables>(work.em).deleteFrom('sign_in_failure').where('key', 'in', keys).execute();
    return beginSession(work, known!.accountId, attempt.ownDevice);
  });
}

/** What attempts are counted under, and how many in a row cost nothing. */
export interface Attempts {
  key: string;
  free: number;
}

/**
 * Counts an attempt and lets it pass, or says how many seconds are still to wait. The row is locked between reading and
 * counting: of a burst, each one sees the count of the one before.
 */
export async function admit(work: Work, { key, free }: Attempts): Promise<number> {
  const rows = rowsOf<IdentityTables>(work.em);
  const now = work.now.getTime();
  await rows
    .insertInto('sign_in_failure')
    .values({ key, failures: 0, next_at: work.now.toISOString() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { failures, next_at } = await rows
    .selectFrom('sign_in_failure')
    .select(['failures', 'next_at'])
    .where('key', '=', key)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const left = Date.parse(next_at) - now;
  if (left > 0) return Math.ceil(left / 1000);
  const nextAt = new Date(now + delayAfter(failures + 1, free) * 1000).toISOString();
  await rows
    .updateTable('sign_in_failure')
    .set({ failures: failures + 1, next_at: nextAt })
    .where('key', '=', key)
    .execute();
  return 0;
}

async function credentialOf(
  { em }: Work,
  email: string,
): Promise<{ accountId: string; hash: string } | null> {
  const row = await rowsOf<IdentityTables>(em)
    .selectFrom('account')
    .innerJoin('credential', 'credential.account_id', 'account.id')
    .select(['account.id as accountId', 'credential.password_hash as hash'])
    .where(sql<boolean>`lower(account.email) = ${email}`)
    .where('account.closed_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

export async function beginSession(work: Work, accountId: string, ownDevice: boolean) {
  const { em, now } = work;
  const rows = rowsOf<IdentityTables>(em);
  const held = await heldRoles(work, accountId);
  const life = sessionLife(
    held.map(({ role }) => role),
    ownDevice,
  );
  const secret = newSecret();
  const at = now.toISOString();
  await rows
    .insertInto('session')
    .values({
      id: newId(),
      account_id: accountId,
      secret_hash: sha256(secret),
      idle: BigInt(life.idle),
      last_seen_at: at,
      ends_at: new Date(now.getTime() + life.absolute).toISOString(),
    })
    .execute();
  await rows.updateTable('account').set({ last_seen_at: at }).where('id', '=', accountId).execute();
  await audit(work, 'session.begin', encodeId('acc', accountId), {});
  return { secret, seconds: Math.floor(life.absolute / 1000) };
}

/** Ends every session of an account: its password or its rights are others now. Runs as the house. */
export async function endSessions({ em }: Work, accountId: string): Promise<void> {
  await rowsOf<IdentityTables>(em).deleteFrom('session').where('account_id', '=', accountId).execute();
}

/** Ends the session of this cookie; one that is gone already is no error. */
export function signOut({ orm, clock }: GraphqlService, secret: string): Promise<void> {
  return asHouse(orm, clock, async (work) => {
    const ended = await rowsOf<IdentityTables>(work.em)
      .deleteFrom('session')
      .where('secret_hash', '=', sha256(secret))
      .returning('account_id')
      .executeTakeFirst();
    if (ended) await audit(work, 'session.end', encodeId('acc', ended.account_id), {});
  });
}

/** Clears what is over: sessions and codes that ended, counts of failures long past. Runs every night. */
export async function forgetOldSessions({ em, now }: Work): Promise<void> {
  const rows = rowsOf<IdentityTables>(em);
  const dayAgo = new Date(now.getTime() - 86_400_000).toISOString();
  await rows.deleteFrom('session').where('ends_at', '<', now.toISOString()).execute();
  await rows.deleteFrom('one_time_code').where('ends_at', '<', now.toISOString()).execute();
  await rows.deleteFrom('sign_in_failure').where('next_at', '<', dayAgo).execute();
}
