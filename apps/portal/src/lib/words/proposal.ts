import { m } from '@simpul/words/messages';
import type {
  DecisionOutcome,
  DeliveryMode,
  Desk,
  FundingSource,
  NeedStrength,
  ProgrammeKind,
  ProposalAction,
  ProposalState,
  ReviewVerdict,
  Turn,
} from '#lib/graph/generated/graphql.ts';
import type { Tone, Word } from './word.ts';

export const proposalState = {
  DRAFT: m.state_draft,
  SUBMITTED: m.state_submitted,
  IN_REVIEW: m.state_in_review,
  CHANGES_REQUESTED: m.state_changes_requested,
  WAITLISTED: m.state_waitlisted,
  APPROVED: m.state_approved,
  REJECTED: m.state_rejected,
  WITHDRAWN: m.state_withdrawn,
  MERGED: m.state_merged,
  CONFIRMED: m.state_confirmed,
  SCHEDULED: m.state_scheduled,
  DONE: m.state_done,
  CANCELLED: m.state_cancelled,
} satisfies Record<ProposalState, Word>;

export const proposalTone = {
  DRAFT: 'plain',
  SUBMITTED: 'info',
  IN_REVIEW: 'info',
  CHANGES_REQUESTED: 'warning',
  WAITLISTED: 'warning',
  APPROVED: 'success',
  REJECTED: 'error',
  WITHDRAWN: 'plain',
  MERGED: 'plain',
  CONFIRMED: 'success',
  SCHEDULED: 'success',
  DONE: 'success',
  CANCELLED: 'error',
} satisfies Record<ProposalState, Tone>;

/** On the button: the deed to be done. */
export const proposalAction = {
  SUBMIT: m.action_submit,
  FORWARD: m.action_forward,
  RETURN: m.action_return,
  START_REVIEW: m.action_start_review,
  REQUEST_CHANGES: m.action_request_changes,
  RESUBMIT: m.action_resubmit,
  RECOMMEND: m.action_recommend,
  APPROVE: m.action_approve,
  WAITLIST: m.action_waitlist,
  REJECT: m.action_reject,
  MERGE: m.action_merge,
  CONFIRM: m.action_confirm,
  SCHEDULE: m.action_schedule,
  COMPLETE: m.action_complete,
  CANCEL: m.action_cancel,
  WITHDRAW: m.action_withdraw,
} satisfies Record<ProposalAction, Word>;

/** In the history: the deed that was done. */
export const proposalDone = {
  SUBMIT: m.done_submit,
  FORWARD: m.done_forward,
  RETURN: m.done_return,
  START_REVIEW: m.done_start_review,
  REQUEST_CHANGES: m.done_request_changes,
  RESUBMIT: m.done_resubmit,
  RECOMMEND: m.done_recommend,
  APPROVE: m.done_approve,
  WAITLIST: m.done_waitlist,
  REJECT: m.done_reject,
  MERGE: m.done_merge,
  CONFIRM: m.done_confirm,
  SCHEDULE: m.done_schedule,
  COMPLETE: m.done_complete,
  CANCEL: m.done_cancel,
  WITHDRAW: m.done_withdraw,
} satisfies Record<ProposalAction, Word>;

/** Whose turn it is; nobody's has no word, and then the screen says nothing. */
export const turn = {
  PARTNER: m.turn_partner,
  GOVERNMENT: m.turn_government,
  NOBODY: null,
} satisfies Record<Turn, Word | null>;

export const desk = {
  SECRETARIAT: m.desk_secretariat,
  REVIEWER: m.desk_reviewer,
  APPROVER: m.desk_approver,
} satisfies Record<Desk, Word>;

/** Where a proposal waits, as the house sees it. */
export const place = { ...desk, PARTNER: m.turn_partner } satisfies Record<Desk | 'PARTNER', Word>;
export type Place = keyof typeof place;

export const programmeKind = {
  SEMINAR: m.kind_seminar,
  WORKSHOP: m.kind_workshop,
  TRAINING: m.kind_training,
  WEBINAR: m.kind_webinar,
  MENTORING: m.kind_mentoring,
} satisfies Record<ProgrammeKind, Word>;

export const deliveryMode = {
  ON_SITE: m.mode_on_site,
  ONLINE: m.mode_online,
  HYBRID: m.mode_hybrid,
} satisfies Record<DeliveryMode, Word>;

export const needStrength = {
  PRIMARY: m.strength_primary,
  SUPPORTING: m.strength_supporting,
} satisfies Record<NeedStrength, Word>;

export const fundingSource = {
  PARTNER: m.funding_partner,
  GOVERNMENT: m.funding_government,
  SHARED: m.funding_shared,
  SPONSOR: m.funding_sponsor,
} satisfies Record<FundingSource, Word>;

export const reviewVerdict = {
  APPROVE: m.verdict_approve,
  REVISE: m.verdict_revise,
  REJECT: m.verdict_reject,
  ABSTAIN: m.verdict_abstain,
} satisfies Record<ReviewVerdict, Word>;

export const verdictTone = {
  APPROVE: 'success',
  REVISE: 'warning',
  REJECT: 'error',
  ABSTAIN: 'plain',
} satisfies Record<ReviewVerdict, Tone>;

export const decisionOutcome = {
  APPROVED: m.outcome_approved,
  WAITLISTED: m.outcome_waitlisted,
  REJECTED: m.outcome_rejected,
} satisfies Record<DecisionOutcome, Word>;

export const outcomeTone = {
  APPROVED: 'success',
  WAITLISTED: 'warning',
  REJECTED: 'error',
} satisfies Record<DecisionOutcome, Tone>;
