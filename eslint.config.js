import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { simpul } from './scripts/lint/plugin.mjs';

const generated = ['**/dist/', '**/build/', '**/.svelte-kit/', '**/generated/', '**/test-results/', '.data/'];

export default defineConfig(
  globalIgnores(generated),
  js.configs.recommended,
  tseslint.configs.recommended,
  svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      // A leading underscore says: this place is part of the signature, and not needed here.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['**/*.ts', '**/*.svelte'],
    rules: { 'no-undef': 'off' }, // the compiler knows better
  },
  {
    files: ['**/*.d.ts'],
    // An import statement would turn a declaration of globals into a module.
    rules: { '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }] },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: tseslint.parser, extraFileExtensions: ['.svelte'] } },
    rules: {
      // Every address is built in lib/paths.ts, which the rule cannot see; the portal has no base path.
      'svelte/no-navigation-without-resolve': 'off',
      // Svelte trims the edges of an element: {' '} is how a space survives there.
      'svelte/no-useless-mustaches': 'off',
    },
  },
  {
    files: ['apps/api/src/**/*.ts'],
    plugins: { simpul },
    rules: { 'simpul/room-order': 'error', 'simpul/file-kinds': 'error' },
  },
);
