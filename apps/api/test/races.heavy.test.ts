import { afterAll, beforeAll, test } from 'vitest';
import { startApp, type TestApp } from './harness.ts';
import { approveAtOnce, approveBesideWithdraw } from './rounds.ts';

let app: TestApp;
beforeAll(async () => void (app = await startApp()));
afterAll(() => app[Symbol.asyncDispose]());

test('of fifty approvals at once one wins, two hundred times, and leaves its traces once', async () => {
  for (let round = 0; round < 200; round++) await approveAtOnce(app, 50);
});

test('an approval beside a withdrawal leaves one legal history, two hundred times', async () => {
  for (let round = 0; round < 200; round++) await approveBesideWithdraw(app);
});
