export const proposalStates = [
  'DRAFT',
  'SUBMITTED',
  'IN_REVIEW',
  'CHANGES_REQUESTED',
  'WAITLISTED',
  'APPROVED',
  'REJECTED',
  'WITHDRAWN',
  'MERGED',
  'CONFIRMED',
  'SCHEDULED',
  'DONE',
  'CANCELLED',
] as const;
export type ProposalState = (typeof proposalStates)[number];

export const proposalActions = [
  'SUBMIT',
  'FORWARD',
  'RETURN',
  'START_REVIEW',
  'REQUEST_CHANGES',
  'RESUBMIT',
  'RECOMMEND',
  'APPROVE',
  'WAITLIST',
  'REJECT',
  'MERGE',
  'CONFIRM',
  'SCHEDULE',
  'COMPLETE',
  'CANCEL',
  'WITHDRAW',
] as const;
export type ProposalAction = (typeof proposalActions)[number];

/** Who does it: how somebody stands to the proposal. SCHEDULE and COMPLETE wait for the programmes. */
export type Doer = 'MEMBER' | 'OWNER' | 'SECRETARIAT' | 'REVIEWER' | 'APPROVER' | 'NOBODY_YET';

/** The offices that act, as others may know them: the partner, a role of the house, or the system. */
export type ActingOffice = 'PARTNER' | 'SECRETARIAT' | 'REVIEWER' | 'APPROVER' | 'SYSTEM';

interface Move {
  from: readonly ProposalState[];
  /** The state it leads to; BACK is where the change was asked for, SAME changes nothing. */
  to: ProposalState | 'SAME' | 'BACK';
  by: readonly Doer[];
  /** A reason in words must be given. */
  reason?: true;
  /** Only the house learns of it. */
  internal?: true;
}

/** The proposal's way: the one place that knows it (`design.md`). The database repeats it as a CHECK made from here. */
export const proposalMoves: Record<ProposalAction, Move> = {
  SUBMIT: { from: ['DRAFT'], to: 'SUBMITTED', by: ['MEMBER'] },
  FORWARD: { from: ['SUBMITTED'], to: 'SAME', by: ['SECRETARIAT'], reason: true },
  RETURN: { from: ['SUBMITTED'], to: 'CHANGES_REQUESTED', by: ['SECRETARIAT'], reason: true },
  START_REVIEW: { from: ['SUBMITTED'], to: 'IN_REVIEW', by: ['SECRETARIAT'] },
  REQUEST_CHANGES: {
    from: ['IN_REVIEW'],
    to: 'CHANGES_REQUESTED',
    by: ['REVIEWER', 'SECRETARIAT', 'APPROVER'],
    reason: true,
  },
  RESUBMIT: { from: ['CHANGES_REQUESTED'], to: 'BACK', by: ['MEMBER'] },
  RECOMMEND: { from: ['IN_REVIEW'], to: 'SAME', by: ['REVIEWER'], internal: true },
  APPROVE: { from: ['IN_REVIEW', 'WAITLISTED'], to: 'APPROVED', by: ['APPROVER'] },
  WAITLIST: { from: ['IN_REVIEW'], to: 'WAITLISTED', by: ['APPROVER'] },
  REJECT: {
    from: ['SUBMITTED', 'IN_REVIEW', 'CHANGES_REQUESTED', 'WAITLISTED'],
    to: 'REJECTED',
    by: ['APPROVER'],
    reason: true,
  },
  MERGE: { from: ['SUBMITTED', 'IN_REVIEW', 'WAITLISTED'], to: 'MERGED', by: ['SECRETARIAT'] },
  CONFIRM: { from: ['APPROVED'], to: 'CONFIRMED', by: ['MEMBER'] },
  SCHEDULE: { from: ['CONFIRMED'], to: 'SCHEDULED', by: ['NOBODY_YET'] },
  COMPLETE: { from: ['SCHEDULED'], to: 'DONE', by: ['NOBODY_YET'] },
  CANCEL: { from: ['APPROVED', 'CONFIRMED', 'SCHEDULED'], to: 'CANCELLED', by: ['APPROVER'], reason: true },
  WITHDRAW: {
    from: ['DRAFT', 'SUBMITTED', 'IN_REVIEW', 'CHANGES_REQUESTED', 'WAITLISTED', 'APPROVED', 'CONFIRMED'],
    to: 'WITHDRAWN',
    by: ['OWNER'],
  },
};

/** Where a RESUBMIT may lead back to. */
export const returnStates = ['SUBMITTED', 'IN_REVIEW'] as const;
export type ReturnState = (typeof returnStates)[number];

export interface LegalMove {
  action: ProposalAction;
  from: ProposalState;
  to: ProposalState;
}

function targetsOf(move: Move, from: ProposalState): readonly ProposalState[] {
  if (move.to === 'SAME') return [from];
  return move.to === 'BACK' ? returnStates : [move.to];
}

/** Every (action, from, to) that may ever stand in the history. */
export const legalMoves: readonly LegalMove[] = proposalActions.flatMap((action) =>
  proposalMoves[action].from.flatMap((from) =>
    targetsOf(proposalMoves[action], from).map((to) => ({ action, from, to })),
  ),
);

/** Where an action leads from a state; null when it is not legal there. `back` is where the change was asked for. */
export function nextState(
  action: ProposalAction,
  from: ProposalState,
  back: ReturnState | null,
): ProposalState | null {
  const move = proposalMoves[action];
  if (!move.from.includes(from)) return null;
  if (move.to === 'SAME') return from;
  return move.to === 'BACK' ? back : move.to;
}

export const actionsFrom = (state: ProposalState): ProposalAction[] =>
  proposalActions.filter((action) => proposalMoves[action].from.includes(state));

/** Faults of the table: a state that nothing leads to, or a move out of a state that is none. Checked at start. */
export function faultsOfTable(moves: readonly LegalMove[] = legalMoves): string[] {
  const reached = new Set<ProposalState>(['DRAFT']);
  for (let grown = true; grown;) {
    const before = reached.size;
    for (const { from, to } of moves) if (reached.has(from)) reached.add(to);
    grown = reached.size > before;
  }
  const known = new Set<string>(proposalStates);
  return [
    ...proposalStates.filter((state) => !reached.has(state)).map((state) => `${state} cannot be reached`),
    ...moves
      .filter(({ to }) => !known.has(to))
      .map(({ action, to }) => `${action} leads to the unknown ${to}`),
  ];
}

export const turns = ['PARTNER', 'GOVERNMENT', 'NOBODY'] as const;
export type Turn = (typeof turns)[number];

/** Whose turn it is, as everybody may know. */
export const turnOf: Record<ProposalState, Turn> = {
  DRAFT: 'PARTNER',
  SUBMITTED: 'GOVERNMENT',
  IN_REVIEW: 'GOVERNMENT',
  CHANGES_REQUESTED: 'PARTNER',
  WAITLISTED: 'NOBODY',
  APPROVED: 'PARTNER',
  REJECTED: 'NOBODY',
  WITHDRAWN: 'NOBODY',
  MERGED: 'NOBODY',
  CONFIRMED: 'GOVERNMENT',
  SCHEDULED: 'NOBODY',
  DONE: 'NOBODY',
  CANCELLED: 'NOBODY',
};

export const statesOfTurn = (wanted: readonly Turn[]): ProposalState[] =>
  proposalStates.filter((state) => wanted.includes(turnOf[state]));

export const desks = ['SECRETARIAT', 'REVIEWER', 'APPROVER'] as const;
export type Desk = (typeof desks)[number];

/** At which desk of the house it lies. */
export function deskOf(state: ProposalState, isRecommended: boolean): Desk | null {
  if (state === 'SUBMITTED' || state === 'CONFIRMED') return 'SECRETARIAT';
  if (state === 'IN_REVIEW') return isRecommended ? 'APPROVER' : 'REVIEWER';
  return null;
}

/** Working days until the next move is due, counted from a move into the state; null where nobody is waited for. */
export const workingDaysIn: Record<ProposalState, number | null> = {
  DRAFT: null,
  SUBMITTED: 3,
  IN_REVIEW: 12,
  CHANGES_REQUESTED: 10,
  WAITLISTED: null,
  APPROVED: 5,
  REJECTED: null,
  WITHDRAWN: null,
  MERGED: null,
  CONFIRMED: null,
  SCHEDULED: null,
  DONE: null,
  CANCELLED: null,
};

/** States in which another proposal may be merged into this one. */
export const openStates: readonly ProposalState[] = [
  'SUBMITTED',
  'IN_REVIEW',
  'CHANGES_REQUESTED',
  'WAITLISTED',
];

/** States in which the government may link needs. */
export const linkableStates: readonly ProposalState[] = openStates;

/** States in which the partner writes. */
export const draftStates: readonly ProposalState[] = ['DRAFT', 'CHANGES_REQUESTED'];

/** States that count as an answer to a need, and those of them that are agreed. */
export const agreedStates: readonly ProposalState[] = ['APPROVED', 'CONFIRMED', 'SCHEDULED', 'DONE'];
export const answeringStates: readonly ProposalState[] = [...openStates, ...agreedStates];

export const rejectionReasons = [
  'NOT_A_NEED',
  'DUPLICATE',
  'BUDGET',
  'QUALITY',
  'CAPACITY',
  'CONFLICT',
  'NO_ANSWER',
  'OTHER',
] as const;
export type RejectionReason = (typeof rejectionReasons)[number];

export const decisionOutcomes = ['APPROVED', 'WAITLISTED', 'REJECTED'] as const;
export type DecisionOutcome = (typeof decisionOutcomes)[number];
