import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Guarded } from '../platform/graph/guarded.ts';
import { Payload } from '../platform/graph/payload.graph.ts';
import { UuidScalar } from '../platform/graph/scalars.ts';
import { Review, ReviewVerdictEnum } from './review.graph.ts';
import type { ReviewVerdict } from './review.rules.ts';
import { DecisionOutcomeEnum, ProposalActionEnum } from './transition.graph.ts';
import type { DecisionOutcome, ProposalAction } from './transition.rules.ts';

@InputType('ProposalTransitionInput', {
  description:
    '`digest` is required for RECOMMEND, APPROVE and WAITLIST: one judges a text, not a row. ' +
    '`outcome` is for RECOMMEND.',
})
export class ProposalTransitionInput {
  @Field(() => UuidScalar, { description: 'Names this deed; sent again, nothing is done twice.' })
  idempotencyKey: string;

  @Field(() => ID, { description: 'The proposal.' })
  id: string;

  @Field(() => Int, { description: 'The version that was read.' })
  expectedVersion: number;

  @Field(() => ProposalActionEnum, { description: 'What to do.' })
  action: ProposalAction;

  @Field(() => String, { nullable: true, description: 'Digest of the revision that was judged.' })
  digest?: string | null;

  @Field(() => DecisionOutcomeEnum, { nullable: true, description: 'For RECOMMEND: what is advised.' })
  outcome?: DecisionOutcome | null;

  @Field(() => String, {
    nullable: true,
    description:
      'For REJECT: NOT_A_NEED, DUPLICATE, BUDGET, QUALITY, CAPACITY, CONFLICT, NO_ANSWER or OTHER.',
  })
  reasonCode?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'In words; required where the table of moves says so.',
  })
  reason?: string | null;

  @Field(() => ID, { nullable: true, description: 'For MERGE: the open proposal in which it goes on.' })
  mergeIntoId?: string | null;

  @Field(() => ID, { nullable: true, description: 'For FORWARD: the unit that is to receive it.' })
  forwardToId?: string | null;
}

@InputType('CriterionScoreInput', { description: 'The score of one criterion.' })
export class CriterionScoreInput {
  @Field(() => ID, { description: 'Key of the criterion.' })
  criterion: string;

  @Field(() => Int, { description: '0 to the maximum of the criterion.' })
  score: number;
}

@InputType('ReviewSubmitInput', {
  description:
    'Of the text with this digest. Every criterion once, none when abstaining; the note may be missing. Sent again, ' +
    'it replaces the own one.',
})
export class ReviewSubmitInput {
  @Field(() => UuidScalar, { description: 'Names this deed; sent again, nothing is done twice.' })
  idempotencyKey: string;

  @Field(() => ID, { description: 'The proposal.' })
  proposalId: string;

  @Field(() => String, { description: 'Digest of the revision that was judged.' })
  digest: string;

  @Field(() => ReviewVerdictEnum, { description: 'What you think.' })
  verdict: ReviewVerdict;

  @Field(() => [CriterionScoreInput], { description: 'Every criterion once; none when abstaining.' })
  scores: CriterionScoreInput[];

  @Field(() => String, { nullable: true, description: 'In words, at most 4 000 characters.' })
  note?: string | null;
}

@ObjectType('ReviewPayload', { description: 'What came of a review.', simpleResolvers: true })
@Guarded('inherit')
export class ReviewPayload extends Payload {
  @Field(() => Review, { nullable: true, description: 'The review; null when the deed was refused.' })
  review: Review | null;
}
