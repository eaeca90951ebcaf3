import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { networkInterfaces, tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { who } from './actors.ts';
import { submitted } from './deeds.ts';
import { settled } from './fingerprint.ts';
import { startApp, until, type TestApp } from './harness.ts';

const known = 'query Siapa { viewer { account { displayName } } }';
const documentId = `sha256:${createHash('sha256').update(known).digest('hex')}`;
const folder = fs.mkdtempSync(path.join(tmpdir(), 'simpul-metrics-'));

let app: TestApp;
beforeAll(async () => {
  const documents = path.join(folder, 'documents.json');
  fs.writeFileSync(documents, JSON.stringify({ [documentId]: known }));
  app = await startApp({ metrics: true, documents });
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
  fs.rmSync(folder, { recursive: true });
});

const at = (route: string) => `http://127.0.0.1:${app.simpul.metricsPort}${route}`;

/** All samples, by name and labels. */
async function figures(): Promise<{ text: string; of: (sample: string) => number | undefined }> {
  const text = await (await fetch(at('/metrics'))).text();
  const samples = new Map(
    text
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]),
  );
  return { text, of: (sample) => samples.get(sample) };
}

test('an operation that the portal sends is counted under its name, with its time and cost', async () => {
  const cookie = await app.cookie(who.university);
  for (let i = 0; i < 3; i++) await app.post('/graphql', { documentId }, { cookie });
  const { of } = await figures();
  expect(of('simpul_graph_operations_total{operation="Siapa",status="200"}')).toBe(3);
  expect(of('simpul_graph_operation_seconds_count{operation="Siapa"}')).toBe(3);
  expect(of('simpul_graph_cost_total{operation="Siapa"}')).toBe(6);
});

test('names that callers make up are one, and neither they nor people can be seen', async () => {
  const cookie = await app.cookie(who.university);
  for (let i = 0; i < 3; i++)
    await app.post('/graphql', { query: `query Buatan${i} { __typename }` }, { cookie });
  await app.post('/graphql', { documentId, operationName: 'Karangan' }, { cookie });
  const { text, of } = await figures();
  expect(of('simpul_graph_operations_total{operation="other",status="200"}')).toBeGreaterThanOrEqual(3);
  expect(text).not.toMatch(/Buatan|Karangan|univ\.contoh|acc_/);
});

test('refusals are counted by their code', async () => {
  const count = async (code: string) =>
    (await figures()).of(`simpul_graph_refusals_total{code="${code}"}`) ?? 0;
  const before = [await count('QUERY_TOO_COMPLEX'), await count('UNAUTHENTICATED')];
  await app.ask('{ needs(first: 26) { nodes { id } } }');
  await app.ask('{ __typename }', {}, { token: 'smp_tidak_ada' });
  expect([await count('QUERY_TOO_COMPLEX'), await count('UNAUTHENTICATED')]).toEqual(
    before.map((times) => times + 1),
  );
});

test('jobs are counted by name and state; a failed one stands out', async () => {
  await submitted(app);
  await settled(app.copy);
  const failed = 'simpul_jobs{name="event",state="failed"}';
  expect((await figures()).of(failed)).toBeUndefined();
  await app.copy.sql(`update pgboss.job set state = 'failed' where id = (
    select id from pgboss.job where name = 'event' and state = 'completed' limit 1)`);
  expect((await figures()).of(failed)).toBe(1);
});

test('connections in use and waiting are told, for the graph and for the house', async () => {
  const { of } = await figures();
  for (const pool of ['graph', 'house']) {
    for (const state of ['used', 'idle', 'waiting']) {
      expect(of(`simpul_pool_connections{pool="${pool}",state="${state}"}`), `${pool} ${state}`).toBeTypeOf(
        'number',
      );
    }
    expect(of(`simpul_pool_connections{pool="${pool}",state="waiting"}`)).toBe(0);
  }
});

test('an entry of the audit trail that nobody sealed grows old, and is forgotten with its seal', async () => {
  const age = async () => (await figures()).of('simpul_audit_unsealed_seconds')!;
  await app.copy.sql(`select * from audit.seal()`);
  expect(await age()).toBe(0);
  await app.copy.sql(`insert into audit.audit_entry (at, actor_kind, action, subject, facts)
    values (now() - interval '20 minutes', 'system', 'session.begin', 'acc_x', '{}')`);
  expect(await age()).toBeGreaterThanOrEqual(1200);
  await app.copy.sql(`select * from audit.seal()`);
  expect(await age()).toBe(0);
});

test('what the process itself is like is told also', async () => {
  const { of } = await figures();
  expect(of('process_resident_memory_bytes')).toBeGreaterThan(10 ** 7);
});

test('they are served to this machine alone, and nothing else is', async () => {
  expect((await fetch(at('/'))).status).toBe(404);
  expect((await fetch(at('/metrics'), { method: 'POST' })).status).toBe(404);
  const outside = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal);
  for (const { address } of outside)
    await expect(fetch(`http://${address}:${app.simpul.metricsPort}/metrics`)).rejects.toThrow();
  expect((await fetch(`${app.url}/metrics`)).status).toBe(404);
});

test('without a port there is no such listener', async () => {
  await using plain = await startApp();
  expect(plain.simpul.metricsPort).toBeNull();
});

test('while the database is gone the figures of the process are told all the same', async () => {
  await using doomed = await startApp({ metrics: true });
  const [database] = await doomed.copy.sql<{ name: string }>('select current_database() as name');
  await doomed.copy.sql(`revoke connect on database ${database!.name} from public, simpul_api`);
  await doomed.copy.sql(`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and usename = 'simpul_api'`);
  const text = await until(async () => {
    const said = await (await fetch(`http://127.0.0.1:${doomed.simpul.metricsPort}/metrics`)).text();
    return !/simpul_jobs\{/.test(said) && said;
  });
  expect(text).toMatch(/process_resident_memory_bytes \d+/);
  expect(text).toContain('simpul_audit_unsealed_seconds Nan');
});
