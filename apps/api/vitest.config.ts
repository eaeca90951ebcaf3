import { defineConfig } from 'vitest/config';

// Node and Vite would load two copies of graphql, which know nothing of each other's types. Pin Node's choice.
const oneGraphql = [{ find: /^graphql$/, replacement: 'graphql/index.js' }];
const everywhere = { alias: oneGraphql };

export default defineConfig({
  test: {
    projects: [
      {
        resolve: everywhere,
        test: {
          name: 'rules',
          include: ['src/**/*.rules.test.ts', 'src/seeds/**/*.test.ts', 'src/config.test.ts'],
        },
      },
      {
        resolve: everywhere,
        test: {
          name: 'database',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: ['src/**/*.rules.test.ts', 'src/seeds/**', 'src/config.test.ts', '**/*.heavy.test.ts'],
          globalSetup: ['test/database.setup.ts'],
          pool: 'forks',
          // Each worker loads the application once, which saves more time than any test takes.
          isolate: false,
          maxWorkers: 2,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve: everywhere,
        test: {
          name: 'heavy',
          include: ['src/**/*.heavy.test.ts', 'test/**/*.heavy.test.ts'],
          globalSetup: ['test/database.setup.ts'],
          pool: 'forks',
          maxWorkers: 1,
          testTimeout: 3_600_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
