import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../platform/graph/connection.graph.ts';
import { graphEnum } from '../platform/graph/enum.ts';
import { Guarded, Identified } from '../platform/graph/guarded.ts';
import { Node } from '../platform/graph/node.graph.ts';
import { DateScalar, DateTimeScalar, DecimalScalar } from '../platform/graph/scalars.ts';
import type { DeliveryMode, FundingSource, NeedStrength, ProgrammeKind } from './content.rules.ts';

export const ProgrammeKindEnum = graphEnum<ProgrammeKind>('ProgrammeKind', 'What sort of programme it is.', {
  SEMINAR: 'Talks and discussion.',
  WORKSHOP: 'Practice on own cases.',
  TRAINING: 'A course with exercises and a test.',
  WEBINAR: 'Talks online.',
  MENTORING: 'Accompaniment at work over weeks.',
});

export const DeliveryModeEnum = graphEnum<DeliveryMode>('DeliveryMode', 'Where people meet.', {
  ON_SITE: 'In one place.',
  ONLINE: 'Over the net.',
  HYBRID: 'Both.',
});

export const NeedStrengthEnum = graphEnum<NeedStrength>(
  'NeedStrength',
  'How strongly a proposal answers a need.',
  {
    PRIMARY: 'It is made for it.',
    SUPPORTING: 'It helps with it.',
  },
);

export const FundingSourceEnum = graphEnum<FundingSource>('FundingSource', 'Who pays.', {
  PARTNER: 'The partner.',
  GOVERNMENT: 'The government.',
  SHARED: 'Both.',
  SPONSOR: 'Somebody else.',
});

@ObjectType('TargetOutcome', {
  description: 'What people should be able to do after it.',
  simpleResolvers: true,
})
@Guarded('inherit')
export class TargetOutcome {
  @Field(() => Int, { nullable: true, description: 'Level that people start from; null when open.' })
  fromLevel: number | null;

  @Field(() => Int, { description: 'Level that people reach, 1 to 5.' })
  toLevel: number;

  @Field(() => String, { nullable: true, description: 'How it is measured; null when not said.' })
  measure: string | null;
}

@ObjectType('PlannedSession', { description: 'One session as planned.', simpleResolvers: true })
@Guarded('inherit')
export class PlannedSession {
  @Field(() => ID, { description: 'Names the row across revisions.' })
  key: string;

  @Field(() => String, { description: 'What it is about.' })
  title: string;

  @Field(() => Int, { description: 'Length, 15 to 600 minutes.' })
  minutes: number;

  @Field(() => String, { nullable: true, description: 'How it is taught; null when not said.' })
  method: string | null;
}

@ObjectType('Speaker', { description: 'Somebody who teaches.', simpleResolvers: true })
@Guarded('inherit')
export class Speaker {
  @Field(() => ID, { description: 'Names the row across revisions.' })
  key: string;

  @Field(() => String, { description: 'Name.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'Where the speaker works; null when not said.' })
  affiliation: string | null;

  @Field(() => String, { nullable: true, description: 'What the speaker knows; null when not said.' })
  expertise: string | null;
}

@ObjectType('BudgetLine', { description: 'One line of the budget.', simpleResolvers: true })
@Guarded('inherit')
export class BudgetLine {
  @Field(() => ID, { description: 'Names the row across revisions.' })
  key: string;

  @Field(() => String, { description: 'What is paid for.' })
  description: string;

  @Field(() => DecimalScalar, { description: 'How many, up to 10⁶ with two decimals.' })
  quantity: string;

  @Field(() => String, { description: 'Of what.' })
  unit: string;

  @Field(() => FundingSourceEnum, { description: 'Who pays.' })
  source: FundingSource;
}

@ObjectType('ProposalContent', {
  description:
    'Nullable parts may be empty in a draft; sending asks for all but access needs, dates and place.',
  simpleResolvers: true,
})
@Guarded('inherit')
export class ProposalContent {
  @Field(() => String, { description: 'Title, 10 to 150 characters.' })
  title: string;

  @Field(() => ProgrammeKindEnum, { nullable: true, description: 'Sort of programme; null when still open.' })
  kind: ProgrammeKind | null;

  @Field(() => DeliveryModeEnum, { nullable: true, description: 'Where people meet; null when still open.' })
  mode: DeliveryMode | null;

  @Field(() => String, {
    nullable: true,
    description: 'In short, at most 1 200 characters; null when unwritten.',
  })
  summary: string | null;

  @Field(() => String, { nullable: true, description: 'Why; null when unwritten.' })
  rationale: string | null;

  @Field(() => String, { nullable: true, description: 'What it is to reach; null when unwritten.' })
  objectives: string | null;

  @Field(() => String, { nullable: true, description: 'Who should come, in words; null when unwritten.' })
  audience: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What people with disabilities find; null when unwritten.',
  })
  accessNeeds: string | null;

  @Field(() => Int, { nullable: true, description: 'Fewest people; null when open.' })
  capacityMin: number | null;

  @Field(() => Int, { nullable: true, description: 'Most people; null when open.' })
  capacityMax: number | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day that suits; null when open.' })
  preferredFrom: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day that suits; null when open.' })
  preferredUntil: string | null;

  @Field(() => String, { nullable: true, description: 'Place or link; null when open.' })
  place: string | null;

  @Field(() => [TargetOutcome], { description: 'What people should be able to do.' })
  outcomes: TargetOutcome[];

  @Field(() => [PlannedSession], { description: 'The sessions, in their order.' })
  sessions: PlannedSession[];

  @Field(() => [Speaker], { description: 'Who teaches.' })
  speakers: Speaker[];

  @Field(() => [BudgetLine], { description: 'What it costs.' })
  budget: BudgetLine[];
}

@ObjectType('ProposalRevision', { implements: Node, description: 'Frozen text.', simpleResolvers: true })
@Guarded('proposalVisible')
@Identified('prv')
export class ProposalRevision implements Node {
  id: string;

  @Field(() => Int, { description: '1, 2, 3 …' })
  number: number;

  @Field(() => ProposalContent, { description: 'The text.' })
  content: ProposalContent;

  @Field(() => String, {
    description:
      '64 hex digits: SHA-256 of the stored canonical JSON (RFC 8785, with a format number; content, the ' +
      "partner's links and reason); what the approver signs.",
  })
  digest: string;

  @Field(() => DateTimeScalar, { description: 'When it was frozen.' })
  createdAt: string;
}

export const ProposalRevisionConnection = connectionOf('ProposalRevision', () => ProposalRevision);
