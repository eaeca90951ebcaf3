import { sql, type RawBuilder } from 'kysely';
import {
  pageOf,
  pageOfOwner,
  type Listing,
  type Order,
  type PageArguments,
} from '../platform/database/page.ts';
import type { Viewer } from '../platform/access/viewer.ts';
import { rowsOf } from '../platform/database/tables.ts';
import type { Work } from '../platform/database/unit-of-work.ts';
import { overseeingRoles, rootsOf, type Role } from '../identity/role.rules.ts';
import { likeText } from '../organisation/unit.queries.ts';
import { proposalColumns, revisionColumns, openRevision, type ProposalRow } from './proposal.queries.ts';
import type { ProposalTables } from './tables.queries.ts';
import { statesOfTurn, type Desk, type ProposalState, type Turn } from './transition.rules.ts';

export interface ProposalFilter {
  states: ProposalState[] | null;
  partnerIds: string[] | null;
  /** Received by one of these units or a unit below it. */
  unitIds: string[] | null;
  needIds: string[] | null;
  waitingFor: Turn[] | null;
  desks: Desk[] | null;
  waitsForMe: boolean | null;
  updatedFrom: string | null;
  updatedUntil: string | null;
  search: string | null;
}

export type ProposalOrderField = 'UPDATED_AT' | 'CODE' | 'SUBMITTED_AT' | 'DUE_ON';

export interface ProposalOrder {
  field: ProposalOrderField;
  direction: 'ASC' | 'DESC';
}

/** Every order has an index of the same expression. */
const orderKeys: Record<ProposalOrderField, Pick<Order, 'key' | 'type'>> = {
  UPDATED_AT: { key: sql.ref('proposal.updated_at'), type: 'timestamptz' },
  CODE: { key: sql.ref('proposal.code'), type: 'text' },
  SUBMITTED_AT: { key: sql`coalesce(proposal.submitted_at, 'infinity'::timestamptz)`, type: 'timestamptz' },
  DUE_ON: { key: sql`coalesce(proposal.due_on, 'infinity'::date)`, type: 'date' },
};

export function listProposals(work: Work, filter: ProposalFilter, order: ProposalOrder, args: PageArguments) {
  const listing: Listing = {
    name: 'proposals',
    id: 'proposal.id',
    order: { ...orderKeys[order.field], direction: order.direction === 'ASC' ? 'asc' : 'desc' },
    filter: [order.field, filter],
    rows: () => filtered(work, filter),
  };
  return pageOf<ProposalRow>(work, listing, args);
}

/** Where a few ids narrow the list they are gathered first: joined, PostgreSQL may read every proposal beside them. */
function filtered(work: Work, filter: ProposalFilter) {
  const all = rowsOf<ProposalTables>(work.em);
  let rows = all.selectFrom('proposal').select(proposalColumns);
  const { needIds, unitIds, desks } = filter;
  if (filter.states) rows = rows.where('proposal.state', 'in', filter.states);
  if (filter.waitingFor) rows = rows.where('proposal.state', 'in', statesOfTurn(filter.waitingFor));
  if (filter.partnerIds) rows = rows.where('proposal.partner_id', 'in', filter.partnerIds);
  if (filter.updatedFrom) rows = rows.where('proposal.updated_at', '>=', filter.updatedFrom);
  if (filter.updatedUntil) rows = rows.where('proposal.updated_at', '<', filter.updatedUntil);
  if (filter.search) rows = rows.where('proposal.title', 'ilike', `%${likeText(filter.search)}%`);
  if (unitIds) {
    const below = all.selectFrom('unit_closure').select('unit_id').where('ancestor_id', 'in', unitIds);
    rows = rows.where(sql<boolean>`proposal.org_unit_id = any(array(${below}))`);
  }
  if (needIds) {
    const linked = all.selectFrom('proposal_need').select('proposal_id').where('need_id', 'in', needIds);
    rows = rows.where(sql<boolean>`proposal.id = any(array(${linked}))`);
  }
  if (desks) rows = rows.where(atDesks(desks));
  if (filter.waitsForMe === true) rows = rows.where(waitsFor(work));
  if (filter.waitsForMe === false) rows = rows.where(sql<boolean>`not (${waitsFor(work)})`);
  return overseesUnits(work) ? rows : rows.where(isOwnOrAssigned(work));
}

const overseesUnits = ({ viewer }: Work): boolean =>
  viewer.kind !== 'account' || rootsOf(viewer.roles, overseeingRoles).length > 0;

/** All that who oversees no unit may see: named, an index finds it; the row policy alone would walk past all. */
const isOwnOrAssigned = ({ viewer }: Work): RawBuilder<boolean> => sql`proposal.id = any(array(
  select own.id from proposal own where own.partner_id = any(${partnersOf(viewer)}::uuid[])
  union all select ra.proposal_id from review_assignment ra where ra.account_id = ${viewer.accountId}::uuid))`;

const partnersOf = ({ memberships }: Viewer): string[] => memberships.map(({ partnerId }) => partnerId);

/** The round of the current revision; a viewer who may not see it finds none. */
const isRecommended = sql<boolean>`exists (
  select from review_round rr join proposal_revision rv on rv.id = proposal.current_revision_id
  where rr.proposal_id = proposal.id and rr.revision_number = rv.number and rr.recommended)`;

function atDesks(desks: readonly Desk[]): RawBuilder<boolean> {
  const places: Record<Desk, RawBuilder<boolean>> = {
    SECRETARIAT: sql`proposal.state in ('SUBMITTED', 'CONFIRMED')`,
    REVIEWER: sql`(proposal.state = 'IN_REVIEW' and not ${isRecommended})`,
    APPROVER: sql`(proposal.state = 'IN_REVIEW' and ${isRecommended})`,
  };
  return anyIs(desks.map((desk) => places[desk]));
}

/** A deed of this viewer is due: a turn of the own partner, of the own desk, a review or a recommendation. */
function waitsFor({ viewer }: Work): RawBuilder<boolean> {
  if (viewer.kind !== 'account') return sql`false`;
  const partners = partnersOf(viewer);
  const within = (role: Role) => sql`proposal.org_unit_id in (
    select uc.unit_id from unit_closure uc where uc.ancestor_id = any(${rootsOf(viewer.roles, [role])}::uuid[]))`;
  const ofOwnPartner = sql<boolean>`proposal.partner_id = any(${partners}::uuid[])`;
  const asPartner = sql<boolean>`(${ofOwnPartner} and proposal.state in ('DRAFT', 'CHANGES_REQUESTED', 'APPROVED'))`;
  const asHouse = anyIs([
    sql`(proposal.state in ('SUBMITTED', 'CONFIRMED') and ${within('SECRETARIAT')})`,
    sql`(proposal.state = 'IN_REVIEW' and ${isRecommended} and ${within('APPROVER')} and not exists (
      select from review_assignment ra where ra.proposal_id = proposal.id
        and ra.account_id = ${viewer.accountId}::uuid and ra.reviewed_revision > 0))`,
    sql`(proposal.state = 'IN_REVIEW' and exists (
      select from review_assignment ra
      join proposal_revision rv on rv.id = proposal.current_revision_id
      left join review_round rr on rr.proposal_id = proposal.id and rr.revision_number = rv.number
      where ra.proposal_id = proposal.id and ra.account_id = ${viewer.accountId}::uuid
        and (ra.reviewed_revision < rv.number
          or (not ra.abstained and rr.reviews_in >= rr.required and not rr.recommended))))`,
  ]);
  return sql<boolean>`(${asPartner} or (not ${ofOwnPartner} and ${asHouse}))`;
}

const anyIs = (conditions: readonly RawBuilder<boolean>[]): RawBuilder<boolean> =>
  conditions.length === 0 ? sql`false` : sql`(${sql.join(conditions, sql` or `)})`;

/** Visible proposals that answer a need, the latest change first. */
export function listProposalsOfNeed(work: Work, needId: string, args: PageArguments) {
  const listing: Listing = {
    name: 'Need.proposals',
    id: 'proposal.id',
    order: { ...orderKeys.UPDATED_AT, direction: 'desc' },
    rows: (need) => {
      const all = rowsOf<ProposalTables>(work.em);
      const linked = all.selectFrom('proposal_need').select('proposal_id').where('need_id', '=', need!);
      return all.selectFrom('proposal').select(proposalColumns).where('proposal.id', 'in', linked);
    },
  };
  return pageOfOwner<ProposalRow>(work, listing, needId, args);
}

/** Frozen texts, the first one first. */
export async function listRevisions(work: Work, proposalId: string, args: PageArguments) {
  const listing: Listing = {
    name: 'Proposal.revisions',
    id: 'proposal_revision.id',
    order: { key: sql.ref('proposal_revision.number'), type: 'integer', direction: 'asc' },
    rows: (proposal) =>
      rowsOf<ProposalTables>(work.em)
        .selectFrom('proposal_revision')
        .select(revisionColumns)
        .where('proposal_id', '=', proposal!),
  };
  const page = await pageOfOwner<{ text: string }>(work, listing, proposalId, args);
  return { ...page, rows: page.rows.map(({ row, cursor }) => ({ row: openRevision(row), cursor })) };
}
