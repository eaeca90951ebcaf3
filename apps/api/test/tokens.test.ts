import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { who } from './actors.ts';
import { MovableClock } from './door.ts';
import { startApp, type TestApp } from './harness.ts';

const clock = new MovableClock();
let app: TestApp;
let unitId: string;
let cityId: string;
beforeAll(async () => {
  app = await startApp({ clock });
  const { viewer } = await app.data(
    '{ viewer { roles { orgUnit { id parent { id } } } } }',
    {},
    { as: who.secretariat },
  );
  unitId = viewer.roles[0].orgUnit.id;
  cityId = viewer.roles[0].orgUnit.parent.id;
});
afterAll(() => app[Symbol.asyncDispose]());

const inDays = (days: number) => {
  const then = new Date(clock.now().getTime() + days * 86_400_000);
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Makassar', dateStyle: 'short' }).format(then);
};

const make = (more: Record<string, unknown> = {}, email: string = who.secretariat) =>
  app.mutate(
    'tokenCreate',
    { label: 'Dasbor', scopes: ['NEED_READ'], orgUnitId: unitId, expiresOn: inDays(30), ...more },
    { as: email },
  );

const codes = (payload: { errors: { code: string; path: string[] }[] }) =>
  payload.errors.map(({ code, path }) => [code, path.join('.')]);

/** Status and body of a plain question with this token. */
async function ask(token: string, query = '{ viewer { scopes account { id } } }') {
  const { status, body } = await app.ask(query, {}, { token });
  return { status, body };
}

const dead = {
  status: 401,
  body: {
    errors: [
      { message: 'The token is unknown, expired or revoked', extensions: { code: 'UNAUTHENTICATED' } },
    ],
  },
};
const alive = (...scopes: string[]) => ({
  status: 200,
  body: { data: { viewer: { scopes, account: null } } },
});

test('a token is shown once: the same deed again names it, without its secret', async () => {
  const idempotencyKey = randomUUID();
  const first = await make({ idempotencyKey });
  expect(first).toMatchObject({ errors: [], secret: expect.stringMatching(/^smp_[0-9a-f]{32}_[\w-]{43}$/) });
  expect(await make({ idempotencyKey })).toEqual({ ...first, secret: null });
  expect(await ask(first.secret)).toEqual(alive('NEED_READ'));
});

test('the database keeps the SHA-256 of the secret, and nowhere the secret', async () => {
  const { secret } = await make();
  const random = secret.split('_').slice(2).join('_');
  const digest = createHash('sha256').update(random).digest('hex');
  expect(
    await app.copy.sql(`select secret_hash from api_token where secret_hash = '${digest}'`),
  ).toHaveLength(1);
  for (const table of ['api_token', 'idempotency_key', 'audit.audit_entry', 'pgboss.job']) {
    expect(JSON.stringify(await app.copy.sql(`select * from ${table}`)), table).not.toContain(random);
  }
});

test('the own tokens are listed without secrets, with their last use', async () => {
  const { token, secret } = await make({ label: 'Yang dipakai' });
  await ask(secret);
  const query = '{ viewer { tokens { id label scopes lastUsedAt revokedAt orgUnit { id } } } }';
  const { viewer } = await app.data(query, {}, { as: who.secretariat });
  expect(viewer.tokens.find(({ id }: { id: string }) => id === token.id)).toEqual({
    id: token.id,
    label: 'Yang dipakai',
    scopes: ['NEED_READ'],
    lastUsedAt: expect.stringMatching(/Z$/),
    revokedAt: null,
    orgUnit: { id: unitId },
  });
});

test('a token that never was, or is cut, changed or garbage, is 401, and all alike', async () => {
  const { secret } = await make();
  const [, id, random] = /^smp_([0-9a-f]{32})_(.{43})$/.exec(secret)!;
  const bad = [
    `smp_${'0'.repeat(32)}_${random}`,
    `smp_${id}_${'A'.repeat(43)}`,
    `smp_${id}_${random!.slice(0, -1)}`,
    `smp_${id}_`,
    `smp_${id!.toUpperCase()}_${random}`,
    secret.slice(0, -4),
    `${secret}x`,
    'smp_',
    "'; drop table account; --",
    'null',
    'x'.repeat(4000),
  ];
  for (const token of bad) expect(await ask(token), token).toEqual(dead);
  expect(await ask(secret)).toEqual(alive('NEED_READ'));
});

test.each(['', 'Bearer', 'Bearer  ', 'Basic c2VrcmV0YXJpYXQ6eA==', 'Token abc', 'Bearer a b'])(
  'the header "Authorization: %s" is no token: 401, never an anonymous answer',
  async (authorization) => {
    const { status, body } = await app.ask('{ figures { positions } }', {}, { headers: { authorization } });
    expect({ status, body }).toEqual(dead);
  },
);

test('a revoked token is 401 at once, and revoking again changes nothing', async () => {
  const { token, secret } = await make();
  const revoke = () => app.mutate('tokenRevoke', { id: token.id }, { as: who.secretariat });
  const first = await revoke();
  expect(first).toMatchObject({
    errors: [],
    secret: null,
    token: { revokedAt: expect.stringMatching(/Z$/) },
  });
  expect(await ask(secret)).toEqual(dead);
  clock.forward({ minutes: 5 });
  expect(await revoke()).toEqual(first);
});

test('an administrator revokes any token, others only their own', async () => {
  const { token, secret } = await make();
  for (const email of [who.hr, who.reviewer1, who.university, who.approver]) {
    const payload = await app.mutate('tokenRevoke', { id: token.id }, { as: email });
    expect([payload.token, codes(payload)]).toEqual([null, [['NOT_FOUND', 'input.id']]]);
  }
  expect(await ask(secret)).toEqual(alive('NEED_READ'));
  expect(codes(await app.mutate('tokenRevoke', { id: token.id }, { as: who.admin }))).toEqual([]);
  expect(await ask(secret)).toEqual(dead);
});

test('what a scope does not name is null, and no error', async () => {
  const query = '{ dashboard { minimumGroupSize } asnProfiles { totalCount } accounts { totalCount } }';
  const { secret: narrow } = await make({ scopes: ['NEED_READ'] });
  expect(await ask(narrow, query)).toEqual({
    status: 200,
    body: { data: { dashboard: null, asnProfiles: null, accounts: null } },
  });
  const { secret: wide } = await make({ scopes: ['AGGREGATE_READ', 'ASN_DIRECTORY_READ'] });
  const { body } = await ask(wide, query);
  expect([body.errors, body.data.accounts]).toEqual([undefined, null]);
  expect(body.data.dashboard.minimumGroupSize).toBe(5);
  expect(body.data.asnProfiles.totalCount).toBeGreaterThan(0);
});

test('the schema is for tokens with SCHEMA_READ', async () => {
  const query = '{ __schema { queryType { name } } }';
  const { secret: without } = await make({ scopes: ['AGGREGATE_READ'] });
  const refused = await ask(without, query);
  expect(refused.body.errors.map((error: { extensions: unknown }) => error.extensions)).toEqual([
    { code: 'FORBIDDEN' },
  ]);
  expect(refused.body.data).toBeUndefined();
  const { secret: within } = await make({ scopes: ['SCHEMA_READ'] });
  expect(await ask(within, query)).toEqual({
    status: 200,
    body: { data: { __schema: { queryType: { name: 'Query' } } } },
  });
});

test('no scope shows what belongs to persons', async () => {
  const scopes = ['AGGREGATE_READ', 'NEED_READ', 'PROPOSAL_READ', 'ASN_DIRECTORY_READ'];
  const { secret } = await make({ scopes });
  const query = `{ asnProfiles(first: 50) { nodes { displayName employment { nip } personal { phone } reports
    { totalCount } } } viewer { account { email } asnProfile { id } roles { role } tokens { id }
    notices { totalCount } partnerMemberships { id } } }`;
  const { body } = await ask(secret, query);
  expect(body.errors).toBeUndefined();
  expect(body.data.viewer).toEqual({
    account: null,
    asnProfile: null,
    roles: [],
    tokens: [],
    notices: null,
    partnerMemberships: [],
  });
  expect(body.data.asnProfiles.nodes.length).toBeGreaterThan(10);
  const groups = body.data.asnProfiles.nodes.map(
    ({ displayName: _, ...rest }: Record<string, unknown>) => rest,
  );
  expect(new Set(groups.map((one: unknown) => JSON.stringify(one)))).toEqual(
    new Set([JSON.stringify({ employment: null, personal: null, reports: null })]),
  );
});

test.each([
  ['today', 0],
  ['yesterday', -1],
  ['in 366 days', 366],
  ['in ten years', 3650],
])('a token that would end %s is refused', async (_, days) => {
  const payload = await make({ expiresOn: inDays(days) });
  expect([payload.token, payload.secret, codes(payload)]).toEqual([
    null,
    null,
    [['INVALID', 'input.expiresOn']],
  ]);
});

test('a token may live a year, or until tomorrow, or have every scope twice', async () => {
  for (const expiresOn of [inDays(1), inDays(365)]) expect(codes(await make({ expiresOn }))).toEqual([]);
  const { token } = await make({ scopes: ['NEED_READ', 'NEED_READ', 'AGGREGATE_READ'] });
  expect(token.scopes).toEqual(['NEED_READ', 'AGGREGATE_READ']);
});

test('a reviewer makes no token, and nobody makes one for a unit above the own', async () => {
  const notPermitted = [null, null, [['NOT_PERMITTED', '']]];
  const byReviewer = await make({}, who.reviewer1);
  expect([byReviewer.token, byReviewer.secret, codes(byReviewer)]).toEqual(notPermitted);
  const forCity = await make({ orgUnitId: cityId });
  expect([forCity.token, forCity.secret, codes(forCity)]).toEqual(notPermitted);
});

test('a token has a name and a scope', async () => {
  expect(codes(await make({ label: ' x ', scopes: [] }))).toEqual([
    ['INVALID', 'input.label'],
    ['REQUIRED', 'input.scopes'],
  ]);
  expect(codes(await make({ label: 'x'.repeat(81) }))).toEqual([['TOO_LONG', 'input.label']]);
});

const dayBefore = `(select current_date - 1)`;

test('with the role of its maker a token goes, even one that is bound below', async () => {
  const { secret } = await make({ scopes: ['AGGREGATE_READ'] }, who.approver);
  expect(await ask(secret)).toEqual(alive('AGGREGATE_READ'));
  await app.copy.sql(`update role_assignment set until = ${dayBefore}
    where account_id = (select id from account where email = '${who.approver}')`);
  expect(await ask(secret)).toEqual(dead);
});

test('a token holds through its last day in Kupang and not an instant longer', async () => {
  const { secret, token } = await make({ expiresOn: inDays(1) });
  const query = '{ viewer { tokens { id expiresAt } } }';
  const { viewer } = await app.data(query, {}, { as: who.secretariat });
  const { expiresAt } = viewer.tokens.find(({ id }: { id: string }) => id === token.id);
  expect(expiresAt).toBe(`${inDays(1)}T16:00:00.000Z`);
  const left = Math.floor((Date.parse(expiresAt) - clock.now().getTime()) / 1000);
  clock.forward({ seconds: left - 30 });
  expect(await ask(secret)).toEqual(alive('NEED_READ'));
  clock.forward({ seconds: 31 });
  expect(await ask(secret)).toEqual(dead);
});
