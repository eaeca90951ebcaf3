const DAY_MS = 86_400_000;

const isWeekend = (day: string): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

const dayAway = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

const nextDay = (day: string): string => dayAway(day, 1);

/** The calendar day before, ISO dates. */
export const dayBefore = (day: string): string => dayAway(day, -1);

/**
 * The day `count` working days after `from` (ISO dates). Saturdays, Sundays and the given holidays do not count; the
 * day itself never does.
 */
export function addWorkingDays(from: string, count: number, holidays: ReadonlySet<string>): string {
  let day = from;
  for (let left = count; left > 0;) {
    day = nextDay(day);
    if (!isWeekend(day) && !holidays.has(day)) left -= 1;
  }
  return day;
}

/** Whole days from one ISO date to another; negative when the second is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
