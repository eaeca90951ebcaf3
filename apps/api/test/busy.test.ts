import type { PostgreSqlConnection } from '@mikro-orm/postgresql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { who } from './actors.ts';
import { startApp, type TestApp } from './harness.ts';
import { silentLog } from '../src/platform/http/log.ts';

const surprises: unknown[] = [];
let app: TestApp;
beforeAll(async () => {
  const log = { ...silentLog, surprise: (_: string, error: unknown) => void surprises.push(error) };
  app = await startApp({ log });
});
afterAll(() => app[Symbol.asyncDispose]());

/** Takes every connection of the graph for as long as the task lasts. */
async function withoutConnections<T>(task: () => Promise<T>): Promise<T> {
  const pool = await (app.simpul.orm.em.getConnection() as PostgreSqlConnection).getNativeClient();
  const taken = await Promise.all(Array.from({ length: pool.options.max! }, () => pool.connect()));
  return task().finally(() => taken.forEach((client) => client.release()));
}

test('whoever finds no connection in time is asked to come again, and that is no fault of ours', async () => {
  const cookie = await app.cookie(who.university);
  const ask = () => app.ask('{ needs(first: 1) { nodes { id } } }', {}, { headers: { cookie } });
  const { status, headers, body } = await withoutConnections(ask);
  expect([status, headers.get('retry-after'), body.errors]).toEqual([
    503,
    '1',
    [{ message: 'The server is busy; come again in a second', extensions: { code: 'RATE_LIMITED' } }],
  ]);
  expect((await ask()).status).toBe(200);
  expect(surprises).toEqual([]);
});

test('at the door it is the same', async () => {
  const signIn = () => app.post('/auth/sign-in', { email: who.ngo, password: 'simpul-demo' });
  const { status, headers } = await withoutConnections(signIn);
  expect([status, headers.get('retry-after')]).toEqual([503, '1']);
  expect((await signIn()).status).toBe(204);
  expect(surprises).toEqual([]);
});
