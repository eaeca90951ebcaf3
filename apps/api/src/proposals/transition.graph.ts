import { Field, ObjectType } from 'type-graphql';
import { connectionOf } from '../platform/graph/connection.graph.ts';
import { graphEnum } from '../platform/graph/enum.ts';
import { Guarded, Identified } from '../platform/graph/guarded.ts';
import { Node } from '../platform/graph/node.graph.ts';
import { DateTimeScalar } from '../platform/graph/scalars.ts';
import type { DecisionOutcome, Desk, ProposalAction, ProposalState, Turn } from './transition.rules.ts';

export const ProposalStateEnum = graphEnum<ProposalState>('ProposalState', 'Where a proposal stands.', {
  DRAFT: 'Being written; only its partner sees it.',
  SUBMITTED: 'Sent; the secretariat screens it.',
  IN_REVIEW: 'Reviewers judge it, then the approver decides.',
  CHANGES_REQUESTED: 'The partner is asked to change it.',
  WAITLISTED: 'Good, but it has to wait.',
  APPROVED: 'Approved; the partner is to confirm.',
  REJECTED: 'Turned down, with a reason.',
  WITHDRAWN: 'Taken back by its partner.',
  MERGED: 'Goes on inside another proposal.',
  CONFIRMED: 'Confirmed by the partner; to be scheduled.',
  SCHEDULED: 'Has dates and places.',
  DONE: 'Was held.',
  CANCELLED: 'Called off after the approval, with a reason.',
});

export const ProposalActionEnum = graphEnum<ProposalAction>('ProposalAction', 'What moves a proposal.', {
  SUBMIT: 'Partner: send it, complete.',
  FORWARD: 'Secretariat: hand it to another unit, with a reason.',
  RETURN: 'Secretariat: ask for a change before the review, in words.',
  START_REVIEW: 'Secretariat: assign the reviewers.',
  REQUEST_CHANGES: 'Reviewer, secretariat or approver: ask for a change, in words.',
  RESUBMIT: 'Partner: send the changed text.',
  RECOMMEND: 'Reviewer: advise on the text; internal.',
  APPROVE: 'Approver: approve the text with this digest.',
  WAITLIST: 'Approver: let it wait.',
  REJECT: 'Approver: turn it down, with a reason from the list and words.',
  MERGE: 'Secretariat: let it go on inside another one.',
  CONFIRM: 'Partner: confirm.',
  SCHEDULE: 'Secretariat: set dates and places; comes with programmes.',
  COMPLETE: 'The system, when the programme is finished.',
  CANCEL: 'Approver: call it off, with a reason.',
  WITHDRAW: "Partner's owner: take it back; with a reason once it was sent.",
});

export const TurnEnum = graphEnum<Turn>('Turn', 'Whose turn it is, as everybody may know.', {
  PARTNER: 'The partner.',
  GOVERNMENT: 'The government.',
  NOBODY: 'Nobody: it waits or is over.',
});

export const DeskEnum = graphEnum<Desk>('Desk', 'Whose turn it is inside the house.', {
  SECRETARIAT: 'The secretariat.',
  REVIEWER: 'The reviewers.',
  APPROVER: 'The approver.',
});

export const DecisionOutcomeEnum = graphEnum<DecisionOutcome>('DecisionOutcome', 'How a decision ended.', {
  APPROVED: 'Approved.',
  WAITLISTED: 'On the waitlist.',
  REJECTED: 'Rejected.',
});

@ObjectType('Transition', {
  implements: Node,
  description: 'One move of one proposal.',
  simpleResolvers: true,
})
@Guarded('proposalVisible')
@Identified('trn')
export class Transition implements Node {
  id: string;

  @Field(() => ProposalActionEnum, { description: 'What was done.' })
  action: ProposalAction;

  @Field(() => ProposalStateEnum, { description: 'From which state.' })
  from: ProposalState;

  @Field(() => ProposalStateEnum, { description: 'To which state.' })
  to: ProposalState;

  @Field(() => String, { nullable: true, description: 'Reason from the list; null when none was asked.' })
  reasonCode: string | null;

  @Field(() => String, { nullable: true, description: 'Reason in words; null when none was given.' })
  reason: string | null;

  @Field(() => DateTimeScalar, { description: 'When.' })
  occurredAt: string;
}

export const TransitionConnection = connectionOf('Transition', () => Transition);

@ObjectType('Decision', { description: 'What was decided, over which text.', simpleResolvers: true })
@Guarded('proposalVisible')
export class Decision {
  @Field(() => DecisionOutcomeEnum, { description: 'How it ended.' })
  outcome: DecisionOutcome;

  @Field(() => String, {
    nullable: true,
    description: 'Reason from the list, for a rejection; null otherwise.',
  })
  reasonCode: string | null;

  @Field(() => String, { nullable: true, description: 'In words; null when nothing was noted.' })
  note: string | null;

  @Field(() => String, { description: 'Digest of the text that was judged.' })
  digest: string;

  @Field(() => DateTimeScalar, { description: 'When it was taken.' })
  decidedAt: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was published; null before.' })
  publishedAt: string | null;
}
