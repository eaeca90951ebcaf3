import { Field, ObjectType } from 'type-graphql';
import { connectionOf } from '../platform/graph/connection.graph.ts';
import { graphEnum } from '../platform/graph/enum.ts';
import { Guarded, Identified } from '../platform/graph/guarded.ts';
import { Node } from '../platform/graph/node.graph.ts';
import { DateScalar, DateTimeScalar } from '../platform/graph/scalars.ts';
import type { AccountAction, AccountState } from './account.rules.ts';
import type { Role, RoleAction } from './role.rules.ts';

export const RoleEnum = graphEnum<Role>(
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

export const AccountStateEnum = graphEnum<AccountState>(
  'AccountState',
  'Whether one can sign in with an account.',
  {
    INVITED: 'Its owner has not set a password yet.',
    ACTIVE: 'In use.',
    CLOSED: 'Closed by an administrator.',
  },
);

export const AccountActionEnum = graphEnum<AccountAction>(
  'AccountAction',
  'What may be done with an account.',
  {
    SEND_LINK: 'Write to its owner, with a link to set a password.',
    PRINT_CODE: 'Make a code to set a password, to be printed and handed over.',
    GRANT_ROLE: 'Give a role.',
    CLOSE: 'Close it at once.',
    REOPEN: 'Open it again.',
  },
);

export const RoleActionEnum = graphEnum<RoleAction>('RoleAction', 'What may be done with a role.', {
  CONFIRM: 'Say the second yes to an administrator.',
  END: 'Set its last day.',
});

@ObjectType('RoleAssignment', {
  implements: Node,
  description: 'A role at a unit and everything under it, between two dates.',
  simpleResolvers: true,
})
@Guarded('inherit')
@Identified('rol')
export class RoleAssignment implements Node {
  id: string;

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

  @Field(() => Boolean, {
    description: 'Waits for a second administrator, and holds for nothing until then.',
  })
  pending: boolean;
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
