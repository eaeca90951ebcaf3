import { afterAll, beforeAll, expect, test } from 'vitest';
import { encodeId } from '../src/platform/database/ids.ts';
import { who } from './actors.ts';
import { needAndCompetency } from './deeds.ts';
import { fingerprint } from './fingerprint.ts';
import { startApp, type Asking, type TestApp } from './harness.ts';
import { inputs, nobodys } from './mutations.ts';

const tables: Record<string, string> = {
  acc: 'account',
  asn: 'asn_profile',
  joi: 'partner_join',
  mem: 'partner_membership',
  ned: 'need',
  ntc: 'notice',
  prp: 'proposal',
  prv: 'proposal_revision',
  ptn: 'partner',
  rev: 'review',
  rol: 'role_assignment',
  tok: 'api_token',
  trn: 'transition',
};

/** What each viewer must not find, by prefix: at least one row of each is there and hidden. */
const hiddenFrom: Record<string, string[]> = {
  anonymous: ['acc', 'asn', 'joi', 'mem', 'ned', 'ntc', 'prp', 'prv', 'ptn', 'rev', 'rol', 'tok', 'trn'],
  token: ['acc', 'asn', 'joi', 'mem', 'ned', 'ntc', 'prp', 'prv', 'ptn', 'rev', 'rol', 'tok', 'trn'],
  [who.university]: ['acc', 'asn', 'mem', 'ned', 'ntc', 'prp', 'prv', 'ptn', 'rev', 'rol', 'tok', 'trn'],
  [who.secretariat]: ['acc', 'joi', 'ntc', 'prp', 'rol'],
  [who.reviewer1]: ['acc', 'joi', 'ntc', 'prp', 'rev', 'rol', 'tok'],
  [who.approver]: ['acc', 'joi', 'ntc', 'prp', 'rol', 'tok'],
  [who.hr]: ['acc', 'joi', 'ntc', 'prp', 'rev', 'rol', 'tok'],
  [who.asn]: ['acc', 'joi', 'mem', 'ned', 'ntc', 'prp', 'prv', 'ptn', 'rev', 'rol', 'tok', 'trn'],
  [who.supervisor]: ['acc', 'joi', 'mem', 'ned', 'ntc', 'prp', 'prv', 'ptn', 'rev', 'rol', 'tok', 'trn'],
  [who.admin]: ['joi', 'ntc', 'prp', 'prv', 'rev', 'trn'],
};

let app: TestApp;
let token: string;
let before: Record<string, string>;
const all: Record<string, string[]> = {};
beforeAll(async () => {
  app = await startApp();
  const { unitId } = await needAndCompetency(app);
  const expiresOn = new Date(Date.now() + 86_400_000 * 30).toISOString().slice(0, 10);
  const input = { label: 'Kebutuhan', scopes: ['NEED_READ'], orgUnitId: unitId, expiresOn };
  token = (await app.mutate('tokenCreate', input, { as: who.secretariat })).secret;
  for (const [prefix, table] of Object.entries(tables)) {
    const rows = await app.copy.sql<{ id: string }>(`select id from ${table} order by id`);
    all[prefix] = rows.map(({ id }) => encodeId(prefix, id));
  }
  for (const email of Object.keys(hiddenFrom)) if (email.includes('@')) await app.cookie(email);
  before = await fingerprint(app.copy);
});
afterAll(async () => {
  const after = await fingerprint(app.copy);
  expect({ ...after, api_token: '' }).toEqual({ ...before, api_token: '' }); // its last use is noted
  await app[Symbol.asyncDispose]();
});

const askingAs = (viewer: string): Asking =>
  viewer === 'anonymous' ? {} : viewer === 'token' ? { token } : { as: viewer };

/** The first thing of this sort that the viewer does not see; fails when there is none. */
async function hidden(viewer: string, prefix: string): Promise<string> {
  const ids = all[prefix]!.slice(0, 100);
  const { nodes } = await app.data(
    'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
    { ids },
    askingAs(viewer),
  );
  const id = ids.find((_, index) => nodes[index] === null);
  if (!id) throw new Error(`${viewer} sees every ${tables[prefix]}`);
  return id;
}

/** What the reader has left of the own budget, which falls with each request. */
const SPENT = /("cost":\{"cost":\d+,"limit":\d+),"remaining":\d+,"resetAt":"[^"]*"/;

/** Everything that leaves the house: status, body to the byte, and headers but the date. */
async function answerTo(viewer: string, query: string, variables: Record<string, unknown>) {
  const headers: Record<string, string> = {};
  const { as, token: bearer } = askingAs(viewer);
  if (as) headers.cookie = await app.cookie(as);
  if (bearer) headers.authorization = `Bearer ${bearer}`;
  const response = await app.post('/graphql', { query, variables }, headers);
  const said = [...response.headers].filter(([name]) => name !== 'date');
  const text = (await response.text()).replace(SPENT, '$1');
  return { status: response.status, headers: said, text };
}

/** Ways to ask for one thing of a sort by its id. */
const ways: Record<string, string[]> = {
  ned: [
    'need(by: { id: $id }) { id code title }',
    'proposals(filter: { need: [$id] }) { totalCount nodes { id } }',
  ],
  prp: ['proposal(by: { id: $id }) { id code title draft { title } }'],
  ptn: ['proposals(filter: { partner: [$id] }) { totalCount nodes { id } }'],
};

/** Mutations that name one, with the place of the id. */
const deeds: Record<string, [string, (id: string) => Record<string, unknown>][]> = {
  ned: [
    ['needTransition', (id) => ({ id })],
    ['proposalCreate', (needId) => ({ needs: [{ needId }] })],
  ],
  prp: [
    ['proposalUpdate', (id) => ({ id })],
    ['proposalTransition', (id) => ({ id })],
    ['proposalLinkNeeds', (id) => ({ id })],
    ['reviewSubmit', (proposalId) => ({ proposalId })],
  ],
  ptn: [
    ['proposalCreate', (partnerId) => ({ partnerId })],
    ['partnerUpdate', (id) => ({ id })],
    ['partnerAnswer', (partnerId) => ({ partnerId })],
    ['partnerAsk', (partnerId) => ({ partnerId })],
    ['partnerInvite', (partnerId) => ({ partnerId })],
  ],
  tok: [['tokenRevoke', (id) => ({ id })]],
  ntc: [['noticeRead', (id) => ({ id })]],
  acc: [
    ['accountSendLink', (accountId) => ({ accountId })],
    ['accountPrintCode', (accountId) => ({ accountId })],
    ['accountClose', (accountId) => ({ accountId })],
    ['accountReopen', (accountId) => ({ accountId })],
    ['roleGrant', (accountId) => ({ accountId })],
  ],
  asn: [['asnPrintCode', (asnProfileId) => ({ asnProfileId })]],
  rol: [
    ['roleConfirm', (roleId) => ({ roleId })],
    ['roleEnd', (roleId) => ({ roleId })],
  ],
  joi: [['partnerJoinAnswer', (joinId) => ({ joinId })]],
  mem: [['partnerRemove', (membershipId) => ({ membershipId })]],
};

const viewers = Object.keys(hiddenFrom);

test.each(viewers)('to %s a thing of others reads as one that is not there, by the byte', async (viewer) => {
  for (const prefix of hiddenFrom[viewer]!) {
    const [theirs, none] = [await hidden(viewer, prefix), nobodys(prefix)];
    const fields = ['node(id: $id) { __typename id }', 'nodes(ids: [$id]) { id }', ...(ways[prefix] ?? [])];
    for (const field of fields) {
      const query = `query ($id: ID!) { ${field} }`;
      const asked = await answerTo(viewer, query, { id: theirs });
      expect(asked, `${prefix} ${field}`).toEqual(await answerTo(viewer, query, { id: none }));
      expect(asked.status).toBe(200);
    }
  }
});

test.each(viewers)(
  '%s can do nothing to a thing of others, and does not learn that it is there',
  async (viewer) => {
    for (const prefix of hiddenFrom[viewer]!) {
      for (const [name, at] of deeds[prefix] ?? []) {
        const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`;
        const query = `mutation ($input: ${type}) {
          ${name}(input: $input) { errors { __typename code message path } } }`;
        const idempotencyKey = '6f1c9d2e-0000-4000-8000-000000000001';
        const send = (id: string) =>
          answerTo(viewer, query, { input: { idempotencyKey, ...inputs[name], ...at(id) } });
        const asked = await send(await hidden(viewer, prefix));
        expect(asked, `${prefix} ${name}`).toEqual(await send(nobodys(prefix)));
        expect(asked.text).toMatch(/NOT_FOUND|FORBIDDEN|UNAUTHENTICATED/);
      }
    }
  },
);

test('the code of a thing of others is as good as none', async () => {
  const codes = await app.copy.sql<{ need: string; proposal: string }>(`
    select (select code from need where published_at is null limit 1) as need,
      (select code from proposal where submitted_at is null
        and partner_id <> (select id from partner where name = 'Universitas Contoh Kupang') limit 1) as proposal`);
  const [{ need, proposal }] = codes as [{ need: string; proposal: string }];
  expect([need, proposal]).toEqual([expect.stringMatching(/^KBT-/), expect.stringMatching(/^USL-/)]);
  const query = `query ($need: String!, $proposal: String!) {
    need(by: { code: $need }) { id } proposal(by: { code: $proposal }) { id } }`;
  for (const viewer of ['anonymous', 'token', who.university, who.asn]) {
    const asked = await answerTo(viewer, query, { need, proposal });
    expect(asked).toEqual(
      await answerTo(viewer, query, { need: 'KBT-1999-0001', proposal: 'USL-1999-0001' }),
    );
    expect(asked.text).toMatch(/^\{"data":{"need":null,"proposal":null\}[,}]/);
  }
});

test('sorts that are public hide nothing, so none is left out here', async () => {
  const prefixes = ['unt', 'pos', 'dty', 'cmp', 'std', ...Object.keys(tables)];
  const query = '{ __type(name: "Node") { possibleTypes { name } } }';
  const { __type } = await app.data(query, {}, { as: who.admin });
  expect(__type.possibleTypes).toHaveLength(prefixes.length);
});
