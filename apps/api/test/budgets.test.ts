import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { who } from './actors.ts';
import { makeToken } from './cast.ts';
import { MovableClock } from './door.ts';
import { startApp, type Asking, type TestApp } from './harness.ts';

const clock = new MovableClock();
let app: TestApp;
beforeAll(async () => void (app = await startApp({ clock, rateFactor: 1 })));
afterAll(() => app[Symbol.asyncDispose]());
beforeEach(() => clock.forward({ minutes: 10 })); // every bucket is full again

/** A page of 25, its list and the budget itself: 27. */
const wide =
  'query ($search: String) { needs(first: 25, filter: { search: $search }) { nodes { id } } rateLimit { cost remaining } }';
const nothingFound = { search: 'tidak-akan-ada' };

const ask = (query: string, asking: Asking = {}, variables = {}) => app.ask(query, variables, asking);

/** Asks until it is turned away; the answers before, and the last. */
async function drain(query: string, asking: Asking = {}) {
  for (let times = 0; times < 500; times++) {
    const answer = await ask(query, asking);
    if (answer.status === 429) return { times, answer };
  }
  throw new Error('never turned away');
}

test('an answer says what it cost and what is left, in the graph and beside it', async () => {
  const { body, extensions } = await ask('{ rateLimit { cost limit remaining resetAt } }');
  expect(body.data.rateLimit).toEqual({
    cost: 1,
    limit: 600,
    remaining: 599,
    resetAt: new Date(clock.now().getTime() + 200).toISOString(),
  });
  expect(extensions!.cost).toEqual(body.data.rateLimit);
});

test.each([
  ['an address', 600, () => ({})],
  ['a session', 10_000, () => ({ as: who.university })],
  ['a token', 4000, async () => ({ token: (await makeToken(app, 'NEED_READ')).secret })],
] as const)('the bucket of %s holds %i', async (_, limit, asking) => {
  const { body } = await ask('{ rateLimit { limit } }', await asking());
  expect(body.data.rateLimit.limit).toBe(limit);
});

test('what an operation did not need is given back to the next', async () => {
  const first = await ask(wide, {}, nothingFound);
  const second = await ask(wide, {}, nothingFound);
  expect(first.body.data.rateLimit.cost).toBe(27);
  // Three objects came: the answer itself, an empty list and the budget.
  expect(second.body.data.rateLimit.remaining).toBe(600 - 3 - 27);
});

test('an empty bucket is 429 with the time to wait, and what was waited for is given', async () => {
  const { times, answer } = await drain(
    '{ orgUnits(first: 25) { nodes { id parent { id } children { id } } } }',
  );
  expect(times).toBeGreaterThan(3);
  expect(answer.body).toEqual({
    errors: [{ message: expect.stringContaining('come again in'), extensions: { code: 'RATE_LIMITED' } }],
  });
  const seconds = Number(answer.headers.get('retry-after'));
  expect(seconds).toBeGreaterThanOrEqual(1);
  clock.forward({ seconds });
  expect((await ask('{ orgUnits(first: 25) { nodes { id parent { id } children { id } } } }')).status).toBe(
    200,
  );
});

test('one bucket that is empty takes nothing from another', async () => {
  await drain('{ orgUnits(first: 25) { nodes { id parent { id } children { id } } } }');
  expect((await ask('{ rateLimit { remaining } }', { as: who.university })).status).toBe(200);
  const headers = { 'x-simpul-portal': process.env.SIMPUL_PORTAL_SECRET!, 'x-simpul-client': '10.1.2.3' };
  expect((await ask('{ rateLimit { remaining } }', { headers })).body.data.rateLimit.remaining).toBe(599);
});

test('who is not the portal cannot speak for another address', async () => {
  const spoken = async (client: string) =>
    (await ask('{ rateLimit { remaining } }', { headers: { 'x-simpul-client': client } })).body.data
      .rateLimit;
  const first = await spoken('10.9.9.1');
  expect((await spoken('10.9.9.2')).remaining).toBeLessThan(first.remaining);
});

test('a document that is not valid is paid for by its length, and in the end turned away unread', async () => {
  const { times, answer } = await drain(`{ ${'tidakAda '.repeat(1500)} }`);
  expect(times).toBeLessThan(10);
  expect(answer.body.errors[0].extensions.code).toBe('RATE_LIMITED');
});

test('of many at once no more are answered than the bucket holds', async () => {
  const answers = await Promise.all(
    Array.from({ length: 60 }, () => ask('{ needs(first: 25) { nodes { id } } }')),
  );
  const paid = answers.filter(({ status }) => status === 200).length;
  expect(answers.every(({ status }) => status === 200 || status === 429)).toBe(true);
  expect(paid).toBeGreaterThanOrEqual(Math.floor(600 / 26));
  expect(paid).toBeLessThan(60);
});

test('two processes share a bucket', async () => {
  const { startServing } = await import('../src/start.ts');
  const { readConfig } = await import('../src/config.ts');
  const { silentLog } = await import('../src/platform/http/log.ts');
  const config = readConfig({ PORT: '0', SIMPUL_SEED: 'none', PUBLIC_URL: 'http://localhost' });
  await app.data('{ rateLimit { remaining } }');
  const other = await startServing(config, app.copy.addresses, silentLog, clock);
  const response = await fetch(`http://127.0.0.1:${other.port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ rateLimit { remaining } }' }),
  });
  const there = ((await response.json()) as { data: { rateLimit: { remaining: number } } }).data.rateLimit;
  const { rateLimit: here } = await app.data('{ rateLimit { remaining } }');
  await other.stop();
  expect([there.remaining, here.remaining]).toEqual([598, 597]);
});

test('a bucket that gets back what was not needed is open again at once', async () => {
  const { Budgets } = await import('../src/platform/http/budget.ts');
  const budgets = new Budgets(app.simpul.orm, clock, 1);
  for (let i = 0; i < 2; i++)
    expect(await budgets.pay('uji', 'anonymous', 300)).toHaveProperty('remaining', 300 - i * 300);
  expect(budgets.refusal('uji')).toEqual({ retryAfter: 1 });
  budgets.refund('uji', 500);
  expect(budgets.refusal('uji')).toBeNull();
  expect(await budgets.pay('uji', 'anonymous', 400)).toHaveProperty('remaining', 100);
});
