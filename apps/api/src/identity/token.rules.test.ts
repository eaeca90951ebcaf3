import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  expiryProblems,
  isSameSecret,
  newSecret,
  readToken,
  sha256,
  TOKEN_DAYS,
  writeToken,
} from './token.rules.ts';

const id = '0f8fad5b-d9cb-469f-a165-70867728950e';
const secret = 'A'.repeat(43);
const written = `smp_0f8fad5bd9cb469fa16570867728950e_${secret}`;

describe('a token', () => {
  test('is written as smp, its id and its secret', () => {
    expect(writeToken(id, secret)).toBe(written);
  });

  test('reads back as what was written, whatever its id and secret', () => {
    for (let round = 0; round < 100; round++) {
      const made = { id: randomUUID(), secret: newSecret() };
      expect(readToken(writeToken(made.id, made.secret))).toEqual(made);
    }
  });

  test.each([
    ['nothing', ''],
    ['another prefix', written.replace('smp', 'ghp')],
    ['capitals in the id', written.replace('0f8f', '0F8F')],
    ['a short id', written.replace('0f8f', '0f8')],
    ['a short secret', written.slice(0, -1)],
    ['a long secret', `${written}A`],
    ['a space before it', ` ${written}`],
    ['a line break after it', `${written}\n`],
    ['a letter of no base64url', `${written.slice(0, -1)}+`],
    ['a missing secret', 'smp_0f8fad5bd9cb469fa16570867728950e'],
  ])('with %s is none', (_, text) => {
    expect(readToken(text)).toBeNull();
  });

  test('is none for whatever else is sent', () => {
    fc.assert(fc.property(fc.string(), (text) => readToken(text) === null));
  });
});

describe('a secret', () => {
  test('holds 256 random bits in 43 characters', () => {
    const made = Array.from({ length: 200 }, newSecret);
    for (const one of made) expect(one).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(new Set(made).size).toBe(200);
    expect(Buffer.from(made[0]!, 'base64url')).toHaveLength(32);
  });

  test('is the same as its digest says, and no other is', () => {
    const digest = sha256(secret);
    expect(isSameSecret(secret, digest)).toBe(true);
    expect(isSameSecret(`${secret.slice(0, -1)}B`, digest)).toBe(false);
    expect(isSameSecret('', digest)).toBe(false);
  });
});

test('sha256 is that of FIPS 180-4, in hex', () => {
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

test('a token ends after today and within a year', () => {
  const codes = (lifetime: number) =>
    expiryProblems(lifetime).map(({ code, path }) => `${path.join('.')}: ${code}`);
  expect([1, 2, 364, 365].map(codes)).toEqual([[], [], [], []]);
  const refusal = ['input.expiresOn: INVALID'];
  expect([-1, 0, 366, 5000, NaN].map(codes)).toEqual([refusal, refusal, refusal, refusal, refusal]);
  expect(TOKEN_DAYS).toBe(365);
});
