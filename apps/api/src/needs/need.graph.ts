import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { OrderDirection } from '../platform/graph/basics.graph.ts';
import { connectionOf } from '../platform/graph/connection.graph.ts';
import { graphEnum } from '../platform/graph/enum.ts';
import { Guarded, Identified, OneOf } from '../platform/graph/guarded.ts';
import { Node, Versioned } from '../platform/graph/node.graph.ts';
import { DateScalar, DateTimeScalar, DecimalScalar } from '../platform/graph/scalars.ts';
import type { IndicatorDirection, NeedAction, NeedDeed, NeedSource, NeedState } from './need.rules.ts';

export const NeedStateEnum = graphEnum<NeedState>('NeedState', 'Where a need stands.', {
  DRAFT: 'Written down, not yet checked.',
  VERIFIED: 'Checked, not yet public.',
  PUBLISHED: 'Open to partners.',
  PLANNED: 'A programme is scheduled for it.',
  MET: 'Evaluation says that it is met.',
  CLOSED: 'No longer pursued, with a reason.',
});

export const NeedActionEnum = graphEnum<NeedAction>(
  'NeedAction',
  'What staff of the owning unit do with a need.',
  {
    VERIFY: 'Confirm that it is real and well described.',
    PUBLISH: 'Open it to partners and the public, for good.',
    CLOSE: 'End it, with a reason.',
  },
);

export const NeedDeedEnum = graphEnum<NeedDeed>('NeedDeed', 'What is done with a need; each of it once.', {
  WRITE: 'Written down by its unit.',
  VERIFY: 'Confirmed that it is real and well described.',
  PUBLISH: 'Opened to partners and the public.',
  CLOSE: 'Ended, with a reason.',
});

export const NeedSourceEnum = graphEnum<NeedSource>('NeedSource', 'Where a need comes from.', {
  INDIVIDUAL_GAP: 'From gaps of single people, gathered.',
  UNIT_DEMAND: 'Asked for by a unit.',
  STRATEGIC: 'From a plan or a rule.',
});

export const IndicatorDirectionEnum = graphEnum<IndicatorDirection>(
  'IndicatorDirection',
  'Which way of an indicator is better.',
  { HIGHER: 'More is better.', LOWER: 'Less is better.' },
);

const NeedOrderFieldEnum = graphEnum<'PRIORITY' | 'DUE_ON' | 'UPDATED_AT'>(
  'NeedOrderField',
  'Orders of needs.',
  {
    PRIORITY: 'By the score of the priority.',
    DUE_ON: 'By due date; those without one are the latest.',
    UPDATED_AT: 'By the last change.',
  },
);

@ObjectType('NeedMove', { description: 'One step in the life of a need.', simpleResolvers: true })
@Guarded('inherit')
export class NeedMove {
  @Field(() => NeedDeedEnum, { description: 'What was done.' })
  deed: NeedDeed;

  @Field(() => DateTimeScalar, { description: 'When.' })
  at: string;

  @Field(() => String, { nullable: true, description: 'Why it was closed; null for every other step.' })
  reason: string | null;
}

@ObjectType('NeedPriority', {
  description: '100 times the weighted geometric mean of four parts, each 0 to 1.',
  simpleResolvers: true,
})
@Guarded('inherit')
export class NeedPriority {
  @Field(() => DecimalScalar, { description: '0 to 100, one decimal.' })
  score: string;

  @Field(() => DecimalScalar, { description: 'How far those below the level are from it.' })
  severity: string;

  @Field(() => DecimalScalar, { description: 'How many of the people whose post requires it.' })
  reach: string;

  @Field(() => DecimalScalar, { description: 'How heavy the duties are that it serves.' })
  weight: string;

  @Field(() => DecimalScalar, { description: 'How near the due date is.' })
  urgency: string;

  @Field(() => [String], {
    description: 'Names of the parts that are assumed because no evidence is there yet.',
  })
  assumed: string[];
}

@ObjectType('NeedIndicator', {
  description: 'What should improve in the service, and from where.',
  simpleResolvers: true,
})
@Guarded('inherit')
export class NeedIndicator {
  @Field(() => String, { description: 'What is measured.' })
  name: string;

  @Field(() => String, { description: 'In what it is measured.' })
  unit: string;

  @Field(() => IndicatorDirectionEnum, { description: 'Which way is better.' })
  better: IndicatorDirection;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Value at the start; null when not yet measured.',
  })
  baseline: string | null;

  @Field(() => String, { nullable: true, description: 'Where the value comes from; null when not noted.' })
  source: string | null;
}

@ObjectType('Need', {
  implements: [Node, Versioned],
  description:
    'What is to be learnt, by whom, by when, and why. Public once it has been published, whatever comes later.',
  simpleResolvers: true,
})
@Guarded('needVisible')
@Identified('ned')
export class Need implements Node, Versioned {
  id: string;
  version: number;
  updatedAt: string;

  @Field(() => String, { description: 'Human code, e.g. KBT-2026-0017.' })
  code: string;

  @Field(() => String, { description: 'What is to be learnt, in a line.' })
  title: string;

  @Field(() => String, { description: 'Why.' })
  rationale: string;

  @Field(() => NeedStateEnum, { description: 'Where it stands.' })
  state: NeedState;

  @Field(() => NeedSourceEnum, { description: 'Where it comes from.' })
  source: NeedSource;

  @Field(() => Int, { description: 'The level to reach, 1 to 5.' })
  targetLevel: number;

  @Field(() => DateScalar, { nullable: true, description: 'When it should be met; null when open.' })
  dueOn: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it became public; null before.' })
  publishedAt: string | null;
}

export const NeedConnection = connectionOf('Need', () => Need);

@InputType('NeedFilter', {
  description: 'All parts ANDed; lists of at most 100. What is left out does not matter.',
})
export class NeedFilterInput {
  @Field(() => [NeedStateEnum], { nullable: true, description: 'One of these states.' })
  state?: NeedState[] | null;

  @Field(() => [NeedSourceEnum], { nullable: true, description: 'One of these sources.' })
  source?: NeedSource[] | null;

  @Field(() => [ID], { nullable: true, description: 'One of these competencies.' })
  competency?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Owned by one of these units or a unit below.' })
  orgUnit?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Part of the title, three characters at least.' })
  search?: string | null;
}

@InputType('NeedOrder', { description: 'The order of a list of needs.' })
export class NeedOrderInput {
  @Field(() => NeedOrderFieldEnum, { defaultValue: 'PRIORITY', description: 'By what.' })
  field: 'PRIORITY' | 'DUE_ON' | 'UPDATED_AT';

  @Field(() => OrderDirection, { defaultValue: 'DESC', description: 'Which end first.' })
  direction: 'ASC' | 'DESC';
}

@InputType('NeedBy', { description: 'Exactly one way to find a need.' })
@OneOf()
export class NeedBy {
  @Field(() => ID, { nullable: true, description: 'By its id.' })
  id?: string | null;

  @Field(() => String, { nullable: true, description: 'By its human code.' })
  code?: string | null;
}
