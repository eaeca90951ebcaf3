import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  answerProblems,
  factsProblems,
  partnerChecks,
  partnerOutcomes,
  partnerStates,
  possibleOutcomes,
  stateAfter,
  verifiedProblems,
  type PartnerFacts,
} from './partner.rules.ts';

const facts: PartnerFacts = {
  name: 'Yayasan Contoh',
  kind: 'NGO',
  summary: 'Mendampingi pelayanan dasar di kelurahan.',
  website: 'https://yayasan.contoh',
  legalNumber: 'AHU-0001.AH.01.04',
  address: 'Jalan Contoh 1, Kupang',
  phone: '+62 380 123-456',
};
const paths = (changed: Partial<PartnerFacts>) =>
  factsProblems({ ...facts, ...changed }).map(({ path }) => path.join('.'));

describe("a partner's way", () => {
  test.each([
    ['PENDING', ['VERIFY', 'RETURN']],
    ['VERIFIED', ['SUSPEND']],
    ['SUSPENDED', ['VERIFY']],
  ] as const)('from %s knows %j', (state, outcomes) => {
    expect(possibleOutcomes(state)).toEqual(outcomes);
  });

  test('leads to known states only, and reaches every one', () => {
    expect(new Set(partnerOutcomes.map(stateAfter))).toEqual(new Set(partnerStates));
  });
});

describe('an answer', () => {
  const oneOf = fc.constantFrom(...partnerOutcomes);
  const checks = fc.uniqueArray(fc.constantFrom(...partnerChecks));

  test('is a yes only when every check is met', () => {
    fc.assert(
      fc.property(checks, (met) => {
        const problems = answerProblems({ outcome: 'VERIFY', met, reason: '' });
        return (problems.length === 0) === (met.length === partnerChecks.length);
      }),
    );
  });

  test('that is no yes gives its reason', () => {
    fc.assert(
      fc.property(oneOf, checks, (outcome, met) => {
        const silent = answerProblems({ outcome, met, reason: '  ' }).some(({ path }) =>
          path.includes('reason'),
        );
        return silent === (outcome !== 'VERIFY');
      }),
    );
  });
});

describe('what an institution says of itself', () => {
  test('is taken when it is whole', () => {
    expect(paths({})).toEqual([]);
    expect(paths({ website: '' })).toEqual([]);
    expect(paths({ website: null })).toEqual([]);
  });

  test.each([
    ['website', 'yayasan.contoh'],
    ['website', 'javascript:alert(1)'],
    ['phone', '12'],
    ['phone', 'tidak ada'],
    ['name', 'YC'],
    ['summary', 'Singkat.'],
    ['legalNumber', ''],
    ['address', ''],
  ])('names %s when it is %j', (field, value) => {
    expect(paths({ [field]: value })).toEqual([`input.${field}`]);
  });

  test('keeps name and sort once they were verified', () => {
    const other = { ...facts, name: 'Yayasan Lain', kind: 'COMPANY' as const };
    expect(verifiedProblems({ ...facts, state: 'PENDING' }, other)).toEqual([]);
    expect(verifiedProblems({ ...facts, state: 'VERIFIED' }, facts)).toEqual([]);
    expect(verifiedProblems({ ...facts, state: 'VERIFIED' }, other)).toHaveLength(2);
  });
});
