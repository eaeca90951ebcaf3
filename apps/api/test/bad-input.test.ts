import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { who } from './actors.ts';
import { needAndCompetency, partnerId } from './deeds.ts';
import { fingerprint } from './fingerprint.ts';
import { startApp, type Asking, type TestApp } from './harness.ts';

let app: TestApp;
let before: Record<string, string>;
let ids: Record<string, string>;
beforeAll(async () => {
  app = await startApp();
  ids = { ...(await needAndCompetency(app)), partnerId: await partnerId(app) };
  await app.cookie(who.secretariat);
  before = await fingerprint(app.copy);
});
afterAll(async () => {
  expect(await fingerprint(app.copy)).toEqual(before); // nothing of all this was written
  await app[Symbol.asyncDispose]();
});

async function errorsOf(query: string, variables = {}, asking: Asking = { as: who.secretariat }) {
  const { body } = await app.ask(query, variables, asking);
  expect(JSON.stringify(body)).not.toContain('RAHASIA');
  return (body.errors ?? []).map((error: { message: string; extensions: { code: string } }) => [
    error.extensions.code,
    error.message,
  ]);
}

test.each([
  ['{ figurs { positions } }', 'Cannot query field "figurs" on type "Query".'],
  ['{ figures { position } }', 'Cannot query field "position" on type "PublicFigures".'],
  ['{ needs(fist: 1) { totalCount } }', 'Unknown argument "fist" on field "Query.needs".'],
  ['{ needs { totalCount } ... on Nede { id } }', 'Unknown type "Nede".'],
  ['query ($f: NeedFiltr) { needs(filter: $f) { totalCount } }', 'Unknown type "NeedFiltr".'],
  ['{ figures @skp(if: true) { positions } }', 'Unknown directive "@skp".'],
  ['{ node(id: "x") { code } }', 'Cannot query field "code" on type "Node".'],
  ['{ needs(filter: { sttae: [] }) { totalCount } }', 'Field "sttae" is not defined by type "NeedFilter".'],
  ['{ needs(filter: { state: PUBLISED }) { totalCount } }', 'No such value in the enum "NeedState".'],
])('%s is refused without a guess at what was meant', async (query, message) => {
  const errors: [string, string][] = await errorsOf(query, {}, {});
  expect(errors[0]).toEqual(['GRAPHQL_VALIDATION_FAILED', message]);
});

test('an unknown field of an input is refused, its value not shown', async () => {
  const query = 'query ($f: NeedFilter) { needs(filter: $f) { totalCount } }';
  const [[code, message]] = await errorsOf(query, { f: { stat: 'RAHASIA-123' } });
  expect([code, message]).toEqual([
    'BAD_USER_INPUT',
    'Variable "$f" got an invalid value; Field "stat" is not defined by type "NeedFilter".',
  ]);
});

test('a variable that must be there and is not, or is null, is named', async () => {
  const query = 'query ($by: NeedBy!) { need(by: $by) { id } }';
  expect(await errorsOf(query)).toEqual([
    ['BAD_USER_INPUT', 'Variable "$by" of required type "NeedBy!" was not provided.'],
  ]);
  expect(await errorsOf(query, { by: null })).toEqual([
    ['BAD_USER_INPUT', 'Variable "$by" of non-null type "NeedBy!" must not be null.'],
  ]);
});

test.each(['{', '{ figures { positions }', 'query (', '{ a(x: "RAHASIA) }', '"RAHASIA-123"', '\ud800', ''])(
  'the text %j is no document, and its error shows none of it',
  async (query) => {
    const errors: [string, string][] = await errorsOf(query, {}, {});
    const code = query === '' ? 'BAD_USER_INPUT' : 'GRAPHQL_PARSE_FAILED';
    expect(errors.map(([one]) => one)).toEqual([code]);
  },
);

const exactlyOne = /exactly one|must be non-null/i;

test.each([
  ['none', {}],
  ['two', { id: 'ned_AAAAAAAAAAAAAAAAAAAAAA', code: 'RAHASIA-123' }],
  ['one that is null', { code: null }],
  ['one and a null', { code: 'RAHASIA-123', id: null }],
])('of the ways to find a need, %s is refused, in a variable and in the document', async (_, by) => {
  for (const field of ['need', 'proposal'] as const) {
    const type = field === 'need' ? 'NeedBy' : 'ProposalBy';
    const query = `query ($by: ${type}!) { ${field}(by: $by) { id } }`;
    const inVariable: [string, string][] = await errorsOf(query, { by });
    expect(inVariable.length).toBeGreaterThan(0);
    for (const [code, message] of inVariable) {
      expect(code).toBe('BAD_USER_INPUT');
      expect(message).toMatch(exactlyOne);
    }
    const written = JSON.stringify(by).replace(/"(\w+)":/g, '$1:');
    const inDocument: [string, string][] = await errorsOf(`{ ${field}(by: ${written}) { id } }`);
    expect(inDocument[0]![0]).toBe('GRAPHQL_VALIDATION_FAILED');
  }
});

test('of the ways to find a need, a variable that is left out does not count as one', async () => {
  const query = 'query ($code: String) { need(by: { code: $code }) { id } }';
  const errors: [string, string][] = await errorsOf(query);
  expect(['BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED']).toContain(errors[0]![0]);
});

const NOT_TEXT = ['RAHASIA\u0000123', '\u0000', 'RAHASIA\ud800', '\udc00\ud800'];

test.each(NOT_TEXT)(
  '%j is no text: refused by the place of the argument, whatever reads it',
  async (text) => {
    const places: [string, string][] = [
      ['query ($t: String!) { need(by: { code: $t }) { id } }', 'need.by.code'],
      ['query ($t: ID!) { node(id: $t) { id } }', 'node.id'],
      ['query ($t: ID!) { nodes(ids: ["x", $t]) { id } }', 'nodes.ids.1'],
      ['query ($t: String) { needs(filter: { search: $t }) { totalCount } }', 'needs.filter.search'],
      ['query ($t: String) { needs(after: $t) { totalCount } }', 'needs.after'],
      ['query ($t: String) { partners(search: $t) { totalCount } }', 'partners.search'],
    ];
    for (const [query, place] of places) {
      expect(await errorsOf(query, { t: text })).toEqual([
        ['BAD_USER_INPUT', `${place} holds characters that are not text`],
      ]);
    }
  },
);

test.each(NOT_TEXT)('%j is written into no table', async (text) => {
  const input = {
    idempotencyKey: randomUUID(),
    partnerId: ids.partnerId,
    needs: [{ needId: ids.needId, note: text }],
    content: { title: 'Usulan yang cukup panjang' },
  };
  const query =
    'mutation ($input: ProposalCreateInput!) { proposalCreate(input: $input) { errors { code } } }';
  const place = 'proposalCreate.input.needs.0.note';
  expect(await errorsOf(query, { input }, { as: who.university })).toEqual([
    ['BAD_USER_INPUT', `${place} holds characters that are not text`],
  ]);
});

const malformed = [
  '',
  ' ',
  'x',
  'ned_',
  'ned_short',
  `ned_${'A'.repeat(23)}`,
  `NED_${'A'.repeat(22)}`,
  `ned_${'='.repeat(22)}`,
];

test('an id that cannot be is nobody: null, as any that is not there', async () => {
  for (const id of [...malformed, `zzz_${'A'.repeat(22)}`, ids.unitId, "ned_' or 1=1 --aaaaaaaaaa"]) {
    const query = 'query ($id: ID!) { need(by: { id: $id }) { id } proposal(by: { id: $id }) { id } }';
    const { body } = await app.ask(query, { id }, { as: who.secretariat });
    expect(body, id).toEqual({ data: { need: null, proposal: null } });
  }
  const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
  const { nodes } = await app.data(query, { ids: malformed });
  expect(nodes).toEqual(malformed.map(() => null));
});

test('an id of another sort in a filter is an error that names the filter', async () => {
  const filters: [string, string][] = [
    ['query ($id: ID!) { needs(filter: { competency: [$id] }) { totalCount } }', 'filter.competency'],
    ['query ($id: ID!) { needs(filter: { orgUnit: [$id] }) { totalCount } }', 'filter.orgUnit'],
    ['query ($id: ID!) { proposals(filter: { partner: [$id] }) { totalCount } }', 'filter.partner'],
    ['query ($id: ID!) { proposals(filter: { need: [$id] }) { totalCount } }', 'filter.need'],
    ['query ($id: ID!) { proposals(filter: { orgUnit: [$id] }) { totalCount } }', 'filter.orgUnit'],
    ['query ($id: ID!) { asnProfiles(orgUnit: $id) { totalCount } }', 'orgUnit'],
  ];
  for (const [query, name] of filters) {
    for (const id of ['RAHASIA-123', `asn_${'A'.repeat(22)}`, '']) {
      expect(await errorsOf(query, { id })).toEqual([
        ['BAD_USER_INPUT', `${name} is not an id of that sort`],
      ]);
    }
  }
});
