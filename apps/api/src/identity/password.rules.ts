import { problem, type Problem } from '../platform/problem.rules.ts';

/** Bounds in characters as people count them. No rule about kinds of characters (NIST SP 800-63B-4, 3.1.1.2). */
export const PASSWORD = { min: 12, max: 128 } as const;

/** The least of zxcvbn's five grades (0 to 4) that is taken: 10⁸ guesses and more, at a door that slows guessing. */
const LEAST_SCORE = 3;

/** What is wrong with a new password of a given grade: too short, too long, or easily guessed. */
export function passwordProblems(password: string, score: number): Problem[] {
  const path = ['password'];
  const length = [...password.normalize('NFC')].length;
  if (length === 0) return [problem('REQUIRED', 'required', path)];
  if (length < PASSWORD.min) return [problem('INVALID', 'password_short', path, { min: PASSWORD.min })];
  if (length > PASSWORD.max) return [problem('TOO_LONG', 'too_long', path, { max: PASSWORD.max })];
  return score < LEAST_SCORE ? [problem('INVALID', 'password_guessable', path)] : [];
}

/** What is left of a password without what everybody knows of the person (`about`: name, address) and of Simpul. */
export function withoutWordsOf(password: string, about: readonly string[]): string {
  const words = about.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  return ['simpul', ...words]
    .filter((word) => word.length > 2)
    .reduce((left, word) => left.replaceAll(word, ''), password.toLowerCase());
}
