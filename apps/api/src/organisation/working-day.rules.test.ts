import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addWorkingDays, daysBetween } from './working-day.rules.ts';

const none: ReadonlySet<string> = new Set();
const DAY = 86_400_000;
const dayAfter = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
const day = fc.integer({ min: 0, max: 20_000 }).map((days) => dayAfter('2000-01-01', days));
const count = fc.integer({ min: 1, max: 40 });

/** Some of the hundred days after a day, as holidays. */
const withHolidays = fc
  .tuple(day, count, fc.array(fc.integer({ min: 1, max: 100 }), { maxLength: 15 }))
  .map(([from, days, offs]) => ({ from, days, holidays: new Set(offs.map((off) => dayAfter(from, off))) }));

const isWorkingDay = (one: string, holidays: ReadonlySet<string>) =>
  ![0, 6].includes(new Date(`${one}T00:00:00Z`).getUTCDay()) && !holidays.has(one);

function daysFrom(from: string, to: string): string[] {
  return Array.from({ length: daysBetween(from, to) }, (_, index) => dayAfter(from, index + 1));
}

describe('a working day some days on', () => {
  // 24 November 2026 is a Tuesday.
  test.each([
    ['2026-11-24', 0, '2026-11-24'],
    ['2026-11-24', 1, '2026-11-25'],
    ['2026-11-24', 3, '2026-11-27'],
    ['2026-11-24', 4, '2026-11-30'],
    ['2026-11-27', 1, '2026-11-30'],
    ['2026-11-28', 1, '2026-11-30'],
    ['2026-11-29', 1, '2026-11-30'],
    ['2026-11-24', 10, '2026-12-08'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2028-02-28', 1, '2028-02-29'],
  ])('from %s on, %d of them, is %s', (from, days, to) => {
    expect(addWorkingDays(from, days, none)).toBe(to);
  });

  test('passes over holidays, and over a holiday on a Sunday only once', () => {
    expect(addWorkingDays('2026-12-24', 1, new Set(['2026-12-25']))).toBe('2026-12-28');
    expect(addWorkingDays('2026-12-31', 1, new Set(['2027-01-01', '2027-01-03']))).toBe('2027-01-04');
  });

  test('is a working day, with exactly so many on the way', () => {
    fc.assert(
      fc.property(withHolidays, ({ from, days, holidays }) => {
        const to = addWorkingDays(from, days, holidays);
        expect(isWorkingDay(to, holidays)).toBe(true);
        expect(daysFrom(from, to).filter((one) => isWorkingDay(one, holidays))).toHaveLength(days);
      }),
    );
  });

  test('comes to the same in two steps', () => {
    fc.assert(
      fc.property(withHolidays, count, ({ from, days, holidays }, more) => {
        const between = addWorkingDays(from, days, holidays);
        expect(addWorkingDays(between, more, holidays)).toBe(addWorkingDays(from, days + more, holidays));
      }),
    );
  });
});

describe('days between', () => {
  test.each([
    ['2026-11-24', '2026-11-24', 0],
    ['2026-11-24', '2026-11-25', 1],
    ['2026-11-25', '2026-11-24', -1],
    ['2028-02-28', '2028-03-01', 2],
    ['2026-01-01', '2027-01-01', 365],
  ])('%s and %s are %d', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
  });

  test('add up', () => {
    fc.assert(
      fc.property(day, day, day, (a, b, c) => {
        expect(daysBetween(a, b) + daysBetween(b, c)).toBe(daysBetween(a, c));
      }),
    );
  });
});
