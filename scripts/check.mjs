// `npm run check`: everything that can be told without running the product. One failure does not hide the others.
import { requireNode, run, turbo } from './run.mjs';

requireNode(24);

const checks = {
  formatting: () => run('prettier', ['--check', '--log-level=warn', '.']),
  // A disable comment that disables nothing is an old excuse.
  lint: () => run('eslint', ['--max-warnings=0', '--report-unused-disable-directives', '.']),
  // Generated client types are made anew here, so they cannot drift from the schema.
  types: () => turbo(['run', 'check', '--continue', '--output-logs=errors-only']),
  schema: () => run('npm', ['run', '--silent', '-w', 'apps/api', 'schema', '--', '--check']),
};

const outcomes = Object.entries(checks).map(([name, check]) => {
  console.log(`── ${name} ──`);
  return { name, passed: check() === 0 };
});

console.log('');
for (const { name, passed } of outcomes) console.log(`${passed ? '✓' : '✗'} ${name}`);
process.exitCode = outcomes.every(({ passed }) => passed) ? 0 : 1;
