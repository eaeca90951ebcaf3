import { expect, test } from 'vitest';
import { judgePlans } from './list-plans.ts';

test('lists of many proposals and needs are answered by index', { timeout: 120_000 }, async () => {
  const { questions, whole } = await judgePlans(4000, 2000, 19);
  expect(questions).toBeGreaterThan(30);
  expect(whole).toEqual([]);
});
