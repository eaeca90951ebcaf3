import path from 'node:path';
import { RuleTester } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, it } from 'vitest';

RuleTester.describe = describe;
RuleTester.it = it;

/** Runs a rule over one-line files that stand somewhere in the API. */
export const ruleTester = new RuleTester({ languageOptions: { parser: tseslint.parser } });

/** @param {string} file its path inside apps/api/src */
export function fileAt(file) {
  const filename = path.join('/simpul/apps/api/src', file);
  return (code) => ({ name: `${file}: ${code}`, filename, code });
}
