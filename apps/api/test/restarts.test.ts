import { test } from 'vitest';
import { blows, strikeUnderLoad } from './restarts.ts';

test(
  'a database that is restarted, fast and at once, or ends its connections, costs a moment and no proposal',
  { timeout: 120_000 },
  () => strikeUnderLoad(blows, 3000),
);
