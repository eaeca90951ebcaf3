import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, type TestApp } from './harness.ts';
import { runModel } from './model-runs.ts';

let app: TestApp;
beforeAll(async () => void (app = await startApp()));
afterAll(() => app[Symbol.asyncDispose]());

test('fifteen lives of a proposal go as the design says, deed by deed', async () => {
  const { taken, refused } = await runModel(app, 15, randomInt(2 ** 31), 24);
  expect(taken.size).toBeGreaterThan(3);
  expect(refused.size).toBeGreaterThan(5);
});
