import { expect, test } from 'vitest';
import { note } from './figures.ts';
import { freshDatabase } from './harness.ts';
import { SimpulProcess } from './processes.ts';
import { besiege, percentileOfOthers } from './slow-clients.ts';

const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

test('five hundred slow clients are closed within six seconds, and the others hardly notice', async () => {
  await using copy = await freshDatabase();
  await using simpul = await SimpulProcess.start(copy.addresses);
  await percentileOfOthers(simpul.client, 500); // warm
  const alone: number[] = [];
  const besieged: number[] = [];
  let longest = 0;
  for (let round = 0; round < 5; round++) {
    alone.push(await percentileOfOthers(simpul.client, 400));
    const siege = await besiege(simpul.client, 500, 400);
    besieged.push(siege.others);
    longest = Math.max(longest, siege.longest);
  }
  note('500 slow clients: the longest was open', `${(longest / 1000).toFixed(1)} s`);
  note(
    '95th percentile of the others, alone and meanwhile',
    `${median(alone).toFixed(1)} and ${median(besieged).toFixed(1)} ms`,
  );
  expect(longest).toBeLessThanOrEqual(6000);
  expect(median(besieged)).toBeLessThanOrEqual(1.2 * median(alone));
});
