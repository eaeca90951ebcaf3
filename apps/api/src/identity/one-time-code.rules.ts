import { randomBytes } from 'node:crypto';
import { sha256 } from './token.rules.ts';

/** Crockford's base 32: no I, L, O and U, so that a code on paper is read one way only. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 16;

const HOUR = 3_600_000;

/** Why a code is made: a first password, or another one; and how it travels: in a letter, or on paper. */
export type CodePurpose = 'ACTIVATION' | 'RESET';
export type CodeCarrier = 'LETTER' | 'SLIP';

/** Milliseconds that a code holds. What opens an account in use holds shorter (OWASP ASVS 5.0, 6.4.1). */
export const codeLife: Record<CodePurpose, Record<CodeCarrier, number>> = {
  ACTIVATION: { LETTER: 7 * 24 * HOUR, SLIP: 7 * 24 * HOUR },
  RESET: { LETTER: HOUR, SLIP: 24 * HOUR },
};

/** A code for one use, 80 random bits, in groups of four: `7K3M-…`. */
export function newCode(): string {
  const letters = [...randomBytes(LENGTH)].map((byte) => LETTERS[byte % LETTERS.length]!).join('');
  return letters.replace(/(.{4})(?!$)/g, '$1-');
}

/** A code as a person typed it, in the one form that is compared; null for what cannot be one. */
export function readCode(typed: string): string | null {
  const letters = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  const isCode = letters.length === LENGTH && [...letters].every((letter) => LETTERS.includes(letter));
  return isCode ? letters : null;
}

/** What is kept of a code. 80 random bits are beyond guessing, so that a plain digest will do. */
export const digestOfCode = (code: string): string => sha256(`one-time-code ${readCode(code) ?? ''}`);
