import { auditServer, serverAudits } from 'graphql-http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { who } from './actors.ts';
import { startApp, type TestApp } from './harness.ts';

let app: TestApp;
beforeAll(async () => void (app = await startApp()));
afterAll(() => app[Symbol.asyncDispose]());

const WHOLE = { query: '{ figures { positions } }' };
const FOREIGN = { errors: [{ message: 'Sent from another site', extensions: { code: 'FORBIDDEN' } }] };

/** What a request is answered with: the status, and the codes of the errors. */
async function outcome(response: Promise<Response>): Promise<[number, ...string[]]> {
  const { status, ...rest } = await response.then(async (one) => ({
    status: one.status,
    text: await one.text(),
  }));
  const { errors = [] } = JSON.parse(rest.text || '{}') as { errors?: { extensions?: { code: string } }[] };
  return [status, ...errors.map((error) => error.extensions?.code ?? '')];
}

const raw = (body: string, type?: string) =>
  fetch(`${app.url}/graphql`, { method: 'POST', headers: type ? { 'content-type': type } : {}, body });

test('of the 61 audits of GraphQL over HTTP 58 are ok and 3 are notices about GET', async () => {
  const url = `${app.url}/graphql`;
  const cookie = await app.cookie(who.university); // the audits ask for the schema, which is not for everybody
  const fetchFn = (address: string, { headers, ...more }: RequestInit = {}) =>
    fetch(address, { ...more, headers: { ...(headers as Record<string, string>), cookie } });
  expect(serverAudits({ url, fetchFn })).toHaveLength(61);
  const results = await auditServer({ url, fetchFn });
  const failed = results
    .filter(({ status }) => status !== 'ok')
    .map(({ status, name }) => `${status}: ${name}`);
  expect(failed.sort()).toEqual([
    'notice: MAY accept application/x-www-form-urlencoded formatted GET requests',
    'notice: MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting ' +
      'application/graphql-response+json',
    'notice: MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/json',
  ]);
  expect(results).toHaveLength(61);
});

test.each(['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE'])(
  '%s is answered with 405 and the method that is allowed',
  async (method) => {
    const address = `${app.url}/graphql?query=${encodeURIComponent(WHOLE.query)}`;
    const response = await fetch(address, { method });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
    expect(await response.text()).not.toContain('positions');
  },
);

test.each([
  ['plain text', 'text/plain', JSON.stringify(WHOLE)],
  ['plain text with a charset', 'text/plain;charset=UTF-8', JSON.stringify(WHOLE)],
  ['a form', 'application/x-www-form-urlencoded', new URLSearchParams(WHOLE).toString()],
  ['a document alone', 'application/graphql', WHOLE.query],
  ['XML', 'application/xml', '<query/>'],
])('%s is answered with 415', async (_, type, body) => {
  expect(await outcome(raw(body, type))).toEqual([415, 'BAD_USER_INPUT']);
});

test('an upload in parts is answered with 415', async () => {
  const form = new FormData();
  form.set('operations', JSON.stringify(WHOLE));
  form.set('0', new Blob(['x']), 'x.txt');
  const sent = fetch(`${app.url}/graphql`, { method: 'POST', body: form });
  expect(await outcome(sent)).toEqual([415, 'BAD_USER_INPUT']);
});

test('an array of operations is refused as a whole, even an array of one', async () => {
  for (const batch of [[], [WHOLE], [WHOLE, WHOLE]]) {
    expect(await outcome(app.post('/graphql', batch))).toEqual([400, 'BAD_USER_INPUT']);
  }
});

test.each([
  ['cut off', '{"query":'],
  ['empty', ''],
  ['a word', 'query'],
  ['a document', '{ figures { positions } }'],
  ['poisoned with __proto__', '{"query":"{ figures { positions } }","__proto__":{"x":1}}'],
])('a body that is %s is answered with 400', async (_, body) => {
  expect(await outcome(raw(body, 'application/json'))).toEqual([400, 'BAD_USER_INPUT']);
});

test.each([
  'null',
  '7',
  '"text"',
  '{}',
  '{"query":7}',
  '{"query":""}',
  '{"query":"{ a }","variables":"text"}',
])('the JSON value %s is no operation: 400', async (body) => {
  expect(await outcome(raw(body, 'application/json'))).toEqual([400, 'BAD_USER_INPUT']);
});

test('a body of 256 KiB is read, and one byte more is answered with 413', async () => {
  const most = 256 * 1024;
  const padded = (bytes: number) => {
    const bare = JSON.stringify({ ...WHOLE, extensions: { pad: '' } });
    return JSON.stringify({ ...WHOLE, extensions: { pad: 'x'.repeat(bytes - bare.length) } });
  };
  expect(await outcome(raw(padded(most), 'application/json'))).toEqual([200]);
  expect(await outcome(raw(padded(most + 1), 'application/json'))).toEqual([413, 'BAD_USER_INPUT']);
});

const foreign: [string, Record<string, string>][] = [
  ['another origin', { origin: 'https://jahat.example' }],
  ['our name over https', { origin: 'https://localhost' }],
  ['an opaque origin', { origin: 'null' }],
  ['another port of this machine', { origin: 'http://localhost:1' }],
  ['a name that begins like ours', { origin: 'http://localhost.jahat.example' }],
  ['a cross-site page', { 'sec-fetch-site': 'cross-site' }],
  ['a page of the same site but another origin', { 'sec-fetch-site': 'same-site' }],
  ['a cross-site page that says our origin', { origin: 'http://localhost', 'sec-fetch-site': 'cross-site' }],
];

test.each(foreign)(
  'a request from %s is refused with 403, in the graph and at the door',
  async (_, headers) => {
    const cookie = await app.cookie(who.university);
    const asked = await app.post(
      '/graphql',
      { query: '{ viewer { account { email } } }' },
      { cookie, ...headers },
    );
    expect([asked.status, await asked.json()]).toEqual([403, FOREIGN]);

    const credentials = { email: who.ngo, password: 'simpul-demo' };
    const signIn = await app.post('/auth/sign-in', credentials, headers);
    expect([signIn.status, await signIn.json(), signIn.headers.getSetCookie()]).toEqual([403, FOREIGN, []]);

    const signOut = await app.post('/auth/sign-out', {}, { cookie, ...headers });
    expect([signOut.status, signOut.headers.getSetCookie()]).toEqual([403, []]);
    const { viewer } = await app.data('{ viewer { account { email } } }', {}, { headers: { cookie } });
    expect(viewer.account.email).toBe(who.university);
  },
);

test.each([
  ['our own page', { origin: 'http://localhost', 'sec-fetch-site': 'same-origin' }],
  ['an address typed by hand', { 'sec-fetch-site': 'none' }],
  ['a program', {}],
])('a request from %s is answered', async (_, headers) => {
  expect(await outcome(app.post('/graphql', WHOLE, headers))).toEqual([200]);
});

test('a page of this machine is our own by either of its names, at our port alone', async () => {
  const { port } = app.simpul;
  expect(await outcome(app.post('/graphql', WHOLE, { origin: `http://127.0.0.1:${port}` }))).toEqual([200]);
  expect(await outcome(app.post('/graphql', WHOLE, { origin: `http://127.0.0.1:${port + 1}` }))).toEqual([
    403,
    'FORBIDDEN',
  ]);
});

test('a cookie and a token together are refused with 401, whether they hold or not', async () => {
  const live = await app.cookie(who.secretariat);
  for (const cookie of [live, 'simpul=mati']) {
    const answer = await app.ask('{ figures { positions } }', {}, { token: 'smp_x', headers: { cookie } });
    expect([answer.status, answer.body]).toEqual([
      401,
      {
        errors: [{ message: 'Send a cookie or a token, not both', extensions: { code: 'UNAUTHENTICATED' } }],
      },
    ]);
  }
});

test('an answer may not be kept or guessed at by a browser', async () => {
  const { headers } = await app.post('/graphql', WHOLE);
  expect([headers.get('cache-control'), headers.get('x-content-type-options')]).toEqual([
    'no-store',
    'nosniff',
  ]);
  expect(headers.get('access-control-allow-origin')).toBeNull();
});

test('a client that accepts graphql-response+json gets it, with 400 for a document that is not valid', async () => {
  const ask = (query: string, accept: string) => app.post('/graphql', { query }, { accept });
  const modern = await ask('{ tidakAda }', 'application/graphql-response+json');
  expect([modern.status, modern.headers.get('content-type')]).toEqual([
    400,
    'application/graphql-response+json; charset=utf-8',
  ]);
  const old = await ask('{ tidakAda }', 'application/json');
  expect([old.status, old.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
});
