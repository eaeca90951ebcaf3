import { sql } from 'kysely';
import { dayOf } from '../platform/clock.ts';
import { grouped, inOrder, type Batch } from '../platform/database/loader.ts';
import { pageOf, type Listing, type PageArguments } from '../platform/database/page.ts';
import { rowsOf } from '../platform/database/tables.ts';
import type { Work } from '../platform/database/unit-of-work.ts';
import { likeText } from '../organisation/unit.queries.ts';
import type { Role } from './role.rules.ts';
import type { IdentityTables } from './viewer.queries.ts';

export interface AccountRow {
  id: string;
  displayName: string;
  email: string;
  lastSeenAt: string | null;
}

export interface RoleRow {
  accountId: string;
  role: Role;
  orgUnitId: string;
  from: string;
  until: string | null;
  basis: string | null;
}

const columns = [
  'account.id',
  'account.display_name as displayName',
  'account.email',
  'account.last_seen_at as lastSeenAt',
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
    .select([
      'account_id as accountId',
      'role',
      'org_unit_id as orgUnitId',
      'from_day as from',
      'until',
      'basis',
    ])
    .where('account_id', 'in', ids)
    .where('from_day', '<=', today)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>=', today)]))
    .orderBy('role')
    .execute();
  return grouped(ids, rows, (row) => row.accountId);
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

/** The accounts that hold one of the roles at one of the units today. Read as the house. */
export async function holdersOf({ em, now }: Work, wanted: readonly Role[], unitIds: readonly string[]) {
  const today = dayOf(now);
  return rowsOf<IdentityTables>(em)
    .selectFrom('role_assignment')
    .select(['account_id as accountId', 'role', 'org_unit_id as unitId'])
    .distinct()
    .where('role', 'in', wanted)
    .where('org_unit_id', 'in', unitIds)
    .where('from_day', '<=', today)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>=', today)]))
    .execute();
}
