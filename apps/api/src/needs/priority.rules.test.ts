import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { priorityOf, priorityParts, urgencyOf, type PriorityFacts } from './priority.rules.ts';

/** The first worked example of domain.md: all of the ranking unit is rated. */
const byDecree: PriorityFacts = {
  evidence: { meanGap: 1.3, below: 14, rated: 20, requiredInUnits: 20 },
  headcount: null,
  requiredInRankingUnit: 20,
  dutyWeight: 2,
  daysLeft: 120,
  documented: true,
};

/** The second: six of thirty, the heaviest duty, no date. */
const undated: PriorityFacts = {
  evidence: { meanGap: 1, below: 6, rated: 30, requiredInUnits: 30 },
  headcount: null,
  requiredInRankingUnit: 30,
  dutyWeight: 3,
  daysLeft: null,
  documented: false,
};

describe('the worked examples', () => {
  test('mean gap 1.3, 14 of 20, weight 2, due in 120 days by decree: 69.9', () => {
    expect(priorityOf(byDecree)).toEqual({
      severity: 0.65,
      reach: 0.7,
      weight: 0.667,
      urgency: 0.785,
      score: 69.9,
      assumed: [],
    });
  });

  test('mean gap 1.0, 6 of 30, weight 3, no date: 37.6', () => {
    expect(priorityOf(undated)).toEqual({
      severity: 0.5,
      reach: 0.2,
      weight: 1,
      urgency: 0.2,
      score: 37.6,
      assumed: [],
    });
  });
});

describe('urgency', () => {
  test.each([
    [-400, 1],
    [-1, 1],
    [0, 1],
    [29, 1],
    [30, 1],
    [365, 0.2],
    [366, 0.2],
    [5000, 0.2],
    [null, 0.2],
  ])('by decree, with %s days left, is %d', (daysLeft, urgency) => {
    expect(urgencyOf(daysLeft, true)).toBeCloseTo(urgency, 12);
  });

  test('falls evenly from the thirtieth day to the last', () => {
    const steps = Array.from(
      { length: 335 },
      (_, day) => urgencyOf(30 + day, true) - urgencyOf(31 + day, true),
    );
    for (const step of steps) expect(step).toBeCloseTo(0.8 / 335, 12);
  });

  test('reaches 0.6 at most for a date without a document', () => {
    const capped = [-400, 0, 30, 197, 198, 365, null].map((daysLeft) => urgencyOf(daysLeft, false));
    const wanted = [0.6, 0.6, 0.6, 0.6, 1 - (0.8 * 168) / 335, 0.2, 0.2];
    capped.forEach((urgency, index) => expect(urgency).toBeCloseTo(wanted[index]!, 12));
  });
});

describe('what is assumed', () => {
  const noEvidence: PriorityFacts = { ...byDecree, evidence: null, headcount: 12, requiredInRankingUnit: 40 };
  const part = (facts: PriorityFacts) => {
    const { severity, reach, weight, assumed } = priorityOf(facts);
    return { severity, reach, weight, assumed };
  };

  test('without people rated is severity, and reach by the headcount rounded to five', () => {
    expect(part(noEvidence)).toEqual({
      severity: 0.5,
      reach: 0.25,
      weight: 0.667,
      assumed: ['severity', 'reach'],
    });
    expect(part({ ...noEvidence, headcount: 13 }).reach).toBe(0.375);
  });

  test('with four people rated is the same as with none, with five nothing', () => {
    const few = { meanGap: 2, below: 4, rated: 4, requiredInUnits: 40 };
    expect(part({ ...noEvidence, evidence: few })).toEqual(part(noEvidence));
    expect(part({ ...noEvidence, evidence: { ...few, rated: 5 } })).toEqual({
      severity: 1,
      reach: 0.8,
      weight: 0.667,
      assumed: [],
    });
  });

  test('without a headcount, or while no post requires it, is a reach of 0.5', () => {
    expect(part({ ...noEvidence, headcount: null }).reach).toBe(0.5);
    expect(part({ ...noEvidence, requiredInRankingUnit: 0 }).reach).toBe(0.5);
  });

  test('without a linked duty is a weight of a third', () => {
    expect(part({ ...byDecree, dutyWeight: null })).toEqual({
      severity: 0.65,
      reach: 0.7,
      weight: 0.333,
      assumed: ['weight'],
    });
  });
});

test('reach counts at least ten people, and never more than all of them', () => {
  const small = { ...byDecree, evidence: { meanGap: 1, below: 5, rated: 5, requiredInUnits: 5 } };
  expect(priorityOf({ ...small, requiredInRankingUnit: 5 }).reach).toBe(0.5);
  expect(priorityOf({ ...small, evidence: null, headcount: 500, requiredInRankingUnit: 20 }).reach).toBe(1);
});

test('reach takes those rated for all whose post requires it', () => {
  const evidence = { meanGap: 1, below: 6, rated: 30, requiredInUnits: 100 };
  expect(priorityOf({ ...byDecree, evidence, requiredInRankingUnit: 100 }).reach).toBe(0.2);
  expect(priorityOf({ ...byDecree, evidence, requiredInRankingUnit: 200 }).reach).toBe(0.1);
});

const evidence = fc
  .record({
    meanGap: fc.double({ min: 0, max: 4, noNaN: true }),
    rated: fc.integer({ min: 1, max: 200 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    more: fc.nat(100),
  })
  .map(({ meanGap, rated, share, more }) => ({
    meanGap,
    rated,
    below: Math.round(rated * share),
    requiredInUnits: rated + more,
  }));
const anyFacts: fc.Arbitrary<PriorityFacts> = fc.record({
  evidence: fc.option(evidence, { nil: null }),
  headcount: fc.option(fc.integer({ min: 1, max: 1000 }), { nil: null }),
  requiredInRankingUnit: fc.nat(500),
  dutyWeight: fc.option(fc.integer({ min: 1, max: 3 }), { nil: null }),
  daysLeft: fc.option(fc.integer({ min: -500, max: 800 }), { nil: null }),
  documented: fc.boolean(),
});

describe('for whatever is known', () => {
  test('every part lies from 0 to 1, and the score from 0 to 100 with one decimal', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const priority = priorityOf(facts);
        for (const part of priorityParts) {
          expect(priority[part]).toBeGreaterThanOrEqual(0);
          expect(priority[part]).toBeLessThanOrEqual(1);
        }
        expect(priority.score).toBeGreaterThanOrEqual(0);
        expect(priority.score).toBeLessThanOrEqual(100);
        expect(priority.score).toBe(Number(priority.score.toFixed(1)));
      }),
    );
  });

  test('the score can be computed by hand from the parts that are shown', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { severity, reach, weight, urgency, score } = priorityOf(facts);
        const byHand = 100 * (severity * reach * weight * urgency) ** 0.25;
        expect(Math.abs(score - byHand)).toBeLessThanOrEqual(0.05 + 1e-9);
      }),
    );
  });

  const never = (what: string, raise: (facts: PriorityFacts) => PriorityFacts) =>
    test(`the score never falls when ${what}`, () => {
      fc.assert(
        fc.property(anyFacts, (facts) => {
          expect(priorityOf(raise(facts)).score).toBeGreaterThanOrEqual(priorityOf(facts).score);
        }),
      );
    });
  const withEvidence =
    (change: (known: NonNullable<PriorityFacts['evidence']>) => object) => (facts: PriorityFacts) =>
      facts.evidence ? { ...facts, evidence: { ...facts.evidence, ...change(facts.evidence) } } : facts;

  never(
    'the mean gap grows',
    withEvidence(({ meanGap }) => ({ meanGap: meanGap + 0.4 })),
  );
  never(
    'one more is below',
    withEvidence(({ below, rated }) => ({ below: Math.min(rated, below + 1) })),
  );
  never('the duty is heavier', (facts) => ({
    ...facts,
    dutyWeight: Math.min(3, (facts.dutyWeight ?? 0) + 1),
  }));
  never('a day passes', (facts) => ({
    ...facts,
    daysLeft: facts.daysLeft === null ? null : facts.daysLeft - 1,
  }));
  never('a document sets the date', (facts) => ({ ...facts, documented: true }));

  test('the weights say how much a part counts: all on one part is that part', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...priorityParts), (facts, part) => {
        const alone = { severity: 0, reach: 0, weight: 0, urgency: 0, [part]: 1 };
        const priority = priorityOf(facts, alone);
        expect(priority.score).toBeCloseTo(priority[part] * 100, 6);
      }),
    );
  });
});
