import { Field, ObjectType } from 'type-graphql';
import { connectionOf } from '../platform/graph/connection.graph.ts';
import { graphEnum } from '../platform/graph/enum.ts';
import { Guarded, Identified } from '../platform/graph/guarded.ts';
import { Node, Versioned } from '../platform/graph/node.graph.ts';
import { DateScalar } from '../platform/graph/scalars.ts';
import type { EmploymentKind } from './asn.rules.ts';

const EmploymentKindEnum = graphEnum<EmploymentKind>('EmploymentKind', 'How a civil servant is employed.', {
  PNS: 'Permanent civil servant.',
  PPPK: 'Government employee with a work agreement.',
});

@ObjectType('AsnEmployment', {
  description: '`nip`: 18 digits without spaces. A null field means that it is not known.',
  simpleResolvers: true,
})
@Guarded('asnSelfLineOrHr')
export class AsnEmployment {
  @Field(() => String, {
    description: 'Civil servant number, 18 digits. Its front tells birth date and sex.',
  })
  nip: string;

  @Field(() => String, { nullable: true, description: 'Rank and class; null when unknown.' })
  rank: string | null;

  @Field(() => EmploymentKindEnum, { description: 'How the person is employed.' })
  employmentKind: EmploymentKind;

  @Field(() => DateScalar, { nullable: true, description: 'In the present post since; null when unknown.' })
  positionSince: string | null;
}

@ObjectType('AsnPersonalData', {
  description: 'Personal data in the sense of UU 27/2022. A null field means that it is not known.',
  simpleResolvers: true,
})
@Guarded('asnSelfOrHr')
export class AsnPersonalData {
  @Field(() => DateScalar, { nullable: true, description: 'Birth date; null when unknown.' })
  bornOn: string | null;

  @Field(() => String, { nullable: true, description: 'Phone number; null when unknown.' })
  phone: string | null;

  @Field(() => String, { nullable: true, description: 'Private e-mail; null when unknown.' })
  privateEmail: string | null;
}

@ObjectType('AsnProfile', {
  implements: [Node, Versioned],
  description:
    'A civil servant: directory facts here, personal data in nullable groups with one policy each.',
  simpleResolvers: true,
})
@Guarded('asnDirectory')
@Identified('asn')
export class AsnProfile implements Node, Versioned {
  id: string;
  version: number;
  updatedAt: string;
}

export const AsnProfileConnection = connectionOf('AsnProfile', () => AsnProfile);
