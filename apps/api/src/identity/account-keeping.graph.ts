import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Guarded } from '../platform/graph/guarded.ts';
import { Payload } from '../platform/graph/payload.graph.ts';
import { DateScalar, DateTimeScalar, UuidScalar } from '../platform/graph/scalars.ts';
import { AsnProfile } from '../organisation/asn.graph.ts';
import { Account, RoleAssignment, RoleEnum } from './account.graph.ts';
import type { Role } from './role.rules.ts';

const KEY = { description: 'Names this deed; sent again, nothing is done twice.' };

@InputType('AccountCreateInput', { description: 'A new account; its owner is written to.' })
export class AccountCreateInput {
  @Field(() => UuidScalar, KEY)
  idempotencyKey: string;

  @Field(() => String, { description: 'Name as others see it: 3 to 120 characters.' })
  displayName: string;

  @Field(() => String, { description: 'Address to sign in with; of no other account.' })
  email: string;

  @Field(() => ID, { nullable: true, description: 'The profile of a civil servant; null for others.' })
  asnProfileId?: string | null;
}

/** Names the account on which something is done. */
@InputType()
abstract class AccountDeedInput {
  @Field(() => UuidScalar, KEY)
  idempotencyKey: string;

  @Field(() => ID, { description: 'The account; never your own.' })
  accountId: string;
}

@InputType('AccountSendLinkInput', { description: 'Writes to the owner of an account.' })
export class AccountSendLinkInput extends AccountDeedInput {}

@InputType('AccountPrintCodeInput', { description: 'Makes a code for the owner of an account.' })
export class AccountPrintCodeInput extends AccountDeedInput {}

@InputType('AccountCloseInput', { description: 'Closes an account.' })
export class AccountCloseInput extends AccountDeedInput {}

@InputType('AccountReopenInput', { description: 'Opens an account again.' })
export class AccountReopenInput extends AccountDeedInput {}

@InputType('AsnPrintCodeInput', { description: 'Names the civil servant who needs a new password.' })
export class AsnPrintCodeInput {
  @Field(() => UuidScalar, KEY)
  idempotencyKey: string;

  @Field(() => ID, { description: 'The profile, of your units.' })
  asnProfileId: string;
}

@InputType('RoleGrantInput', { description: 'A role for an account, at a unit and below it.' })
export class RoleGrantInput {
  @Field(() => UuidScalar, KEY)
  idempotencyKey: string;

  @Field(() => ID, { description: 'Who gets it; never you.' })
  accountId: string;

  @Field(() => RoleEnum, {
    description: 'The role. ADMIN goes with no other, and waits for a second administrator.',
  })
  role: Role;

  @Field(() => ID, {
    nullable: true,
    description: 'The unit, one of yours. Null: everywhere, for ADMIN only.',
  })
  orgUnitId?: string | null;

  @Field(() => DateScalar, { description: 'First day.' })
  from: string;

  @Field(() => DateScalar, { nullable: true, description: 'Last day, included; null while it is open.' })
  until?: string | null;

  @Field(() => String, { description: 'Basis: decree, or acting (Plh, Plt); 5 to 200 characters.' })
  basis: string;
}

@InputType('RoleConfirmInput', { description: 'The second yes to an administrator.' })
export class RoleConfirmInput {
  @Field(() => UuidScalar, KEY)
  idempotencyKey: string;

  @Field(() => ID, { description: 'The role that waits.' })
  roleId: string;
}

@InputType('RoleEndInput', { description: 'When a role ends.' })
export class RoleEndInput {
  @Field(() => UuidScalar, KEY)
  idempotencyKey: string;

  @Field(() => ID, { description: 'The role.' })
  roleId: string;

  @Field(() => DateScalar, { description: 'Last day, included; yesterday ends it at once.' })
  until: string;
}

@ObjectType('AccountPayload', { description: 'What came of a deed on an account.', simpleResolvers: true })
@Guarded('inherit')
export class AccountPayload extends Payload {
  @Field(() => Account, { nullable: true, description: 'The account; null when the deed was refused.' })
  account: Account | null;
}

@ObjectType('AccountCodePayload', {
  description: '`code` is shown this once; a repeated call returns null for it.',
  simpleResolvers: true,
})
@Guarded('inherit')
export class AccountCodePayload extends AccountPayload {
  @Field(() => String, { nullable: true, description: 'The code to print and hand over; null otherwise.' })
  code: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the code holds no more; null without one.',
  })
  endsAt: string | null;
}

@ObjectType('AsnCodePayload', {
  description: '`code` is shown this once; a repeated call returns null for it.',
  simpleResolvers: true,
})
@Guarded('inherit')
export class AsnCodePayload extends Payload {
  @Field(() => AsnProfile, {
    nullable: true,
    description: 'The civil servant; null when the deed was refused.',
  })
  asnProfile: AsnProfile | null;

  @Field(() => String, { nullable: true, description: 'The code to print and hand over; null otherwise.' })
  code: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the code holds no more; null without one.',
  })
  endsAt: string | null;
}

@ObjectType('RolePayload', { description: 'What came of a deed on a role.', simpleResolvers: true })
@Guarded('inherit')
export class RolePayload extends Payload {
  @Field(() => RoleAssignment, { nullable: true, description: 'The role; null when the deed was refused.' })
  role: RoleAssignment | null;
}
