import { sql } from 'kysely';
import { decodeId, encodeId, newId } from '../platform/database/ids.ts';
import { rowsOf } from '../platform/database/tables.ts';
import { beyondOwnRights } from '../platform/database/unit-of-work.ts';
import { audit } from '../platform/journal/audit.ts';
import { refused, type Deed, type Outcome } from '../platform/journal/deed.ts';
import { notFound, notPermitted, problem, problemOfAll } from '../platform/problem.rules.ts';
import { addAccount } from '../identity/account.commands.ts';
import { writeToAccounts } from '../identity/account-letter.commands.ts';
import { newAccountProblems } from '../identity/account.rules.ts';
import { isStaff } from '../identity/identity.access.ts';
import { endSessions } from '../identity/session.commands.ts';
import { isMember, isOwner } from './partner.access.ts';
import { joinById, membershipById, ownersOf, partnerById, type PartnerTables } from './partner.queries.ts';
import { addMember } from './registering.commands.ts';

declare module '../platform/journal/audit.ts' {
  interface AuditedActions {
    'partner.ask': Record<never, never>;
    'partner.join': { accepted: boolean };
    'partner.invite': Record<never, never>;
    'partner.leave': Record<never, never>;
  }
}

/** Asks the owners of a partner to be let in; they are written to. */
export async function askToJoin(
  deed: Deed,
  input: { idempotencyKey: string; partnerId: string },
): Promise<Outcome> {
  const { em, now, viewer } = deed;
  const partnerId = decodeId('ptn', input.partnerId);
  const [partner] = partnerId ? await partnerById(deed, [partnerId]) : [null];
  if (!partnerId || !partner) return refused(notFound('partnerId'));
  if (isStaff(viewer) || viewer.administers.length > 0)
    return refused(problemOfAll('NOT_PERMITTED', 'partner_staff'));
  if (isMember(viewer, partnerId))
    return refused(problem('DUPLICATE', 'partner_member_already', ['partnerId']));
  const id = newId();
  const { rows } = await sql<{ id: string }>`
    insert into partner_join (id, partner_id, account_id, display_name, email, asked_at)
    select ${id}, ${partnerId}, id, display_name, email, ${now.toISOString()}
    from account where id = ${viewer.accountId}
    on conflict do nothing returning id
  `.execute(rowsOf(em));
  if (rows.length === 0) return refused(problem('DUPLICATE', 'partner_asked_already', ['partnerId']));
  await audit(deed, 'partner.ask', encodeId('ptn', partnerId), {});
  const owners = await beyondOwnRights(deed, () => ownersOf(deed, partnerId));
  await writeToAccounts(deed, owners, {
    cause: input.idempotencyKey,
    kind: 'partner_asked',
    values: { partner: partner.name },
  });
  return { id };
}

/** An owner lets somebody in, or does not; the one who asked is written to. */
export async function answerJoin(
  deed: Deed,
  input: { idempotencyKey: string; joinId: string; accept: boolean },
): Promise<Outcome> {
  const { em, now, viewer } = deed;
  const id = decodeId('joi', input.joinId);
  const [join] = id ? await joinById(deed, [id]) : [null];
  if (!id || !join) return refused(notFound('joinId'));
  if (!isOwner(viewer, join.partnerId)) return refused(notPermitted());
  const answered = await rowsOf<PartnerTables>(em)
    .updateTable('partner_join')
    .set({ accepted: input.accept, answered_by_id: viewer.accountId, answered_at: now.toISOString() })
    .where('id', '=', id)
    .where('answered_at', 'is', null)
    .executeTakeFirst();
  if (answered.numUpdatedRows !== 1n) return refused(problemOfAll('STATE_CONFLICT', 'changed_meanwhile'));
  if (input.accept) {
    await beyondOwnRights(deed, () => addMember(deed, join.partnerId, join.accountId, false));
  }
  await audit(deed, 'partner.join', encodeId('ptn', join.partnerId), { accepted: input.accept });
  const [partner] = await partnerById(deed, [join.partnerId]);
  await writeToAccounts(deed, [join.accountId], {
    cause: input.idempotencyKey,
    kind: input.accept ? 'partner_joined' : 'partner_not_joined',
    values: { partner: partner?.name ?? '' },
  });
  return { id };
}

/** An owner brings in a colleague: with an account that is there, or a new one and a letter. */
export async function inviteMember(
  deed: Deed,
  input: { idempotencyKey: string; partnerId: string; displayName: string; email: string },
): Promise<Outcome> {
  const partnerId = decodeId('ptn', input.partnerId);
  const [partner] = partnerId ? await partnerById(deed, [partnerId]) : [null];
  if (!partnerId || !partner) return refused(notFound('partnerId'));
  if (!isOwner(deed.viewer, partnerId)) return refused(notPermitted());
  const problems = newAccountProblems(input);
  if (problems.length > 0) return refused(...problems);
  const made = await beyondOwnRights(deed, () => addAccount(deed, input));
  const accountId = made ?? (await beyondOwnRights(deed, () => accountOutsideTheHouse(deed, input.email)));
  const added =
    accountId && (await beyondOwnRights(deed, () => addMember(deed, partnerId, accountId, false)));
  // The same words for a member and for somebody of the house: who has which account is not the owner's to learn.
  if (!added) return refused(problem('DUPLICATE', 'partner_cannot_invite', ['email']));
  await audit(deed, 'partner.invite', encodeId('ptn', partnerId), {});
  const cause = input.idempotencyKey;
  await writeToAccounts(deed, [accountId], {
    cause,
    kind: 'partner_invited',
    values: { partner: partner.name },
  });
  if (made) await writeToAccounts(deed, [made], { cause, kind: 'invitation' });
  return { id: partnerId };
}

/** Nobody who works in the house acts for a partner by invitation. */
async function accountOutsideTheHouse({ em }: Deed, email: string): Promise<string | null> {
  const account = await rowsOf<PartnerTables>(em)
    .selectFrom('account')
    .select('id')
    .where(sql<boolean>`lower(email) = ${email.trim().toLowerCase()}`)
    .where('closed_at', 'is', null)
    .where(sql<boolean>`not exists (select from role_assignment r where r.account_id = account.id)`)
    .executeTakeFirst();
  return account?.id ?? null;
}

/** Somebody acts for a partner no more. An owner removes others; everybody may go, but not the last owner. */
export async function removeMember(deed: Deed, input: { membershipId: string }): Promise<Outcome> {
  const id = decodeId('mem', input.membershipId);
  const [member] = id ? await membershipById(deed, [id]) : [null];
  if (!id || !member) return refused(notFound('membershipId'));
  const isMine = member.accountId === deed.viewer.accountId;
  if (!isMine && !isOwner(deed.viewer, member.partnerId)) return refused(notPermitted());
  return beyondOwnRights(deed, async () => {
    // One after another, so that two owners who go at once do not leave the partner without any.
    await sql`select from partner where id = ${member.partnerId} for update`.execute(rowsOf(deed.em));
    const owners = await ownersOf(deed, member.partnerId);
    if (member.owner && owners.length === 1)
      return refused(problemOfAll('STATE_CONFLICT', 'partner_last_owner'));
    await rowsOf<PartnerTables>(deed.em).deleteFrom('partner_membership').where('id', '=', id).execute();
    if (!isMine) await endSessions(deed, member.accountId);
    await audit(deed, 'partner.leave', encodeId('ptn', member.partnerId), {});
    return { id: member.partnerId };
  });
}
