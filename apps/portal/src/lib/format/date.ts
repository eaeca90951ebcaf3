import { here, tags, zone, zoneName, type Locale } from './locale.ts';

/** A calendar date (2026-11-24) has no zone; an instant (2026-11-24T02:30:00Z) is read in the zone of Kupang. */
export type When = string;

const long = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
const full = { day: 'numeric', month: 'long', year: 'numeric' } as const;
const short = { day: 'numeric', month: 'short', year: 'numeric' } as const;
const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** Selasa, 24 November 2026 */
export function longDate(when: When, locale: Locale = here()): string {
  const text = write(when, long, locale);
  return locale === 'en' ? text.replace(/^(\p{L}+) /u, '$1, ') : text;
}

/** 24 November 2026 */
export function date(when: When, locale: Locale = here()): string {
  return write(when, full, locale);
}

/** 24 Nov 2026, for tables. */
export function shortDate(when: When, locale: Locale = here()): string {
  return write(when, short, locale);
}

/** 28 Nov, beside a status; with the year when it is not the current one. */
export function dueDay(when: When, locale: Locale = here(), now = new Date()): string {
  const sameYear = calendarDay(when).slice(0, 4) === calendarDay(now.toISOString()).slice(0, 4);
  return write(when, sameYear ? { day: 'numeric', month: 'short' } : short, locale);
}

/** pukul 10.30 WITA */
export function time(when: When, locale: Locale = here()): string {
  const text = `${write(when, clock, locale)} ${zoneName}`;
  return locale === 'id' ? `pukul ${text}` : text;
}

/** 24 November 2026, pukul 10.30 WITA */
export function dateTime(when: When, locale: Locale = here()): string {
  return `${date(when, locale)}, ${time(when, locale)}`;
}

/** 24 Nov 2026, 10.30 WITA, for tables. */
export function shortDateTime(when: When, locale: Locale = here()): string {
  return `${shortDate(when, locale)}, ${write(when, clock, locale)} ${zoneName}`;
}

/** 23–25 November 2026 · 30 November–2 Desember 2026 · 30 Desember 2026–2 Januari 2027 */
export function dateRange(from: When, until: When, locale: Locale = here()): string {
  const first = calendarDay(from);
  const last = calendarDay(until);
  if (first === last) return date(from, locale);
  const end = date(until, locale);
  if (first.slice(0, 7) === last.slice(0, 7)) return `${write(from, { day: 'numeric' }, locale)}–${end}`;
  if (first.slice(0, 4) === last.slice(0, 4))
    return `${write(from, { day: 'numeric', month: 'long' }, locale)}–${end}`;
  return `${date(from, locale)}–${end}`;
}

/** How many days from today in Kupang; below zero when it is over. */
export function daysUntil(when: When, now = new Date()): number {
  return Math.round((day(calendarDay(when)) - day(calendarDay(now.toISOString()))) / 86_400_000);
}

/** 2026-11-24: the day it is in Kupang. */
export function calendarDay(when: When): string {
  if (isCalendarDate(when)) return when;
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date(when));
}

function write(when: When, options: Intl.DateTimeFormatOptions, locale: Locale): string {
  const timeZone = isCalendarDate(when) ? 'UTC' : zone;
  return new Intl.DateTimeFormat(tags[locale], { ...options, timeZone }).format(new Date(when));
}

function day(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}

function isCalendarDate(when: When): boolean {
  return when.length === 10;
}

/** The calendar day in Kupang so many days after an instant, as a date field takes it: 2026-12-24. */
export function dayAfter(now: Date, days: number): string {
  return calendarDay(new Date(now.getTime() + days * 86_400_000).toISOString());
}
