import { afterAll, beforeAll, expect, test } from 'vitest';
import { submitted } from './deeds.ts';
import { effectsOf, putEvents, statesOf, type Put } from './events.ts';
import { settled } from './fingerprint.ts';
import { startApp, until, type TestApp } from './harness.ts';
import { uuidOf } from './standings.ts';

let app: TestApp;
let proposalId: string;
beforeAll(async () => {
  app = await startApp();
  proposalId = uuidOf((await submitted(app)).id);
  await settled(app.copy);
});
afterAll(() => app[Symbol.asyncDispose]());

const put = (howMany: number, how?: Put) => putEvents(app.copy, proposalId, howMany, how);
const done = (ids: string[], within: number) =>
  until(async () => (await statesOf(app.copy, ids)).completed === ids.length, within);

test('a hundred events that come at once are all handled within seconds, each once', async () => {
  const ids = await put(100);
  await done(ids, 10_000);
  const { events, notices, people } = await effectsOf(app.copy, ids);
  expect([events, notices]).toEqual([100, 100 * people]);
  expect(people).toBeGreaterThan(0);
});

test('an event that cannot be handled comes back alone, and holds no other', async () => {
  const [bad] = await put(1, { payload: { proposalId: 'bukan-uuid' } });
  await done(await put(30), 10_000);
  expect(await statesOf(app.copy, [bad!])).toEqual({ retry: 1 });
  await app.copy.sql(`delete from pgboss.job where id = '${bad}'`);
});

test('what a process that died had in hand is done by those that live, within half a minute', async () => {
  const ids = await put(3, { abandoned: true });
  await done(ids, 30_000);
  expect((await effectsOf(app.copy, ids)).events).toBe(3);
});
