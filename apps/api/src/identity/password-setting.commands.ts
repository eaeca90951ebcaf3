import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { encodeId } from '../platform/database/ids.ts';
import { rowsOf } from '../platform/database/tables.ts';
import { asHouse, type Work } from '../platform/database/unit-of-work.ts';
import type { GraphqlService } from '../platform/http/graphql.ts';
import { audit } from '../platform/journal/audit.ts';
import { problem, type Problem } from '../platform/problem.rules.ts';
import type { Locale } from '../platform/words.ts';
import { addAccount } from './account.commands.ts';
import { writeToAccounts } from './account-letter.commands.ts';
import { newAccountProblems } from './account.rules.ts';
import { accountBehind, spendCode } from './one-time-code.commands.ts';
import { hashPassword, isPassword, newPasswordProblems } from './password.commands.ts';
import { admit, beginSession, endSessions } from './session.commands.ts';
import { sha256 } from './token.rules.ts';
import type { IdentityTables } from './viewer.queries.ts';

declare module '../platform/journal/audit.ts' {
  interface AuditedActions {
    'password.set': Record<never, never>;
    'account.register': Record<never, never>;
  }
}

export type Refusal = { wait: number } | { problems: Problem[] };

/** Attempts of one address that cost nothing: offices share addresses. */
const FREE = 20;

/**
 * Lets an attempt pass, or says how many seconds are still to wait. Every attempt counts, whether it comes to anything
 * or not, so that the wait tells nothing.
 */
function admitted(service: GraphqlService, what: string, of: string, free = FREE): Promise<number> {
  const attempts = { key: `${what} ${sha256(of)}`, free: free * service.rateFactor };
  return asHouse(service.orm, service.clock, (work) => admit(work, attempts));
}

/** Sets the password of the account that a code opens. The code is used up, and every session ends. */
export async function setPasswordByCode(
  service: GraphqlService,
  { code, password, address }: { code: string; password: string; address: string },
): Promise<Refusal | null> {
  const { orm, clock } = service;
  const wait = await admitted(service, 'code', address);
  if (wait > 0) return { wait };
  const wrong = { problems: [problem('INVALID', 'code_wrong', ['code'])] };
  const account = await asHouse(orm, clock, (work) => accountBehind(work, code));
  if (!account) return wrong;
  const problems = newPasswordProblems(password, [account.displayName, account.email]);
  if (problems.length > 0) return { problems };
  const hash = await hashPassword(password);
  return asHouse(orm, clock, async (work) => {
    if (!(await spendCode(work, code))) return wrong;
    await keepPassword(service, work, account.id, hash);
    return null;
  });
}

/** Changes the own password, given the present one. Every session ends; a new one begins for this browser. */
export async function changePassword(
  service: GraphqlService,
  { accountId, current, password }: { accountId: string; current: string; password: string },
): Promise<Refusal | { secret: string }> {
  const { orm, clock } = service;
  const wait = await admitted(service, 'change', accountId, 4);
  if (wait > 0) return { wait };
  const account = await asHouse(orm, clock, (work) => accountWithHash(work, accountId));
  if (!(await isPassword(current, account.hash)))
    return { problems: [problem('INVALID', 'password_wrong', ['current'])] };
  const problems = newPasswordProblems(password, [account.displayName, account.email]);
  if (problems.length > 0) return { problems };
  const hash = await hashPassword(password);
  return asHouse(orm, clock, async (work) => {
    await keepPassword(service, work, accountId, hash);
    return beginSession(work, accountId, false);
  });
}

async function keepPassword(
  service: GraphqlService,
  work: Work,
  accountId: string,
  hash: string,
): Promise<void> {
  const rows = rowsOf<IdentityTables>(work.em);
  const at = work.now.toISOString();
  await rows
    .insertInto('credential')
    .values({ account_id: accountId, password_hash: hash, changed_at: at })
    .onConflict((conflict) =>
      conflict.column('account_id').doUpdateSet({ password_hash: hash, changed_at: at }),
    )
    .execute();
  const activated = await rows
    .updateTable('account')
    .set({ activated_at: at })
    .where('id', '=', accountId)
    .where('activated_at', 'is', null)
    .executeTakeFirst();
  await endSessions(work, accountId);
  await audit(work, 'password.set', encodeId('acc', accountId), {});
  if (activated.numUpdatedRows === 1n) return;
  const withOutbox = { ...work, outbox: service.outbox };
  await writeToAccounts(withOutbox, [accountId], { cause: randomUUID(), kind: 'password_changed' });
}

/** Somebody forgot the password. Whether there is such an account, the answer does not tell: only the letter does. */
export async function askForReset(
  service: GraphqlService,
  { email, address }: { email: string; address: string },
): Promise<{ wait: number } | null> {
  const wait = await admitted(service, 'reset', address);
  if (wait > 0) return { wait };
  await asHouse(service.orm, service.clock, async (work) => {
    const account = await accountAt(work, email);
    if (account) await writeTo(service, work, account, 'reset');
  });
  return null;
}

/**
 * Somebody registers to propose for an institution. Who has an account already is told so by letter; the page says the
 * same to everybody.
 */
export async function register(
  service: GraphqlService,
  given: { displayName: string; email: string; locale: Locale; address: string },
): Promise<Refusal | null> {
  const problems = newAccountProblems(given);
  if (problems.length > 0) return { problems };
  const wait = await admitted(service, 'register', given.address);
  if (wait > 0) return { wait };
  await asHouse(service.orm, service.clock, async (work) => {
    const made = await addAccount(work, given);
    if (made) await audit(work, 'account.register', encodeId('acc', made), {});
    const account = made ? { id: made, activatedAt: null } : await accountAt(work, given.email);
    if (account) await writeTo(service, work, account, 'registration');
  });
  return null;
}

/** So many letters with codes an hour go to one account, however often somebody asks for them. */
const MOST_AN_HOUR = 5;

async function writeTo(
  service: GraphqlService,
  work: Work,
  account: { id: string; activatedAt: string | null },
  kind: 'reset' | 'registration',
): Promise<void> {
  if ((await codesOfLastHour(work, account.id)) >= MOST_AN_HOUR) return;
  const suited = account.activatedAt ? 'reset' : kind === 'reset' ? 'invitation' : kind;
  const withOutbox = { ...work, outbox: service.outbox };
  await writeToAccounts(withOutbox, [account.id], { cause: randomUUID(), kind: suited });
}

async function codesOfLastHour({ em, now }: Work, accountId: string): Promise<number> {
  const hourAgo = new Date(now.getTime() - 3_600_000).toISOString();
  const { codes } = await rowsOf<IdentityTables>(em)
    .selectFrom('one_time_code')
    .select((eb) => eb.fn.countAll<string>().as('codes'))
    .where('account_id', '=', accountId)
    .where('created_at', '>', hourAgo)
    .executeTakeFirstOrThrow();
  return Number(codes);
}

async function accountAt({ em }: Work, email: string) {
  const account = await rowsOf<IdentityTables>(em)
    .selectFrom('account')
    .select(['id', 'activated_at as activatedAt'])
    .where(sql<boolean>`lower(email) = ${email.trim().toLowerCase()}`)
    .executeTakeFirst();
  return account ?? null;
}

const accountWithHash = ({ em }: Work, accountId: string) =>
  rowsOf<IdentityTables>(em)
    .selectFrom('account')
    .leftJoin('credential', 'credential.account_id', 'account.id')
    .select(['display_name as displayName', 'email', 'password_hash as hash'])
    .where('account.id', '=', accountId)
    .executeTakeFirstOrThrow();
