import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { roles, type Role } from './role.rules.ts';
import { delayAfter, sessionLife } from './session.rules.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe('a session', () => {
  const lives: [string, Role[], boolean, number, number][] = [
    ['of staff', ['SECRETARIAT'], false, 8 * HOUR, 12 * HOUR],
    ['of staff on a device of their own', ['HR'], true, 8 * HOUR, 12 * HOUR],
    ['of an approver', ['APPROVER', 'LEADERSHIP'], false, 2 * HOUR, 12 * HOUR],
    ['of an approver on a device of their own', ['LEADERSHIP', 'APPROVER'], true, 2 * HOUR, 12 * HOUR],
    ['of the administrator', ['ADMIN'], true, 2 * HOUR, 12 * HOUR],
    ['of a partner or an ASN on a device of their own', [], true, 30 * DAY, 30 * DAY],
    ['of a partner or an ASN elsewhere', [], false, 8 * HOUR, 12 * HOUR],
  ];
  test.each(lives)('%s lives as long as the rules say', (_, held, ownDevice, idle, absolute) => {
    expect(sessionLife(held, ownDevice)).toEqual({ idle, absolute });
  });

  test('with a role never outlives half a day, nor the life of one role the other', () => {
    fc.assert(
      fc.property(fc.subarray([...roles], { minLength: 1 }), fc.boolean(), (held, ownDevice) => {
        const { idle, absolute } = sessionLife(held, ownDevice);
        expect(absolute).toBe(12 * HOUR);
        expect(idle).toBe(Math.min(...held.map((role) => sessionLife([role], ownDevice).idle)));
      }),
    );
  });
});

describe('the wait after failures', () => {
  test('is nothing at first, then doubles, and never passes half a minute', () => {
    const waits = Array.from({ length: 12 }, (_, failures) => delayAfter(failures, 4));
    expect(waits).toEqual([0, 0, 0, 0, 1, 2, 4, 8, 16, 30, 30, 30]);
  });

  test('never shrinks with one more failure, however many there were', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.integer({ min: 1, max: 50 }), (failures, free) => {
        expect(delayAfter(failures + 1, free)).toBeGreaterThanOrEqual(delayAfter(failures, free));
        expect(delayAfter(failures, free)).toBeLessThanOrEqual(30);
      }),
    );
  });
});
