import { sql } from 'kysely';
import { inOrder, type Batch } from '../platform/database/loader.ts';
import { pageOfOwner, type Listing, type PageArguments } from '../platform/database/page.ts';
import { rowsOf } from '../platform/database/tables.ts';
import type { Work } from '../platform/database/unit-of-work.ts';
import type { ProposalTables } from './tables.queries.ts';
import type { ActingOffice, DecisionOutcome, ProposalAction, ProposalState } from './transition.rules.ts';

export interface TransitionRow {
  id: string;
  proposalId: string;
  partnerId: string;
  action: ProposalAction;
  from: ProposalState;
  to: ProposalState;
  actorName: string | null;
  office: ActingOffice;
  officeOf: string;
  reasonCode: string | null;
  reason: string | null;
  occurredAt: string;
}

const columns = [
  'transition.id',
  'transition.proposal_id as proposalId',
  'proposal.partner_id as partnerId',
  'transition.action',
  'transition.from_state as from',
  'transition.to_state as to',
  'transition.actor_name as actorName',
  'transition.office',
  'transition.office_of as officeOf',
  'transition.reason_code as reasonCode',
  'transition.reason',
  'transition.occurred_at as occurredAt',
] as const;

const transitions = ({ em }: Work) =>
  rowsOf<ProposalTables>(em)
    .selectFrom('transition')
    .innerJoin('proposal', 'proposal.id', 'transition.proposal_id')
    .select(columns);

export const transitionById: Batch<string, TransitionRow> = async (work, ids) => {
  const rows = await transitions(work).where('transition.id', 'in', ids).execute();
  return inOrder(ids, rows, (row) => row.id);
};

/** The history, the first move first. */
export function listTransitions(work: Work, proposalId: string, args: PageArguments) {
  const listing: Listing = {
    name: 'Proposal.transitions',
    id: 'transition.id',
    order: { key: sql.ref('transition.occurred_at'), type: 'timestamptz', direction: 'asc' },
    rows: (proposal) => transitions(work).where('transition.proposal_id', '=', proposal!),
  };
  return pageOfOwner<TransitionRow>(work, listing, proposalId, args);
}

export interface DecisionRow {
  id: string;
  partnerId: string;
  outcome: DecisionOutcome;
  reasonCode: string | null;
  note: string | null;
  digest: string;
  actorName: string;
  officeOf: string;
  decidedAt: string;
  publishedAt: string | null;
}

export const decisionById: Batch<string, DecisionRow> = async ({ em }, ids) => {
  const rows = await rowsOf<ProposalTables>(em)
    .selectFrom('decision')
    .innerJoin('proposal', 'proposal.id', 'decision.proposal_id')
    .select([
      'decision.id',
      'proposal.partner_id as partnerId',
      'decision.outcome',
      'decision.reason_code as reasonCode',
      'decision.note',
      'decision.digest',
      'decision.actor_name as actorName',
      'decision.office_of as officeOf',
      'decision.decided_at as decidedAt',
      'decision.published_at as publishedAt',
    ])
    .where('decision.id', 'in', ids)
    .execute();
  return inOrder(ids, rows, (row) => row.id);
};
