import fs from 'node:fs';
import { expect, test } from 'vitest';
import { note } from './figures.ts';
import { expectSound, fuzz, newSeed } from './fuzzing.ts';
import { freshDatabase } from './harness.ts';
import { SimpulProcess } from './processes.ts';

/** Memory that a process has, in MiB. */
function memoryOf({ child }: SimpulProcess): number {
  const [, kibibytes] = /VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${child.pid}/status`, 'utf8'))!;
  return Math.round(Number(kibibytes) / 1024);
}

test('a hundred thousand operations made from the schema find no fault of ours, and memory stays flat', async () => {
  await using copy = await freshDatabase();
  await using simpul = await SimpulProcess.start(copy.addresses);
  const seed = newSeed();
  console.log(`seed ${seed}`);
  const memory: number[] = [];
  const total: Record<string, number> = {};
  for (let round = 0; round < 10; round++) {
    const fuzzed = await fuzz(simpul.client, copy, `${seed}-${round}`, 10_000);
    expectSound(fuzzed, seed);
    memory.push(memoryOf(simpul));
    for (const [code, times] of Object.entries(fuzzed.outcomes)) total[code] = (total[code] ?? 0) + times;
  }
  expect(simpul.end).toBeNull();
  note('100 000 operations from the schema', `internal errors 0; ${JSON.stringify(total)}`);
  note('memory of the process after each 10 000, MiB', memory.join(' '));
  expect(Math.max(...memory.slice(5))).toBeLessThan(1.25 * Math.max(...memory.slice(1, 5)));
});
