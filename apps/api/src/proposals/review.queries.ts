import { sql } from 'kysely';
import { inOrder, type Batch } from '../platform/database/loader.ts';
import { pageOfOwner, type Listing, type PageArguments } from '../platform/database/page.ts';
import { rowsOf } from '../platform/database/tables.ts';
import type { Work } from '../platform/database/unit-of-work.ts';
import type { CriterionFacts, ReviewVerdict, Scores } from './review.rules.ts';
import type { ProposalTables } from './tables.queries.ts';
import type { DecisionOutcome } from './transition.rules.ts';

export interface CriterionRow extends CriterionFacts {
  name: string;
  description: string;
}

/** The rubric in force, in its order. A small fixed set. */
export const rubric = ({ em }: Work): Promise<CriterionRow[]> =>
  rowsOf<ProposalTables>(em)
    .selectFrom('criterion')
    .select(['key', 'name', 'description', 'weight', 'maximum', 'independent'])
    .orderBy('seq')
    .execute();

/** The same through a loader: whoever asks in one request shares one statement. The key does not matter. */
export const rubricOnce: Batch<'rubric', CriterionRow[]> = async (work, keys) => {
  const criteria = await rubric(work);
  return keys.map(() => criteria);
};

export interface ReviewRow {
  id: string;
  version: number;
  updatedAt: string;
  proposalId: string;
  revisionNumber: number;
  authorName: string;
  officeOf: string;
  verdict: ReviewVerdict;
  scoreOf: Scores;
  total: string | null;
  note: string | null;
}

const columns = [
  'review.id',
  'review.version',
  'review.updated_at as updatedAt',
  'review.proposal_id as proposalId',
  'review.revision_number as revisionNumber',
  'review.author_name as authorName',
  'review.office_of as officeOf',
  'review.verdict',
  'review.scores as scoreOf',
  'review.total',
  'review.note',
] as const;

export const reviewById: Batch<string, ReviewRow> = async ({ em }, ids) => {
  const rows = rowsOf<ProposalTables>(em).selectFrom('review').select(columns).where('id', 'in', ids);
  return inOrder(ids, await rows.execute(), (row) => row.id);
};

/** Own review first, then those of others by their last change. */
export function listReviews(work: Work, proposalId: string, args: PageArguments) {
  const own = sql`(case when review.author_id = ${work.viewer.accountId}::uuid then '0' else '1' end)`;
  const listing: Listing = {
    name: 'Proposal.reviews',
    id: 'review.id',
    order: { key: sql`${own} || review.updated_at::text`, type: 'text', direction: 'asc' },
    rows: (proposal) =>
      rowsOf<ProposalTables>(work.em)
        .selectFrom('review')
        .select(columns)
        .where('proposal_id', '=', proposal!),
  };
  return pageOfOwner<ReviewRow>(work, listing, proposalId, args);
}

export interface RecommendationRow {
  proposalId: string;
  outcome: DecisionOutcome;
  note: string | null;
  digest: string;
  actorName: string;
  officeOf: string;
  at: string;
}

/** What the reviewers advise on the current revision. */
export const recommendationOf: Batch<string, RecommendationRow> = async ({ em }, ids) => {
  const rows = await rowsOf<ProposalTables>(em)
    .selectFrom('recommendation')
    .innerJoin('proposal', 'proposal.id', 'recommendation.proposal_id')
    .innerJoin('proposal_revision', (join) =>
      join
        .onRef('proposal_revision.id', '=', 'proposal.current_revision_id')
        .onRef('proposal_revision.number', '=', 'recommendation.revision_number'),
    )
    .select([
      'recommendation.proposal_id as proposalId',
      'recommendation.outcome',
      'recommendation.note',
      'recommendation.digest',
      'recommendation.actor_name as actorName',
      'recommendation.office_of as officeOf',
      'recommendation.at',
    ])
    .where('recommendation.proposal_id', 'in', ids)
    .execute();
  return inOrder(ids, rows, (row) => row.proposalId);
};
