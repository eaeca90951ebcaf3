import { Field, Int, ObjectType } from 'type-graphql';
import { Guarded } from '../platform/graph/guarded.ts';
import { DateTimeScalar } from '../platform/graph/scalars.ts';
import { NeedStateEnum } from '../needs/need.graph.ts';
import type { NeedState } from '../needs/need.rules.ts';
import { ProposalStateEnum } from '../proposals/transition.graph.ts';
import type { ProposalState } from '../proposals/transition.rules.ts';

@ObjectType('StateCount', { description: 'How many proposals stand in a state.', simpleResolvers: true })
@Guarded('aggregate')
export class StateCount {
  @Field(() => ProposalStateEnum, { description: 'The state.' })
  state: ProposalState;

  @Field(() => Int, { description: 'Exactly how many.' })
  count: number;
}

@ObjectType('NeedStateCount', { description: 'How many needs stand in a state.', simpleResolvers: true })
@Guarded('aggregate')
export class NeedStateCount {
  @Field(() => NeedStateEnum, { description: 'The state.' })
  state: NeedState;

  @Field(() => Int, { description: 'Exactly how many.' })
  count: number;
}

@ObjectType('Dashboard', {
  description:
    'Aggregates only; groups of people under `minimumGroupSize` are suppressed, proposals are counted exactly. ' +
    'A token sees its unit and below.',
  simpleResolvers: true,
})
@Guarded('aggregate')
export class Dashboard {
  @Field(() => DateTimeScalar, { description: 'When the numbers were last brought up to date.' })
  asOf: string;

  @Field(() => Int, { description: 'Smaller groups of people are not shown.' })
  minimumGroupSize: number;
}

@ObjectType('NeedCoverageBucket', { description: 'How far one need is answered.' })
@Guarded('aggregate')
export class NeedCoverageBucket {
  @Field(() => Int, {
    nullable: true,
    description: 'People affected; for tokens null under five and rounded to five. Null when unknown.',
  })
  headcount: number | null;

  @Field(() => Int, { description: 'Seats of the approved proposals, as sent.' })
  seats: number;
}

@ObjectType('PublicFigures', {
  description: 'Counts that anyone may know: no people, no drafts.',
  simpleResolvers: true,
})
@Guarded('public')
export class PublicFigures {
  @Field(() => DateTimeScalar, { description: 'When they were counted.' })
  asOf: string;

  @Field(() => Int, { description: 'Tasks of posts.' })
  duties: number;

  @Field(() => Int, { description: 'Posts.' })
  positions: number;

  @Field(() => Int, { description: 'Needs that are open to partners.' })
  openNeeds: number;

  @Field(() => Int, { description: 'Of the public needs, those with an approved proposal.' })
  answeredNeeds: number;

  @Field(() => Int, { description: 'Verified partners.' })
  partners: number;

  @Field(() => Int, { description: 'Proposals that were sent, whatever came of them.' })
  proposals: number;

  @Field(() => Int, { description: 'Seats of the approved ones.' })
  seats: number;
}
