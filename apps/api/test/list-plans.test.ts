import { expect, test } from 'vitest';
import { judgePlans } from './list-plans.ts';

test('lists of many proposals and needs are answered by index', { timeout: 120_000 }, async () => {
  const { questions, whole } = await judgePlans(5000, 2000, 14);
  expect(questions).toBeGreaterThan(40);
  expect(whole).toEqual([]);
});
