import { sql } from 'kysely';
import { dayOf } from '../platform/clock.ts';
import { decodeId, encodeId, newId } from '../platform/database/ids.ts';
import { load } from '../platform/database/loader.ts';
import { rowsOf } from '../platform/database/tables.ts';
import { beyondOwnRights } from '../platform/database/unit-of-work.ts';
import { audit } from '../platform/journal/audit.ts';
import { refused, type Deed, type Outcome } from '../platform/journal/deed.ts';
import { notFound, notPermitted, problem, problemOfAll } from '../platform/problem.rules.ts';
import { isAdminOf } from '../organisation/unit.access.ts';
import { unitAndAbove } from '../organisation/unit.queries.ts';
import { dayBefore } from '../organisation/working-day.rules.ts';
import { accountFor } from './account.commands.ts';
import { actionsOnRoleFor, openRolesOf, roleById } from './account.queries.ts';
import { grantProblems, needsSecondPerson, type Grant, type Role, type RoleAction } from './role.rules.ts';
import { endSessions } from './session.commands.ts';
import type { IdentityTables } from './viewer.queries.ts';

declare module '../platform/journal/audit.ts' {
  interface AuditedActions {
    'role.grant': { role: Role; unit: string | null; from: string; until: string | null; pending: boolean };
    'role.confirm': { role: Role };
    'role.end': { role: Role; until: string };
  }
}

export interface NewRole extends Omit<Grant, 'until'> {
  accountId: string;
  /** None: everywhere; for administrators only. */
  orgUnitId?: string | null;
  until?: string | null;
}

/** Gives a role at a unit and below it. That of an administrator waits for a second administrator. */
export async function grantRole(deed: Deed, input: NewRole): Promise<Outcome> {
  const unitId = input.orgUnitId ? decodeId('unt', input.orgUnitId) : null;
  const above = unitId ? ((await load(deed, unitAndAbove, unitId)) ?? []) : [];
  if (input.orgUnitId && above.length === 0) return refused(notFound('orgUnitId'));
  if (!unitId && input.role !== 'ADMIN')
    return refused(problem('REQUIRED', 'role_unit_required', ['orgUnitId']));
  if (!isAdminOf(deed.viewer, above)) return refused(notPermitted());
  // Nobody's own account, and locked: of two grants at once, the second sees what the first gave.
  const account = await accountFor(deed, 'GRANT_ROLE', input.accountId);
  if ('refused' in account) return account;
  const held = (await openRolesOf(deed, account.id)).map(({ role }) => role);
  const until = input.until ?? null;
  const problems = grantProblems({ ...input, until }, held);
  if (problems.length > 0) return refused(...problems);
  const id = newId();
  const pending = needsSecondPerson(input.role);
  await rowsOf<IdentityTables>(deed.em)
    .insertInto('role_assignment')
    .values({
      id,
      account_id: account.id,
      role: input.role,
      org_unit_id: unitId,
      from_day: input.from,
      until,
      basis: input.basis.trim(),
      pending,
      granted_by_id: deed.viewer.accountId,
    })
    .execute();
  await rightsChanged(deed, account.id);
  const { role, from, orgUnitId: unit = null } = input;
  await audit(deed, 'role.grant', encodeId('acc', account.id), { role, unit, from, until, pending });
  return { id };
}

/** A second administrator says yes: neither the one who gave the role nor the one who gets it. */
export async function confirmRole(deed: Deed, input: { roleId: string }): Promise<Outcome> {
  const found = await roleFor(deed, input.roleId, 'CONFIRM');
  if ('refused' in found) return found;
  const confirmed = await rowsOf<IdentityTables>(deed.em)
    .updateTable('role_assignment')
    .set({ pending: false, confirmed_by_id: deed.viewer.accountId })
    .where('id', '=', found.id)
    .where('pending', '=', true)
    .executeTakeFirst();
  if (confirmed.numUpdatedRows !== 1n) return refused(problemOfAll('STATE_CONFLICT', 'changed_meanwhile'));
  await rightsChanged(deed, found.accountId);
  await audit(deed, 'role.confirm', encodeId('acc', found.accountId), { role: found.role });
  return { id: found.id };
}

/** Sets the last day of a role; yesterday ends it at once. What stood before stays in the trail. */
export async function endRole(deed: Deed, input: { roleId: string; until: string }): Promise<Outcome> {
  const found = await roleFor(deed, input.roleId, 'END');
  if ('refused' in found) return found;
  const yesterday = dayBefore(dayOf(deed.now));
  if (input.until < yesterday || input.until < dayBefore(found.from))
    return refused(problem('INVALID', 'role_end_past', ['until']));
  await rowsOf<IdentityTables>(deed.em)
    .updateTable('role_assignment')
    .set({ until: input.until })
    .where('id', '=', found.id)
    .execute();
  await rightsChanged(deed, found.accountId);
  await audit(deed, 'role.end', encodeId('acc', found.accountId), { role: found.role, until: input.until });
  return { id: found.id };
}

/** A role on which the viewer may do this now, locked; or why not. */
async function roleFor(deed: Deed, roleId: string, action: RoleAction) {
  const id = decodeId('rol', roleId);
  if (!id) return refused(notFound('roleId'));
  await sql`select from role_assignment where id = ${id} for update`.execute(rowsOf(deed.em));
  const [role] = await roleById(deed, [id]);
  if (!role) return refused(notFound('roleId'));
  if ((await actionsOnRoleFor(deed, role)).includes(action)) return role;
  return refused(
    problemOfAll('NOT_PERMITTED', action === 'CONFIRM' ? 'role_second_person' : 'not_permitted'),
  );
}

/** How long a session lives depends on the roles: after a change, the person signs in anew. */
const rightsChanged = (deed: Deed, accountId: string): Promise<void> =>
  beyondOwnRights(deed, () => endSessions(deed, accountId));
