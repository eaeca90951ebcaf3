import { afterAll, beforeAll, expect, test } from 'vitest';
import { who } from './actors.ts';
import { startApp, type TestApp } from './harness.ts';

let app: TestApp;
let cursor: string;
beforeAll(async () => {
  app = await startApp();
  ({ endCursor: cursor } = (await app.data('{ needs(first: 3) { pageInfo { endCursor } } }')).needs.pageInfo);
});
afterAll(() => app[Symbol.asyncDispose]());

const BAD_CURSOR = [['BAD_CURSOR', 'The cursor belongs to another list, order or filter']];

async function errorsOf(query: string, variables: Record<string, unknown> = {}) {
  const { body } = await app.ask(query, variables, { as: who.secretariat });
  expect(JSON.stringify(body)).not.toContain('RAHASIA');
  return (body.errors ?? []).map((error: { message: string; extensions: { code: string } }) => [
    error.extensions.code,
    error.message,
  ]);
}

const after = 'query ($c: String) { needs(first: 3, after: $c) { nodes { id } } }';

test('a cursor of the same list goes on where it ended', async () => {
  const { needs: whole } = await app.data('{ needs(first: 6) { nodes { id } } }');
  const { needs: rest } = await app.data(after, { c: cursor });
  expect(rest.nodes).toEqual(whole.nodes.slice(3));
});

test.each([
  ['order', 'needs(first: 3, after: $c, orderBy: { field: DUE_ON }) { totalCount }'],
  ['direction', 'needs(first: 3, after: $c, orderBy: { direction: ASC }) { totalCount }'],
  ['filter', 'needs(first: 3, after: $c, filter: { state: [PUBLISHED] }) { totalCount }'],
  ['search', 'needs(first: 3, after: $c, filter: { search: "pelayanan" }) { totalCount }'],
  ['list', 'partners(first: 3, after: $c) { totalCount }'],
  ['list of the same rows', 'orgUnits(first: 1) { nodes { needs(first: 3, after: $c) { totalCount } } }'],
])('a cursor of another %s is BAD_CURSOR', async (_, field) => {
  expect(await errorsOf(`query ($c: String) { ${field} }`, { c: cursor })).toEqual(BAD_CURSOR);
});

test('backwards, too, a cursor belongs to its list', async () => {
  const before = 'query ($c: String) { partners(last: 3, before: $c) { totalCount } }';
  expect(await errorsOf(before, { c: cursor })).toEqual(BAD_CURSOR);
});

const forged = (change: (parts: string[]) => unknown) => {
  const parts = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as string[];
  return Buffer.from(JSON.stringify(change(parts))).toString('base64url');
};

test('a cursor that is cut, empty, endless or garbage is BAD_CURSOR', async () => {
  const bad = [
    cursor.slice(0, -5),
    cursor.slice(5),
    cursor.slice(0, 4),
    '',
    'RAHASIA-123',
    'bnVsbA',
    'e30',
    'x'.repeat(5000),
    '[]',
  ];
  for (const c of bad) expect(await errorsOf(after, { c }), c).toEqual(BAD_CURSOR);
});

test('a forged cursor is BAD_CURSOR, or another place of the same list, and never reaches SQL', async () => {
  const bad = [
    forged(([seal, key]) => [seal, key]),
    forged(([seal, key]) => [seal, key, 'RAHASIA-123']),
    forged(([seal, , id]) => [seal, "1'; drop table need; --", id]),
    forged(([seal, , id]) => [seal, 'NaN', id]),
    forged(([seal, , id]) => [seal, '1e400', id]),
    forged(([seal, , id]) => [seal, 7, id]),
    forged(([seal, , id]) => [seal, null, id]),
    forged(([, key, id]) => ['AAAAAAAAAAAA', key, id]),
    forged(([, key, id]) => [null, key, id]),
    forged((parts) => ({ ...parts })),
  ];
  for (const c of bad) expect(await errorsOf(after, { c }), c).toEqual(BAD_CURSOR);
  const elsewhere = forged(([seal, , id]) => [seal, '0', id]);
  expect(await errorsOf(after, { c: elsewhere })).toEqual([]);
});

test.each([
  [
    'UPDATED_AT',
    ['2026-13-01 00:00:00+00', '2026-02-30 00:00:00+00', '9999999-01-01 00:00:00+00', '-infinity'],
  ],
  ['DUE_ON', ['2026-02-31', '2026-13-01', '0000-01-01', '10000-01-01', 'today']],
] as const)('a forged moment in a cursor by %s is BAD_CURSOR and no fault of ours', async (field, keys) => {
  const query = `query ($c: String) { needs(first: 2, after: $c, orderBy: { field: ${field} }) {
    pageInfo { endCursor } } }`;
  const { needs } = await app.data(query, { c: null }, { as: who.secretariat });
  const [seal, , id] = JSON.parse(Buffer.from(needs.pageInfo.endCursor, 'base64url').toString());
  for (const key of keys) {
    const c = Buffer.from(JSON.stringify([seal, key, id])).toString('base64url');
    expect(await errorsOf(query, { c }), key).toEqual(BAD_CURSOR);
  }
});

test('a filter that names none of something finds no rows', async () => {
  const query = `{
    a: needs(filter: { state: [] }) { totalCount nodes { id } }
    b: needs(filter: { source: [] }) { totalCount nodes { id } }
    c: needs(filter: { competency: [] }) { totalCount nodes { id } }
    d: needs(filter: { orgUnit: [] }) { totalCount nodes { id } }
    e: proposals(filter: { state: [] }) { totalCount nodes { id } }
    f: proposals(filter: { partner: [] }) { totalCount nodes { id } }
    g: proposals(filter: { orgUnit: [] }) { totalCount nodes { id } }
    h: proposals(filter: { need: [] }) { totalCount nodes { id } }
    i: proposals(filter: { waitingFor: [] }) { totalCount nodes { id } }
    j: proposals(filter: { desk: [] }) { totalCount nodes { id } }
    all: proposals { totalCount } every: needs { totalCount }
  }`;
  const { all, every, ...filtered } = await app.data(query, {}, { as: who.secretariat });
  expect([all.totalCount > 0, every.totalCount > 0]).toEqual([true, true]);
  expect(Object.values(filtered)).toEqual(Array(10).fill({ totalCount: 0, nodes: [] }));
});

test('a filter names at most a hundred of something', async () => {
  const query = 'query ($s: [NeedState!]) { needs(filter: { state: $s }) { totalCount } }';
  expect(await errorsOf(query, { s: Array(100).fill('PUBLISHED') })).toEqual([]);
  expect(await errorsOf(query, { s: Array(101).fill('PUBLISHED') })).toEqual([
    ['BAD_USER_INPUT', 'filter.state takes at most 100'],
  ]);
});

const searched: [string, string][] = [
  ['needs', 'needs(filter: { search: $s })'],
  ['proposals', 'proposals(filter: { search: $s })'],
  ['partners', 'partners(search: $s)'],
  ['orgUnits', 'orgUnits(search: $s)'],
  ['asnProfiles', 'asnProfiles(search: $s)'],
];

test.each(searched)(
  'a search of %s takes 3 to 100 characters; none at all means no search',
  async (_, field) => {
    const query = `query ($s: String) { found: ${field} { totalCount } }`;
    for (const s of ['ab', '  ab  ', 'x'.repeat(101)]) {
      expect(await errorsOf(query, { s })).toEqual([['BAD_USER_INPUT', 'search takes 3 to 100 characters']]);
    }
    const count = async (s: string | null) =>
      (await app.data(query, { s }, { as: who.secretariat })).found.totalCount;
    expect(await count('  ')).toBe(await count(null));
    expect(await count('x'.repeat(100))).toBe(0);
  },
);

test('signs that mean something to SQL mean themselves in a search', async () => {
  const query = 'query ($s: String) { needs(filter: { search: $s }) { totalCount } }';
  for (const s of ['%%%', '___', "'; --", '\\\\\\', '%_\\']) {
    const { needs } = await app.data(query, { s });
    expect([s, needs.totalCount]).toEqual([s, 0]);
  }
});

test('an administrator may search accounts, by three characters at least', async () => {
  const query = 'query ($s: String) { accounts(search: $s) { totalCount } }';
  const { accounts } = await app.data(query, { s: 'camat@' }, { as: who.admin });
  expect(accounts.totalCount).toBe(1);
  const { body } = await app.ask(query, { s: 'ca' }, { as: who.admin });
  expect(body.errors[0].extensions).toEqual({ code: 'BAD_USER_INPUT' });
});
