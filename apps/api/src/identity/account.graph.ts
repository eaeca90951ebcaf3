import { Field, ObjectType } from 'type-graphql';
import { connectionOf } from '../platform/graph/connection.graph.ts';
import { graphEnum } from '../platform/graph/enum.ts';
import { Guarded, Identified } from '../platform/graph/guarded.ts';
import { Node } from '../platform/graph/node.graph.ts';
import { DateScalar, DateTimeScalar } from '../platform/graph/scalars.ts';
import type { Role } from './role.rules.ts';

const RoleEnum = graphEnum<Role>(
  'Role',
  'Roles of the house. Being an ASN follows from the profile, supervising from the post, ' +
    'acting for a partner from the membership.',
  {
    SECRETARIAT: 'Screens, forwards, starts reviews, publishes needs.',
    REVIEWER: 'Scores and recommends the proposals assigned to him or her.',
    APPROVER: 'Decides, over the text that was reviewed.',
    LEADERSHIP: 'Reads the numbers of the unit.',
    HR: 'Keeps framework, needs and personnel records.',
    ADMIN: 'Runs the system; decides nothing and reads no proposal.',
  },
);

@ObjectType('RoleAssignment', {
  description: 'A role at a unit and everything under it, between two dates.',
  simpleResolvers: true,
})
@Guarded('inherit')
export class RoleAssignment {
  @Field(() => RoleEnum, { description: 'The role.' })
  role: Role;

  @Field(() => DateScalar, { description: 'First day.' })
  from: string;

  @Field(() => DateScalar, { nullable: true, description: 'Last day, included; null while it is open.' })
  until: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Basis: decree, or acting (Plh, Plt). Null when not noted.',
  })
  basis: string | null;
}

@ObjectType('Account', {
  implements: Node,
  description: 'Somebody who can sign in.',
  simpleResolvers: true,
})
@Guarded('selfOrAdmin')
@Identified('acc')
export class Account implements Node {
  id: string;

  @Field(() => String, { description: 'Name as others see it.' })
  displayName: string;

  @Field(() => String, {
    nullable: true,
    description: 'Address to sign in with; null when not yours to see.',
  })
  email: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Last use, to the minute; null when never.' })
  lastSeenAt: string | null;
}

export const AccountConnection = connectionOf('Account', () => Account);
