import {
  actionsFrom,
  draftStates,
  linkableStates,
  proposalMoves,
  type Doer,
  type ProposalAction,
  type ProposalState,
} from './transition.rules.ts';

/** How a viewer stands to a proposal, and how far the review of its current revision has come. */
export interface Stance {
  state: ProposalState;
  /** Belongs to the proposing partner: acts for it, and therefore judges nothing. */
  isMember: boolean;
  isOwner: boolean;
  /** Roles at the receiving unit or above it. */
  isSecretariat: boolean;
  isApprover: boolean;
  isAssigned: boolean;
  /** Has reviewed some revision of it. */
  hasReviewed: boolean;
  /** The own review of the current revision: in and no abstention. */
  hasJudgedCurrent: boolean;
  reviewsIn: number;
  reviewsRequired: number;
  isRecommended: boolean;
  linkedNeeds: number;
}

export type Refusal =
  | 'not_permitted'
  | 'conflict_of_interest'
  | 'state_conflict'
  | 'review_first'
  | 'reviews_missing'
  | 'recommendation_missing'
  | 'need_missing'
  | 'reviewed_it_yourself';

const asks: Record<Doer, (stance: Stance) => boolean> = {
  MEMBER: (stance) => stance.isMember,
  OWNER: (stance) => stance.isOwner,
  SECRETARIAT: (stance) => stance.isSecretariat,
  REVIEWER: (stance) => stance.isAssigned,
  APPROVER: (stance) => stance.isApprover,
  NOBODY_YET: () => false,
};

const partnersDoers: readonly Doer[] = ['MEMBER', 'OWNER'];

/** Deeds of judgement: closed to members of the partner (`design.md`, conflict). */
const decisions: readonly ProposalAction[] = ['APPROVE', 'WAITLIST', 'REJECT'];

/**
 * Why a viewer may not do this now; null when he or she may. What only shows when the deed is done (its digest, its
 * reason, the completeness of the text) is judged there.
 */
export function refusalOf(action: ProposalAction, stance: Stance): Refusal | null {
  const doer = doerOf(action, stance);
  if (doer === null) return 'not_permitted';
  if (stance.isMember && !partnersDoers.includes(doer)) return 'conflict_of_interest';
  if (!proposalMoves[action].from.includes(stance.state)) return 'state_conflict';
  if (decisions.includes(action)) return refusalToDecide(action, stance);
  return action === 'RECOMMEND' ? refusalToRecommend(stance) : null;
}

function refusalToRecommend(stance: Stance): Refusal | null {
  if (!stance.hasJudgedCurrent) return 'review_first';
  return stance.reviewsIn < stance.reviewsRequired ? 'reviews_missing' : null;
}

function refusalToDecide(action: ProposalAction, stance: Stance): Refusal | null {
  if (stance.hasReviewed) return 'reviewed_it_yourself';
  if (action === 'REJECT') return null;
  if (!stance.isRecommended) return 'recommendation_missing';
  return action === 'APPROVE' && stance.linkedNeeds === 0 ? 'need_missing' : null;
}

/** In which of its ways a viewer would do this; null when in none. */
export const doerOf = (action: ProposalAction, stance: Stance): Doer | null =>
  proposalMoves[action].by.find((doer) => asks[doer](stance)) ?? null;

/** What a viewer may do now, in the order of the table. */
export const possibleActions = (stance: Stance): ProposalAction[] =>
  actionsFrom(stance.state).filter((action) => refusalOf(action, stance) === null);

/** The text is the partner's, while it is being written. */
export const mayEdit = (stance: Stance): boolean => stance.isMember && draftStates.includes(stance.state);

/** An assigned reviewer without conflict, while the review is under way. */
export const mayReview = (stance: Stance): boolean =>
  stance.isAssigned && !stance.isMember && stance.state === 'IN_REVIEW';

/** Secretariat or approver without conflict, from SUBMITTED to WAITLISTED. */
export const mayLinkNeeds = (stance: Stance): boolean =>
  (stance.isSecretariat || stance.isApprover) && !stance.isMember && linkableStates.includes(stance.state);
