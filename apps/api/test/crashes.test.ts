import { test } from 'vitest';
import { crashUnderLoad, points } from './crashes.ts';

test(
  'a process that is killed before and after a commit, before and inside a handler, loses and doubles nothing',
  { timeout: 180_000 },
  async () => void (await crashUnderLoad(points.length)),
);
