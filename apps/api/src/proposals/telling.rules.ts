import type { ProposalAction, ProposalState } from './transition.rules.ts';

/** A circle of people who are told of a move, and why it came to them. */
export type Circle = 'PARTNER_MEMBERS' | 'TARGET_MEMBERS' | 'SECRETARIAT' | 'REVIEWERS' | 'APPROVERS';

const toPartner: readonly Circle[] = ['PARTNER_MEMBERS'];

/** Who is told of which move: the one whose turn it is now, and the partner whenever the house has spoken. */
const told: Record<ProposalAction, readonly Circle[]> = {
  SUBMIT: ['SECRETARIAT'],
  FORWARD: ['SECRETARIAT', 'PARTNER_MEMBERS'],
  RETURN: toPartner,
  START_REVIEW: ['REVIEWERS', 'PARTNER_MEMBERS'],
  REQUEST_CHANGES: toPartner,
  RESUBMIT: ['SECRETARIAT'],
  RECOMMEND: ['APPROVERS'],
  APPROVE: toPartner,
  WAITLIST: toPartner,
  REJECT: toPartner,
  MERGE: ['PARTNER_MEMBERS', 'TARGET_MEMBERS'],
  CONFIRM: ['SECRETARIAT'],
  SCHEDULE: toPartner,
  COMPLETE: toPartner,
  CANCEL: toPartner,
  WITHDRAW: ['SECRETARIAT'],
};

/** The circles that learn of a move. What never left the partner's house is nobody's business. */
export function circlesOf(action: ProposalAction, from: ProposalState, to: ProposalState): readonly Circle[] {
  if (from === 'DRAFT' && to === 'WITHDRAWN') return [];
  return action === 'RESUBMIT' && to === 'IN_REVIEW' ? ['REVIEWERS'] : told[action];
}
