import { defineConfig } from 'vitest/config';

// Only what belongs to no package: the rules of the house. Packages and apps have a configuration of their own.
export default defineConfig({
  test: { include: ['scripts/**/*.test.mjs'] },
});
