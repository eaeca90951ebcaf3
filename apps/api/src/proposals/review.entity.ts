import { defineEntity, p } from '@mikro-orm/postgresql';
import { knownValues } from '../platform/database/check.ts';
import { guardedBy } from '../platform/database/row-policy.ts';
import { AccountSchema } from '../identity/account.entity.ts';
import { OrgUnitSchema } from '../organisation/unit.entity.ts';
import {
  assignmentVisible,
  internalPartVisible,
  recommendationVisible,
  reviewVisible,
} from './proposal.access.ts';
import { ProposalSchema } from './proposal.entity.ts';
import { reviewVerdicts, type ReviewVerdict, type Scores } from './review.rules.ts';
import { decisionOutcomes, type DecisionOutcome } from './transition.rules.ts';

/** One line of the rubric in force. Public. */
export const CriterionSchema = defineEntity({
  name: 'Criterion',
  tableName: 'criterion',
  checks: [{ name: 'criterion_bounds', expression: 'weight >= 0 and maximum > 0' }],
  properties: {
    key: p.text().primary(),
    seq: p.smallint(),
    name: p.text(),
    description: p.text(),
    weight: p.smallint(),
    maximum: p.smallint(),
    independent: p.boolean(),
  },
});

/** Who is to review a proposal. Remembers the last revision that he or she reviewed: what others wrote shows then. */
export const ReviewAssignmentSchema = defineEntity({
  name: 'ReviewAssignment',
  tableName: 'review_assignment',
  ...guardedBy('review_assignment', assignmentVisible),
  indexes: [{ name: 'review_assignment_account', properties: ['account', 'proposal'] }],
  properties: {
    proposal: () => p.manyToOne(ProposalSchema).mapToPk().primary().deleteRule('cascade'),
    account: () => p.manyToOne(AccountSchema).mapToPk().primary().deleteRule('restrict'),
    orgUnit: () => p.manyToOne(OrgUnitSchema).mapToPk().deleteRule('restrict'),
    reviewedRevision: p.integer().default(0),
    /** The last own review was an abstention. */
    abstained: p.boolean().default(false),
  },
});

/** How far the review of a revision has come. Beside the proposal, so that nothing of it shows outside. */
export const ReviewRoundSchema = defineEntity({
  name: 'ReviewRound',
  tableName: 'review_round',
  ...guardedBy('review_round', internalPartVisible),
  properties: {
    proposal: () => p.manyToOne(ProposalSchema).mapToPk().primary().deleteRule('cascade'),
    revisionNumber: p.integer().primary(),
    required: p.smallint(),
    reviewsIn: p.smallint().default(0),
    recommended: p.boolean().default(false),
  },
});

/** A reviewer's judgement of one revision; sent again, it replaces the own one. */
export const ReviewSchema = defineEntity({
  name: 'Review',
  tableName: 'review',
  ...guardedBy('review', reviewVisible),
  uniques: [{ name: 'review_once', properties: ['proposal', 'revisionNumber', 'author'] }],
  checks: [
    knownValues('review', 'verdict', reviewVerdicts),
    { name: 'review_total', expression: `(verdict = 'ABSTAIN') = (total is null)` },
  ],
  properties: {
    id: p.uuid().primary(),
    version: p.integer().version(),
    updatedAt: p.datetime(3),
    proposal: () => p.manyToOne(ProposalSchema).mapToPk().deleteRule('cascade'),
    revisionNumber: p.integer(),
    author: () => p.manyToOne(AccountSchema).mapToPk().deleteRule('restrict'),
    authorName: p.text(),
    officeOf: p.text(),
    verdict: p.text().$type<ReviewVerdict>(),
    scores: p.json<Scores>(),
    total: p.decimal().precision(4).scale(1).nullable(),
    note: p.text().nullable(),
  },
});

/** What the reviewers advise on a revision; a later one replaces it. */
export const RecommendationSchema = defineEntity({
  name: 'Recommendation',
  tableName: 'recommendation',
  ...guardedBy('recommendation', recommendationVisible),
  checks: [knownValues('recommendation', 'outcome', decisionOutcomes)],
  properties: {
    proposal: () => p.manyToOne(ProposalSchema).mapToPk().primary().deleteRule('cascade'),
    revisionNumber: p.integer().primary(),
    outcome: p.text().$type<DecisionOutcome>(),
    note: p.text().nullable(),
    digest: p.text(),
    account: () => p.manyToOne(AccountSchema).mapToPk().deleteRule('restrict'),
    actorName: p.text(),
    officeOf: p.text(),
    at: p.datetime(3),
  },
});

export const reviewEntities = [
  CriterionSchema,
  ReviewAssignmentSchema,
  ReviewRoundSchema,
  ReviewSchema,
  RecommendationSchema,
];
