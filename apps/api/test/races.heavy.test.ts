import { afterAll, beforeAll, test } from 'vitest';
import { note } from './figures.ts';
import { startApp, type TestApp } from './harness.ts';
import { SimpulProcess } from './processes.ts';
import { approveAtOnce, approveBesideWithdraw } from './rounds.ts';

const ROUNDS = 500;

let app: TestApp;
let other: SimpulProcess;
beforeAll(async () => {
  app = await startApp({ rateFactor: 100_000 });
  other = await SimpulProcess.start(app.copy.addresses);
});
afterAll(async () => {
  await other[Symbol.asyncDispose]();
  await app[Symbol.asyncDispose]();
});

test('of fifty approvals at once in two processes one wins, five hundred times, and leaves its traces once', async () => {
  for (let round = 0; round < ROUNDS; round++) await approveAtOnce(app, 50, [app, other.client]);
  note(`50 approvals at once, ${ROUNDS} rounds, two processes`, 'one winner each; traces once');
});

test('an approval beside a withdrawal in another process leaves one legal history, five hundred times', async () => {
  for (let round = 0; round < ROUNDS; round++) await approveBesideWithdraw(app, other.client);
  note(`approval beside withdrawal, ${ROUNDS} rounds, two processes`, 'one legal history each');
});
