import { describe, expect, it } from 'vitest';
import {
  calendarDay,
  date,
  dateRange,
  dateTime,
  daysUntil,
  dueDay,
  longDate,
  shortDate,
  shortDateTime,
  time,
} from './date.ts';
import { nip } from './nip.ts';
import { creditHours, decimal, percent, rupiah, whole } from './number.ts';

describe('numbers', () => {
  it('follow the language', () => {
    expect([decimal(1234.5, 1, 'id'), decimal('1234.5', 1, 'en')]).toEqual(['1.234,5', '1,234.5']);
    expect([whole(12500, 'id'), whole(12500, 'en')]).toEqual(['12.500', '12,500']);
    expect([percent(0.457, 'id'), percent(0.457, 'en')]).toEqual(['45,7%', '45.7%']);
  });
  it('write rupiah without a space and without losing one', () => {
    expect([rupiah('12500000', 'id'), rupiah('12500000', 'en')]).toEqual(['Rp12.500.000', 'Rp12,500,000']);
    expect(rupiah('9007199254740993', 'id')).toBe('Rp9.007.199.254.740.993');
    expect(rupiah('-250', 'id')).toBe('-Rp250');
  });
  it('say credit hours in hours too', () => {
    expect([creditHours('6.0', 'id'), creditHours('6.0', 'en')]).toEqual([
      '6 JP (4,5 jam)',
      '6 JP (4.5 hours)',
    ]);
  });
});

describe('dates', () => {
  it('follow the language', () => {
    expect(longDate('2026-11-24', 'id')).toBe('Selasa, 24 November 2026');
    expect(longDate('2026-11-24', 'en')).toBe('Tuesday, 24 November 2026');
    expect([shortDate('2026-11-24', 'id'), date('2026-05-04', 'id')]).toEqual(['24 Nov 2026', '4 Mei 2026']);
    expect(shortDateTime('2026-11-24T02:30:00Z', 'id')).toBe('24 Nov 2026, 10.30 WITA');
  });
  it('write ranges once', () => {
    expect(dateRange('2026-11-23', '2026-11-25', 'id')).toBe('23–25 November 2026');
    expect(dateRange('2026-11-30', '2026-12-02', 'id')).toBe('30 November–2 Desember 2026');
    expect(dateRange('2026-12-30', '2027-01-02', 'id')).toBe('30 Desember 2026–2 Januari 2027');
    expect(dateRange('2026-11-23', '2026-11-23', 'en')).toBe('23 November 2026');
  });
  it('read instants in the zone of Kupang', () => {
    expect(time('2026-11-24T02:30:00.000Z', 'id')).toBe('pukul 10.30 WITA');
    expect(time('2026-11-24T16:30:00.000Z', 'en')).toBe('00:30 WITA');
    expect(calendarDay('2026-11-24T16:30:00.000Z')).toBe('2026-11-25');
    expect(dateTime('2026-11-24T16:30:00.000Z', 'id')).toBe('25 November 2026, pukul 00.30 WITA');
  });
  it('count the days from today in Kupang', () => {
    const evening = new Date('2026-11-23T16:30:00Z');
    expect(['2026-11-24', '2026-11-27', '2026-11-18'].map((day) => daysUntil(day, evening))).toEqual([
      0, 3, -6,
    ]);
  });
  it('leave the current year out beside a status', () => {
    const now = new Date('2026-11-24T00:00:00Z');
    expect([dueDay('2026-11-28', 'id', now), dueDay('2027-01-04', 'id', now)]).toEqual([
      '28 Nov',
      '4 Jan 2027',
    ]);
  });
});

describe('a NIP', () => {
  it('hides its front', () => {
    expect(nip('198503122010122001')).toBe('•••••••• •••••• • 001');
    expect(nip('198503122010122001', { whole: true })).toBe('19850312 201012 2 001');
  });
  it('hides all of what it cannot read', () => expect(nip('123')).toBe('•••'));
});
