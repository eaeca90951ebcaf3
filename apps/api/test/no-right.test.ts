import { afterAll, beforeAll, expect, test } from 'vitest';
import { who } from './actors.ts';
import { needAndCompetency } from './deeds.ts';
import { fingerprint } from './fingerprint.ts';
import { startApp, type Asking, type TestApp } from './harness.ts';
import { inputs, send } from './mutations.ts';

let app: TestApp;
let before: Record<string, string>;
let token: string;
beforeAll(async () => {
  app = await startApp();
  const { unitId } = await needAndCompetency(app);
  const expiresOn = new Date(Date.now() + 86_400_000 * 30).toISOString().slice(0, 10);
  const scopes = ['SCHEMA_READ', 'AGGREGATE_READ', 'NEED_READ', 'PROGRAMME_READ', 'PROPOSAL_READ'];
  const everything = [...scopes, 'ASN_DIRECTORY_READ', 'WEBHOOK_MANAGE'];
  const input = { label: 'Segalanya', scopes: everything, orgUnitId: unitId, expiresOn };
  token = (await app.mutate('tokenCreate', input, { as: who.secretariat })).secret;
  before = await fingerprint(app.copy);
});
afterAll(async () => {
  const after = await fingerprint(app.copy);
  expect({ ...after, api_token: '' }).toEqual({ ...before, api_token: '' }); // its last use is noted
  await app[Symbol.asyncDispose]();
});

const names = Object.keys(inputs);

test('every mutation of the schema is tried here', async () => {
  const query = '{ __schema { mutationType { fields { name } } } }';
  const { __schema } = await app.data(query, {}, { as: who.university });
  const all = __schema.mutationType.fields.map(({ name }: { name: string }) => name);
  expect(all.sort()).toEqual([...names].sort());
});

/** Status, data and the codes of what a mutation is answered with. */
async function outcome(name: string, asking: Asking) {
  const { status, body } = await send(app, name, inputs[name]!, asking);
  const codes = body.errors?.map((error: { extensions: { code: string } }) => error.extensions.code);
  return { status, data: body.data, codes };
}

test.each(names)('%s by nobody is UNAUTHENTICATED', async (name) => {
  expect(await outcome(name, {})).toEqual({
    status: 200,
    data: { [name]: null },
    codes: ['UNAUTHENTICATED'],
  });
});

test.each(names)('%s by a token with every scope is FORBIDDEN', async (name) => {
  expect(await outcome(name, { token })).toEqual({
    status: 200,
    data: { [name]: null },
    codes: ['FORBIDDEN'],
  });
});

const forEverybody = ['proposalTransition', 'tokenRevoke', 'noticeRead', 'partnerRegister', 'partnerAsk'];
const forPartners = ['partnerUpdate', 'partnerJoinAnswer', 'partnerInvite', 'partnerRemove'];
const forAdmins = [
  ...['accountCreate', 'accountSendLink', 'accountPrintCode', 'accountClose', 'accountReopen'],
  ...['roleGrant', 'roleConfirm', 'roleEnd'],
  ...['orgUnitCreate', 'orgUnitUpdate', 'positionCreate', 'positionUpdate'],
];
const writesNeeds = ['needCreate', 'needTransition'];
const isStaff = ['proposalLinkNeeds', 'tokenCreate'];
const permitted: Record<string, string[]> = {
  [who.university]: ['proposalCreate', 'proposalUpdate', ...forPartners],
  [who.secretariat]: [...writesNeeds, ...isStaff, 'partnerAnswer'],
  [who.reviewer1]: [...isStaff, 'reviewSubmit'],
  [who.approver]: isStaff,
  [who.hr]: [...writesNeeds, ...isStaff, 'asnPrintCode'],
  [who.asn]: [],
  [who.supervisor]: [],
  [who.admin]: forAdmins,
};

test.each(Object.keys(permitted))('%s may not even try what is not the own role', async (email) => {
  const forbidden = [];
  for (const name of names) {
    const { codes, data } = await outcome(name, { as: email });
    if (codes) forbidden.push(name);
    if (codes) expect([codes, data]).toEqual([['FORBIDDEN'], { [name]: null }]);
  }
  const mayTry = [...forEverybody, ...permitted[email]!];
  expect(forbidden).toEqual(names.filter((name) => !mayTry.includes(name)));
});

const guarded = `{ accounts { totalCount } dashboard { minimumGroupSize } asnProfiles { totalCount }
    proposals { totalCount } viewer { scopes } }`;

test('without a role or a session a query gets null and no error', async () => {
  expect((await app.ask(guarded)).body).toEqual({
    data: { accounts: null, dashboard: null, asnProfiles: null, proposals: null, viewer: null },
  });
  const { body } = await app.ask(guarded, {}, { as: who.asn });
  expect([body.errors, body.data.accounts, body.data.dashboard]).toEqual([undefined, null, null]);
  const admin = await app.ask(guarded, {}, { as: who.admin });
  expect([admin.body.errors, admin.body.data.dashboard]).toEqual([undefined, null]);
  expect(admin.body.data.accounts.totalCount).toBeGreaterThan(0);
});
