import { sql } from 'kysely';
import { idList } from '../platform/access/row-predicates.ts';
import { grouped, inOrder, type Batch } from '../platform/database/loader.ts';
import { pageOf, pageOfOwner, type Listing, type PageArguments } from '../platform/database/page.ts';
import { rowsOf, type TablesOf } from '../platform/database/tables.ts';
import type { Work } from '../platform/database/unit-of-work.ts';
import type { ViewerPart } from '../platform/room.ts';
import type { IdentityTables } from '../identity/viewer.queries.ts';
import { likeText } from '../organisation/unit.queries.ts';
import { isOwner, type HeldMembership } from './partner.access.ts';
import type {
  PartnerAnswerSchema,
  PartnerJoinSchema,
  PartnerMembershipSchema,
  PartnerRegistrationSchema,
  PartnerSchema,
} from './partner.entity.ts';
import type { PartnerCheck, PartnerKind, PartnerOutcome, PartnerState } from './partner.rules.ts';

export type PartnerTables = IdentityTables &
  TablesOf<
    | typeof PartnerSchema
    | typeof PartnerRegistrationSchema
    | typeof PartnerAnswerSchema
    | typeof PartnerMembershipSchema
    | typeof PartnerJoinSchema
  >;

export interface PartnerRow {
  id: string;
  version: number;
  updatedAt: string;
  name: string;
  kind: PartnerKind;
  state: PartnerState;
  summary: string | null;
  website: string | null;
}

export interface RegistrationRow {
  partnerId: string;
  legalNumber: string;
  address: string;
  phone: string;
  submittedAt: string;
}

export interface AnswerRow {
  partnerId: string;
  outcome: PartnerOutcome;
  met: PartnerCheck[];
  reason: string | null;
  at: string;
}

export interface JoinRow {
  id: string;
  partnerId: string;
  accountId: string;
  displayName: string;
  email: string;
  askedAt: string;
  accepted: boolean | null;
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
  'partner.summary',
  'partner.website',
] as const;
const joinColumns = [
  'partner_join.id',
  'partner_join.partner_id as partnerId',
  'partner_join.account_id as accountId',
  'partner_join.display_name as displayName',
  'partner_join.email',
  'partner_join.asked_at as askedAt',
  'partner_join.accepted',
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

export const registrationOf: Batch<string, RegistrationRow> = async ({ em }, ids) => {
  const rows = rowsOf<PartnerTables>(em)
    .selectFrom('partner_registration')
    .select([
      'partner_id as partnerId',
      'legal_number as legalNumber',
      'address',
      'phone',
      'submitted_at as submittedAt',
    ])
    .where('partner_id', 'in', ids);
  return inOrder(ids, await rows.execute(), (row) => row.partnerId);
};

/** Latest first, the last twenty of each. */
export const answersOfPartner: Batch<string, AnswerRow[]> = async ({ em }, ids) => {
  const rows = rowsOf<PartnerTables>(em)
    .selectFrom('partner_answer')
    .select(['partner_id as partnerId', 'outcome', 'met', 'reason', 'at'])
    .where('partner_id', 'in', ids)
    .orderBy('at', 'desc');
  return grouped(ids, await rows.execute(), (row) => row.partnerId).map((answers) => answers.slice(0, 20));
};

export const joinById: Batch<string, JoinRow> = async ({ em }, ids) => {
  const rows = rowsOf<PartnerTables>(em)
    .selectFrom('partner_join')
    .select(joinColumns)
    .where('id', 'in', ids);
  return inOrder(ids, await rows.execute(), (row) => row.id);
};

/** What waits for the owners, first come first; at most fifty. */
export const openJoinsOfPartner: Batch<string, JoinRow[]> = async (work, ids) => {
  const owned = ids.filter((id) => isOwner(work.viewer, id));
  const rows = rowsOf<PartnerTables>(work.em)
    .selectFrom('partner_join')
    .select(joinColumns)
    .where('partner_id', 'in', owned)
    .where('answered_at', 'is', null)
    .orderBy('asked_at');
  return grouped(ids, await rows.execute(), (row) => row.partnerId).map((joins) => joins.slice(0, 50));
};

export const joinsOfAccount: Batch<string, JoinRow[]> = async ({ em }, ids) => {
  const rows = rowsOf<PartnerTables>(em)
    .selectFrom('partner_join')
    .select(joinColumns)
    .where('account_id', 'in', ids)
    .orderBy('asked_at', 'desc');
  return grouped(ids, await rows.execute(), (row) => row.accountId).map((joins) => joins.slice(0, 10));
};

/** The accounts of a partner's owners. Read as the house. */
export async function ownersOf({ em }: Work, partnerId: string): Promise<string[]> {
  const rows = rowsOf<PartnerTables>(em)
    .selectFrom('partner_membership')
    .select('account_id')
    .where('partner_id', '=', partnerId)
    .where('owner', '=', true);
  return (await rows.execute()).map((row) => row.account_id);
}

/** What this room knows of an account: the partners for which it may act. */
export async function partnerPart(work: Work, accountId: string): Promise<ViewerPart> {
  const [rows] = await membershipsOfAccount(work, [accountId]);
  return partnerPartOf((rows ?? []).map(({ partnerId, owner }) => ({ partnerId, owner })));
}

export const partnerPartOf = (memberships: readonly HeldMembership[]): ViewerPart => ({
  parts: { memberships },
  settings: {
    partners: idList(memberships.map(({ partnerId }) => partnerId)),
    owned_partners: idList(memberships.flatMap(({ owner, partnerId }) => (owner ? [partnerId] : []))),
  },
});

export interface PartnerFilter {
  kind: PartnerKind | null;
  states: PartnerState[] | null;
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
      if (filter.states) rows = rows.where('state', 'in', filter.states);
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
