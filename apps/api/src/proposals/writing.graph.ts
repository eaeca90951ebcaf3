import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { MoneyInput } from '../platform/graph/basics.graph.ts';
import { Guarded } from '../platform/graph/guarded.ts';
import { Payload } from '../platform/graph/payload.graph.ts';
import { DateScalar, DecimalScalar, UuidScalar } from '../platform/graph/scalars.ts';
import { DeliveryModeEnum, FundingSourceEnum, NeedStrengthEnum, ProgrammeKindEnum } from './content.graph.ts';
import type { DeliveryMode, FundingSource, NeedStrength, ProgrammeKind } from './content.rules.ts';
import { Proposal } from './proposal.graph.ts';

const keyText = 'Names a row across revisions; leave it out for a new one.';

@InputType('NeedLinkInput', { description: 'A link to a need.' })
export class NeedLinkInput {
  @Field(() => ID, { description: 'The need.' })
  needId: string;

  @Field(() => NeedStrengthEnum, { defaultValue: 'PRIMARY', description: 'How strongly it is answered.' })
  strength: NeedStrength;

  @Field(() => String, { nullable: true, description: 'How, at most 500 characters.' })
  note?: string | null;
}

@InputType('TargetOutcomeInput', { description: 'What people should be able to do after it.' })
export class TargetOutcomeInput {
  @Field(() => ID, { description: 'The competency.' })
  competencyId: string;

  @Field(() => Int, { nullable: true, description: 'Level that people start from, 1 to 5.' })
  fromLevel?: number | null;

  @Field(() => Int, { description: 'Level that people reach, 1 to 5, not below the first.' })
  toLevel: number;

  @Field(() => String, { nullable: true, description: 'How it is measured, at most 1 000 characters.' })
  measure?: string | null;
}

@InputType('PlannedSessionInput', { description: 'A session. `key` names a row across revisions.' })
export class PlannedSessionInput {
  @Field(() => ID, { nullable: true, description: keyText })
  key?: string | null;

  @Field(() => String, { description: 'What it is about, at most 200 characters.' })
  title: string;

  @Field(() => Int, { description: '15 to 600.' })
  minutes: number;

  @Field(() => String, { nullable: true, description: 'How it is taught, at most 200 characters.' })
  method?: string | null;
}

@InputType('SpeakerInput', { description: 'Somebody who teaches. `key` names a row across revisions.' })
export class SpeakerInput {
  @Field(() => ID, { nullable: true, description: keyText })
  key?: string | null;

  @Field(() => String, { description: 'Name, at most 200 characters.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'Where the speaker works, at most 200 characters.' })
  affiliation?: string | null;

  @Field(() => String, { nullable: true, description: 'What the speaker knows, at most 200 characters.' })
  expertise?: string | null;
}

@InputType('BudgetLineInput', { description: 'A line of the budget. `key` names a row across revisions.' })
export class BudgetLineInput {
  @Field(() => ID, { nullable: true, description: keyText })
  key?: string | null;

  @Field(() => String, { description: 'What is paid for, at most 200 characters.' })
  description: string;

  @Field(() => DecimalScalar, { description: '0 to 10⁶, two decimals at most.' })
  quantity: string;

  @Field(() => String, { description: 'Of what, at most 40 characters.' })
  unit: string;

  @Field(() => MoneyInput, { description: 'Price of one, whole rupiah.' })
  unitPrice: MoneyInput;

  @Field(() => FundingSourceEnum, { description: 'Who pays.' })
  source: FundingSource;
}

@InputType('ProposalContentInput', { description: 'Parts that are left out stay as they are; null empties.' })
export class ProposalContentInput {
  @Field(() => String, { nullable: true, description: '10 to 150 characters.' })
  title?: string | null;

  @Field(() => ProgrammeKindEnum, { nullable: true, description: 'Sort of programme.' })
  kind?: ProgrammeKind | null;

  @Field(() => DeliveryModeEnum, { nullable: true, description: 'Where people meet.' })
  mode?: DeliveryMode | null;

  @Field(() => String, { nullable: true, description: 'In short, at most 1 200 characters.' })
  summary?: string | null;

  @Field(() => String, { nullable: true, description: 'Why, at most 4 000 characters.' })
  rationale?: string | null;

  @Field(() => String, { nullable: true, description: 'What it is to reach, at most 4 000 characters.' })
  objectives?: string | null;

  @Field(() => String, { nullable: true, description: 'Who should come, at most 1 000 characters.' })
  audience?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What people with disabilities find, at most 1 000 characters.',
  })
  accessNeeds?: string | null;

  @Field(() => Int, { nullable: true, description: 'Fewest people, 1 to 100 000, not above the most.' })
  capacityMin?: number | null;

  @Field(() => Int, { nullable: true, description: 'Most people, 1 to 100 000.' })
  capacityMax?: number | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day that suits.' })
  preferredFrom?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day that suits, not before the first.' })
  preferredUntil?: string | null;

  @Field(() => String, { nullable: true, description: 'Place or link, at most 200 characters.' })
  place?: string | null;

  @Field(() => [TargetOutcomeInput], { nullable: true, description: 'All outcomes, at most 50.' })
  outcomes?: TargetOutcomeInput[] | null;

  @Field(() => [PlannedSessionInput], { nullable: true, description: 'All sessions, at most 50.' })
  sessions?: PlannedSessionInput[] | null;

  @Field(() => [SpeakerInput], { nullable: true, description: 'All speakers, at most 50.' })
  speakers?: SpeakerInput[] | null;

  @Field(() => [BudgetLineInput], { nullable: true, description: 'All lines, at most 50.' })
  budget?: BudgetLineInput[] | null;
}

@InputType('ProposalCreateInput', {
  description:
    '`title` in the content is required; unit and needs may be missing in a draft. At SUBMIT the receiving unit is ' +
    'fixed: `orgUnitId`, else the owner of the first PRIMARY need; it must have a secretariat.',
})
export class ProposalCreateInput {
  @Field(() => UuidScalar, { description: 'Names this deed; sent again, nothing is done twice.' })
  idempotencyKey: string;

  @Field(() => ID, { description: 'The partner for which you write.' })
  partnerId: string;

  @Field(() => ID, { nullable: true, description: 'The unit that is to receive it.' })
  orgUnitId?: string | null;

  @Field(() => [NeedLinkInput], { description: 'The needs that it answers, at most 50.' })
  needs: NeedLinkInput[];

  @Field(() => String, {
    nullable: true,
    description: 'Why, without a published need; at most 4 000 characters.',
  })
  initiativeReason?: string | null;

  @Field(() => ProposalContentInput, { description: 'The text.' })
  content: ProposalContentInput;
}

@InputType('ProposalUpdateInput', { description: 'Changes the draft; what is left out stays as it is.' })
export class ProposalUpdateInput {
  @Field(() => UuidScalar, { description: 'Names this deed; sent again, nothing is done twice.' })
  idempotencyKey: string;

  @Field(() => ID, { description: 'The proposal.' })
  id: string;

  @Field(() => Int, { description: 'The version that was read.' })
  expectedVersion: number;

  @Field(() => ID, { nullable: true, description: 'The unit that is to receive it.' })
  orgUnitId?: string | null;

  @Field(() => [NeedLinkInput], { nullable: true, description: 'All links of the partner, at most 50.' })
  needs?: NeedLinkInput[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why, without a published need; at most 4 000 characters.',
  })
  initiativeReason?: string | null;

  @Field(() => ProposalContentInput, { nullable: true, description: 'The parts of the text that change.' })
  content?: ProposalContentInput | null;
}

@InputType('ProposalLinkNeedsInput', {
  description:
    "By secretariat or approver, from SUBMITTED to WAITLISTED: replaces the government's links, not the partner's.",
})
export class ProposalLinkNeedsInput {
  @Field(() => UuidScalar, { description: 'Names this deed; sent again, nothing is done twice.' })
  idempotencyKey: string;

  @Field(() => ID, { description: 'The proposal.' })
  id: string;

  @Field(() => Int, { description: 'The version that was read.' })
  expectedVersion: number;

  @Field(() => [NeedLinkInput], { description: 'All links of the government, at most 50.' })
  needs: NeedLinkInput[];
}

@ObjectType('ProposalPayload', { description: 'What came of a deed on a proposal.', simpleResolvers: true })
@Guarded('inherit')
export class ProposalPayload extends Payload {
  @Field(() => Proposal, {
    nullable: true,
    description: 'The proposal; null when the deed was refused, or handed it out of your sight.',
  })
  proposal: Proposal | null;
}
