import { Field, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../platform/graph/connection.graph.ts';
import { graphEnum } from '../platform/graph/enum.ts';
import { Guarded, Identified } from '../platform/graph/guarded.ts';
import { Node } from '../platform/graph/node.graph.ts';
import type { CompetencyKind } from './competency.rules.ts';

export const CompetencyKindEnum = graphEnum<CompetencyKind>(
  'CompetencyKind',
  'Families of competencies (PermenPANRB 38/2017).',
  {
    MANAGERIAL: 'Leading and organising work; the same for all posts.',
    SOCIO_CULTURAL: 'Working among people of many cultures; the same for all posts.',
    TECHNICAL: "Knowledge and skill of a field, from the sector's dictionary.",
  },
);

@ObjectType('CompetencyLevel', {
  description: 'A level of a competency, as behaviour that can be seen.',
  simpleResolvers: true,
})
@Guarded('public')
export class CompetencyLevel {
  @Field(() => Int, { description: '1 to 5.' })
  level: number;

  @Field(() => String, { description: 'Name of the level.' })
  name: string;

  @Field(() => String, { description: 'What somebody at this level does.' })
  description: string;
}

@ObjectType('Competency', {
  implements: Node,
  description: 'A competency of the published framework.',
  simpleResolvers: true,
})
@Guarded('public')
@Identified('cmp')
export class Competency implements Node {
  id: string;

  @Field(() => String, { description: 'Code in the framework, e.g. M.03.' })
  code: string;

  @Field(() => String, { description: 'Name.' })
  name: string;

  @Field(() => String, { description: 'What it means.' })
  definition: string;

  @Field(() => CompetencyKindEnum, { description: 'Which family it belongs to.' })
  kind: CompetencyKind;
}

@ObjectType('CompetencyStandard', {
  implements: Node,
  description: 'Level that a post requires.',
  simpleResolvers: true,
})
@Guarded('public')
@Identified('std')
export class CompetencyStandard implements Node {
  id: string;

  @Field(() => Int, { description: 'Level that the post requires, 1 to 5.' })
  requiredLevel: number;
}

export const CompetencyConnection = connectionOf('Competency', () => Competency);
