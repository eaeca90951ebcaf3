import { Field, ObjectType } from 'type-graphql';
import { connectionOf } from '../platform/graph/connection.graph.ts';
import { graphEnum } from '../platform/graph/enum.ts';
import { Guarded, Identified } from '../platform/graph/guarded.ts';
import { Node, Versioned } from '../platform/graph/node.graph.ts';
import type { PartnerKind, PartnerState } from './partner.rules.ts';

export const PartnerKindEnum = graphEnum<PartnerKind>(
  'PartnerKind',
  'What sort of organisation a partner is.',
  {
    UNIVERSITY: 'University, polytechnic or college.',
    NGO: 'Non-governmental organisation.',
    GOVERNMENT: 'Another body of the state.',
    COMPANY: 'A company.',
  },
);

export const PartnerStateEnum = graphEnum<PartnerState>('PartnerState', 'Whether a partner may propose.', {
  PENDING: 'Registered, its papers not yet checked.',
  VERIFIED: 'Checked; may send proposals.',
  SUSPENDED: 'May send nothing for the time being.',
});

@ObjectType('Partner', {
  implements: [Node, Versioned],
  description: 'An organisation that can teach what is needed.',
  simpleResolvers: true,
})
@Guarded('partnerVisible')
@Identified('ptn')
export class Partner implements Node, Versioned {
  id: string;
  version: number;
  updatedAt: string;

  @Field(() => String, { description: 'Its name.' })
  name: string;

  @Field(() => PartnerKindEnum, { description: 'What sort of organisation it is.' })
  kind: PartnerKind;

  @Field(() => PartnerStateEnum, { description: 'Whether it may propose.' })
  state: PartnerState;

  @Field(() => String, {
    nullable: true,
    description: 'What it can teach, in its own words; null when not written.',
  })
  summary: string | null;

  @Field(() => String, { nullable: true, description: 'Its site; null without one.' })
  website: string | null;
}

@ObjectType('PartnerMembership', {
  implements: Node,
  description: 'Owners manage members and sign; members write and send.',
  simpleResolvers: true,
})
@Guarded('partnerMember')
@Identified('mem')
export class PartnerMembership implements Node {
  id: string;

  @Field(() => String, { description: 'Name of the member.' })
  displayName: string;

  @Field(() => Boolean, { description: 'Whether the member is an owner.' })
  owner: boolean;
}

export const PartnerConnection = connectionOf('Partner', () => Partner);
export const PartnerMembershipConnection = connectionOf('PartnerMembership', () => PartnerMembership);
