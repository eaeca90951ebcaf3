import { test } from 'vitest';
import { note } from './figures.ts';
import { blows, strikeUnderLoad } from './restarts.ts';

const times = 20;

test.each(blows)(
  'a database that is %s twenty times under load costs a second at most, and no proposal',
  async (blow) => {
    const longest = await strikeUnderLoad(Array(times).fill(blow), 1000);
    note(
      `PostgreSQL ${blow}, ${times} times: longest wait for the first success`,
      `${Math.round(longest)} ms`,
    );
  },
);
