import { Field, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../platform/graph/connection.graph.ts';
import { graphEnum } from '../platform/graph/enum.ts';
import { Guarded, Identified } from '../platform/graph/guarded.ts';
import { Node } from '../platform/graph/node.graph.ts';
import type { PositionKind } from './position.rules.ts';

export const PositionKindEnum = graphEnum<PositionKind>(
  'PositionKind',
  'The three families of posts (UU 20/2023).',
  {
    STRUCTURAL: 'Leads a unit (jabatan manajerial).',
    FUNCTIONAL: 'A profession with its own ladder (jabatan fungsional).',
    GENERAL: 'Carries out and administers (pelaksana).',
  },
);

@ObjectType('Position', {
  implements: Node,
  description: 'A post. Duties and standards hang here, not on the person.',
  simpleResolvers: true,
})
@Guarded('public')
@Identified('pos')
export class Position implements Node {
  id: string;

  @Field(() => String, { description: 'Name of the post.' })
  title: string;

  @Field(() => PositionKindEnum, { description: 'Which family of posts it belongs to.' })
  kind: PositionKind;

  @Field(() => Int, { description: 'Grows by one with every change; send it back as `expectedVersion`.' })
  version: number;
}

@ObjectType('Duty', {
  implements: Node,
  description: 'One task of a post (uraian tugas).',
  simpleResolvers: true,
})
@Guarded('public')
@Identified('dty')
export class Duty implements Node {
  id: string;

  @Field(() => String, { description: 'The task in words.' })
  description: string;

  @Field(() => Int, { description: '1 ordinary, 2 important, 3 critical to public service.' })
  weight: number;
}

export const PositionConnection = connectionOf('Position', () => Position);
