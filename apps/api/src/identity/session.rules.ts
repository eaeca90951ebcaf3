import type { Role } from './role.rules.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How long a session lives: without use, and at all. Milliseconds. */
export interface SessionLife {
  idle: number;
  absolute: number;
}

/**
 * Approver and administrator 2 hours without use, other staff 8, both 12 in all. Partners and ASN 30 days on a device
 * that they call their own, else as staff.
 */
export function sessionLife(held: readonly Role[], ownDevice: boolean): SessionLife {
  if (held.includes('APPROVER') || held.includes('ADMIN')) return { idle: 2 * HOUR, absolute: 12 * HOUR };
  if (held.length === 0 && ownDevice) return { idle: 30 * DAY, absolute: 30 * DAY };
  return { idle: 8 * HOUR, absolute: 12 * HOUR };
}

/**
 * Seconds to wait after so many failures in a row. Free for the first ones, then doubling, never more than half a
 * minute: a delay and no lock, so that nobody can shut another one out.
 */
export function delayAfter(failures: number, free: number): number {
  return failures < free ? 0 : Math.min(30, 2 ** (failures - free));
}
