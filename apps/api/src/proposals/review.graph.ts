import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../platform/graph/connection.graph.ts';
import { graphEnum } from '../platform/graph/enum.ts';
import { Guarded, Identified } from '../platform/graph/guarded.ts';
import { Node, Versioned } from '../platform/graph/node.graph.ts';
import { DateTimeScalar, DecimalScalar } from '../platform/graph/scalars.ts';
import type { ReviewVerdict } from './review.rules.ts';
import { DecisionOutcomeEnum } from './transition.graph.ts';
import type { DecisionOutcome } from './transition.rules.ts';

export const ReviewVerdictEnum = graphEnum<ReviewVerdict>('ReviewVerdict', 'What a reviewer thinks.', {
  APPROVE: 'It should be approved.',
  REVISE: 'It should be changed first.',
  REJECT: 'It should be turned down.',
  ABSTAIN: 'No judgement; does not count.',
});

@ObjectType('Criterion', {
  description: 'One line of the rubric; an independent one stays outside the total.',
  simpleResolvers: true,
})
@Guarded('public')
export class Criterion {
  @Field(() => ID, { description: 'Names the line.' })
  key: string;

  @Field(() => String, { description: 'Name.' })
  name: string;

  @Field(() => String, { description: 'What to look at.' })
  description: string;

  @Field(() => Int, { description: 'Weight in the total.' })
  weight: number;

  @Field(() => Int, { description: 'Highest score; the lowest is 0.' })
  maximum: number;

  @Field(() => Boolean, { description: 'Stays outside the total.' })
  independent: boolean;
}

@ObjectType('CriterionScore', { description: 'The score of one criterion.', simpleResolvers: true })
@Guarded('inherit')
export class CriterionScore {
  @Field(() => Criterion, { description: 'The line of the rubric.' })
  criterion: Criterion;

  @Field(() => Int, { description: '0 to the maximum of the criterion.' })
  score: number;
}

@ObjectType('Review', {
  implements: [Node, Versioned],
  description: "A reviewer's judgement of one revision.",
  simpleResolvers: true,
})
@Guarded('reviewVisible')
@Identified('rev')
export class Review implements Node, Versioned {
  id: string;
  version: number;
  updatedAt: string;

  @Field(() => Int, { description: 'Which revision was judged.' })
  revisionNumber: number;

  @Field(() => ReviewVerdictEnum, { description: 'What the reviewer thinks.' })
  verdict: ReviewVerdict;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Weighted mean of the scores, 0 to 100; null when abstaining.',
  })
  total: string | null;

  @Field(() => String, { nullable: true, description: 'In words; null when nothing was noted.' })
  note: string | null;
}

export const ReviewConnection = connectionOf('Review', () => Review);

@ObjectType('ProposalRecommendation', {
  description: 'What the reviewers advise, over one text.',
  simpleResolvers: true,
})
@Guarded('staff')
export class ProposalRecommendation {
  @Field(() => DecisionOutcomeEnum, { description: 'What they advise.' })
  outcome: DecisionOutcome;

  @Field(() => String, { nullable: true, description: 'In words; null when nothing was noted.' })
  note: string | null;

  @Field(() => String, { description: 'Digest of the text that was judged.' })
  digest: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  at: string;
}
