import { randomUUID } from 'node:crypto';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { makeLog } from '../src/platform/http/log.ts';
import { who } from './actors.ts';
import { completeContent, needAndCompetency, partnerId } from './deeds.ts';
import { settled } from './fingerprint.ts';
import { startApp, type TestApp } from './harness.ts';

/** A log that is kept. */
class Kept extends Writable {
  text = '';
  override _write(chunk: Buffer, _: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
  get lines(): Record<string, unknown>[] {
    return this.text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  }
}

const kept = new Kept();
let app: TestApp;
let answers = '';
beforeAll(async () => void (app = await startApp({ log: makeLog(kept) })));
afterAll(() => app[Symbol.asyncDispose]());

let planted = 0;
/** The next of the secrets, each with a number of its own. */
const secret = () => `RAHASIA-${String(++planted).padStart(3, '0')}`;
const SECRET = /RAHASIA/;

async function send(path: string, body: unknown, headers: Record<string, string> = {}): Promise<void> {
  answers += await (await app.post(path, body, headers)).text();
}

async function plantInReading(cookie: string): Promise<void> {
  const ask = (query: string, variables = {}, more = {}) =>
    send('/graphql', { query, variables, ...more }, { cookie });
  await ask(`{ needs(filter: { search: "${secret()}" }) { totalCount } }`);
  await ask('query Cari($s: String) { proposals(filter: { search: $s }) { totalCount } }', { s: secret() });
  await ask('query ($c: String!) { proposal(by: { code: $c }) { id } }', { c: secret() });
  await ask('query ($id: ID!) { node(id: $id) { id } }', { id: secret() });
  await ask('query ($c: String) { needs(after: $c) { totalCount } }', { c: secret() });
  await ask('query ($f: NeedFilter) { needs(filter: $f) { totalCount } }', { f: { state: [secret()] } });
  await ask('query ($d: DateTime) { proposals(filter: { updatedAt: { from: $d } }) { totalCount } }', {
    d: secret(),
  });
  await ask('query ($n: Int) { needs(first: $n) { totalCount } }', { n: secret() });
  await ask(`{ needs(filter: { state: "${secret()}" }) { totalCount } }`);
  await ask(
    '{ figures { positions } }',
    { unused: secret() },
    { extensions: { x: secret() }, more: secret() },
  );
  await ask(`# ${secret()}\n{ figures { positions } }`);
  await ask('{ figures { positions } }', {}, { documentId: secret() });
  await send(`/graphql?variables=${secret()}`, { query: '{ figures { positions } }' });
}

async function plantInDeeds(cookie: string): Promise<void> {
  const { needId, competencyId } = await needAndCompetency(app);
  const text = () => `${secret()} teks yang cukup panjang`;
  const content = completeContent(competencyId!, {
    title: text(),
    summary: text(),
    rationale: text(),
    objectives: text(),
    audience: text(),
    accessNeeds: text(),
    place: text(),
    outcomes: [{ competencyId, fromLevel: 2, toLevel: 3, measure: text() }],
    sessions: [{ title: text(), minutes: 45, method: text() }],
    speakers: [{ name: text(), affiliation: text(), expertise: text() }],
    budget: [
      { description: text(), quantity: '1', unit: secret(), unitPrice: { amount: '1' }, source: 'PARTNER' },
    ],
  });
  const needs = [{ needId, note: text() }];
  const as = { headers: { cookie } };
  const input = { partnerId: await partnerId(app), needs, content, initiativeReason: text() };
  const { proposal, errors } = await app.mutate('proposalCreate', input, as);
  expect(errors).toEqual([]);
  const move = { id: proposal.id, expectedVersion: proposal.version, action: 'SUBMIT', reason: text() };
  const moved = await app.mutate('proposalTransition', { ...move, reasonCode: secret() }, as);
  expect(moved.errors).toEqual([]);
  const refused = { ...move, idempotencyKey: randomUUID(), digest: secret(), expectedVersion: 99 };
  const query =
    'mutation ($input: ProposalTransitionInput!) { proposalTransition(input: $input) { errors { message } } }';
  await send('/graphql', { query, variables: { input: refused } }, { cookie });
}

async function plantAtTheDoor(): Promise<void> {
  await send('/auth/sign-in', { email: who.asn, password: secret() });
  await send('/auth/sign-in', { email: `${secret()}@univ.contoh`, password: secret() });
  await send('/auth/sign-in', { email: who.asn, password: `${secret()}\0` });
  await send('/auth/sign-in', `{"password":"${secret()}`);
  await send('/graphql', `{"query":${secret()}}`);
  const query = '{ figures { positions } }';
  await send('/graphql', { query }, { cookie: `simpul=${secret()}` });
  await send('/graphql', { query }, { authorization: `Bearer ${secret()}` });
  await send('/graphql', { query }, { authorization: `Basic ${secret()}` });
  await send(
    '/graphql',
    { query },
    { authorization: `Bearer smp_${'0'.repeat(32)}_${secret()}`, cookie: 'simpul=x' },
  );
  await send(
    '/graphql',
    { query },
    {
      'user-agent': secret(),
      referer: `http://localhost/${secret()}`,
      'accept-language': secret(),
      'x-forwarded-for': secret(),
      'x-simpul-portal': secret(),
      'x-simpul-client': secret(),
      'x-request-id': secret(),
    },
  );
  await send('/tidak-ada', { x: secret() });
  await send('/graphql', { query: '', variables: { x: secret() } });
}

test('secrets in every input leave none in logs, errors, jobs, trail or keys', async () => {
  const cookie = await app.cookie(who.university);
  await plantInReading(cookie);
  await plantInDeeds(cookie);
  await plantAtTheDoor();
  expect(planted).toBeGreaterThan(40);
  await settled(app.copy);

  expect(kept.lines.length).toBeGreaterThan(15);
  expect(kept.text).not.toMatch(SECRET);
  expect(answers).not.toMatch(SECRET);
  const jobs = await app.copy.sql(`select data, output from pgboss.job where name = 'event'`);
  expect(jobs.length).toBeGreaterThan(0);
  expect(JSON.stringify(jobs)).not.toMatch(SECRET);
  for (const table of ['audit.audit_entry', 'idempotency_key', 'notice', 'session', 'sign_in_failure']) {
    expect(JSON.stringify(await app.copy.sql(`select * from ${table}`)), table).not.toMatch(SECRET);
  }
  expect(JSON.stringify(await app.copy.sql('select * from proposal'))).toMatch(SECRET); // they did come in
});

test('neither a session nor a token of the demo stands in a log', async () => {
  const session = (await app.cookie(who.secretariat)).replace('simpul=', '');
  const { unitId } = await needAndCompetency(app);
  const expiresOn = new Date(Date.now() + 86_400_000 * 30).toISOString().slice(0, 10);
  const input = { label: 'Log', scopes: ['NEED_READ'], orgUnitId: unitId, expiresOn };
  const { secret: token } = await app.mutate('tokenCreate', input, { as: who.secretariat });
  await app.ask('{ figures { positions } }', {}, { token });
  for (const text of [
    session,
    token,
    token.split('_')[1],
    token.split('_').slice(2).join('_'),
    'simpul-demo',
  ]) {
    expect(kept.text).not.toContain(text);
  }
  expect(kept.text).not.toMatch(/contoh|127\.0\.0\.1/);
});

test('a line of an operation has keys of the allow-list and no others', async () => {
  const cookie = await app.cookie(who.university);
  await send('/graphql', { query: 'query Namanya { figures { positions } }' }, { cookie });
  const operations = kept.lines.filter(({ msg }) => msg === 'operation');
  const ours = ['requestId', 'actorId', 'operation', 'document', 'cost', 'status', 'errors', 'ms'];
  const allowed = [...ours, 'level', 'time', 'msg'];
  const others = operations.flatMap((line) => Object.keys(line)).filter((key) => !allowed.includes(key));
  expect(others).toEqual([]);
  expect(operations.at(-1)).toMatchObject({
    operation: 'Namanya',
    document: expect.stringMatching(/^[0-9a-f]{64}$/),
    actorId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    status: 200,
    errors: 0,
  });
});

test('a fault of ours is logged under the id that the caller got, by its class, code and place alone', async () => {
  await app.copy.sql('alter table need rename column title to judul');
  const query = 'query ($s: String) { needs(filter: { search: $s }) { nodes { id } } }';
  const { body } = await app.ask(query, { s: secret() });
  await app.copy.sql('alter table need rename column judul to title');
  const [{ extensions, message }] = body.errors;
  expect([body.errors.length, extensions.code, Object.keys(extensions).sort()]).toEqual([
    1,
    'INTERNAL_SERVER_ERROR',
    ['code', 'errorId'],
  ]);
  expect(message).not.toMatch(/title|judul|column|RAHASIA/);
  const lines = kept.lines.filter(({ errorId }) => errorId === extensions.errorId);
  expect(lines).toHaveLength(1);
  expect(Object.keys(lines[0]!).sort()).toEqual(['code', 'errorId', 'kind', 'level', 'msg', 'place', 'time']);
  expect(lines[0]).toMatchObject({ msg: 'surprise', code: '42703' });
  expect(kept.text).not.toMatch(SECRET);
});

test('what an error quotes does not come into the log as a line of its stack', () => {
  const own = new Kept();
  makeLog(own).surprise('id', new Error('invalid input: "x\n    at RAHASIA-999 (/y:1:1)"'));
  expect(own.lines).toMatchObject([{ msg: 'surprise', errorId: 'id', kind: 'Error' }]);
  expect(own.text).not.toMatch(SECRET);
});

test('no fault of a caller is logged as one of ours', () => {
  const surprises = kept.lines.filter(({ msg }) => msg === 'surprise');
  expect(surprises.map(({ kind, code }) => [kind, code])).toEqual([[expect.any(String), '42703']]);
});

test('every operation leaves its cost, and a token that does not hold a line of its own', async () => {
  const query = 'query Biaya { needs(first: 3) { nodes { id } } }';
  await send('/graphql', { query });
  expect(kept.lines.at(-1)).toMatchObject({ operation: 'Biaya', status: 200, cost: 4 });
  await send('/graphql', { query }, { authorization: `Bearer ${secret()}` });
  expect(kept.lines.at(-1)).toMatchObject({ msg: 'operation', status: 401, errors: 1, actorId: null });
});

test('a fault beside the graph is answered with a name, under which its place stands in the log', async () => {
  const { orm } = app.simpul;
  const fork = vi.spyOn(orm.em, 'fork').mockImplementationOnce(() => {
    throw new Error('RAHASIA');
  });
  const response = await app.post('/auth/sign-in', { email: who.asn, password: 'salah' });
  fork.mockRestore();
  const { errors } = (await response.json()) as { errors: { extensions: Record<string, string> }[] };
  expect([response.status, errors[0]!.extensions.code]).toEqual([500, 'INTERNAL_SERVER_ERROR']);
  expect(kept.lines.at(-1)).toMatchObject({ msg: 'surprise', errorId: errors[0]!.extensions.errorId });
  expect(kept.text).not.toMatch(SECRET);
});
