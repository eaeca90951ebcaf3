/** The zone in which days are counted (due dates, roles, tokens). Kupang lies in WITA, UTC+8, without summer time. */
export const HOME_ZONE = 'Asia/Makassar';

/** Where time comes from. Seeds and tests bring their own; nothing else asks the machine. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

const dayFormat = new Intl.DateTimeFormat('en-CA', { timeZone: HOME_ZONE, dateStyle: 'short' });

/** The calendar day of an instant in the home zone, as ISO 8601 (`2026-11-24`). */
export const dayOf = (instant: Date): string => dayFormat.format(instant);
