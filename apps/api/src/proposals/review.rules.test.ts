import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reviewProblems, weightedTotal, type CriterionFacts, type ReviewText } from './review.rules.ts';

const criterion = (key: string, weight: number, independent = false): CriterionFacts => ({
  key,
  weight,
  maximum: 4,
  independent,
});

/** The rubric of domain.md: five weighed criteria and one that stands beside them. */
const rubric = [
  criterion('need', 30),
  criterion('design', 25),
  criterion('speakers', 15),
  criterion('cost', 15),
  criterion('evaluation', 15),
  criterion('readiness', 20, true),
];
const keys = rubric.map(({ key }) => key);
const scoresOf = (...scores: number[]) =>
  Object.fromEntries(keys.map((key, index) => [key, scores[index] ?? 0]));

describe('the weighted total', () => {
  test.each([
    [[4, 4, 4, 4, 4, 0], '100.0'],
    [[0, 0, 0, 0, 0, 4], '0.0'],
    [[3, 3, 3, 3, 3, 3], '75.0'],
    [[4, 0, 0, 0, 0, 0], '30.0'],
    [[4, 3, 2, 1, 0, 4], '60.0'],
    [[1, 1, 0, 0, 0, 0], '13.8'],
    [[3, 2, 4, 2, 1, 0], '61.3'],
  ])('of the scores %j is %s', (scores, total) => {
    expect(weightedTotal(rubric, scoresOf(...scores))).toBe(total);
  });

  test('goes by the maximum of each criterion', () => {
    const mixed = [criterion('a', 1), { ...criterion('b', 1), maximum: 10 }];
    expect(weightedTotal(mixed, { a: 4, b: 3 })).toBe('50.0');
  });

  const score = fc.integer({ min: 0, max: 4 });
  const anyRubric = fc
    .array(
      fc.record({ weight: fc.nat(60), maximum: fc.integer({ min: 1, max: 10 }), independent: fc.boolean() }),
      {
        minLength: 1,
        maxLength: 8,
      },
    )
    .map((criteria) => [
      criterion('always', 10),
      ...criteria.map((one, index) => ({ ...one, key: `c${index}` })),
    ]);

  test('lies between 0 and 100 and equals the fraction, half up to a tenth', () => {
    fc.assert(
      fc.property(anyRubric, fc.infiniteStream(fc.nat()), (criteria, stream) => {
        const scores = Object.fromEntries(
          criteria.map(({ key, maximum }) => [key, stream.next().value! % (maximum + 1)]),
        );
        const counted = criteria.filter(({ independent }) => !independent);
        const reached = counted.reduce((sum, { key, weight }) => sum + BigInt(weight * scores[key]!), 0n);
        const most = counted.reduce((sum, { weight, maximum }) => sum + BigInt(weight * maximum), 0n);
        const tenths = (2000n * reached + most) / (2n * most);
        const total = weightedTotal(criteria, scores);
        expect(total).toBe(`${tenths / 10n}.${tenths % 10n}`);
        expect(Number(total)).toBeGreaterThanOrEqual(0);
        expect(Number(total)).toBeLessThanOrEqual(100);
      }),
    );
  });

  test('never falls when one score rises, and does not heed what is independent', () => {
    const scores = fc.tuple(score, score, score, score, score, score);
    fc.assert(
      fc.property(scores, fc.nat(5), (given, at) => {
        fc.pre(given[at]! < 4);
        const raised = given.map((one, index) => (index === at ? one + 1 : one));
        const [lower, higher] = [given, raised].map((one) => Number(weightedTotal(rubric, scoresOf(...one))));
        if (at === 5) expect(higher).toBe(lower);
        else expect(higher).toBeGreaterThan(lower!);
      }),
    );
  });
});

describe('a review', () => {
  const full = keys.map((key) => ({ criterion: key, score: 3 }));
  const faults = (review: Partial<ReviewText>) =>
    reviewProblems(rubric, { verdict: 'APPROVE', scores: full, ...review }).map(
      ({ code, path }) => `${path.slice(1).join('.')}: ${code}`,
    );

  test('with every criterion once is sound, whatever it advises', () => {
    for (const verdict of ['APPROVE', 'REVISE', 'REJECT'] as const) expect(faults({ verdict })).toEqual([]);
  });

  test('leaves no criterion out, the independent one neither', () => {
    expect(faults({ scores: full.slice(0, 5) })).toEqual(['scores: REQUIRED']);
    expect(faults({ scores: [] })).toEqual(['scores: REQUIRED']);
  });

  test('judges each criterion once', () => {
    expect(faults({ scores: [...full, full[2]!] })).toEqual(['scores.6.criterion: DUPLICATE']);
  });

  test('knows the criteria of the rubric and no others', () => {
    expect(faults({ scores: [...full, { criterion: 'beauty', score: 1 }] })).toEqual([
      'scores.6.criterion: NOT_FOUND',
    ]);
  });

  test.each([
    [0, []],
    [4, []],
    [-1, ['scores.0.score: INVALID']],
    [5, ['scores.0.score: INVALID']],
    [2.5, ['scores.0.score: INVALID']],
  ])('with the score %d has the faults %j', (score, wanted) => {
    expect(faults({ scores: [{ criterion: 'need', score }, ...full.slice(1)] })).toEqual(wanted);
  });

  test('that abstains carries no scores', () => {
    expect(faults({ verdict: 'ABSTAIN', scores: [] })).toEqual([]);
    expect(faults({ verdict: 'ABSTAIN' })).toEqual(['scores: INVALID']);
  });

  test('may carry a note of 4 000 characters and no more', () => {
    expect(faults({ note: 'a'.repeat(4000) })).toEqual([]);
    expect(faults({ note: 'a'.repeat(4001) })).toEqual(['note: TOO_LONG']);
    expect(faults({ verdict: 'ABSTAIN', scores: [], note: 'a'.repeat(4001) })).toEqual(['note: TOO_LONG']);
  });
});
