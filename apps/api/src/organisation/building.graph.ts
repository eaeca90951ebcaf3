import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Guarded } from '../platform/graph/guarded.ts';
import { Payload } from '../platform/graph/payload.graph.ts';
import { UuidScalar } from '../platform/graph/scalars.ts';
import { Position, PositionKindEnum } from './position.graph.ts';
import type { PositionKind } from './position.rules.ts';
import { OrgUnit, OrgUnitKindEnum } from './unit.graph.ts';
import type { OrgUnitKind } from './unit.rules.ts';

const KEY = { description: 'Names this deed; sent again, nothing is done twice.' };
const VERSION = { description: 'The version that you read.' };

@InputType('OrgUnitCreateInput', { description: 'A new unit below one that you administer.' })
export class OrgUnitCreateInput {
  @Field(() => UuidScalar, KEY)
  idempotencyKey: string;

  @Field(() => String, {
    description: 'Capitals, digits and dots, such as KPG.ALK; 2 to 40, of no other unit.',
  })
  code: string;

  @Field(() => String, { description: 'Name as written in letters: 3 to 150 characters.' })
  name: string;

  @Field(() => OrgUnitKindEnum, { description: 'What sort of unit it is.' })
  kind: OrgUnitKind;

  @Field(() => ID, { nullable: true, description: 'The unit above; null for a CITY, and for nothing else.' })
  parentId?: string | null;
}

@InputType('OrgUnitUpdateInput', { description: 'Another code or name for a unit that you administer.' })
export class OrgUnitUpdateInput {
  @Field(() => UuidScalar, KEY)
  idempotencyKey: string;

  @Field(() => ID, { description: 'The unit.' })
  id: string;

  @Field(() => Int, VERSION)
  expectedVersion: number;

  @Field(() => String, { description: 'Its code, of no other unit.' })
  code: string;

  @Field(() => String, { description: 'Its name: 3 to 150 characters.' })
  name: string;
}

@InputType('PositionCreateInput', { description: 'A new post in a unit that you administer.' })
export class PositionCreateInput {
  @Field(() => UuidScalar, KEY)
  idempotencyKey: string;

  @Field(() => ID, { description: 'The unit that it belongs to.' })
  orgUnitId: string;

  @Field(() => String, { description: 'Name of the post: 3 to 150 characters.' })
  title: string;

  @Field(() => PositionKindEnum, { description: 'Which family of posts it belongs to.' })
  kind: PositionKind;

  @Field(() => ID, { nullable: true, description: 'The post it answers to; null at the head.' })
  reportsToId?: string | null;
}

@InputType('PositionUpdateInput', { description: 'Changes a post of a unit that you administer.' })
export class PositionUpdateInput {
  @Field(() => UuidScalar, KEY)
  idempotencyKey: string;

  @Field(() => ID, { description: 'The post.' })
  id: string;

  @Field(() => Int, VERSION)
  expectedVersion: number;

  @Field(() => String, { description: 'Name of the post: 3 to 150 characters.' })
  title: string;

  @Field(() => PositionKindEnum, { description: 'Which family of posts it belongs to.' })
  kind: PositionKind;

  @Field(() => ID, { nullable: true, description: 'The post it answers to; null at the head. No circles.' })
  reportsToId?: string | null;
}

@ObjectType('OrgUnitPayload', { description: 'What came of a deed on a unit.', simpleResolvers: true })
@Guarded('inherit')
export class OrgUnitPayload extends Payload {
  @Field(() => OrgUnit, { nullable: true, description: 'The unit; null when the deed was refused.' })
  orgUnit: OrgUnit | null;
}

@ObjectType('PositionPayload', { description: 'What came of a deed on a post.', simpleResolvers: true })
@Guarded('inherit')
export class PositionPayload extends Payload {
  @Field(() => Position, { nullable: true, description: 'The post; null when the deed was refused.' })
  position: Position | null;
}
