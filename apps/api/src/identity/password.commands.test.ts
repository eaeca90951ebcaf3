import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newPasswordProblems } from './password.commands.ts';
import { PASSWORD } from './password.rules.ts';

const about = ['Maria Tefa, S.Pd.', 'maria.tefa@univ.contoh'];
const reasons = (password: string) => newPasswordProblems(password, about).map(({ reason }) => reason);

describe('a new password', () => {
  test('of four random words is taken', () => {
    expect(reasons('kuda baterai staples benar')).toEqual([]);
  });

  test('needs no capitals, digits or signs', () => {
    expect(reasons('lontar sasando komodo')).toEqual([]);
  });

  test.each([
    ['nothing', '', 'required'],
    ['eleven characters', 'k8#Tq2!vZp4', 'password_short'],
    ['one character again and again', 'aaaaaaaaaaaaaa', 'password_guessable'],
    ['a row of the keyboard', 'qwertyuiop123', 'password_guessable'],
    ['a common one', 'password1234', 'password_guessable'],
    ['the own name', 'maria.tefa.simpul', 'password_guessable'],
    ['more than the most', 'x'.repeat(PASSWORD.max + 1), 'too_long'],
  ])('of %s is refused', (_, password, reason) => {
    expect(reasons(password)).toEqual([reason]);
  });

  test('is counted in characters, not in bytes', () => {
    expect(reasons('é'.repeat(PASSWORD.min - 1))).toEqual(['password_short']);
  });

  test('made at random is always taken', () => {
    const random = fc.uint8Array({ minLength: 18, maxLength: 60 });
    const isTaken = (bytes: Uint8Array) => reasons(Buffer.from(bytes).toString('base64url')).length === 0;
    fc.assert(
      fc.property(random, (bytes) => new Set(bytes).size < 13 || isTaken(bytes)),
      { numRuns: 30 },
    );
  });
});
