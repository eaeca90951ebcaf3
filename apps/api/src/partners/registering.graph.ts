import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { graphEnum } from '../platform/graph/enum.ts';
import { Guarded, Identified } from '../platform/graph/guarded.ts';
import { Node } from '../platform/graph/node.graph.ts';
import { Payload } from '../platform/graph/payload.graph.ts';
import { DateTimeScalar, UuidScalar } from '../platform/graph/scalars.ts';
import { Partner, PartnerKindEnum } from './partner.graph.ts';
import type { PartnerCheck, PartnerKind, PartnerOutcome } from './partner.rules.ts';

const KEY = { description: 'Names this deed; sent again, nothing is done twice.' };

export const PartnerCheckEnum = graphEnum<PartnerCheck>(
  'PartnerCheck',
  'What is looked at before a partner proposes.',
  {
    LEGAL: 'It exists by law: its decree, deed or permit was found in the register.',
    AUTHORITY: 'Whoever owns the account may speak for it.',
    CONTACT: 'Address and phone reach it.',
    CONDUCT: 'Nothing speaks against working with it: no blacklist, no open dispute.',
  },
);

export const PartnerOutcomeEnum = graphEnum<PartnerOutcome>(
  'PartnerOutcome',
  'What the secretariat answers.',
  {
    VERIFY: 'It may send proposals.',
    RETURN: 'Something is missing or unclear.',
    SUSPEND: 'It may send nothing for the time being.',
  },
);

@ObjectType('PartnerRegistration', {
  description: 'What a partner says of itself to those who verify it.',
  simpleResolvers: true,
})
@Guarded('partnerPapers')
export class PartnerRegistration {
  @Field(() => String, { description: 'Number of its decree, deed or permit.' })
  legalNumber: string;

  @Field(() => String, { description: 'Where letters reach it.' })
  address: string;

  @Field(() => String, { description: 'Phone of the institution.' })
  phone: string;

  @Field(() => DateTimeScalar, { description: 'When it was sent last.' })
  submittedAt: string;
}

@ObjectType('PartnerAnswer', {
  description: 'An answer of the secretariat to a partner.',
  simpleResolvers: true,
})
@Guarded('partnerPapers')
export class PartnerAnswer {
  @Field(() => PartnerOutcomeEnum, { description: 'What was answered.' })
  outcome: PartnerOutcome;

  @Field(() => [PartnerCheckEnum], { description: 'The checks that were met.' })
  met: PartnerCheck[];

  @Field(() => String, { nullable: true, description: 'Why; null for a plain yes.' })
  reason: string | null;

  @Field(() => DateTimeScalar, { description: 'When.' })
  at: string;
}

@ObjectType('PartnerJoin', {
  implements: Node,
  description: 'Somebody asks to act for a partner. The one who asks and the owners see it.',
  simpleResolvers: true,
})
@Guarded('inherit')
@Identified('joi')
export class PartnerJoin implements Node {
  id: string;

  @Field(() => String, { description: 'Name of the one who asks.' })
  displayName: string;

  @Field(() => String, { description: 'Address of the one who asks.' })
  email: string;

  @Field(() => DateTimeScalar, { description: 'When it was asked.' })
  askedAt: string;

  @Field(() => Boolean, { nullable: true, description: 'The answer; null while it waits.' })
  accepted: boolean | null;
}

/** What an institution says of itself. */
@InputType()
abstract class PartnerFactsInput {
  @Field(() => UuidScalar, KEY)
  idempotencyKey: string;

  @Field(() => String, { description: 'Its full name: 5 to 150 characters.' })
  name: string;

  @Field(() => PartnerKindEnum, { description: 'What sort of organisation it is.' })
  kind: PartnerKind;

  @Field(() => String, { description: 'What it can teach, for everybody to read: 20 to 600 characters.' })
  summary: string;

  @Field(() => String, {
    nullable: true,
    description: 'Its site, an http or https address; null without one.',
  })
  website?: string | null;

  @Field(() => String, { description: 'Number of its decree, deed or permit: 5 to 100 characters.' })
  legalNumber: string;

  @Field(() => String, { description: 'Where letters reach it: 10 to 300 characters.' })
  address: string;

  @Field(() => String, { description: 'Phone of the institution: 8 to 15 digits.' })
  phone: string;
}

@InputType('PartnerRegisterInput', { description: 'A new institution; you are its owner.' })
export class PartnerRegisterInput extends PartnerFactsInput {}

@InputType('PartnerUpdateInput', { description: 'Corrects an institution of yours, and sends it in again.' })
export class PartnerUpdateInput extends PartnerFactsInput {
  @Field(() => ID, { description: 'The partner.' })
  id: string;

  @Field(() => Int, { description: 'The version that you read.' })
  expectedVersion: number;
}

@InputType('PartnerAnswerInput', { description: 'The answer to a registration.' })
export class PartnerAnswerInput {
  @Field(() => UuidScalar, KEY)
  idempotencyKey: string;

  @Field(() => ID, { description: 'The partner.' })
  partnerId: string;

  @Field(() => Int, { description: 'The version that you read.' })
  expectedVersion: number;

  @Field(() => PartnerOutcomeEnum, { description: 'What you answer.' })
  outcome: PartnerOutcome;

  @Field(() => [PartnerCheckEnum], { description: 'The checks that are met; all of them to VERIFY.' })
  met: PartnerCheck[];

  @Field(() => String, {
    nullable: true,
    description: 'Why, for the owners to read: 10 to 1 000 characters; may be left out to VERIFY.',
  })
  reason?: string | null;
}

@InputType('PartnerAskInput', { description: 'You ask to act for a partner.' })
export class PartnerAskInput {
  @Field(() => UuidScalar, KEY)
  idempotencyKey: string;

  @Field(() => ID, { description: 'The partner.' })
  partnerId: string;
}

@InputType('PartnerJoinAnswerInput', { description: 'An owner answers somebody who asked to join.' })
export class PartnerJoinAnswerInput {
  @Field(() => UuidScalar, KEY)
  idempotencyKey: string;

  @Field(() => ID, { description: 'The request.' })
  joinId: string;

  @Field(() => Boolean, { description: 'Whether the person is let in.' })
  accept: boolean;
}

@InputType('PartnerInviteInput', { description: 'An owner brings in a colleague.' })
export class PartnerInviteInput {
  @Field(() => UuidScalar, KEY)
  idempotencyKey: string;

  @Field(() => ID, { description: 'The partner.' })
  partnerId: string;

  @Field(() => String, { description: 'Name of the colleague: 3 to 120 characters.' })
  displayName: string;

  @Field(() => String, { description: 'Address of the colleague.' })
  email: string;
}

@InputType('PartnerRemoveInput', { description: 'Somebody acts for a partner no more.' })
export class PartnerRemoveInput {
  @Field(() => UuidScalar, KEY)
  idempotencyKey: string;

  @Field(() => ID, { description: 'The membership: your own, or one of your partner.' })
  membershipId: string;
}

@ObjectType('PartnerPayload', { description: 'What came of a deed on a partner.', simpleResolvers: true })
@Guarded('inherit')
export class PartnerPayload extends Payload {
  @Field(() => Partner, { nullable: true, description: 'The partner; null when the deed was refused.' })
  partner: Partner | null;
}

@ObjectType('PartnerJoinPayload', { description: 'What came of asking to join.', simpleResolvers: true })
@Guarded('inherit')
export class PartnerJoinPayload extends Payload {
  @Field(() => PartnerJoin, { nullable: true, description: 'The request; null when the deed was refused.' })
  join: PartnerJoin | null;
}
