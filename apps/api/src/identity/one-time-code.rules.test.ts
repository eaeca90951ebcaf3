import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codeLife, digestOfCode, newCode, readCode } from './one-time-code.rules.ts';

describe('a one-time code', () => {
  test('is four groups of four letters and digits, none of which looks like another', () => {
    for (let round = 0; round < 200; round++) {
      expect(newCode()).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
    }
  });

  test('never comes twice', () => {
    expect(new Set(Array.from({ length: 500 }, newCode)).size).toBe(500);
  });

  test('reads the same in small letters, without its dashes and with blanks', () => {
    const code = newCode();
    const bare = code.replaceAll('-', '');
    for (const typed of [bare, code.toLowerCase(), ` ${code} `, bare.replace(/(.{2})/g, '$1 ')]) {
      expect(readCode(typed)).toBe(bare);
      expect(digestOfCode(typed)).toBe(digestOfCode(code));
    }
  });

  test('takes O for 0, and I and L for 1', () => {
    expect(readCode('OIL0-1111-2222-3333')).toBe('0110111122223333');
  });

  test('is none when it is too short, too long or holds another sign', () => {
    for (const typed of ['', '7K3M', `${newCode()}0`, '7K3M-7K3M-7K3M-7K3U', '7K3M-7K3M-7K3M-7K3?'])
      expect(readCode(typed)).toBeNull();
  });

  test('is none for whatever else is typed, or reads as sixteen of its letters', () => {
    fc.assert(fc.property(fc.string(), (text) => /^([0-9A-HJKMNP-TV-Z]{16})?$/.test(readCode(text) ?? '')));
  });

  test('that opens an account in use holds no longer than one that opens a new one', () => {
    expect(codeLife.RESET.LETTER).toBeLessThanOrEqual(codeLife.ACTIVATION.LETTER);
    expect(codeLife.RESET.SLIP).toBeLessThanOrEqual(codeLife.ACTIVATION.SLIP);
  });
});
