import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  actionsFrom,
  agreedStates,
  answeringStates,
  deskOf,
  faultsOfTable,
  legalMoves,
  nextState,
  proposalActions,
  proposalMoves,
  proposalStates,
  returnStates,
  statesOfTurn,
  turnOf,
  turns,
  workingDaysIn,
  type LegalMove,
  type ProposalState,
} from './transition.rules.ts';

/** The table of design.md: action, from, to, by, and whether words must be given. */
const designed = `
SUBMIT          | DRAFT | SUBMITTED | MEMBER |
FORWARD         | SUBMITTED | SUBMITTED | SECRETARIAT | reason
RETURN          | SUBMITTED | CHANGES_REQUESTED | SECRETARIAT | reason
START_REVIEW    | SUBMITTED | IN_REVIEW | SECRETARIAT |
REQUEST_CHANGES | IN_REVIEW | CHANGES_REQUESTED | REVIEWER SECRETARIAT APPROVER | reason
RESUBMIT        | CHANGES_REQUESTED | SUBMITTED IN_REVIEW | MEMBER |
RECOMMEND       | IN_REVIEW | IN_REVIEW | REVIEWER |
APPROVE         | IN_REVIEW WAITLISTED | APPROVED | APPROVER |
WAITLIST        | IN_REVIEW | WAITLISTED | APPROVER |
REJECT          | SUBMITTED IN_REVIEW CHANGES_REQUESTED WAITLISTED | REJECTED | APPROVER | reason
MERGE           | SUBMITTED IN_REVIEW WAITLISTED | MERGED | SECRETARIAT |
CONFIRM         | APPROVED | CONFIRMED | MEMBER |
SCHEDULE        | CONFIRMED | SCHEDULED | NOBODY_YET |
COMPLETE        | SCHEDULED | DONE | NOBODY_YET |
CANCEL          | APPROVED CONFIRMED SCHEDULED | CANCELLED | APPROVER | reason
WITHDRAW        | DRAFT SUBMITTED IN_REVIEW CHANGES_REQUESTED WAITLISTED APPROVED CONFIRMED | WITHDRAWN | OWNER |
`;

const rows = designed
  .trim()
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([action, from, to, by, reason]) => ({
    action,
    from: from!.split(' '),
    to: to!.split(' '),
    by: by!.split(' '),
    reason: reason === 'reason',
  }));

const inTextOrder = (moves: readonly { action?: string; from: string; to: string }[]) =>
  moves.map(({ action, from, to }) => `${action}: ${from} → ${to}`).sort();

test('the table has the actions of the design and no other', () => {
  expect(proposalActions).toEqual(rows.map(({ action }) => action));
});

test.each(rows)(
  '$action leads where the design says, by whom it says',
  ({ action, from, to, by, reason }) => {
    const name = action as LegalMove['action'];
    const move = proposalMoves[name];
    expect({ from: move.from, by: move.by, reason: move.reason ?? false }).toEqual({ from, by, reason });
    expect([...new Set(legalMoves.filter((one) => one.action === name).map((one) => one.to))]).toEqual(to);
  },
);

test('the legal moves are those of the design, each once', () => {
  const wanted = rows.flatMap(({ action, from, to }) =>
    from.flatMap((one) => to.map((target) => ({ action, from: one, to: target }))),
  );
  expect(inTextOrder(legalMoves)).toEqual(inTextOrder(wanted));
  expect(legalMoves).toHaveLength(31);
});

test('only RECOMMEND is internal', () => {
  expect(proposalActions.filter((action) => proposalMoves[action].internal)).toEqual(['RECOMMEND']);
});

describe('the check of the table', () => {
  test('finds no fault in the table', () => {
    expect(faultsOfTable()).toEqual([]);
  });

  test('finds a state that nothing leads to', () => {
    const moves = legalMoves.filter(({ to }) => to !== 'MERGED');
    expect(faultsOfTable(moves)).toEqual(['MERGED cannot be reached']);
  });

  test('finds states that lead only to each other', () => {
    const moves = legalMoves.filter(({ action }) => action !== 'SCHEDULE');
    expect(faultsOfTable(moves)).toEqual(['SCHEDULED cannot be reached', 'DONE cannot be reached']);
  });

  test('finds a move into a state that is none', () => {
    const planted: LegalMove = { action: 'CONFIRM', from: 'APPROVED', to: 'LIMBO' as ProposalState };
    expect(faultsOfTable([...legalMoves, planted])).toEqual(['CONFIRM leads to the unknown LIMBO']);
  });

  test('finds every state unreachable but the first when there is no move at all', () => {
    const others = proposalStates.filter((state) => state !== 'DRAFT');
    expect(faultsOfTable([])).toEqual(others.map((state) => `${state} cannot be reached`));
  });
});

test('every legal move lies on some way from a draft', () => {
  const reached = new Set<ProposalState>(['DRAFT']);
  const taken = new Set<LegalMove>();
  for (let before = -1; before < taken.size;) {
    before = taken.size;
    for (const move of legalMoves.filter(({ from }) => reached.has(from))) {
      taken.add(move);
      reached.add(move.to);
    }
  }
  expect(taken.size).toBe(legalMoves.length);
  expect([...reached].sort()).toEqual([...proposalStates].sort());
});

const backs = [...returnStates, null];

test('nextState agrees with the legal moves for every action, state and way back', () => {
  for (const action of proposalActions) {
    for (const from of proposalStates) {
      const targets = legalMoves.filter((move) => move.action === action && move.from === from);
      for (const back of backs) {
        const to = nextState(action, from, back);
        const wanted = action === 'RESUBMIT' && targets.length > 0 ? back : (targets[0]?.to ?? null);
        expect([action, from, back, to]).toEqual([action, from, back, wanted]);
        if (to !== null) expect(targets.map((move) => move.to)).toContain(to);
      }
    }
  }
});

test('the actions of a state are those with a legal move out of it, in the order of the table', () => {
  for (const state of proposalStates) {
    const leaving = new Set(legalMoves.filter(({ from }) => from === state).map(({ action }) => action));
    expect(actionsFrom(state)).toEqual(proposalActions.filter((action) => leaving.has(action)));
  }
});

test('whatever way a proposal goes, its last states let it go nowhere', () => {
  const last: ProposalState[] = ['REJECTED', 'WITHDRAWN', 'MERGED', 'DONE', 'CANCELLED'];
  expect(proposalStates.filter((state) => actionsFrom(state).length === 0)).toEqual(last);
  const choices = fc.array(fc.nat(), { maxLength: 40 });
  fc.assert(
    fc.property(choices, (picks) => {
      let state: ProposalState = 'DRAFT';
      for (const pick of picks) {
        const open = legalMoves.filter(({ from }) => from === state);
        if (open.length === 0) break;
        state = open[pick % open.length]!.to;
      }
      expect(actionsFrom(state).length === 0).toBe(last.includes(state));
    }),
  );
});

describe('what follows from a state', () => {
  test('each state has one turn, and the turns part the states', () => {
    expect(turns.flatMap((turn) => statesOfTurn([turn])).sort()).toEqual([...proposalStates].sort());
    expect(statesOfTurn([])).toEqual([]);
    expect(statesOfTurn(['PARTNER'])).toEqual(['DRAFT', 'CHANGES_REQUESTED', 'APPROVED']);
    expect(statesOfTurn(['GOVERNMENT'])).toEqual(['SUBMITTED', 'IN_REVIEW', 'CONFIRMED']);
  });

  test('only what waits for somebody is due, after the days of the design', () => {
    const due = proposalStates.filter((state) => workingDaysIn[state] !== null);
    expect(Object.fromEntries(due.map((state) => [state, workingDaysIn[state]]))).toEqual({
      SUBMITTED: 3,
      IN_REVIEW: 12,
      CHANGES_REQUESTED: 10,
      APPROVED: 5,
    });
    expect(due.filter((state) => turnOf[state] === 'NOBODY')).toEqual([]);
  });

  test('it lies at a desk exactly while it is the turn of the government', () => {
    for (const state of proposalStates) {
      for (const isRecommended of [true, false]) {
        expect(deskOf(state, isRecommended) !== null).toBe(turnOf[state] === 'GOVERNMENT');
      }
    }
    expect([deskOf('IN_REVIEW', false), deskOf('IN_REVIEW', true)]).toEqual(['REVIEWER', 'APPROVER']);
    expect([deskOf('SUBMITTED', true), deskOf('CONFIRMED', false)]).toEqual(['SECRETARIAT', 'SECRETARIAT']);
  });

  test('drafts and proposals that ended without a programme answer no need', () => {
    const silent = proposalStates.filter((state) => !answeringStates.includes(state));
    expect(silent).toEqual(['DRAFT', 'REJECTED', 'WITHDRAWN', 'MERGED', 'CANCELLED']);
    expect(agreedStates).toEqual(['APPROVED', 'CONFIRMED', 'SCHEDULED', 'DONE']);
  });
});
