import { m } from '@simpul/words/messages';
import { date, dateRange } from '#lib/format/date.ts';

/** The days that suit: a range, "mulai 3 Maret 2027", "sampai 5 Maret 2027", or nothing. */
export function days(of: { preferredFrom: string | null; preferredUntil: string | null }): string {
  const { preferredFrom: from, preferredUntil: until } = of;
  if (from && until) return dateRange(from, until);
  if (from) return m.days_from({ date: date(from) });
  return until ? m.days_until({ date: date(until) }) : '';
}
