import { sql } from 'kysely';
import { idList } from '../platform/access/row-predicates.ts';
import { grouped, inOrder, type Batch } from '../platform/database/loader.ts';
import { pageOf, pageOfOwner, type Listing, type PageArguments } from '../platform/database/page.ts';
import { rowsOf, type TablesOf } from '../platform/database/tables.ts';
import type { Work } from '../platform/database/unit-of-work.ts';
import type { ViewerPart } from '../platform/room.ts';
import type { IdentityTables } from '../identity/viewer.queries.ts';
import { likeText } from '../organisation/unit.queries.ts';
import type { PartnerMembershipSchema, PartnerSchema } from './partner.entity.ts';
import type { PartnerKind, PartnerState } from './partner.rules.ts';

export type PartnerTables = IdentityTables & TablesOf<typeof PartnerSchema | typeof PartnerMembershipSchema>;

export interface PartnerRow {
  id: string;
  version: number;
  updatedAt: string;
  name: string;
  kind: PartnerKind;
  state: PartnerState;
}

export interface MembershipRow {
  id: string;
  partnerId: string;
  accountId: string;
  displayName: string;
  owner: boolean;
}

const columns = [
  'partner.id',
  'partner.version',
  'partner.updated_at as updatedAt',
  'partner.name',
  'partner.kind',
  'partner.state',
] as const;
const memberColumns = [
  'partner_membership.id',
  'partner_membership.partner_id as partnerId',
  'partner_membership.account_id as accountId',
  'partner_membership.display_name as displayName',
  'partner_membership.owner',
] as const;

export const partnerById: Batch<string, PartnerRow> = async ({ em }, ids) => {
  const rows = rowsOf<PartnerTables>(em).selectFrom('partner').select(columns).where('id', 'in', ids);
  return inOrder(ids, await rows.execute(), (row) => row.id);
};

export const membershipById: Batch<string, MembershipRow> = async ({ em }, ids) => {
  const rows = rowsOf<PartnerTables>(em)
    .selectFrom('partner_membership')
    .select(memberColumns)
    .where('id', 'in', ids);
  return inOrder(ids, await rows.execute(), (row) => row.id);
};

export const membershipsOfAccount: Batch<string, MembershipRow[]> = async ({ em }, accountIds) => {
  const rows = await rowsOf<PartnerTables>(em)
    .selectFrom('partner_membership')
    .select(memberColumns)
    .where('account_id', 'in', accountIds)
    .orderBy('id')
    .execute();
  return grouped(accountIds, rows, (row) => row.accountId);
};

/** What this room knows of an account: the partners for which it may act. */
export async function partnerPart(work: Work, accountId: string): Promise<ViewerPart> {
  const [rows] = await membershipsOfAccount(work, [accountId]);
  const memberships = (rows ?? []).map(({ partnerId, owner }) => ({ partnerId, owner }));
  return {
    parts: { memberships },
    settings: { partners: idList(memberships.map(({ partnerId }) => partnerId)) },
  };
}

export interface PartnerFilter {
  kind: PartnerKind | null;
  search: string | null;
}

export function listPartners(work: Work, filter: PartnerFilter, args: PageArguments) {
  const listing: Listing = {
    name: 'partners',
    id: 'partner.id',
    order: { key: sql.ref('partner.name'), type: 'text', direction: 'asc' },
    filter,
    rows: () => {
      let rows = rowsOf<PartnerTables>(work.em).selectFrom('partner').select(columns);
      if (filter.kind) rows = rows.where('kind', '=', filter.kind);
      if (filter.search) rows = rows.where('name', 'ilike', `%${likeText(filter.search)}%`);
      return rows;
    },
  };
  return pageOf<PartnerRow>(work, listing, args);
}

export function listMembers(work: Work, partnerId: string, args: PageArguments) {
  const listing: Listing = {
    name: 'Partner.members',
    id: 'partner_membership.id',
    order: { key: sql.ref('partner_membership.display_name'), type: 'text', direction: 'asc' },
    rows: (partner) =>
      rowsOf<PartnerTables>(work.em)
        .selectFrom('partner_membership')
        .select(memberColumns)
        .where('partner_id', '=', partner!),
  };
  return pageOfOwner<MembershipRow>(work, listing, partnerId, args);
}
