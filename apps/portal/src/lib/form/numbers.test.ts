import { describe, expect, it } from 'vitest';
import { plainNumber } from './numbers.ts';

describe('a number as people write it', () => {
  it.each([
    ['2.500.000', '2500000'],
    ['Rp 2.500.000,-', '2500000'],
    ['Rp2.500.000,00', '2500000'],
    ['2 500 000', '2500000'],
    ['1,5', '1.5'],
    ['1.5', '1.5'],
    ['2,500,000', '2500000'],
    ['1.234,50', '1234.50'],
    ['007', '7'],
    ['0', '0'],
  ])('in Bahasa Indonesia: %s', (typed, plain) => expect(plainNumber(typed, 'id')).toBe(plain));

  it.each([
    ['2,500,000', '2500000'],
    ['1.5', '1.5'],
    ['2.500.000', '2500000'],
    ['1,500', '1500'],
  ])('in English: %s', (typed, plain) => expect(plainNumber(typed, 'en')).toBe(plain));

  it.each(['', 'dua', '1.2.3', '-5', '1,2,3', '12e3', '25.00.000'])('is none: "%s"', (typed) =>
    expect(plainNumber(typed, 'id')).toBe(null),
  );
});
