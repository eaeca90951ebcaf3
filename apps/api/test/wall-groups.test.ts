import { afterAll, beforeAll, expect, test } from 'vitest';
import { encodeId } from '../src/platform/database/ids.ts';
import { who } from './actors.ts';
import { makeToken } from './cast.ts';
import { recommended, type Handle } from './deeds.ts';
import { startApp, type Asking, type TestApp } from './harness.ts';
import { guardedTables } from './sight.ts';

interface Person {
  id: string;
  employment: object | null;
  personal: object | null;
}

let app: TestApp;
let judged: Handle;
let directoryToken: string;
beforeAll(async () => {
  app = await startApp();
  judged = await recommended(app);
  directoryToken = (await makeToken(app, 'ASN_DIRECTORY_READ')).secret;
  // Wall 3 off.
  for (const table of await guardedTables(app.copy)) {
    await app.copy.sql(`alter table "${table}" no force row level security, disable row level security`);
  }
});
afterAll(() => app[Symbol.asyncDispose]());

async function everybody(asking: Asking): Promise<Person[]> {
  const rows = await app.copy.sql<{ id: string }>('select id from asn_profile order by id');
  const ids = rows.map(({ id }) => encodeId('asn', id));
  const query = `query ($ids: [ID!]!) { nodes(ids: $ids) {
    ... on AsnProfile { id employment { nip rank } personal { bornOn phone privateEmail } } } }`;
  const found: Person[] = [];
  for (let from = 0; from < ids.length; from += 50) {
    found.push(...(await app.data(query, { ids: ids.slice(from, from + 50) }, asking)).nodes);
  }
  expect(found).toHaveLength(ids.length);
  expect(found).not.toContain(null);
  return found;
}

const having = (people: Person[], group: 'employment' | 'personal') =>
  people
    .filter((person) => person[group] !== null)
    .map(({ id }) => id)
    .sort();

const profileOf = async (email: string): Promise<string[]> => {
  const { viewer } = await app.data('{ viewer { asnProfile { id } } }', {}, { as: email });
  return viewer.asnProfile ? [viewer.asnProfile.id] : [];
};

const { asn, secretariat, reviewer1, approver, university, admin } = who;

test.each([asn, secretariat, reviewer1, approver, university, admin])(
  'without row security, %s still reads personal data of nobody else',
  async (email) => {
    const people = await everybody({ as: email });
    const own = await profileOf(email);
    const chief = email === reviewer1 || email === approver || email === secretariat;
    expect(having(people, 'personal')).toEqual(own);
    if (!chief) expect(having(people, 'employment')).toEqual(own);
  },
);

test.each([
  ['anybody', () => ({})],
  ['a token', () => ({ token: directoryToken })],
])('without row security, %s still reads personal data of nobody', async (_, asking) => {
  const people = await everybody(asking());
  expect([having(people, 'employment'), having(people, 'personal')]).toEqual([[], []]);
});

test.each([who.supervisor, approver, secretariat, reviewer1])(
  'without row security, %s reads the employment of direct reports and the own, no more',
  async (email) => {
    const rows = await app.copy.sql<{ id: string }>(`
      select q.id from asn_profile q join position p on p.id = q.position_id
      join account a on a.email = '${email}' join asn_profile o on o.id = a.asn_profile_id
      where q.id = o.id or p.reports_to_id = o.position_id`);
    const expected = rows.map(({ id }) => encodeId('asn', id)).sort();
    expect(having(await everybody({ as: email }), 'employment')).toEqual(expected);
  },
);

test('without row security, HR reads them still, so that the tests above would see a leak', async () => {
  const people = await everybody({ as: who.hr });
  expect(having(people, 'personal')).toHaveLength(people.length);
  expect(having(people, 'employment')).toHaveLength(people.length);
});

test.each([university, asn, admin])(
  'without row security, the recommendation stays closed to %s',
  async (email) => {
    const { node } = await app.data(
      `{ node(id: "${judged.id}") { ... on Proposal { code desk recommendation { at } reviews { totalCount } } } }`,
      {},
      { as: email },
    );
    expect(node).toEqual({ code: node.code, recommendation: null, reviews: null, desk: null });
    expect(node.code).toMatch(/^USL-/);
  },
);

test('without row security, guarded lists stay closed', async () => {
  const lists = '{ accounts { totalCount } asnProfiles { totalCount } dashboard { asOf } }';
  const closed = { accounts: null, asnProfiles: null, dashboard: null };
  expect(await app.data(lists)).toEqual(closed);
  expect(await app.data(lists, {}, { as: university })).toEqual(closed);
  expect(await app.data('{ proposals { totalCount } }')).toEqual({ proposals: null });
});
