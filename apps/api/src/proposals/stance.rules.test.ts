import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  doerOf,
  mayEdit,
  mayLinkNeeds,
  mayReview,
  possibleActions,
  refusalOf,
  type Refusal,
  type Stance,
} from './stance.rules.ts';
import { proposalActions, proposalMoves, proposalStates, type ProposalAction } from './transition.rules.ts';

const stranger: Stance = {
  state: 'IN_REVIEW',
  isMember: false,
  isOwner: false,
  isSecretariat: false,
  isApprover: false,
  isAssigned: false,
  hasReviewed: false,
  hasJudgedCurrent: false,
  reviewsIn: 0,
  reviewsRequired: 2,
  isRecommended: false,
  linkedNeeds: 1,
};

const anyStance: fc.Arbitrary<Stance> = fc.record({
  state: fc.constantFrom(...proposalStates),
  isMember: fc.boolean(),
  isOwner: fc.boolean(),
  isSecretariat: fc.boolean(),
  isApprover: fc.boolean(),
  isAssigned: fc.boolean(),
  hasReviewed: fc.boolean(),
  hasJudgedCurrent: fc.boolean(),
  reviewsIn: fc.nat(4),
  reviewsRequired: fc.integer({ min: 1, max: 3 }),
  isRecommended: fc.boolean(),
  linkedNeeds: fc.nat(2),
});

const always = (check: (stance: Stance) => void) =>
  fc.assert(fc.property(anyStance, check), { numRuns: 2000 });
const partnersActions: ProposalAction[] = ['SUBMIT', 'RESUBMIT', 'CONFIRM', 'WITHDRAW'];
const decisions: ProposalAction[] = ['APPROVE', 'WAITLIST', 'REJECT'];
const isPossible = (action: ProposalAction, stance: Stance) => possibleActions(stance).includes(action);

describe('for whatever stance', () => {
  test('what is possible is exactly what is not refused, in the order of the table', () => {
    always((stance) => {
      expect(possibleActions(stance)).toEqual(
        proposalActions.filter((action) => refusalOf(action, stance) === null),
      );
    });
  });

  test('nobody without a way may do anything', () => {
    always((stance) => {
      const { state, hasReviewed, reviewsIn, isRecommended, linkedNeeds } = stance;
      const outsider = { ...stranger, state, hasReviewed, reviewsIn, isRecommended, linkedNeeds };
      expect(proposalActions.map((action) => refusalOf(action, outsider))).toEqual(
        proposalActions.map(() => 'not_permitted'),
      );
      expect([mayEdit(outsider), mayReview(outsider), mayLinkNeeds(outsider)]).toEqual([false, false, false]);
    });
  });

  test('a member of the partner never judges, whatever roles he or she holds', () => {
    always((stance) => {
      const member = { ...stance, isMember: true };
      const judging = possibleActions(member).filter((action) => !partnersActions.includes(action));
      expect([judging, mayReview(member), mayLinkNeeds(member)]).toEqual([[], false, false]);
    });
  });

  test('an approver who reviewed it never decides', () => {
    always((stance) => {
      const reviewed = { ...stance, hasReviewed: true };
      expect(possibleActions(reviewed).filter((action) => decisions.includes(action))).toEqual([]);
    });
  });

  test('nothing is approved without a recommendation and a linked need', () => {
    always((stance) => {
      if (!isPossible('APPROVE', stance)) return;
      expect([stance.isRecommended, stance.linkedNeeds > 0]).toEqual([true, true]);
    });
  });

  test('nothing is waitlisted without a recommendation', () => {
    always((stance) => {
      if (isPossible('WAITLIST', stance)) expect(stance.isRecommended).toBe(true);
    });
  });

  test('nothing is recommended before the own review and the required number are in', () => {
    always((stance) => {
      if (!isPossible('RECOMMEND', stance)) return;
      expect([stance.hasJudgedCurrent, stance.reviewsIn >= stance.reviewsRequired]).toEqual([true, true]);
    });
  });

  test('nobody schedules or completes yet', () => {
    always((stance) => {
      expect([refusalOf('SCHEDULE', stance), refusalOf('COMPLETE', stance)]).toEqual([
        'not_permitted',
        'not_permitted',
      ]);
    });
  });

  test('a refusal by state is told only to one who has a way and no conflict', () => {
    always((stance) => {
      for (const action of proposalActions) {
        if (refusalOf(action, stance) !== 'state_conflict') continue;
        expect(doerOf(action, stance)).not.toBeNull();
        expect(stance.isMember && !partnersActions.includes(action)).toBe(false);
        expect(proposalMoves[action].from).not.toContain(stance.state);
      }
    });
  });

  test('the text is edited by members only, in DRAFT and CHANGES_REQUESTED only', () => {
    always((stance) => {
      const isOpen = stance.state === 'DRAFT' || stance.state === 'CHANGES_REQUESTED';
      expect(mayEdit(stance)).toBe(stance.isMember && isOpen);
    });
  });

  test('the current text is reviewed by those assigned without conflict, while in review', () => {
    always((stance) => {
      const wanted = stance.isAssigned && !stance.isMember && stance.state === 'IN_REVIEW';
      expect(mayReview(stance)).toBe(wanted);
    });
  });
});

/** The columns "by" and "only if" of design.md: who, in which state, gets what answer. */
const examples: [string, ProposalAction, Partial<Stance>, Refusal | null][] = [
  ['a member submits a draft', 'SUBMIT', { isMember: true, state: 'DRAFT' }, null],
  ['the secretariat submits nothing', 'SUBMIT', { isSecretariat: true, state: 'DRAFT' }, 'not_permitted'],
  ['the secretariat forwards', 'FORWARD', { isSecretariat: true, state: 'SUBMITTED' }, null],
  ['an approver forwards nothing', 'FORWARD', { isApprover: true, state: 'SUBMITTED' }, 'not_permitted'],
  ['nothing in review is forwarded', 'FORWARD', { isSecretariat: true }, 'state_conflict'],
  ['the secretariat returns', 'RETURN', { isSecretariat: true, state: 'SUBMITTED' }, null],
  ['the secretariat starts the review', 'START_REVIEW', { isSecretariat: true, state: 'SUBMITTED' }, null],
  ['an assigned reviewer asks for changes', 'REQUEST_CHANGES', { isAssigned: true }, null],
  ['the secretariat asks for changes', 'REQUEST_CHANGES', { isSecretariat: true }, null],
  ['an approver asks for changes', 'REQUEST_CHANGES', { isApprover: true }, null],
  [
    'an approver who reviewed it asks for changes',
    'REQUEST_CHANGES',
    { isApprover: true, hasReviewed: true },
    null,
  ],
  [
    'a reviewer who belongs to the partner asks for nothing',
    'REQUEST_CHANGES',
    { isAssigned: true, isMember: true },
    'conflict_of_interest',
  ],
  ['a member resubmits', 'RESUBMIT', { isMember: true, state: 'CHANGES_REQUESTED' }, null],
  [
    'a reviewer recommends after the own review and the required number',
    'RECOMMEND',
    { isAssigned: true, hasReviewed: true, hasJudgedCurrent: true, reviewsIn: 2 },
    null,
  ],
  [
    'a reviewer whose own review is missing recommends nothing',
    'RECOMMEND',
    { isAssigned: true, reviewsIn: 2 },
    'review_first',
  ],
  [
    'a reviewer who abstained recommends nothing',
    'RECOMMEND',
    { isAssigned: true, hasReviewed: true, reviewsIn: 2 },
    'review_first',
  ],
  [
    'a reviewer waits for the required number',
    'RECOMMEND',
    { isAssigned: true, hasReviewed: true, hasJudgedCurrent: true, reviewsIn: 1 },
    'reviews_missing',
  ],
  ['an approver recommends nothing', 'RECOMMEND', { isApprover: true, reviewsIn: 2 }, 'not_permitted'],
  ['an approver approves what is recommended', 'APPROVE', { isApprover: true, isRecommended: true }, null],
  [
    'an approver approves from the waiting list',
    'APPROVE',
    { isApprover: true, isRecommended: true, state: 'WAITLISTED' },
    null,
  ],
  ['nothing is approved unrecommended', 'APPROVE', { isApprover: true }, 'recommendation_missing'],
  [
    'nothing is approved without a need',
    'APPROVE',
    { isApprover: true, isRecommended: true, linkedNeeds: 0 },
    'need_missing',
  ],
  [
    'an approver who reviewed it does not approve',
    'APPROVE',
    { isApprover: true, isRecommended: true, hasReviewed: true },
    'reviewed_it_yourself',
  ],
  [
    'an approver who belongs to the partner does not approve',
    'APPROVE',
    { isApprover: true, isMember: true, isRecommended: true },
    'conflict_of_interest',
  ],
  ['waitlisting needs no need', 'WAITLIST', { isApprover: true, isRecommended: true, linkedNeeds: 0 }, null],
  ['nothing is waitlisted unrecommended', 'WAITLIST', { isApprover: true }, 'recommendation_missing'],
  ['an approver rejects without a recommendation', 'REJECT', { isApprover: true, linkedNeeds: 0 }, null],
  [
    'an approver rejects what was sent back',
    'REJECT',
    { isApprover: true, state: 'CHANGES_REQUESTED' },
    null,
  ],
  [
    'an approver who reviewed it does not reject',
    'REJECT',
    { isApprover: true, hasReviewed: true },
    'reviewed_it_yourself',
  ],
  ['what is approved is not rejected', 'REJECT', { isApprover: true, state: 'APPROVED' }, 'state_conflict'],
  ['the secretariat merges', 'MERGE', { isSecretariat: true, state: 'WAITLISTED' }, null],
  [
    'what waits for the partner is not merged',
    'MERGE',
    { isSecretariat: true, state: 'CHANGES_REQUESTED' },
    'state_conflict',
  ],
  ['a member confirms', 'CONFIRM', { isMember: true, state: 'APPROVED' }, null],
  ['an approver cancels', 'CANCEL', { isApprover: true, state: 'SCHEDULED' }, null],
  [
    'an approver who reviewed it may still cancel',
    'CANCEL',
    { isApprover: true, hasReviewed: true, state: 'APPROVED' },
    null,
  ],
  ['the owner withdraws', 'WITHDRAW', { isMember: true, isOwner: true, state: 'CONFIRMED' }, null],
  ['a member who is no owner withdraws nothing', 'WITHDRAW', { isMember: true }, 'not_permitted'],
  [
    'what is scheduled is not withdrawn',
    'WITHDRAW',
    { isMember: true, isOwner: true, state: 'SCHEDULED' },
    'state_conflict',
  ],
];

test.each(examples)('%s', (_, action, more, refusal) => {
  expect(refusalOf(action, { ...stranger, ...more })).toBe(refusal);
});

test('needs are linked by secretariat and approver, from SUBMITTED to WAITLISTED', () => {
  const linkable = (who: Partial<Stance>) =>
    proposalStates.filter((state) => mayLinkNeeds({ ...stranger, ...who, state }));
  const open = ['SUBMITTED', 'IN_REVIEW', 'CHANGES_REQUESTED', 'WAITLISTED'];
  expect(linkable({ isSecretariat: true })).toEqual(open);
  expect(linkable({ isApprover: true })).toEqual(open);
  expect(linkable({ isAssigned: true })).toEqual([]);
  expect(linkable({ isSecretariat: true, isMember: true })).toEqual([]);
});
