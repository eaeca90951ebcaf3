import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { note } from './figures.ts';
import { startApp, type TestApp } from './harness.ts';
import { runModel } from './model-runs.ts';
import { actions, actors, legal } from './proposal-model.ts';

let app: TestApp;
beforeAll(async () => void (app = await startApp({ rateFactor: 100_000 })));
afterAll(() => app[Symbol.asyncDispose]());

const RUNS = 5000;

test('five thousand lives of a proposal take every legal move, are refused every other, and differ in nothing', async () => {
  const seed = randomInt(2 ** 31);
  console.log(`seed ${seed}`);
  const { taken, refused, deeds } = await runModel(app, RUNS, seed, 24);
  note(`${RUNS} lives of a proposal on model and API`, `${deeds} deeds, no difference`);
  note('moves taken, and tries refused', `${taken.size} (deed, state), ${refused.size} (actor, deed, state)`);
  expect(legal.filter((move) => !taken.has(move))).toEqual([]);
  const tried = new Set([...refused].map((one) => one.split(' ').slice(0, 2).join(' ')));
  const everyTry = actors.flatMap((actor) => actions.map((action) => `${actor} ${action}`));
  expect(everyTry.filter((one) => !tried.has(one))).toEqual([]);
});
