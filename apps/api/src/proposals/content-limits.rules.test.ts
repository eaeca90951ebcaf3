import { describe, expect, test } from 'vitest';
import { contentProblems } from './content-limits.rules.ts';
import { emptyContent, type Content } from './content.rules.ts';

const title = 'Lokakarya komunikasi';
const draft: Content = { ...emptyContent, title };

const outcome: Content['outcomes'][number] = {
  competencyId: 'cmp_x',
  fromLevel: 2,
  toLevel: 3,
  measure: null,
};
const session: Content['sessions'][number] = { key: 's', title: 'Praktik', minutes: 90, method: null };
const speaker: Content['speakers'][number] = { key: 'n', name: 'Contoh', affiliation: null, expertise: null };
const line: Content['budget'][number] = {
  key: 'b',
  description: 'Konsumsi',
  quantity: '25',
  unit: 'orang',
  unitPrice: '35000',
  source: 'GOVERNMENT',
};

/** What is wrong, as `path: code reason`. */
const faults = (change: Partial<Content>): string[] =>
  contentProblems({ ...draft, ...change }).map(
    ({ path, code, reason }) => `${path.slice(2).join('.')}: ${code} ${reason}`,
  );

const letters = (count: number): string => 'a'.repeat(count);
const times = <T>(count: number, row: T): T[] => Array<T>(count).fill(row);

test('a draft that holds a title and nothing else may be written', () => {
  expect(faults({})).toEqual([]);
});

test('a problem leads to its place and names the bound', () => {
  expect(contentProblems({ ...draft, sessions: [session, { ...session, minutes: 14 }] })).toEqual([
    {
      code: 'INVALID',
      reason: 'out_of_range',
      path: ['input', 'content', 'sessions', '1', 'minutes'],
      values: { min: 15, max: 600 },
    },
  ]);
});

describe('each limit holds at its edge', () => {
  /** A field, a value within by one step, the same beyond, and what is said of it. */
  const edges: [string, Partial<Content>, Partial<Content>, string][] = [
    ['shortest title', { title: letters(10) }, { title: letters(9) }, 'title: INVALID too_short'],
    ['longest title', { title: letters(150) }, { title: letters(151) }, 'title: TOO_LONG too_long'],
    ['some title', { title: letters(10) }, { title: '' }, 'title: REQUIRED required'],
    ['a title of more than spaces', { title: letters(10) }, { title: '   ' }, 'title: REQUIRED required'],
    ['summary', { summary: letters(1200) }, { summary: letters(1201) }, 'summary: TOO_LONG too_long'],
    ['rationale', { rationale: letters(4000) }, { rationale: letters(4001) }, 'rationale: TOO_LONG too_long'],
    [
      'objectives',
      { objectives: letters(4000) },
      { objectives: letters(4001) },
      'objectives: TOO_LONG too_long',
    ],
    ['audience', { audience: letters(1000) }, { audience: letters(1001) }, 'audience: TOO_LONG too_long'],
    [
      'access needs',
      { accessNeeds: letters(1000) },
      { accessNeeds: letters(1001) },
      'accessNeeds: TOO_LONG too_long',
    ],
    ['place', { place: letters(200) }, { place: letters(201) }, 'place: TOO_LONG too_long'],
    ['fewest seats', { capacityMin: 1 }, { capacityMin: 0 }, 'capacityMin: INVALID out_of_range'],
    ['most seats', { capacityMax: 100_000 }, { capacityMax: 100_001 }, 'capacityMax: INVALID out_of_range'],
    ['whole seats', { capacityMax: 2 }, { capacityMax: 2.5 }, 'capacityMax: INVALID out_of_range'],
    [
      'fewest seats beside most',
      { capacityMin: 25, capacityMax: 25 },
      { capacityMin: 26, capacityMax: 25 },
      'capacityMin: INVALID above_maximum',
    ],
    [
      'preferred days',
      { preferredFrom: '2026-11-24', preferredUntil: '2026-11-24' },
      { preferredFrom: '2026-11-24', preferredUntil: '2026-11-23' },
      'preferredUntil: INVALID before_start',
    ],
    [
      'outcomes',
      { outcomes: times(50, outcome) },
      { outcomes: times(51, outcome) },
      'outcomes: INVALID too_many',
    ],
    [
      'sessions',
      { sessions: times(50, session) },
      { sessions: times(51, session) },
      'sessions: INVALID too_many',
    ],
    [
      'speakers',
      { speakers: times(50, speaker) },
      { speakers: times(51, speaker) },
      'speakers: INVALID too_many',
    ],
    ['budget lines', { budget: times(50, line) }, { budget: times(51, line) }, 'budget: INVALID too_many'],
  ];
  test.each(edges)('%s', (_, within, beyond, fault) => {
    expect(faults(within)).toEqual([]);
    expect(faults(beyond)).toEqual([fault]);
  });

  type Row<P extends 'outcomes' | 'sessions' | 'speakers' | 'budget'> = Partial<Content[P][number]>;
  const ofOutcome = (row: Row<'outcomes'>) => ({ outcomes: [{ ...outcome, ...row }] });
  const ofSession = (row: Row<'sessions'>) => ({ sessions: [{ ...session, ...row }] });
  const ofSpeaker = (row: Row<'speakers'>) => ({ speakers: [{ ...speaker, ...row }] });
  const ofBudget = (row: Row<'budget'>) => ({ budget: [{ ...line, ...row }] });

  const rowEdges: [string, Partial<Content>[], Partial<Content>, string][] = [
    [
      'lowest level to reach',
      [ofOutcome({ fromLevel: null, toLevel: 1 })],
      ofOutcome({ fromLevel: null, toLevel: 0 }),
      'outcomes.0.toLevel: INVALID out_of_range',
    ],
    [
      'highest level',
      [ofOutcome({ toLevel: 5 })],
      ofOutcome({ toLevel: 6 }),
      'outcomes.0.toLevel: INVALID out_of_range',
    ],
    [
      'level to start from',
      [ofOutcome({ fromLevel: 1 })],
      ofOutcome({ fromLevel: 0 }),
      'outcomes.0.fromLevel: INVALID out_of_range',
    ],
    [
      'level to reach beside the one to start from',
      [ofOutcome({ fromLevel: 3, toLevel: 3 })],
      ofOutcome({ fromLevel: 4, toLevel: 3 }),
      'outcomes.0.toLevel: INVALID level_lower',
    ],
    [
      'measure',
      [ofOutcome({ measure: letters(1000) })],
      ofOutcome({ measure: letters(1001) }),
      'outcomes.0.measure: TOO_LONG too_long',
    ],
    [
      'shortest session',
      [ofSession({ minutes: 15 })],
      ofSession({ minutes: 14 }),
      'sessions.0.minutes: INVALID out_of_range',
    ],
    [
      'longest session',
      [ofSession({ minutes: 600 })],
      ofSession({ minutes: 601 }),
      'sessions.0.minutes: INVALID out_of_range',
    ],
    [
      'title of a session',
      [ofSession({ title: 'a' }), ofSession({ title: letters(200) })],
      ofSession({ title: letters(201) }),
      'sessions.0.title: TOO_LONG too_long',
    ],
    [
      'some title of a session',
      [ofSession({ title: 'a' })],
      ofSession({ title: '' }),
      'sessions.0.title: REQUIRED required',
    ],
    [
      'method',
      [ofSession({ method: letters(200) })],
      ofSession({ method: letters(201) }),
      'sessions.0.method: TOO_LONG too_long',
    ],
    ['some name', [ofSpeaker({ name: 'a' })], ofSpeaker({ name: '' }), 'speakers.0.name: REQUIRED required'],
    [
      'longest name',
      [ofSpeaker({ name: letters(200) })],
      ofSpeaker({ name: letters(201) }),
      'speakers.0.name: TOO_LONG too_long',
    ],
    [
      'affiliation',
      [ofSpeaker({ affiliation: letters(200) })],
      ofSpeaker({ affiliation: letters(201) }),
      'speakers.0.affiliation: TOO_LONG too_long',
    ],
    [
      'expertise',
      [ofSpeaker({ expertise: letters(200) })],
      ofSpeaker({ expertise: letters(201) }),
      'speakers.0.expertise: TOO_LONG too_long',
    ],
    [
      'some description',
      [ofBudget({ description: 'a' })],
      ofBudget({ description: ' ' }),
      'budget.0.description: REQUIRED required',
    ],
    [
      'longest description',
      [ofBudget({ description: letters(200) })],
      ofBudget({ description: letters(201) }),
      'budget.0.description: TOO_LONG too_long',
    ],
    ['some unit', [ofBudget({ unit: 'a' })], ofBudget({ unit: '' }), 'budget.0.unit: REQUIRED required'],
    [
      'longest unit',
      [ofBudget({ unit: letters(40) })],
      ofBudget({ unit: letters(41) }),
      'budget.0.unit: TOO_LONG too_long',
    ],
    [
      'least quantity',
      [ofBudget({ quantity: '0' })],
      ofBudget({ quantity: '-0.01' }),
      'budget.0.quantity: INVALID out_of_range',
    ],
    [
      'most quantity',
      [ofBudget({ quantity: '1000000' }), ofBudget({ quantity: '1000000.00' })],
      ofBudget({ quantity: '1000000.01' }),
      'budget.0.quantity: INVALID out_of_range',
    ],
    [
      'two decimals of a quantity',
      [ofBudget({ quantity: '0.01' }), ofBudget({ quantity: '0.010' })],
      ofBudget({ quantity: '0.001' }),
      'budget.0.quantity: INVALID too_many_decimals',
    ],
    [
      'least money',
      [ofBudget({ unitPrice: '0' })],
      ofBudget({ unitPrice: '-1' }),
      'budget.0.unitPrice.amount: INVALID out_of_range',
    ],
    [
      'most money',
      [ofBudget({ unitPrice: '1000000000000' })],
      ofBudget({ unitPrice: '1000000000001' }),
      'budget.0.unitPrice.amount: INVALID out_of_range',
    ],
    [
      'whole rupiah',
      [ofBudget({ unitPrice: '1' }), ofBudget({ unitPrice: '1.00' })],
      ofBudget({ unitPrice: '1.5' }),
      'budget.0.unitPrice.amount: INVALID too_many_decimals',
    ],
  ];
  test.each(rowEdges)('%s', (_, within, beyond, fault) => {
    for (const one of within) expect(faults(one)).toEqual([]);
    expect(faults(beyond)).toEqual([fault]);
  });

  test('characters are counted as people see them, not in code units', () => {
    expect(faults({ title: '🌿'.repeat(150) })).toEqual([]);
    expect(faults({ title: '🌿'.repeat(151) })).toEqual(['title: TOO_LONG too_long']);
    expect(faults({ title: '🌿'.repeat(9) })).toEqual(['title: INVALID too_short']);
  });
});
