import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeId, encodeId, newId, splitId } from '../src/platform/database/ids.ts';

const uuid = fc.uuid();
const prefix = fc.stringMatching(/^[a-z]{3}$/);

test('an id is a prefix and 22 characters of base64url, and tells of nothing', () => {
  expect(encodeId('prp', '00000000-0000-0000-0000-000000000000')).toBe(`prp_${'A'.repeat(22)}`);
  expect(encodeId('prp', 'ffffffff-ffff-ffff-ffff-ffffffffffff')).toBe(`prp_${'_'.repeat(21)}w`);
});

test('an id reads back as the UUID and the prefix that it was made of', () => {
  fc.assert(
    fc.property(prefix, uuid, (name, one) => {
      const id = encodeId(name, one);
      expect(id).toMatch(/^[a-z]{3}_[A-Za-z0-9_-]{22}$/);
      expect(decodeId(name, id)).toBe(one);
      expect(splitId(id)).toEqual({ prefix: name, uuid: one });
    }),
  );
});

test('an id of another sort is none', () => {
  fc.assert(
    fc.property(prefix, prefix, uuid, (name, another, one) => {
      fc.pre(name !== another);
      expect(decodeId(another, encodeId(name, one))).toBeNull();
    }),
  );
});

test('a UUID has one spelling only: of 16 last characters that mean the same, one is taken', () => {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const id = encodeId('prp', randomUUID());
  const read = [...alphabet].map((last) => decodeId('prp', id.slice(0, -1) + last)).filter(Boolean);
  expect(read).toHaveLength(4); // two bits of the last character carry meaning
  expect(new Set(read).size).toBe(4);
});

describe('what is no id', () => {
  const id = encodeId('prp', randomUUID());
  test.each([
    ['nothing', ''],
    ['a plain UUID', randomUUID()],
    ['a capital prefix', id.replace('prp', 'PRP')],
    ['a short prefix', id.slice(1)],
    ['a character too few', id.slice(0, -1)],
    ['a character too many', `${id}A`],
    ['padding', `${id}==`],
    ['a line break', `${id}\n`],
    ['letters of plain base64', `${id.slice(0, -2)}+/`],
    ['a quote', `${id.slice(0, -1)}'`],
  ])('such as %s, is null', (_, text) => {
    expect(splitId(text)).toBeNull();
    expect(decodeId('prp', text)).toBeNull();
  });

  test('or whatever else is sent, is null', () => {
    fc.assert(fc.property(fc.string(), (text) => decodeId('prp', text) === null));
  });
});

test('new ids are random UUIDs of version 4', () => {
  const made = Array.from({ length: 1000 }, newId);
  expect(new Set(made).size).toBe(1000);
  for (const one of made)
    expect(one).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
