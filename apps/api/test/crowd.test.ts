import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, type TestApp } from './harness.ts';

let app: TestApp;
beforeAll(async () => void (app = await startApp()));
afterAll(() => app[Symbol.asyncDispose]());

test('counts of the house beside an operation do not starve it: 60 at once are all answered', async () => {
  const ask = async () => JSON.stringify((await app.ask('{ figures { proposals } }')).body);
  const alone = await ask();
  const found = await Promise.all(Array.from({ length: 60 }, ask));
  expect(found.filter((answer) => answer !== alone).length).toBe(0);
});
