import { afterAll, beforeAll, test } from 'vitest';
import { expectSound, fuzz, newSeed } from './fuzzing.ts';
import { startApp, type TestApp } from './harness.ts';

let app: TestApp;
beforeAll(async () => void (app = await startApp({ rateFactor: 100_000 })));
afterAll(() => app[Symbol.asyncDispose]());

test(
  'six hundred operations made from the schema, as everybody, find no fault of ours',
  { timeout: 120_000 },
  async () => {
    const seed = newSeed();
    expectSound(await fuzz(app, app.copy, seed, 600), seed);
  },
);
