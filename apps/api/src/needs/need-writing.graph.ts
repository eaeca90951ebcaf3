import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Guarded } from '../platform/graph/guarded.ts';
import { Payload } from '../platform/graph/payload.graph.ts';
import { DateScalar, DecimalScalar, UuidScalar } from '../platform/graph/scalars.ts';
import { IndicatorDirectionEnum, Need, NeedActionEnum, NeedSourceEnum } from './need.graph.ts';
import type { IndicatorDirection, NeedAction, NeedSource } from './need.rules.ts';

@InputType('NeedIndicatorInput', { description: 'What should improve in the service, and from where.' })
export class NeedIndicatorInput {
  @Field(() => String, { description: 'What is measured: 3 to 200 characters.' })
  name: string;

  @Field(() => String, { description: 'In what: 1 to 40 characters.' })
  unit: string;

  @Field(() => IndicatorDirectionEnum, { description: 'Which way is better.' })
  better: IndicatorDirection;

  @Field(() => DecimalScalar, { nullable: true, description: 'Value at the start, if measured.' })
  baseline?: string | null;

  @Field(() => String, { nullable: true, description: 'Where the value comes from, at most 200 characters.' })
  source?: string | null;
}

@InputType('NeedCreateInput', { description: 'A new need, as a draft of its unit.' })
export class NeedCreateInput {
  @Field(() => UuidScalar, { description: 'Names this deed; sent again, nothing is done twice.' })
  idempotencyKey: string;

  @Field(() => ID, { description: 'The unit that owns it.' })
  orgUnitId: string;

  @Field(() => String, { description: '10 to 150 characters.' })
  title: string;

  @Field(() => String, { description: 'Why: 10 to 2 000 characters.' })
  rationale: string;

  @Field(() => NeedSourceEnum, { description: 'Where it comes from.' })
  source: NeedSource;

  @Field(() => ID, { description: 'What is to be learnt.' })
  competencyId: string;

  @Field(() => Int, { description: 'The level to reach, 1 to 5.' })
  targetLevel: number;

  @Field(() => [ID], { description: 'Whose people it is for: 1 to 50 units.' })
  forUnitIds: string[];

  @Field(() => [ID], { nullable: true, description: 'The duties that it serves, at most 50.' })
  dutyIds?: string[] | null;

  @Field(() => Int, { nullable: true, description: 'People affected, if known.' })
  headcount?: number | null;

  @Field(() => DateScalar, { nullable: true, description: 'When it should be met; not in the past.' })
  dueOn?: string | null;

  @Field(() => NeedIndicatorInput, { nullable: true, description: 'What should improve.' })
  indicator?: NeedIndicatorInput | null;
}

@InputType('NeedTransitionInput', { description: 'A move of a need.' })
export class NeedTransitionInput {
  @Field(() => UuidScalar, { description: 'Names this deed; sent again, nothing is done twice.' })
  idempotencyKey: string;

  @Field(() => ID, { description: 'The need.' })
  id: string;

  @Field(() => Int, { description: 'The version that was read.' })
  expectedVersion: number;

  @Field(() => NeedActionEnum, { description: 'What to do.' })
  action: NeedAction;

  @Field(() => String, { nullable: true, description: 'For CLOSE: why, 3 to 2 000 characters.' })
  reason?: string | null;
}

@ObjectType('NeedPayload', { description: 'What came of a deed on a need.', simpleResolvers: true })
@Guarded('inherit')
export class NeedPayload extends Payload {
  @Field(() => Need, { nullable: true, description: 'The need; null when the deed was refused.' })
  need: Need | null;
}
