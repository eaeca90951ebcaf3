import { expect, test } from 'vitest';
import { note } from './figures.ts';
import { judgePlans } from './list-plans.ts';

test('every list of a hundred thousand proposals and two thousand needs is answered by index', async () => {
  const { questions, statements, whole } = await judgePlans(100_000, 2000);
  note(
    'lists on 100 000 proposals and 2 000 needs',
    `${questions} by filter, order and reader; ${statements} plans`,
  );
  expect(whole).toEqual([]);
});
