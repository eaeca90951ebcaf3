import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyContent, type Content } from './content.rules.ts';
import { changedContent, changedLinks, rowProblems, type ContentChange } from './draft.rules.ts';

const before: Content = {
  title: 'Lokakarya komunikasi',
  kind: 'WORKSHOP',
  mode: 'HYBRID',
  summary: 'Ringkas',
  rationale: 'Alasan',
  objectives: 'Tujuan',
  audience: 'Petugas loket',
  accessNeeds: 'Juru bahasa isyarat',
  capacityMin: 10,
  capacityMax: 25,
  preferredFrom: '2026-12-01',
  preferredUntil: '2026-12-24',
  place: 'Aula',
  outcomes: [{ competencyId: 'cmp_x', fromLevel: 2, toLevel: 3, measure: 'Simulasi' }],
  sessions: [
    { key: 's1', title: 'Mendengar', minutes: 90, method: 'Praktik' },
    { key: 's2', title: 'Menjelaskan', minutes: 45, method: null },
  ],
  speakers: [{ key: 'n1', name: 'Contoh', affiliation: 'Universitas', expertise: 'Komunikasi' }],
  budget: [
    {
      key: 'b1',
      description: 'Konsumsi',
      quantity: '2.5',
      unit: 'kotak',
      unitPrice: '35000',
      source: 'SHARED',
    },
  ],
};

const rows = ['outcomes', 'sessions', 'speakers', 'budget'] as const;
const fields = Object.keys(before) as (keyof Content)[];
const rupiah = (amount: string) => ({ amount, currencyCode: 'IDR' });
const line = {
  description: 'Konsumsi',
  quantity: '1',
  unit: 'kotak',
  unitPrice: rupiah('1'),
  source: 'SHARED',
} as const;

/** The stored text as a client would send it back. */
const sentBack: Required<ContentChange> = {
  ...before,
  budget: before.budget.map(({ unitPrice, ...one }) => ({ ...one, unitPrice: rupiah(unitPrice) })),
};

describe('a change of the text', () => {
  test('leaves as it is what it leaves out', () => {
    expect(changedContent(before, {})).toEqual(before);
  });

  test('does not touch the text before', () => {
    const copy = structuredClone(before);
    changedContent(before, { title: 'Lain sama sekali', sessions: [], budget: null });
    expect(before).toEqual(copy);
  });

  test('sent back as it was read changes nothing, whatever part of it is sent', () => {
    fc.assert(
      fc.property(fc.subarray(fields), (some) => {
        const change = Object.fromEntries(some.map((field) => [field, sentBack[field]]));
        expect(changedContent(before, change)).toEqual(before);
      }),
    );
  });

  test('empties what it sets to null, and nothing else', () => {
    fc.assert(
      fc.property(fc.subarray(fields), (some) => {
        const change = Object.fromEntries(some.map((field) => [field, null]));
        const emptied = Object.fromEntries(some.map((field) => [field, emptyContent[field]]));
        expect(changedContent(before, change)).toEqual({ ...before, ...emptied });
      }),
    );
  });

  test('takes text without the spaces around it, and blank text as none', () => {
    expect(changedContent(before, { title: '  Judul baru ', summary: ' \n', place: ' Aula ' })).toEqual({
      ...before,
      title: 'Judul baru',
      summary: null,
      place: 'Aula',
    });
  });

  test('replaces rows whole, in the order sent', () => {
    const [first, second] = before.sessions;
    const { sessions } = changedContent(before, { sessions: [second!, first!] });
    expect(sessions).toEqual([second, first]);
  });
});

describe('rows', () => {
  test('keep their keys, and new ones get one of their own', () => {
    const { sessions } = changedContent(before, {
      sessions: [
        { key: 's2', title: 'Menjelaskan ulang', minutes: 60 },
        { title: 'Penutup', minutes: 15 },
        { key: null, title: 'Foto', minutes: 15 },
      ],
    });
    const keys = sessions.map(({ key }) => key);
    expect(keys[0]).toBe('s2');
    expect(new Set(keys).size).toBe(3);
    expect(keys.slice(1)).toEqual([expect.stringMatching(/^[\w-]{8}$/), expect.stringMatching(/^[\w-]{8}$/)]);
    expect(sessions[0]).toEqual({ key: 's2', title: 'Menjelaskan ulang', minutes: 60, method: null });
  });

  test.each([
    ['2.50', '2.5'],
    ['2.5', '2.5'],
    ['002.500000', '2.5'],
    ['10', '10'],
    ['10.00', '10'],
    ['1000000', '1000000'],
    ['0.00', '0'],
    ['-0', '0'],
  ])('write the number %s as %s', (given, written) => {
    const budget = [{ ...line, quantity: given, unitPrice: rupiah(given) }];
    const [one] = changedContent(before, { budget }).budget;
    expect([one!.quantity, one!.unitPrice]).toEqual([written, written]);
  });

  const faults = (change: ContentChange) =>
    rowProblems(before, change).map(({ code, path }) => `${path.slice(2).join('.')}: ${code}`);

  test('may carry the keys of the text before, each once', () => {
    expect(
      faults({
        sessions: [
          { key: 's1', title: 'a', minutes: 15 },
          { title: 'b', minutes: 15 },
        ],
      }),
    ).toEqual([]);
    const twice = { key: 's1', title: 'a', minutes: 15 };
    expect(faults({ sessions: [twice, twice] })).toEqual(['sessions.1.key: NOT_FOUND']);
  });

  test('with a key that is not known, or of another kind of row, are refused', () => {
    expect(
      faults({
        sessions: [{ key: 'n1', title: 'a', minutes: 15 }],
        speakers: [{ key: 'nobody', name: 'a' }],
        budget: [{ ...line, key: '' }],
      }),
    ).toEqual(['sessions.0.key: NOT_FOUND', 'speakers.0.key: NOT_FOUND', 'budget.0.key: NOT_FOUND']);
  });

  test('take rupiah and no other money', () => {
    const budget = [line, { ...line, unitPrice: { amount: '1', currencyCode: 'USD' } }];
    expect(faults({ budget })).toEqual(['budget.1.unitPrice.currencyCode: INVALID']);
    expect(faults({ budget: [{ ...line, unitPrice: { amount: '1', currencyCode: 'idr' } }] })).toHaveLength(
      1,
    );
  });

  test('left out or null have no fault', () => {
    expect(rowProblems(before, {})).toEqual([]);
    expect(rowProblems(before, Object.fromEntries(rows.map((part) => [part, null])))).toEqual([]);
  });
});

test('links keep their order and strength, and a blank note is none', () => {
  expect(
    changedLinks([
      { needId: 'ned_b', strength: 'SUPPORTING', note: ' catatan ' },
      { needId: 'ned_a', strength: 'PRIMARY', note: '  ' },
      { needId: 'ned_c', strength: 'PRIMARY' },
    ]),
  ).toEqual([
    { needId: 'ned_b', strength: 'SUPPORTING', note: 'catatan' },
    { needId: 'ned_a', strength: 'PRIMARY', note: null },
    { needId: 'ned_c', strength: 'PRIMARY', note: null },
  ]);
});
