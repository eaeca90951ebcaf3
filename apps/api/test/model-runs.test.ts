import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, type TestApp } from './harness.ts';
import { runModel } from './model-runs.ts';

let app: TestApp;
beforeAll(async () => void (app = await startApp()));
afterAll(() => app[Symbol.asyncDispose]());

test('a dozen lives of a proposal go as the design says, deed by deed', { timeout: 120_000 }, async () => {
  const { taken, refused } = await runModel(app, 12, randomInt(2 ** 31), 24);
  expect(taken.size).toBeGreaterThan(3);
  expect(refused.size).toBeGreaterThan(5);
});
