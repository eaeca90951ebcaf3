import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { who } from './actors.ts';
import { needAndCompetency } from './deeds.ts';
import { fingerprint } from './fingerprint.ts';
import { startApp, type Asking, type TestApp } from './harness.ts';

type Kind = 'anonymous' | 'session' | 'token';
const kinds: Kind[] = ['anonymous', 'session', 'token'];

let app: TestApp;
let viewers: Record<Kind, Asking>;
let before: Record<string, string>;

beforeAll(async () => {
  app = await startApp();
  const { unitId } = await needAndCompetency(app);
  const expiresOn = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  const { secret } = await app.mutate(
    'tokenCreate',
    { label: 'Batas', scopes: ['NEED_READ', 'SCHEMA_READ'], orgUnitId: unitId, expiresOn },
    { as: who.secretariat },
  );
  await app.cookie(who.university);
  viewers = { anonymous: {}, session: { as: who.university }, token: { token: secret } };
  await app.ask('{ figures { positions } }', {}, viewers.token); // its first use is noted, now and not later
  before = await fingerprint(app.copy);
});
afterAll(async () => {
  expect(await fingerprint(app.copy)).toEqual(before); // none of all this wrote anything
  await app[Symbol.asyncDispose]();
});

/** Codes of the errors, and the message of the first one. */
async function refusal(kind: Kind, query: string, variables = {}) {
  const { status, body } = await app.ask(query, variables, viewers[kind]);
  const errors: { message: string; extensions: { code: string } }[] = body.errors ?? [];
  return { codes: errors.map(({ extensions }) => extensions.code), message: errors[0]?.message, status };
}

const fine = { codes: [], message: undefined, status: 200 };
const tooMuch = (what: string, asked: number, most: number) => ({
  codes: ['QUERY_TOO_COMPLEX'],
  message: `The operation asks for too much: ${what} ${asked}, at most ${most}`,
  status: 400,
});
const badInput = (message: string) => ({ codes: ['BAD_USER_INPUT'], message, status: 200 });

const repeated = (one: (i: number) => string, times: number) =>
  Array.from({ length: times }, (_, i) => one(i)).join(' ');

/** A document whose deepest field stands so deep: `orgUnits > nodes > parent > … > name`. */
const deep = (depth: number) =>
  `{ orgUnits(first: 1) { nodes { ${'parent { '.repeat(depth - 3)} name ${'} '.repeat(depth - 3)} } } }`;

test.each([
  ['anonymous', 7],
  ['session', 12],
  ['token', 10],
] as const)('%s may go %i fields deep and no deeper', async (kind, most) => {
  expect(await refusal(kind, deep(most))).toEqual(fine);
  expect(await refusal(kind, deep(most + 1))).toEqual(tooMuch('depth', most + 1, most));
});

test('depth is counted through fragments, named and inline', async () => {
  const through = (name: string) => `
    query { orgUnits(first: 1) { nodes { ...One } } }
    fragment One on OrgUnit { parent { ...Two } }
    fragment Two on OrgUnit { parent { parent { ... on OrgUnit { ... { parent { ${name} } } } } } }`;
  expect(await refusal('anonymous', through('name'))).toEqual(fine);
  expect(await refusal('anonymous', through('parent { name }'))).toEqual(tooMuch('depth', 8, 7));
});

const aliased = (count: number) =>
  `{ figures { ${Array.from({ length: count }, (_, i) => `a${i}: positions`).join(' ')} } }`;

test.each([
  ['anonymous', 5],
  ['session', 30],
  ['token', 30],
] as const)('%s may use %i aliases and no more', async (kind, most) => {
  expect(await refusal(kind, aliased(most))).toEqual(fine);
  expect(await refusal(kind, aliased(most + 1))).toEqual(tooMuch('aliases', most + 1, most));
});

test('aliases are counted each time that their fragment is named', async () => {
  const query = `{ figures { ...A ...A ...A } } fragment A on PublicFigures { a: positions b: duties }`;
  expect(await refusal('anonymous', query)).toEqual(tooMuch('aliases', 6, 5));
});

test.each([
  ['anonymous', 5],
  ['session', 20],
  ['token', 20],
] as const)('%s may ask %i root fields and no more', async (kind, most) => {
  const roots = (count: number) => `{ ${'__typename '.repeat(count - 1)} figures { positions } }`;
  expect(await refusal(kind, roots(most))).toEqual(fine);
  expect(await refusal(kind, roots(most + 1))).toEqual(tooMuch('root fields', most + 1, most));
});

const read = 'noticeRead(input: { idempotencyKey: "6f1c9d2e-0000-4000-8000-000000000001", id: "ntc_x" })';
const twoDeeds = `mutation { ${read} { errors { code } } b: ${read} { errors { code } } }`;

test('a document does one deed: two of them are refused whole', async () => {
  for (const kind of ['session', 'token'] as const) {
    expect(await refusal(kind, twoDeeds)).toEqual(tooMuch('mutations', 2, 1));
  }
});

test('a document of two deeds is refused to an anonymous caller for want of a session', async () => {
  expect((await refusal('anonymous', twoDeeds)).codes).toEqual(['UNAUTHENTICATED', 'UNAUTHENTICATED']);
});

test('two deeds hidden in a fragment are two deeds', async () => {
  const query = `mutation { ...Two } fragment Two on Mutation { a: ${read} { query { __typename } }
    ... { b: ${read} { query { __typename } } } }`;
  expect(await refusal('session', query)).toEqual(tooMuch('mutations', 2, 1));
});

const needs = (args: string) => `{ needs(${args}) { nodes { code } } }`;
const PAGE = 'A page holds 0 to 100 rows';

test('an anonymous page holds at most 25 rows, written out or in a variable, forwards or backwards', async () => {
  const variable = 'query ($n: Int) { needs(last: $n) { nodes { code } } }';
  expect(await refusal('anonymous', needs('first: 25'))).toEqual(fine);
  expect(await refusal('anonymous', needs('first: 26'))).toEqual(tooMuch('rows of a page', 26, 25));
  expect(await refusal('anonymous', variable, { n: 25 })).toEqual(fine);
  expect(await refusal('anonymous', variable, { n: 100 })).toEqual(tooMuch('rows of a page', 100, 25));
});

test('the limit of a page holds for the default of a variable as well', async () => {
  const query = 'query ($n: Int = 26) { needs(first: $n) { nodes { code } } }';
  expect(await refusal('anonymous', query)).toEqual(tooMuch('rows of a page', 26, 25));
});

test.each(['session', 'token'] as const)('a page of a %s holds at most 100 rows', async (kind) => {
  const query = 'query ($n: Int) { needs(first: $n) { nodes { code } } }';
  expect(await refusal(kind, query, { n: 100 })).toEqual(fine);
  expect(await refusal(kind, query, { n: 101 })).toEqual(badInput(PAGE));
});

test.each([
  ['first: 101', PAGE],
  ['last: 101', PAGE],
  ['first: -1', PAGE],
  ['last: -1', PAGE],
  ['first: 5, last: 5', 'Use first or last, not both'],
  ['first: 0, last: 0', 'Use first or last, not both'],
  ['first: 5, before: "x"', 'Use after with first, before with last'],
  ['last: 5, after: "x"', 'Use after with first, before with last'],
  ['before: "x"', 'Use after with first, before with last'],
])(
  'a page that cannot be (%s) is an error for everybody, and never a silent clamp',
  async (args, message) => {
    for (const kind of kinds) expect(await refusal(kind, needs(args))).toEqual(badInput(message));
  },
);

test('a page of no rows is a page', async () => {
  const { data } = (await app.ask('{ needs(first: 0) { nodes { code } edges { cursor } totalCount } }')).body;
  expect(data.needs).toMatchObject({ nodes: [], edges: [] });
  expect(data.needs.totalCount).toBeGreaterThan(0);
});

test('the nodes that an answer could hold are counted before one is read', async () => {
  const query = `query ($n: Int!, $m: Int!) {
    orgUnits(first: $n) { nodes { positions(first: $m) { nodes { id } } } } }`;
  expect(await refusal('anonymous', query, { n: 18, m: 25 })).toMatchObject({ codes: ['QUERY_TOO_COMPLEX'] });
  expect(await refusal('anonymous', query, { n: 25, m: 25 })).toEqual(tooMuch('nodes', 650, 500));
  expect(await refusal('session', query, { n: 100, m: 100 })).toEqual(tooMuch('nodes', 10_100, 10_000));
  expect(await refusal('token', query, { n: 100, m: 100 })).toEqual(tooMuch('nodes', 10_100, 10_000));
});

/** One connection around single objects: 1 + page × (1 + objects). */
const costly = `query ($n: Int!) { needs(first: $n) { nodes { ${Array.from(
  { length: 24 },
  (_, i) => `o${i}: orgUnit { id }`,
).join(' ')} } } }`;

test('cost counts one for an object and page times child for a list, by the variables of the request', async () => {
  const lighter =
    'query ($n: Int!) { needs(first: $n) { nodes { orgUnit { parent { id } } coverage { seats } } } }';
  expect(await refusal('session', costly, { n: 80 })).toEqual(fine); // 2 001
  expect(await refusal('token', costly, { n: 79 })).toEqual(fine); // 1 976
  expect(await refusal('token', costly, { n: 80 })).toEqual(tooMuch('cost', 2001, 2000));
  expect(await refusal('anonymous', lighter, { n: 25 })).toEqual(fine); // 101
});

test('an anonymous document that costs more than 300 is refused', async () => {
  const query = `query ($n: Int!) { a: needs(first: $n) { nodes { orgUnit { id } competency { id } } }
    b: needs(first: $n) { nodes { orgUnit { id } competency { id } } } }`;
  expect(await refusal('anonymous', query, { n: 25 })).toEqual(fine); // 152
  const dear = query.replaceAll(
    'competency { id }',
    'competency { id } coverage { seats } forUnits { id parent { id } }',
  );
  expect(await refusal('anonymous', dear, { n: 25 })).toEqual(tooMuch('cost', 302, 300));
});

test('a session may spend 5 000 and not more', async () => {
  const query =
    'query ($n: Int!, $m: Int!) { orgUnits(first: $n) { nodes { needs(first: $m) { nodes { id } } } } }';
  expect(await refusal('session', query, { n: 98, m: 49 })).toEqual(fine); // 4 999
  expect(await refusal('session', query, { n: 100, m: 48 })).toEqual(tooMuch('cost', 5001, 5000));
});

test('a list without a size counts as one of 25', async () => {
  const query = '{ orgUnits { nodes { positions { nodes { id } } } } }';
  expect(await refusal('anonymous', query)).toEqual(tooMuch('nodes', 650, 500));
});

test('a list of ids counts each of them', async () => {
  const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Need { orgUnit { parent { id } } } } }';
  expect(await refusal('anonymous', query, { ids: Array(100).fill('ned_x') })).toEqual(fine);
  const wider = query.replace(
    'orgUnit { parent { id } }',
    'orgUnit { id parent { id parent { id } } } coverage { seats }',
  );
  const tooDear = tooMuch('cost', 500, 300);
  expect(await refusal('anonymous', wider, { ids: Array(100).fill('ned_x') })).toEqual(tooDear);
  expect(await refusal('session', wider, { ids: Array(100).fill('ned_x') })).toEqual(fine);
  expect(await refusal('session', query, { ids: Array(101).fill('ned_x') })).toEqual(
    badInput('ids takes at most 100'),
  );
});

test('a document has at most 2 000 tokens', async () => {
  const tokens = (count: number) => `{ ${'__typename '.repeat(count - 2)}}`;
  expect((await refusal('session', tokens(2000))).codes).not.toEqual(['GRAPHQL_PARSE_FAILED']);
  for (const kind of kinds) {
    expect(await refusal(kind, tokens(2001))).toMatchObject({ codes: ['GRAPHQL_PARSE_FAILED'] });
  }
});

const nested = (times: number) =>
  `{ orgUnits { nodes { ${'parent { '.repeat(times)} id ${'} '.repeat(times)} } } }`;
const wide = (times: number) => `{ ${'figures { positions } '.repeat(times)} }`;

/** Each fragment names the next one several times: times^levels fields in a document of few tokens. */
const bomb = (levels: number, times: number, field = 'parent') => {
  const parts = Array.from({ length: levels }, (_, i) => {
    const spread = i + 1 < levels ? `...F${i + 1} `.repeat(times) : 'id';
    return `fragment F${i} on OrgUnit { ${field === '' ? spread : `${field} { ${spread} }`} }`;
  });
  return `{ orgUnits(first: 1) { nodes { ...F0 } } } ${parts.join('\n')}`;
};

/** The codes of an answer, and whether the cheapest of three took less than half a second of the processor. */
async function quickest(kind: Kind, query: string) {
  let least = Infinity;
  let codes: string[] = [];
  for (let i = 0; i < 3; i++) {
    const begun = process.cpuUsage();
    ({ codes } = await refusal(kind, query));
    const { user, system } = process.cpuUsage(begun);
    least = Math.min(least, (user + system) / 1000);
  }
  return { codes, fast: least < 500 };
}

test.each([
  ['deep', nested(600), 'QUERY_TOO_COMPLEX'],
  ['wide', wide(100), 'QUERY_TOO_COMPLEX'],
  ['as wide as it may be', wide(450), 'QUERY_TOO_COMPLEX'],
  ['a bomb of flat fragments', bomb(30, 2, ''), 'QUERY_TOO_COMPLEX'],
  ['a bomb of nested fragments', bomb(9, 3), 'QUERY_TOO_COMPLEX'],
])('a document that is %s is refused, and fast', async (_, query, code) => {
  for (const kind of kinds) expect(await quickest(kind, query), kind).toEqual({ codes: [code], fast: true });
});

test.each([
  ['in one place', wide(450)],
  ['in inline fragments', `{ ${'... { figures { positions } } '.repeat(200)} }`],
  ['in fragments', `{ ${'...F '.repeat(101)} } fragment F on Query { figures { positions } }`],
  ['under one alias', `{ ${repeated(() => 'x: figures { positions }', 300)} }`],
  ['in a fragment that nobody names', `{ __typename } fragment F on Query { ${wide(300).slice(1)}`],
])('a field that is repeated %s is refused before its pairs are compared', async (_, query) => {
  const message = 'The operation asks for too much: a field more than 100 times in one place';
  const { status, body } = await app.ask(query, {}, viewers.session);
  expect([status, body.errors]).toEqual([400, [{ message, extensions: { code: 'QUERY_TOO_COMPLEX' } }]]);
  expect((await quickest('session', query)).fast).toBe(true);
});

test('a field that is asked a hundred times in one place is compared, and then counted', async () => {
  expect(await refusal('session', wide(100))).toEqual(tooMuch('root fields', 100, 20));
});

test('inline fragments without end, around one field, are a document as any other', async () => {
  const query = `{ orgUnits(first: 1) { nodes { ${'... { '.repeat(400)} id ${'}'.repeat(400)} } } }`;
  for (const kind of kinds) expect(await quickest(kind, query)).toEqual({ codes: [], fast: true });
});

test('fragments in a circle are not valid', async () => {
  const query =
    '{ orgUnits { nodes { ...A } } } fragment A on OrgUnit { ...B } fragment B on OrgUnit { ...A }';
  for (const kind of kinds) {
    expect(await refusal(kind, query)).toMatchObject({ codes: ['GRAPHQL_VALIDATION_FAILED'] });
  }
});

test('fields that contradict each other many times over are refused fast', async () => {
  const query = `{ ${repeated((i) => `x: ${i % 2 ? 'figures' : 'viewer'} { __typename }`, 100)} }`;
  for (const kind of kinds) {
    const { codes, fast } = await quickest(kind, query);
    expect([new Set(codes), fast]).toEqual([new Set(['GRAPHQL_VALIDATION_FAILED']), true]);
  }
});

const STATES = 'query ($states: [NeedState!]) { needs(filter: { state: $states }) { nodes { id } } }';

test.each([
  ['validation', `{ ${repeated((i) => `tidakAda${i}`, 20)} }`, {}, 'GRAPHQL_VALIDATION_FAILED'],
  ['coercion', STATES, { states: Array(20).fill('X') }, 'BAD_USER_INPUT'],
  [
    'execution',
    `{ ${repeated((i) => `n${i}: needs(first: -1) { nodes { id } }`, 10)} }`,
    {},
    'BAD_USER_INPUT',
  ],
])('at most five errors of %s come back', async (_, query, variables, code) => {
  for (const kind of ['session', 'token'] as const) {
    const { codes } = await refusal(kind, query, variables);
    expect([new Set(codes), codes.slice(5)]).toEqual([new Set([code]), []]);
  }
});

test('introspection passes for sessions and tokens with the scope, deeper than their depth', async () => {
  for (const kind of ['session', 'token'] as const) {
    const { body } = await app.ask(getIntrospectionQuery(), {}, viewers[kind]);
    expect([body.errors, body.data.__schema.queryType.name]).toEqual([undefined, 'Query']);
  }
});

test('introspection is refused to an anonymous caller, and that is no fault of ours', async () => {
  const inFragment = '{ ...S } fragment S on Query { __schema { __typename } }';
  for (const query of [getIntrospectionQuery(), '{ __type(name: "Need") { name } }', inFragment]) {
    const { codes, status } = await refusal('anonymous', query);
    expect([codes, status]).toEqual([['FORBIDDEN'], 403]);
  }
});

test('introspection beside other fields lifts no limit', async () => {
  const query = `{ __schema { types { fields { type { ofType { ofType { ofType { ofType { ofType { ofType { ofType
    { ofType { name } } } } } } } } } } } } figures { positions } }`;
  expect(await refusal('session', query)).toEqual(tooMuch('depth', 13, 12));
});

test('a document with two operations wants the name of one of them', async () => {
  const query = 'query A { figures { positions } } query B { figures { duties } }';
  for (const kind of kinds) {
    expect(await refusal(kind, query)).toMatchObject({ codes: ['GRAPHQL_VALIDATION_FAILED'] });
  }
  const named = await app.post('/graphql', { query, operationName: 'B' });
  expect(await named.json()).toMatchObject({ data: { figures: { duties: expect.any(Number) } } });
  const unknown = await app.post('/graphql', { query, operationName: 'C' });
  expect(
    ((await unknown.json()) as { errors: { extensions: unknown }[] }).errors.map((e) => e.extensions),
  ).toEqual([{ code: 'GRAPHQL_VALIDATION_FAILED' }]);
});

test('of two operations only the one that is asked for is weighed', async () => {
  const query = `query Small { figures { positions } } query Large ${nested(20)}`;
  const small = await app.post('/graphql', { query, operationName: 'Small' });
  expect([small.status, ((await small.json()) as { errors?: unknown }).errors]).toEqual([200, undefined]);
  const large = await app.post('/graphql', { query, operationName: 'Large' });
  expect(large.status).toBe(400);
});
