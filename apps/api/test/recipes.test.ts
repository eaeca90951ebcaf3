import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeToken } from './cast.ts';
import { startApp, type TestApp } from './harness.ts';

const run = promisify(execFile);
const folder = path.resolve(import.meta.dirname, '../../../docs/recipes');
const text = (name: string) => fs.readFileSync(path.join(folder, name), 'utf8');

let app: TestApp;
let token: string;
beforeAll(async () => {
  app = await startApp();
  token = (await makeToken(app, 'AGGREGATE_READ')).secret;
});
afterAll(() => app[Symbol.asyncDispose]());

const has = (program: string) =>
  (process.env.PATH ?? '').split(':').some((at) => fs.existsSync(path.join(at, program)));

async function output(program: string, file: string): Promise<string> {
  const env = { PATH: process.env.PATH, SIMPUL_URL: app.url, SIMPUL_TOKEN: token };
  return (await run(program, [path.join(folder, file)], { env })).stdout;
}

/** What a tool that is no program here would send, sent. */
async function sent(body: string): Promise<{ state: string; count: number }[]> {
  const response = await app.post('/graphql', body, { authorization: `Bearer ${token}` });
  expect(response.status).toBe(200);
  const { data } = (await response.json()) as { data: { dashboard: { proposalsByState: [] } } };
  return data.dashboard.proposalsByState;
}

test.runIf(has('curl'))('the recipe for curl brings proposals by state', async () => {
  const { data } = JSON.parse(await output('sh', 'dashboard.sh'));
  expect(data.dashboard.proposalsByState).toContainEqual({ state: 'IN_REVIEW', count: 3 });
});

test.runIf(has('python3'))('the recipe for Python writes needs and seats as CSV', async () => {
  const [head, ...rows] = (await output('python3', 'dashboard.py')).trim().split(/\r?\n/);
  expect(head).toBe('code,title,headcount,seats');
  expect(rows.length).toBeGreaterThan(3);
  expect(rows.join()).toMatch(/KBT-\d{4}-\d{4}/);
});

test.runIf(has('Rscript'))('the recipe for R prints a data frame', async () => {
  expect(await output('Rscript', 'dashboard.R')).toMatch(/IN_REVIEW\s+3/);
});

test('the recipe for Power Query sends what the graph answers, and reads it where it stands', async () => {
  const recipe = text('dashboard.pq');
  const body = /Body = "(.*)",$/m.exec(recipe)![1]!.replaceAll('""', '"');
  const rows = await sent(body);
  expect(rows).toContainEqual({ state: 'IN_REVIEW', count: 3 });
  expect(recipe).toContain('[data][dashboard][proposalsByState]');
  expect(recipe).toContain('#"Authorization" = "Bearer " & Token');
});

test('the recipe for Grafana sends what the graph answers, and names its columns', async () => {
  const recipe = JSON.parse(text('grafana-infinity.json'));
  const rows = await sent(JSON.stringify({ query: recipe.url_options.body_graphql_query }));
  expect(recipe.root_selector).toBe('data.dashboard.proposalsByState');
  for (const { selector } of recipe.columns) expect(rows[0]).toHaveProperty(selector);
});
