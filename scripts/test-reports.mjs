// Reads the numbers out of the JSON reports of the two test runners.
import { readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** @returns {Counts} */
export function readVitest(file) {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = readJson(file);
  // A file that throws while it loads has no tests to fail.
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.length,
  );
  return {
    passed: numPassedTests,
    failed: numFailedTests + broken.length,
    skipped: numPendingTests + (numTodoTests ?? 0),
  };
}

/** @returns {Counts} */
export function readPlaywright(file) {
  const { stats, errors = [] } = readJson(file);
  return {
    passed: stats.expected,
    // A test that needs a second try has not passed.
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}
