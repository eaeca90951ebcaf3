import { LockMode } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { decodeId, encodeId, newId } from '../platform/database/ids.ts';
import { load } from '../platform/database/loader.ts';
import { rowsOf } from '../platform/database/tables.ts';
import { beyondOwnRights, type Work } from '../platform/database/unit-of-work.ts';
import { audit } from '../platform/journal/audit.ts';
import { refused, type Deed, type Outcome } from '../platform/journal/deed.ts';
import { notFound, notPermitted, problem, problemOfAll, stateConflict } from '../platform/problem.rules.ts';
import { accountById, holdersOf } from '../identity/account.queries.ts';
import { unitAndAbove, unitById } from '../organisation/unit.queries.ts';
import type { Step } from './moving.commands.ts';
import { ProposalSchema } from './proposal.entity.ts';
import { proposalById, revisionById } from './proposal.queries.ts';
import { ReviewSchema } from './review.entity.ts';
import { rubric } from './review.queries.ts';
import { reviewProblems, REVIEWS_REQUIRED, weightedTotal, type ReviewVerdict } from './review.rules.ts';
import { stanceOf } from './stance.queries.ts';
import { mayReview, possibleActions } from './stance.rules.ts';
import type { ProposalTables } from './tables.queries.ts';

declare module '../platform/journal/audit.ts' {
  interface AuditedActions {
    'review.submit': { proposal: string; revision: number; verdict: ReviewVerdict };
  }
}

/** Opens the count of reviews for a revision. The partner may open it by sending, but never see it. */
export async function openRound(work: Work, proposalId: string, revisionNumber: number): Promise<void> {
  await beyondOwnRights(work, () =>
    rowsOf<ProposalTables>(work.em)
      .insertInto('review_round')
      .values({ proposal_id: proposalId, revision_number: revisionNumber, required: REVIEWS_REQUIRED })
      .execute(),
  );
}

/** START_REVIEW: assigns every reviewer of the unit who is not a member of the partner. */
export const startReview: Step = async ({ deed, row, current }) => {
  const above = (await load(deed, unitAndAbove, row.orgUnitId)) ?? [];
  const reviewers = await beyondOwnRights(deed, () => reviewersWithoutConflict(deed, above, row.partnerId));
  if (reviewers.length < REVIEWS_REQUIRED) {
    return [problemOfAll('STATE_CONFLICT', 'reviewers_missing', { required: REVIEWS_REQUIRED })];
  }
  await rowsOf<ProposalTables>(deed.em)
    .insertInto('review_assignment')
    .values(reviewers.map((account_id) => ({ proposal_id: row.id, account_id, org_unit_id: row.orgUnitId! })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await openRound(deed, row.id, current!.number);
  return [];
};

async function reviewersWithoutConflict(work: Work, unitIds: string[], partnerId: string): Promise<string[]> {
  const holders = await holdersOf(work, ['REVIEWER'], unitIds);
  const bound = await rowsOf<ProposalTables>(work.em)
    .selectFrom('partner_membership')
    .select('account_id')
    .where('partner_id', '=', partnerId)
    .execute();
  const members = new Set(bound.map((row) => row.account_id));
  return [...new Set(holders.map(({ accountId }) => accountId))].filter((id) => !members.has(id));
}

/** RECOMMEND: what the reviewers advise on this revision; a later one replaces it. Touches nothing outsiders see. */
export const recommend: Step = async ({ deed, input, row, current, actorName, officeOf }) => {
  if (!input.outcome) return [problem('REQUIRED', 'required', ['outcome'])];
  const rows = rowsOf<ProposalTables>(deed.em);
  const advice = {
    outcome: input.outcome,
    note: input.reason?.trim() || null,
    digest: current!.digest,
    account_id: deed.viewer.accountId!,
    actor_name: actorName,
    office_of: officeOf,
    at: deed.now.toISOString(),
  };
  await rows
    .insertInto('recommendation')
    .values({ proposal_id: row.id, revision_number: current!.number, ...advice })
    .onConflict((conflict) => conflict.columns(['proposal_id', 'revision_number']).doUpdateSet(advice))
    .execute();
  await rows
    .updateTable('review_round')
    .set({ recommended: true })
    .where('proposal_id', '=', row.id)
    .where('revision_number', '=', current!.number)
    .execute();
  return [];
};

export interface NewReview {
  proposalId: string;
  digest: string;
  verdict: ReviewVerdict;
  scores: { criterion: string; score: number }[];
  note?: string | null;
}

/** A reviewer judges the text with this digest; sent again, it replaces the own review of that revision. */
export async function submitReview(deed: Deed, input: NewReview): Promise<Outcome> {
  const id = decodeId('prp', input.proposalId);
  // A share lock: reviews may come side by side, but the text must not change underneath.
  const proposal = id
    ? await deed.em.findOne(ProposalSchema, { id }, { lockMode: LockMode.PESSIMISTIC_READ })
    : null;
  const row = await load(deed, proposalById, id);
  if (!id || !proposal || !row) return refused(notFound('proposalId'));
  const stance = await stanceOf(deed, row);
  if (stance.isMember) return refused(problemOfAll('CONFLICT_OF_INTEREST', 'conflict_of_interest'));
  if (!stance.isAssigned) return refused(notPermitted());
  if (!mayReview(stance)) return refused(stateConflict(row.state, possibleActions(stance)));
  const current = (await load(deed, revisionById, row.currentRevisionId))!;
  if (current.digest !== input.digest)
    return refused(problem('DIGEST_MISMATCH', 'digest_mismatch', ['digest']));
  const criteria = await rubric(deed);
  const problems = reviewProblems(criteria, input);
  if (problems.length > 0) return refused(...problems);

  const abstains = input.verdict === 'ABSTAIN';
  const scores = Object.fromEntries(input.scores.map(({ criterion, score }) => [criterion, score]));
  const judgement = {
    verdict: input.verdict,
    scores,
    total: abstains ? null : weightedTotal(criteria, scores),
    note: input.note?.trim() || null,
    updatedAt: deed.now,
  };
  const reviewId = await writeReview(deed, id, current.number, row.orgUnitId, judgement);
  await countReviews(deed, id, current.number, abstains);
  await audit(deed, 'review.submit', encodeId('rev', reviewId), {
    proposal: input.proposalId,
    revision: current.number,
    verdict: input.verdict,
  });
  return { id: reviewId };
}

type Judgement = Pick<
  InstanceType<(typeof ReviewSchema)['class']>,
  'verdict' | 'scores' | 'note' | 'updatedAt'
> & {
  total: string | null;
};

async function writeReview(
  { em, viewer, ...deed }: Deed,
  proposal: string,
  revisionNumber: number,
  unitId: string | null,
  judgement: Judgement,
): Promise<string> {
  const author = viewer.accountId!;
  const own = await em.findOne(ReviewSchema, { proposal, revisionNumber, author });
  if (own) {
    em.assign(own, judgement);
    await em.flush();
    return own.id;
  }
  const work = { em, viewer, ...deed };
  const id = newId();
  em.create(ReviewSchema, {
    id,
    proposal,
    revisionNumber,
    author,
    authorName: (await load(work, accountById, author))?.displayName ?? '',
    officeOf: (await load(work, unitById, unitId))?.name ?? '',
    ...judgement,
  });
  await em.flush();
  return id;
}

/** Notes that the own review is in, then counts those of the revision that count. */
async function countReviews(
  deed: Deed,
  proposalId: string,
  revision: number,
  abstained: boolean,
): Promise<void> {
  const rows = rowsOf<ProposalTables>(deed.em);
  await rows
    .updateTable('review_assignment')
    .set({ reviewed_revision: revision, abstained })
    .where('proposal_id', '=', proposalId)
    .where('account_id', '=', deed.viewer.accountId!)
    .execute();
  await beyondOwnRights(deed, async () => {
    await sql`select from review_round where proposal_id = ${proposalId} for update`.execute(rows);
    await sql`
      update review_round set reviews_in = (
        select count(*) from review r
        where r.proposal_id = ${proposalId} and r.revision_number = ${revision} and r.verdict <> 'ABSTAIN')
      where proposal_id = ${proposalId} and revision_number = ${revision}
    `.execute(rows);
  });
}
