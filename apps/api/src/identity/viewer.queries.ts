import { dayOf } from '../platform/clock.ts';
import { idList } from '../platform/access/row-predicates.ts';
import { rowsOf, type TablesOf } from '../platform/database/tables.ts';
import type { Work } from '../platform/database/unit-of-work.ts';
import type { ViewerPart } from '../platform/room.ts';
import type { AsnTables } from '../organisation/asn.queries.ts';
import type { AccountSchema, CredentialSchema, RoleAssignmentSchema } from './account.entity.ts';
import { overseeingRoles, rootsOf, staffRoles, type HeldRole } from './role.rules.ts';
import type { SessionSchema, SignInFailureSchema } from './session.entity.ts';
import type { ApiTokenSchema } from './token.entity.ts';
import type { NoticeSchema } from './notice.entity.ts';
import type { OneTimeCodeSchema } from './one-time-code.entity.ts';

export type IdentityTables = AsnTables &
  TablesOf<
    | typeof AccountSchema
    | typeof CredentialSchema
    | typeof RoleAssignmentSchema
    | typeof SessionSchema
    | typeof SignInFailureSchema
    | typeof ApiTokenSchema
    | typeof NoticeSchema
    | typeof OneTimeCodeSchema
  >;

/** Roles of an account that hold today; of a closed one, none. */
export async function heldRoles({ em, now }: Work, accountId: string): Promise<HeldRole[]> {
  const today = dayOf(now);
  const rows = await rowsOf<IdentityTables>(em)
    .selectFrom('role_assignment')
    .innerJoin('account', 'account.id', 'role_assignment.account_id')
    .select(['role', 'org_unit_id as unitId'])
    .where('account_id', '=', accountId)
    .where('closed_at', 'is', null)
    .where('pending', '=', false)
    .where('from_day', '<=', today)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>=', today)]))
    .execute();
  return rows;
}

/** What identity and organisation know of an account, and the settings that row policies read. */
export async function identityPart(work: Work, accountId: string): Promise<ViewerPart> {
  const roles = await heldRoles(work, accountId);
  const profile = await profileOf(work, accountId);
  const reports = profile ? await reportsTo(work, profile.positionId) : [];
  const isOfTheHouse = profile !== null || roles.length > 0;
  const isHr = roles.some(({ role }) => role === 'HR');
  const adminsEverything = roles.some(({ role, unitId }) => role === 'ADMIN' && unitId === null);
  const adminRoots = adminsEverything ? await topUnits(work) : rootsOf(roles, ['ADMIN']);
  return {
    parts: {
      roles,
      isOfTheHouse,
      isHr,
      administers: adminsEverything ? 'everything' : adminRoots,
      asnProfileId: profile?.id ?? null,
      positionId: profile?.positionId ?? null,
      reportIds: new Set(reports),
    },
    settings: {
      house: isOfTheHouse ? 'on' : '',
      admin: roles.some(({ role }) => role === 'ADMIN') ? 'on' : '',
      asn: profile?.id ?? '',
      reports: idList(reports),
      hr_roots: idList(rootsOf(roles, ['HR'])),
      staff_roots: idList(rootsOf(roles, staffRoles)),
      oversight_roots: idList(rootsOf(roles, overseeingRoles)),
      judgement_roots: idList(rootsOf(roles, ['SECRETARIAT', 'APPROVER', 'LEADERSHIP'])),
      admin_roots: idList(adminRoots),
    },
  };
}

async function topUnits({ em }: Work): Promise<string[]> {
  const rows = rowsOf<IdentityTables>(em).selectFrom('org_unit').select('id').where('parent_id', 'is', null);
  return (await rows.execute()).map(({ id }) => id);
}

async function profileOf(
  { em }: Work,
  accountId: string,
): Promise<{ id: string; positionId: string } | null> {
  const row = await rowsOf<IdentityTables>(em)
    .selectFrom('account')
    .innerJoin('asn_profile', 'asn_profile.id', 'account.asn_profile_id')
    .select(['asn_profile.id', 'asn_profile.position_id as positionId'])
    .where('account.id', '=', accountId)
    .executeTakeFirst();
  return row ?? null;
}

async function reportsTo({ em }: Work, positionId: string): Promise<string[]> {
  const rows = await rowsOf<IdentityTables>(em)
    .selectFrom('asn_profile')
    .innerJoin('position', 'position.id', 'asn_profile.position_id')
    .select('asn_profile.id')
    .where('position.reports_to_id', '=', positionId)
    .execute();
  return rows.map((row) => row.id);
}
