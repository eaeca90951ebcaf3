import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, type TestApp } from './harness.ts';
import { besiege } from './slow-clients.ts';

let app: TestApp;
beforeAll(async () => void (app = await startApp()));
afterAll(() => app[Symbol.asyncDispose]());

test('forty clients that drip their heads or bodies are cut off, and others are answered meanwhile', async () => {
  const { longest, others } = await besiege(app, 40, 50);
  expect(longest).toBeGreaterThan(3000); // they were given their time
  expect(longest).toBeLessThanOrEqual(7000); // six seconds, and one for a machine that is busy with tests
  expect(others).toBeLessThan(1000);
});
