import { sql } from 'kysely';
import { decodeId, encodeId, newId } from '../platform/database/ids.ts';
import { load } from '../platform/database/loader.ts';
import { rowsOf } from '../platform/database/tables.ts';
import { beyondOwnRights, type Work } from '../platform/database/unit-of-work.ts';
import { audit } from '../platform/journal/audit.ts';
import { refused, type Deed, type Outcome } from '../platform/journal/deed.ts';
import { notFound, notPermitted, problem, stateConflict, type Problem } from '../platform/problem.rules.ts';
import { asnProfileById } from '../organisation/asn.queries.ts';
import { positionById } from '../organisation/position.queries.ts';
import { unitAndAbove } from '../organisation/unit.queries.ts';
import { writeToAccounts } from './account-letter.commands.ts';
import { accountById, actionsFor, openRolesOf, type AccountRow } from './account.queries.ts';
import { accountState, actionsOn, newAccountProblems, type AccountAction } from './account.rules.ts';
import { holds } from './identity.access.ts';
import { issueCode } from './one-time-code.commands.ts';
import { takesCodeOnPaper } from './role.rules.ts';
import { endSessions } from './session.commands.ts';
import type { IdentityTables } from './viewer.queries.ts';

declare module '../platform/journal/audit.ts' {
  interface AuditedActions {
    'account.create': Record<never, never>;
    'account.link': Record<never, never>;
    'account.code': Record<never, never>;
    'account.close': Record<never, never>;
    'account.reopen': Record<never, never>;
  }
}

export interface NewAccount {
  displayName: string;
  email: string;
  asnProfileId?: string | null;
}

/** Makes an account and writes to its owner. It can do nothing until the owner sets a password. */
export async function createAccount(
  deed: Deed,
  input: NewAccount & { idempotencyKey: string },
): Promise<Outcome> {
  const profileId = input.asnProfileId ? decodeId('asn', input.asnProfileId) : null;
  const profile = profileId ? await load(deed, asnProfileById, profileId) : null;
  const problems = [
    ...newAccountProblems(input),
    ...(input.asnProfileId && !profile ? [notFound('asnProfileId')] : []),
  ];
  if (problems.length > 0) return refused(...problems);
  const id = await addAccount(deed, { ...input, asnProfileId: profileId });
  if (!id) return refused(problem('DUPLICATE', 'address_known', ['email']));
  await audit(deed, 'account.create', encodeId('acc', id), {});
  await writeToAccounts(deed, [id], { cause: input.idempotencyKey, kind: 'invitation' });
  return { id };
}

/** Null when the address or the profile has an account already. `asnProfileId` is a UUID here. */
export async function addAccount(
  { em }: Work,
  { displayName, email, asnProfileId = null, locale = 'id' }: NewAccount & { locale?: 'id' | 'en' },
): Promise<string | null> {
  const id = newId();
  const made = await rowsOf<IdentityTables>(em)
    .insertInto('account')
    .values({
      id,
      display_name: displayName.trim(),
      email: email.trim(),
      asn_profile_id: asnProfileId,
      locale,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return made.numInsertedOrUpdatedRows === 1n ? id : null;
}

/** Writes to the owner once more: with a link to set the first password, or another one. */
export async function sendLink(
  deed: Deed,
  input: { idempotencyKey: string; accountId: string },
): Promise<Outcome> {
  const found = await accountFor(deed, 'SEND_LINK', input.accountId);
  if ('refused' in found) return found;
  const kind = found.activatedAt ? 'reset' : 'invitation';
  await writeToAccounts(deed, [found.id], { cause: input.idempotencyKey, kind });
  await audit(deed, 'account.link', encodeId('acc', found.id), {});
  return { id: found.id };
}

/** Makes a code to print and hand over. The owner is told by letter when it opens an account in use. */
export async function printCode(
  deed: Deed,
  input: { idempotencyKey: string; accountId: string },
): Promise<Outcome<{ code: string; endsAt: string }>> {
  const found = await accountFor(deed, 'PRINT_CODE', input.accountId);
  if ('refused' in found) return found;
  return codeOnPaper(deed, found, input.idempotencyKey);
}

/** The same by HR, for a civil servant of its units. */
export async function printAsnCode(
  deed: Deed,
  input: { idempotencyKey: string; asnProfileId: string },
): Promise<Outcome<{ code: string; endsAt: string }>> {
  const profileId = decodeId('asn', input.asnProfileId);
  const account = profileId ? await accountUnderHr(deed, profileId) : null;
  if (!account) return refused(notFound('asnProfileId'));
  const roles = await beyondOwnRights(deed, () => openRolesOf(deed, account.id));
  const onPaper = takesCodeOnPaper(roles.map(({ role }) => role));
  if (
    account.id === deed.viewer.accountId ||
    !actionsOn(accountState(account), onPaper).includes('PRINT_CODE')
  )
    return refused(notPermitted());
  const outcome = await codeOnPaper(deed, account, input.idempotencyKey);
  return 'refused' in outcome ? outcome : { ...outcome, id: profileId! };
}

/** The account of a civil servant whose post lies where the viewer is HR. */
async function accountUnderHr(deed: Deed, profileId: string): Promise<AccountRow | null> {
  const profile = await load(deed, asnProfileById, profileId);
  const position = await load(deed, positionById, profile?.positionId);
  const above = (await load(deed, unitAndAbove, position?.orgUnitId)) ?? [];
  if (!holds(deed.viewer, ['HR'], above)) return null;
  return beyondOwnRights(deed, async () => {
    const account = await rowsOf<IdentityTables>(deed.em)
      .selectFrom('account')
      .select('id')
      .where('asn_profile_id', '=', profileId)
      .executeTakeFirst();
    return account ? ((await accountById(deed, [account.id]))[0] ?? null) : null;
  });
}

async function codeOnPaper(deed: Deed, account: AccountRow, cause: string) {
  const isInUse = account.activatedAt !== null;
  const { code, endsAt } = await beyondOwnRights(deed, () =>
    issueCode(deed, account.id, isInUse ? 'RESET' : 'ACTIVATION', 'SLIP'),
  );
  if (isInUse) await writeToAccounts(deed, [account.id], { cause, kind: 'code_printed' });
  await audit(deed, 'account.code', encodeId('acc', account.id), {});
  return { id: account.id, code, endsAt: endsAt.toISOString() };
}

/** Closes an account at once: its sessions end, its tokens and roles hold no more. */
export const closeAccount = (deed: Deed, input: { accountId: string }) => setClosed(deed, 'CLOSE', input);

export const reopenAccount = (deed: Deed, input: { accountId: string }) => setClosed(deed, 'REOPEN', input);

async function setClosed(
  deed: Deed,
  action: 'CLOSE' | 'REOPEN',
  input: { accountId: string },
): Promise<Outcome> {
  const found = await accountFor(deed, action, input.accountId);
  if ('refused' in found) return found;
  await rowsOf<IdentityTables>(deed.em)
    .updateTable('account')
    .set({ closed_at: action === 'CLOSE' ? deed.now.toISOString() : null })
    .where('id', '=', found.id)
    .where('closed_at', action === 'CLOSE' ? 'is' : 'is not', null)
    .execute();
  if (action === 'CLOSE') await beyondOwnRights(deed, () => endSessions(deed, found.id));
  await audit(deed, action === 'CLOSE' ? 'account.close' : 'account.reopen', encodeId('acc', found.id), {});
  return { id: found.id };
}

/** The account on which the viewer may do this now, locked; or why not. */
export async function accountFor(
  deed: Deed,
  action: AccountAction,
  accountId: string,
): Promise<AccountRow | { refused: Problem[] }> {
  const id = decodeId('acc', accountId);
  if (!id) return refused(notFound('accountId'));
  await sql`select from account where id = ${id} for update`.execute(rowsOf(deed.em));
  const [account] = await accountById(deed, [id]);
  if (!account) return refused(notFound('accountId'));
  const allowed = await actionsFor(deed, account);
  if (allowed.length === 0) return refused(notPermitted());
  return allowed.includes(action) ? account : refused(stateConflict(accountState(account), allowed));
}
