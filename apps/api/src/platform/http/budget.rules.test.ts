import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { budgetOf, networkOf, objectsIn, secondsUntil } from './budget.rules.ts';

describe('an address', () => {
  test.each([
    ['10.20.30.40', '10.20.30.40'],
    ['::ffff:10.20.30.40', '10.20.30.40'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0DB8:0001:0002::1', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::', 'fe80:0:0:0'],
  ])('%s draws from the bucket of %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  test('two addresses of one /64 share a bucket, and of two never', () => {
    const group = fc.integer({ min: 0, max: 0xffff }).map((n) => n.toString(16));
    const half = fc.array(group, { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(half, half, half, half, (a, b, left, right) => {
        const network = ([head, tail]: string[][]) => networkOf([...head!, ...tail!].join(':'));
        expect(network([a, left]) === network([b, right])).toBe(a.join() === b.join());
      }),
    );
  });
});

test('whoever waits as long as told finds enough, and not much earlier', () => {
  const kind = fc.constantFrom('account' as const, 'token' as const, 'anonymous' as const);
  const share = fc.double({ min: 0.001, max: 1, noNaN: true });
  fc.assert(
    fc.property(kind, share, share, (who, spentShare, missingShare) => {
      const budget = budgetOf(who, 1);
      const spent = spentShare * budget.size;
      const cost = budget.size - spent + missingShare * spent;
      const seconds = secondsUntil(spent, cost, budget);
      const missingAfter = (time: number) => spent - time * budget.refill + cost - budget.size;
      expect(missingAfter(seconds)).toBeLessThanOrEqual(1e-6);
      if (seconds > 1) expect(missingAfter(seconds - 1)).toBeGreaterThan(-1e-6);
    }),
  );
});

test('what an answer holds is counted whatever its fields are called', () => {
  const answer = { pageInfo: { nodes: [{ id: 1 }, { id: 2, unit: { id: 3 } }] }, total: 2, none: null };
  expect(objectsIn(answer)).toBe(5);
  expect(objectsIn(null)).toBe(0);
});
