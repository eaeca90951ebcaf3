import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { budgetTotal, creditHours, lineTotal } from './content.rules.ts';

/** a / b rounded half up, both whole and not negative. */
const halfUp = (a: bigint, b: bigint): bigint => (2n * a + b) / (2n * b);

const hundredths = (quantity: string): bigint => {
  const [whole = '0', places = ''] = quantity.split('.');
  return BigInt(whole) * 100n + BigInt(places.padEnd(2, '0'));
};

const exactTotal = (line: { quantity: string; unitPrice: string }): bigint =>
  halfUp(hundredths(line.quantity) * BigInt(line.unitPrice), 100n);

const inHundredths = (min: bigint) =>
  fc.bigInt({ min, max: 100_000_000n }).map((all) => `${all / 100n}.${String(all % 100n).padStart(2, '0')}`);
const quantity = inHundredths(0n);
const unitPrice = fc.bigInt({ min: 0n, max: 1_000_000_000_000n }).map(String);
const line = fc.record({ quantity, unitPrice });
const sessions = (...minutes: number[]) => minutes.map((one) => ({ minutes: one }));

describe('credit hours', () => {
  test.each([
    [[], '0.0'],
    [[45], '1.0'],
    [[45, 45, 45, 45], '4.0'],
    [[135, 90], '5.0'],
    [[15], '0.3'],
    [[16], '0.4'],
    [[60], '1.3'],
    [[600], '13.3'],
    [Array<number>(50).fill(600), '666.7'],
  ])('of sessions of %j minutes are %s', (minutes, hours) => {
    expect(creditHours(sessions(...minutes))).toBe(hours);
  });

  test('are the minutes by 45, exactly, half up to a tenth', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 15, max: 600 }), { maxLength: 50 }), (minutes) => {
        const total = minutes.reduce((sum, one) => sum + one, 0);
        const tenths = halfUp(BigInt(total) * 10n, 45n);
        expect(creditHours(sessions(...minutes))).toBe(`${tenths / 10n}.${tenths % 10n}`);
      }),
    );
  });
});

describe("a line's total", () => {
  test.each([
    ['25', '35000', '875000'],
    ['0', '1000000000000', '0'],
    ['1.5', '1', '2'],
    ['0.5', '1', '1'],
    ['0.49', '1', '0'],
    ['2.5', '1', '3'],
    ['0.01', '50', '1'],
    ['0.01', '49', '0'],
    ['999999.99', '999999999999', '999999989999000000'],
    ['1000000', '1000000000000', '1000000000000000000'],
  ])('of %s at %s rupiah is %s', (howMany, price, total) => {
    expect(lineTotal({ quantity: howMany, unitPrice: price })).toBe(total);
  });

  test('is exact up to the limits, half up to whole rupiah', () => {
    const isExact = fc.property(line, (one) => {
      expect(lineTotal(one)).toBe(String(exactTotal(one)));
    });
    fc.assert(isExact, { numRuns: 1000 });
  });
});

describe("a budget's total", () => {
  test('of no line is nothing', () => {
    expect(budgetTotal([])).toBe('0');
  });

  test('adds rounded lines, so that it agrees with what is shown', () => {
    const half = { quantity: '0.5', unitPrice: '1' };
    expect(budgetTotal([half, half, half])).toBe('3');
  });

  test('of fifty of the dearest lines is exact', () => {
    const dearest = { quantity: '1000000', unitPrice: '1000000000000' };
    expect(budgetTotal(Array(50).fill(dearest))).toBe('50000000000000000000');
  });

  test('is the exact sum of its lines', () => {
    const dear = fc.record({
      quantity: inHundredths(99_000_000n),
      unitPrice: fc.bigInt({ min: 990_000_000_000n, max: 1_000_000_000_000n }).map(String),
    });
    fc.assert(
      fc.property(fc.array(fc.oneof(line, dear), { maxLength: 50, size: 'max' }), (lines) => {
        const sum = lines.reduce((soFar, one) => soFar + exactTotal(one), 0n);
        expect(budgetTotal(lines)).toBe(String(sum));
      }),
    );
  });
});
