import { sql } from 'kysely';
import { dayOf } from '../platform/clock.ts';
import { grouped, inOrder, load, type Batch } from '../platform/database/loader.ts';
import { pageOf, type Listing, type PageArguments } from '../platform/database/page.ts';
import { rowsOf } from '../platform/database/tables.ts';
import type { Work } from '../platform/database/unit-of-work.ts';
import { likeText, unitAndAbove } from '../organisation/unit.queries.ts';
import { accountState, actionsOn, type AccountAction } from './account.rules.ts';
import { mayManage } from './identity.access.ts';
import { actionsOnRole, takesCodeOnPaper, type Role, type RoleAction } from './role.rules.ts';
import type { IdentityTables } from './viewer.queries.ts';

export interface AccountRow {
  id: string;
  displayName: string;
  email: string;
  lastSeenAt: string | null;
  activatedAt: string | null;
  closedAt: string | null;
}

export interface RoleRow {
  id: string;
  accountId: string;
  role: Role;
  /** Null: everywhere. */
  orgUnitId: string | null;
  from: string;
  until: string | null;
  basis: string | null;
  pending: boolean;
  grantedById: string | null;
}

const columns = [
  'account.id',
  'account.display_name as displayName',
  'account.email',
  'account.last_seen_at as lastSeenAt',
  'account.activated_at as activatedAt',
  'account.closed_at as closedAt',
] as const;

const roleColumns = [
  'role_assignment.id',
  'account_id as accountId',
  'role',
  'org_unit_id as orgUnitId',
  'from_day as from',
  'until',
  'basis',
  'pending',
  'granted_by_id as grantedById',
] as const;

export const accountById: Batch<string, AccountRow> = async ({ em }, ids) => {
  const rows = rowsOf<IdentityTables>(em).selectFrom('account').select(columns).where('id', 'in', ids);
  return inOrder(ids, await rows.execute(), (row) => row.id);
};

/** Roles that hold today. */
export const rolesOfAccount: Batch<string, RoleRow[]> = async ({ em, now }, ids) => {
  const today = dayOf(now);
  const rows = await rowsOf<IdentityTables>(em)
    .selectFrom('role_assignment')
    .select(roleColumns)
    .where('account_id', 'in', ids)
    .where('pending', '=', false)
    .where('from_day', '<=', today)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>=', today)]))
    .orderBy('role')
    .execute();
  return grouped(ids, rows, (row) => row.accountId);
};

/** All that an account was ever given, latest first; also what has ended, begins later, or waits. */
export const roleHistoryOf: Batch<string, RoleRow[]> = async ({ em }, ids) => {
  const rows = await rowsOf<IdentityTables>(em)
    .selectFrom('role_assignment')
    .select(roleColumns)
    .where('account_id', 'in', ids)
    .orderBy('from_day', 'desc')
    .orderBy('id')
    .execute();
  return grouped(ids, rows, (row) => row.accountId);
};

export const roleById: Batch<string, RoleRow> = async ({ em }, ids) => {
  const rows = rowsOf<IdentityTables>(em)
    .selectFrom('role_assignment')
    .select(roleColumns)
    .where('id', 'in', ids);
  return inOrder(ids, await rows.execute(), (row) => row.id);
};

export function listAccounts(work: Work, search: string | null, args: PageArguments) {
  const listing: Listing = {
    name: 'accounts',
    id: 'account.id',
    order: { key: sql.ref('account.display_name'), type: 'text', direction: 'asc' },
    filter: search,
    rows: () => {
      const rows = rowsOf<IdentityTables>(work.em).selectFrom('account').select(columns);
      if (!search) return rows;
      return rows.where(sql<boolean>`(display_name || ' ' || email) ilike ${`%${likeText(search)}%`}`);
    },
  };
  return pageOf<AccountRow>(work, listing, args);
}

/** Roles that have not ended; also those that begin later, or wait for a second administrator. */
export async function openRolesOf(work: Work, accountId: string): Promise<RoleRow[]> {
  const today = dayOf(work.now);
  const roles = (await load(work, roleHistoryOf, accountId)) ?? [];
  return roles.filter(({ until }) => until === null || until >= today);
}

/** What the viewer may do with an account now; nothing, when it is not the viewer's to manage. */
export async function actionsFor(work: Work, account: AccountRow): Promise<AccountAction[]> {
  const roles = await openRolesOf(work, account.id);
  const reach = await Promise.all(
    roles.map(async ({ orgUnitId }) => (await load(work, unitAndAbove, orgUnitId)) ?? []),
  );
  if (!mayManage(work.viewer, account.id, reach)) return [];
  return actionsOn(accountState(account), takesCodeOnPaper(roles.map(({ role }) => role)));
}

/** What the viewer may do with a role now. */
export async function actionsOnRoleFor(work: Work, role: RoleRow): Promise<RoleAction[]> {
  const { viewer } = work;
  const above = (await load(work, unitAndAbove, role.orgUnitId)) ?? [];
  if (!mayManage(viewer, role.accountId, [above])) return [];
  return actionsOnRole(role, dayOf(work.now), role.grantedById === viewer.accountId);
}

/** The accounts that hold one of the roles at one of the units today. Read as the house. */
export async function holdersOf({ em, now }: Work, wanted: readonly Role[], unitIds: readonly string[]) {
  const today = dayOf(now);
  return rowsOf<IdentityTables>(em)
    .selectFrom('role_assignment')
    .innerJoin('account', 'account.id', 'role_assignment.account_id')
    .select(['account_id as accountId', 'role', 'org_unit_id as unitId'])
    .distinct()
    .where('role', 'in', wanted)
    .where('pending', '=', false)
    .where('closed_at', 'is', null)
    .where('org_unit_id', 'in', unitIds)
    .where('from_day', '<=', today)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>=', today)]))
    .execute();
}
