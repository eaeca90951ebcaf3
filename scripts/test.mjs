// `npm test`: builds, then runs every suite, one after another, on a real database and a real browser.
// `npm run test:heavy`: the long suites alone, every page in both languages among them; `npm run test:heavy -- races`
// runs those whose file is called so. The last line is always `N passed, N failed`, alone.
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build, requireNode, root, run } from './run.mjs';
import { readPlaywright, readVitest } from './test-reports.mjs';

requireNode(24);

/**
 * @typedef {object} Suite
 * @property {string} name
 * @property {string} config    without it nothing can run, and that is a failure too
 * @property {(report: string) => number} run      writes its JSON report, returns the exit code
 * @property {(report: string) => import('./test-reports.mjs').Counts} read
 */

const reports = path.join(root, 'test-results');

/** @returns {Suite} */
function vitest(name, folder, ...options) {
  // Through the script of the package, which knows what has to be made before.
  const [command, ...args] =
    folder === '.' ? ['vitest', 'run'] : ['npm', 'run', '--silent', '-w', folder, 'test', '--'];
  return {
    name,
    config: path.join(folder, 'vitest.config.ts'),
    run: (report) =>
      run(command, [
        ...args,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
        ...options,
      ]),
    read: readVitest,
  };
}

/** @returns {Suite} */
function playwright(name, folder, only = [], environment = {}) {
  const config = path.join(folder, 'playwright.config.ts');
  const args = ['test', `--config=${config}`, '--reporter=list,json', ...only];
  return {
    name,
    config,
    run: (report) => run('playwright', args, { PLAYWRIGHT_JSON_OUTPUT_FILE: report, ...environment }),
    read: readPlaywright,
  };
}

/** A package may have tests or not; an app must. */
function packagesWithTests() {
  const folders = readdirSync(path.join(root, 'packages')).map((name) => `packages/${name}`);
  return folders.filter((folder) => existsSync(path.join(root, folder, 'vitest.config.ts')));
}

const everySuite = () => [
  vitest('house', '.'),
  ...packagesWithTests().map((folder) => vitest(path.basename(folder), folder)),
  vitest('api', 'apps/api', '--project=!heavy'),
  vitest('portal', 'apps/portal'),
  playwright('journeys', 'apps/portal'),
];

/** @param {string[]} names */
const namedSuite = (names) => [vitest('heavy', 'apps/api', '--project=heavy', ...names)];

const heavySuite = () => [
  ...namedSuite([]),
  playwright('every-page', 'apps/portal', ['accessibility', 'budgets'], { SIMPUL_E2E_ALL: '1' }),
];

/** @param {Suite} suite */
function runSuite(suite) {
  console.log(`\n── ${suite.name} ──`);
  if (!existsSync(path.join(root, suite.config))) return failure(suite, `${suite.config} is missing`);
  const report = path.join(reports, `${suite.name}.json`);
  const exitCode = suite.run(report);
  if (!existsSync(report)) return failure(suite, `it crashed before its report (exit code ${exitCode})`);
  const counts = suite.read(report);
  if (counts.passed + counts.failed === 0) return failure(suite, 'not one test ran');
  if (exitCode !== 0 && counts.failed === 0)
    return { ...failure(suite, `exit code ${exitCode}`), ...counts, failed: 1 };
  return { name: suite.name, ...counts, remark: '' };
}

/** A suite that could not do its work counts as one failed test. */
function failure({ name }, remark) {
  console.error(`FAILED ${name}: ${remark}`);
  return { name, passed: 0, failed: 1, skipped: 0, remark };
}

function printSummary(results) {
  console.log('');
  for (const { name, passed, failed, skipped, remark } of results) {
    const numbers = `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
    console.log(`${name.padEnd(10)} ${numbers}${remark && `  (${remark})`}`);
  }
}

const sum = (results, key) => results.reduce((total, result) => total + result[key], 0);

function test(suites) {
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  const buildCode = build();
  if (buildCode !== 0) return [failure({ name: 'build' }, `exit code ${buildCode}`)];
  return suites.map(runSuite);
}

const isHeavy = process.argv.includes('--heavy');
const names = process.argv.slice(2).filter((argument) => argument !== '--heavy');
const suites = !isHeavy ? everySuite() : names.length > 0 ? namedSuite(names) : heavySuite();

const results = test(suites);
const failed = sum(results, 'failed');
printSummary(results);
console.log(`\n${sum(results, 'passed')} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
