import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import * as common from '@zxcvbn-ts/language-common';
import * as indonesian from '@zxcvbn-ts/language-id';
import { problem, type Problem } from '../platform/problem.rules.ts';

/** Bounds in characters as people count them. No rule about kinds of characters (NIST SP 800-63B-4, 3.1.1.2). */
export const PASSWORD = { min: 12, max: 128 } as const;

/** The least of zxcvbn's five grades (0 to 4) that is taken: 10⁸ guesses and more, at a door that slows guessing. */
const LEAST_SCORE = 3;

const estimator = new ZxcvbnFactory({
  dictionary: { ...common.dictionary, ...indonesian.dictionary },
  graphs: common.adjacencyGraphs,
  // Bounds on what the estimate costs: without them, 128 characters take a second.
  l33tMaxSubstitutions: 10,
  maxLength: 64,
});

/**
 * What is wrong with a new password: too short, too long, or easily guessed. What is known of the person (`about`:
 * name, address) counts for nothing in it.
 */
export function passwordProblems(password: string, about: readonly string[]): Problem[] {
  const path = ['password'];
  const length = [...password.normalize('NFC')].length;
  if (length === 0) return [problem('REQUIRED', 'required', path)];
  if (length < PASSWORD.min) return [problem('INVALID', 'password_short', path, { min: PASSWORD.min })];
  if (length > PASSWORD.max) return [problem('TOO_LONG', 'too_long', path, { max: PASSWORD.max })];
  const { score } = estimator.check(withoutWordsOf(password.toLowerCase(), about));
  return score < LEAST_SCORE ? [problem('INVALID', 'password_guessable', path)] : [];
}

function withoutWordsOf(password: string, about: readonly string[]): string {
  const words = about.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  return ['simpul', ...words]
    .filter((word) => word.length > 2)
    .reduce((left, word) => left.replaceAll(word, ''), password);
}
