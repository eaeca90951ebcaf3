import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { DateTimeRange, OrderDirection } from '../platform/graph/basics.graph.ts';
import { connectionOf } from '../platform/graph/connection.graph.ts';
import { graphEnum } from '../platform/graph/enum.ts';
import { Guarded, Identified, OneOf } from '../platform/graph/guarded.ts';
import { Node, Versioned } from '../platform/graph/node.graph.ts';
import { DateScalar, DateTimeScalar } from '../platform/graph/scalars.ts';
import { NeedStrengthEnum } from './content.graph.ts';
import type { NeedStrength } from './content.rules.ts';
import { DeskEnum, ProposalStateEnum, TurnEnum } from './transition.graph.ts';
import type { Desk, ProposalState, Turn } from './transition.rules.ts';

@ObjectType('Proposal', {
  implements: [Node, Versioned],
  description: 'An offer by a partner to a unit. Text lives in revisions; only transitions move the state.',
  simpleResolvers: true,
})
@Guarded('proposalVisible')
@Identified('prp')
export class Proposal implements Node, Versioned {
  id: string;
  version: number;
  updatedAt: string;

  @Field(() => String, { description: 'Human code, e.g. USL-2026-0142.' })
  code: string;

  @Field(() => ProposalStateEnum, { description: 'Where it stands.' })
  state: ProposalState;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Day by which it should move on; the same for everybody, a recommendation does not touch it. ' +
      'Null while nothing is due.',
  })
  dueOn: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was sent first; null before.' })
  submittedAt: string | null;
}

export const ProposalConnection = connectionOf('Proposal', () => Proposal);

@ObjectType('ProposalNeed', { description: 'A need that a proposal answers.', simpleResolvers: true })
@Guarded('inherit')
export class ProposalNeed {
  @Field(() => NeedStrengthEnum, { description: 'How strongly.' })
  strength: NeedStrength;

  @Field(() => Boolean, { description: 'True when the government made the link.' })
  byGovernment: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'How it answers the need; null when nothing was noted.',
  })
  note: string | null;
}

const ProposalOrderFieldEnum = graphEnum<'UPDATED_AT' | 'CODE' | 'SUBMITTED_AT' | 'DUE_ON'>(
  'ProposalOrderField',
  'Orders of proposals.',
  {
    UPDATED_AT: 'By the last change.',
    CODE: 'By code.',
    SUBMITTED_AT: 'By the day it was sent; those unsent are the latest.',
    DUE_ON: 'By due date; those without one are the latest.',
  },
);

@InputType('ProposalOrder', { description: 'The order of a list of proposals.' })
export class ProposalOrderInput {
  @Field(() => ProposalOrderFieldEnum, { defaultValue: 'UPDATED_AT', description: 'By what.' })
  field: 'UPDATED_AT' | 'CODE' | 'SUBMITTED_AT' | 'DUE_ON';

  @Field(() => OrderDirection, { defaultValue: 'DESC', description: 'Which end first.' })
  direction: 'ASC' | 'DESC';
}

@InputType('ProposalFilter', {
  description:
    'All parts ANDed; lists of at most 100. `desk` is for staff; `waitsForMe` means a deed of this viewer is due ' +
    '(a review of the own, a turn of the own partner or desk).',
})
export class ProposalFilterInput {
  @Field(() => [ProposalStateEnum], { nullable: true, description: 'One of these states.' })
  state?: ProposalState[] | null;

  @Field(() => [ID], { nullable: true, description: 'Of one of these partners.' })
  partner?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Received by one of these units or a unit below.' })
  orgUnit?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Answering one of these needs.' })
  need?: string[] | null;

  @Field(() => [TurnEnum], { nullable: true, description: 'Waiting for one of these.' })
  waitingFor?: Turn[] | null;

  @Field(() => [DeskEnum], { nullable: true, description: 'At one of these desks; for staff.' })
  desk?: Desk[] | null;

  @Field(() => Boolean, { nullable: true, description: 'A deed of this viewer is due, or none is.' })
  waitsForMe?: boolean | null;

  @Field(() => DateTimeRange, { nullable: true, description: 'Changed last within this range.' })
  updatedAt?: DateTimeRange | null;

  @Field(() => String, { nullable: true, description: 'Part of the title, three characters at least.' })
  search?: string | null;
}

@InputType('ProposalBy', { description: 'Exactly one way to find a proposal.' })
@OneOf()
export class ProposalBy {
  @Field(() => ID, { nullable: true, description: 'By its id.' })
  id?: string | null;

  @Field(() => String, { nullable: true, description: 'By its human code.' })
  code?: string | null;
}
