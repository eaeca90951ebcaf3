import { expect, test } from 'vitest';
import { crashUnderLoad, crashWorkers } from './crashes.ts';
import { note } from './figures.ts';

test('two hundred kills at four points under load lose, double and halve nothing', async () => {
  const acknowledged = await crashUnderLoad(200);
  note(
    '200 kills of the API under load',
    `${acknowledged} proposals acknowledged; lost, doubled, half done: 0`,
  );
});

test('of a thousand events, whose workers are killed a hundred times, each has its effect once', async () => {
  const seconds = await crashWorkers(1000, 100);
  note(
    '1 000 events, 100 kills of the worker',
    `effects = events; all done ${seconds.toFixed(1)} s after the last`,
  );
  expect(seconds).toBeLessThanOrEqual(30);
});
