import fc from 'fast-check';
import { overwriteGetLocale } from '@simpul/words/runtime';
import { afterEach, describe, expect, it } from 'vitest';
import { needState } from '#lib/words/need.ts';
import { codes } from '#lib/words/word.ts';
import { coverage, share, type CoverageRow } from './coverage.ts';
import { shown } from './figure.ts';
import { needs } from './needs.ts';
import { states } from './states.ts';
import { waiting } from './waiting.ts';

const unit = { id: 'unt_alak', name: 'Kecamatan Alak' };
const asOf = '2026-11-24T02:30:00.000Z';
const need = (people: number | null, seats: number, number = 1): CoverageRow => ({
  code: `KBT-2026-${String(number).padStart(4, '0')}`,
  title: 'Komunikasi di loket',
  people,
  seats,
});
const inEnglish = () => overwriteGetLocale(() => 'en');
afterEach(() => overwriteGetLocale(() => 'id'));

describe('how far proposals have come', () => {
  const counts = (submitted: number, inReview: number, done = 0) => [
    { state: 'SUBMITTED' as const, count: submitted },
    { state: 'IN_REVIEW' as const, count: inReview },
    { state: 'DONE' as const, count: done },
  ];
  it.each([
    [counts(0, 0), 'Belum ada usulan yang dikirim ke Kecamatan Alak.'],
    [counts(0, 1), 'Satu usulan sudah dikirim, dengan status Sedang ditelaah.'],
    [counts(2, 5), '7 usulan sudah dikirim. Paling banyak berstatus Sedang ditelaah, yaitu 5.'],
    [
      counts(3, 3, 3),
      '9 usulan sudah dikirim. Paling banyak berstatus Terkirim, Sedang ditelaah, dan Selesai, masing-masing 3.',
    ],
  ])('%j', (rows, answer) => {
    expect(states.answer(rows, unit)).toBe(answer);
  });
  it('in English too', () => {
    inEnglish();
    expect(states.answer(counts(1, 0), unit)).toBe('One proposal has been sent; its state is Submitted.');
    expect(states.answer(counts(2, 5), unit)).toBe(
      '7 proposals have been sent. The most common state is In review, with 5.',
    );
  });
  it('leads from each number but zero to the rows behind it', () => {
    const { rows, columns, bars } = shown(states, { asOf, rows: counts(0, 5) }, unit);
    expect(columns.map(({ label }) => label)).toEqual(['Status', 'Jumlah usulan']);
    expect(rows.map(([, number]) => number)).toEqual([
      { text: '0', href: null },
      { text: '5', href: '/telaah?status=IN_REVIEW&unit=unt_alak' },
      { text: '0', href: null },
    ]);
    expect(bars).toEqual([{ label: 'Sedang ditelaah', value: 5, text: '5' }]);
  });
  it('draws no bar for a zero', () => {
    expect(shown(states, { asOf, rows: counts(0, 0) }, unit).bars).toEqual([]);
  });
});

describe('who is waited for', () => {
  const at = (secretariat: number, reviewer: number, approver: number, partner: number) => [
    { place: 'SECRETARIAT' as const, count: secretariat },
    { place: 'REVIEWER' as const, count: reviewer },
    { place: 'APPROVER' as const, count: approver },
    { place: 'PARTNER' as const, count: partner },
  ];
  it.each([
    [at(0, 0, 0, 0), 'Tidak ada usulan yang sedang menunggu langkah siapa pun.'],
    [at(0, 0, 0, 1), '1 usulan sedang menunggu: 1 di mitra.'],
    [at(3, 0, 1, 0), '4 usulan sedang menunggu: 3 di sekretariat dan 1 di pemutus.'],
    [
      at(3, 2, 1, 4),
      '10 usulan sedang menunggu: 3 di sekretariat, 2 di penelaah, 1 di pemutus, dan 4 di mitra.',
    ],
  ])('%j', (rows, answer) => {
    expect(waiting.answer(rows, unit)).toBe(answer);
  });
  it('in English too', () => {
    inEnglish();
    expect(waiting.answer(at(0, 1, 0, 0), unit)).toBe('1 proposal is waiting: 1 with reviewers.');
    expect(waiting.answer(at(1, 0, 0, 2), unit)).toBe(
      '3 proposals are waiting: 1 with the secretariat and 2 with partners.',
    );
  });
});

describe('how far needs have come', () => {
  const counted = (counts: Partial<Record<keyof typeof needState, number>>) =>
    codes(needState).map((state) => ({ state, count: counts[state] ?? 0 }));
  it.each([
    [counted({}), 'Belum ada kebutuhan yang tercatat di Kecamatan Alak.'],
    [counted({ DRAFT: 1 }), '1 kebutuhan tercatat: 1 draf.'],
    [
      counted({ DRAFT: 2, PUBLISHED: 6, MET: 1 }),
      '9 kebutuhan tercatat: 2 draf, 6 terbuka, dan 1 terpenuhi.',
    ],
  ])('%j', (rows, answer) => {
    expect(needs.answer(rows, unit)).toBe(answer);
  });
});

describe('how far open needs are answered', () => {
  it.each([
    ['no need', [], 'Tidak ada kebutuhan yang terbuka untuk mitra.'],
    [
      'one need without seats',
      [need(20, 0)],
      'Satu-satunya kebutuhan terbuka belum punya kursi yang disetujui. ' +
        'Belum ada kursi bagi 20 orang yang perlu belajar.',
    ],
    [
      'one need with too many seats',
      [need(20, 30)],
      'Satu-satunya kebutuhan terbuka sudah punya kursi yang disetujui. ' +
        'Kursi itu cukup untuk 20 dari 20 orang yang perlu belajar.',
    ],
    [
      'none of several',
      [need(20, 0), need(1200, 0)],
      'Belum satu pun dari 2 kebutuhan terbuka punya kursi yang disetujui. ' +
        'Belum ada kursi bagi 1.220 orang yang perlu belajar.',
    ],
    [
      'some, and people who are not shown',
      [need(20, 15), need(null, 40), need(10, 0)],
      '2 dari 3 kebutuhan terbuka sudah punya kursi yang disetujui; 1 belum. ' +
        'Kursi itu cukup untuk 15 dari 30 orang yang perlu belajar. ' +
        '1 kebutuhan tidak menampilkan jumlah orang, jadi tidak ikut dihitung.',
    ],
    [
      'nobody shown at all',
      [need(null, 4), need(null, 5)],
      'Semua 2 kebutuhan terbuka sudah punya kursi yang disetujui. ' +
        '2 kebutuhan tidak menampilkan jumlah orang, jadi tidak ikut dihitung.',
    ],
  ])('%s', (_, rows, answer) => {
    expect(coverage.answer(rows, unit)).toBe(answer);
  });
  it('in English too', () => {
    inEnglish();
    expect(coverage.answer([need(20, 15), need(1, 0)], unit)).toBe(
      '1 of 2 open needs has approved seats, 1 not yet. ' +
        'These seats are enough for 15 of the 21 people who need to learn.',
    );
    expect(coverage.answer([need(1, 0), need(null, 0)], unit)).toBe(
      'None of the 2 open needs has approved seats yet. ' +
        'There is no seat yet for the 1 person who needs to learn. ' +
        '1 need shows no number of people and is left out.',
    );
  });
  it('says that it counts only as many as it asked for', () => {
    const rows = Array.from({ length: 100 }, (_, at) => need(10, 10, at));
    expect(coverage.answer(rows, unit)).toContain('Yang dihitung hanya 100 kebutuhan terpenting.');
    const { rows: some, bars, note } = shown(coverage, { asOf, rows }, unit);
    expect([some.length, bars.length]).toEqual([12, 12]);
    expect(note).toBe('Gambar dan tabel memuat 12 kebutuhan terpenting dari 100; CSV memuat semuanya.');
  });
  it('hides people that are not shown in the drawing, the table and the file alike', () => {
    const { bars, rows } = shown(coverage, { asOf, rows: [need(null, 4)] }, unit);
    expect(bars).toEqual([{ label: 'Komunikasi di loket', value: 4, of: null, text: '4 kursi' }]);
    expect(rows[0]!.map(({ text }) => text)).toEqual([
      'KBT-2026-0001 Komunikasi di loket',
      'tidak ditampilkan',
      '4',
      '–',
    ]);
    const file = coverage.columns(unit).map(({ value }) => value(need(null, 4)));
    expect(file).toEqual(['KBT-2026-0001', 'Komunikasi di loket', null, 4, undefined]);
  });
  it('never counts more than all', () => {
    const any = fc.record({ people: fc.option(fc.nat(500)), seats: fc.nat(500) });
    fc.assert(
      fc.property(any, ({ people, seats }) => {
        const part = share(need(people, seats));
        expect(part === null).toBe(!people);
        if (part !== null) expect(part).toBeLessThanOrEqual(1);
      }),
    );
  });
});
