import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  movesFrom,
  needActions,
  needMoves,
  needProblems,
  needStates,
  openNeedStates,
  roundedHeadcount,
  type NeedText,
} from './need.rules.ts';

describe("a need's way", () => {
  test('is verified, then published, and closed from wherever it stands', () => {
    expect(needMoves).toEqual({
      VERIFY: { from: ['DRAFT'], to: 'VERIFIED' },
      PUBLISH: { from: ['VERIFIED'], to: 'PUBLISHED' },
      CLOSE: { from: needStates.filter((state) => state !== 'CLOSED'), to: 'CLOSED' },
    });
  });

  test('offers in each state the moves that are legal there', () => {
    expect(Object.fromEntries(needStates.map((state) => [state, movesFrom(state)]))).toEqual({
      DRAFT: ['VERIFY', 'CLOSE'],
      VERIFIED: ['PUBLISH', 'CLOSE'],
      PUBLISHED: ['CLOSE'],
      PLANNED: ['CLOSE'],
      MET: ['CLOSE'],
      CLOSED: [],
    });
  });

  test('is open to partners once it is published, until it is met or closed', () => {
    expect(openNeedStates).toEqual(['PUBLISHED', 'PLANNED']);
  });

  test('never leads back to a state before', () => {
    for (const action of needActions) {
      const { from, to } = needMoves[action];
      for (const state of from) expect(needStates.indexOf(to)).toBeGreaterThan(needStates.indexOf(state));
    }
  });
});

describe('a number of people, to outsiders', () => {
  test.each([
    [null, null],
    [0, null],
    [1, null],
    [4, null],
    [5, 5],
    [7, 5],
    [8, 10],
    [12, 10],
    [13, 15],
    [998, 1000],
  ])('%s is shown as %s', (people, shown) => {
    expect(roundedHeadcount(people)).toBe(shown);
  });

  test('is a step of five at most two away', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 1_000_000 }), (people) => {
        const shown = roundedHeadcount(people)!;
        expect(shown % 5).toBe(0);
        expect(Math.abs(shown - people)).toBeLessThanOrEqual(2);
      }),
    );
  });
});

describe('what may not be written', () => {
  const sound: NeedText = {
    title: 'Mengelola waktu',
    rationale: 'Antrean menumpuk.',
    targetLevel: 3,
    forUnitIds: ['unt_a'],
  };
  const faults = (change: Partial<NeedText>) =>
    needProblems({ ...sound, ...change }).map(({ code, path }) => `${path.slice(1).join('.')}: ${code}`);
  const letters = (count: number) => 'a'.repeat(count);
  const ids = (count: number) => Array.from({ length: count }, (_, index) => `id_${index}`);
  const indicator = { name: 'Waktu tunggu', unit: 'menit' };

  const edges: [string, Partial<NeedText>, Partial<NeedText>, string][] = [
    ['shortest title', { title: letters(10) }, { title: letters(9) }, 'title: INVALID'],
    ['longest title', { title: letters(150) }, { title: letters(151) }, 'title: TOO_LONG'],
    ['some title', {}, { title: ' ' }, 'title: REQUIRED'],
    ['shortest rationale', { rationale: letters(10) }, { rationale: letters(9) }, 'rationale: INVALID'],
    ['longest rationale', { rationale: letters(2000) }, { rationale: letters(2001) }, 'rationale: TOO_LONG'],
    ['lowest level', { targetLevel: 1 }, { targetLevel: 0 }, 'targetLevel: INVALID'],
    ['highest level', { targetLevel: 5 }, { targetLevel: 6 }, 'targetLevel: INVALID'],
    ['fewest people', { headcount: 1 }, { headcount: 0 }, 'headcount: INVALID'],
    ['most people', { headcount: 1_000_000 }, { headcount: 1_000_001 }, 'headcount: INVALID'],
    ['one unit', { forUnitIds: ids(1) }, { forUnitIds: [] }, 'forUnitIds: REQUIRED'],
    ['fifty units', { forUnitIds: ids(50) }, { forUnitIds: ids(51) }, 'forUnitIds: INVALID'],
    ['fifty duties', { dutyIds: ids(50) }, { dutyIds: ids(51) }, 'dutyIds: INVALID'],
    ['no duty', { dutyIds: [] }, { dutyIds: ids(51) }, 'dutyIds: INVALID'],
    [
      'name of an indicator',
      { indicator: { ...indicator, name: letters(3) } },
      { indicator: { ...indicator, name: letters(2) } },
      'indicator.name: INVALID',
    ],
    [
      'long name of an indicator',
      { indicator: { ...indicator, name: letters(200) } },
      { indicator: { ...indicator, name: letters(201) } },
      'indicator.name: TOO_LONG',
    ],
    [
      'unit of an indicator',
      { indicator },
      { indicator: { ...indicator, unit: '' } },
      'indicator.unit: REQUIRED',
    ],
    [
      'long unit of an indicator',
      { indicator: { ...indicator, unit: letters(40) } },
      { indicator: { ...indicator, unit: letters(41) } },
      'indicator.unit: TOO_LONG',
    ],
    [
      'source of an indicator',
      { indicator: { ...indicator, source: letters(200) } },
      { indicator: { ...indicator, source: letters(201) } },
      'indicator.source: TOO_LONG',
    ],
  ];
  test.each(edges)('is known at the edge: %s', (_, within, beyond, fault) => {
    expect(faults(within)).toEqual([]);
    expect(faults(beyond)).toEqual([fault]);
  });
});
