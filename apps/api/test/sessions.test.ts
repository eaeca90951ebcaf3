import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../src/config.ts';
import { silentLog } from '../src/platform/http/log.ts';
import { startServing } from '../src/start.ts';
import { who } from './actors.ts';
import { knock, MovableClock, personBehind } from './door.ts';
import { freshDatabase, startApp, TestApp } from './harness.ts';

const clock = new MovableClock();
let app: TestApp;
beforeAll(async () => void (app = await startApp({ clock })));
afterAll(() => app[Symbol.asyncDispose]());

const enter = async (email: string, ownDevice = false) => (await knock(app, { email, ownDevice })).cookie;
const signOut = (cookie: string) => app.post('/auth/sign-out', {}, { cookie });

test('each sign-in is a session of its own, and the others stay', async () => {
  const [first, second] = [await enter(who.university), await enter(who.university)];
  expect(first).not.toBe(second);
  expect([await personBehind(app, first), await personBehind(app, second)]).toEqual(
    Array(2).fill(who.university),
  );
});

test('signing in with the cookie of another session gives a new one', async () => {
  const planted = 'simpul=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
  const { cookie } = await knock(app, { email: who.university }, { cookie: planted });
  expect(cookie).not.toBe(planted);
  expect(await personBehind(app, planted)).toBeNull();
});

test('signing out ends this session, at once, and no other', async () => {
  const [here, elsewhere] = [await enter(who.secretariat), await enter(who.secretariat)];
  const response = await signOut(here);
  expect([response.status, response.headers.getSetCookie()]).toEqual([
    204,
    ['simpul=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0'],
  ]);
  expect(await personBehind(app, here)).toBeNull();
  expect(await personBehind(app, elsewhere)).toBe(who.secretariat);
  expect((await signOut(here)).status).toBe(204); // again is no error
});

test('a dead cookie is an anonymous viewer: no error, the public side, and no deeds', async () => {
  const headers = { cookie: 'simpul=RAHASIA-123' };
  const asked = await app.ask(
    '{ viewer { scopes } figures { positions } proposals { totalCount } }',
    {},
    { headers },
  );
  expect(asked.body).toEqual({
    data: { viewer: null, figures: { positions: expect.any(Number) }, proposals: null },
  });
  const deed = `mutation { noticeRead(input: { idempotencyKey: "6f1c9d2e-0000-4000-8000-000000000001", id: "x" }) {
      query { __typename } } }`;
  const { body } = await app.ask(deed, {}, { headers });
  expect(body.errors.map((error: { extensions: unknown }) => error.extensions)).toEqual([
    { code: 'UNAUTHENTICATED' },
  ]);
});

test('the database keeps the SHA-256 of a cookie and not the cookie', async () => {
  const secret = (await enter(who.asn)).replace('simpul=', '');
  const digest = createHash('sha256').update(secret).digest('hex');
  const rows = await app.copy.sql(`select * from session where secret_hash = '${digest}'`);
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(await app.copy.sql('select * from session'))).not.toContain(secret);
});

const staff = [who.secretariat, who.reviewer1, who.hr];

test.each(staff)('%s may leave a session alone for eight hours and not longer', async (email) => {
  const cookie = await enter(email);
  clock.forward({ hours: 7, minutes: 59 });
  expect(await personBehind(app, cookie)).toBe(email);
  const other = await enter(email);
  clock.forward({ hours: 8, minutes: 1 });
  expect(await personBehind(app, other)).toBeNull();
});

test.each([who.approver, who.admin])(
  '%s may leave a session alone for two hours and not longer',
  async (email) => {
    const cookie = await enter(email, true);
    clock.forward({ hours: 1, minutes: 59 });
    expect(await personBehind(app, cookie)).toBe(email);
    clock.forward({ hours: 2, minutes: 1 });
    expect(await personBehind(app, cookie)).toBeNull();
  },
);

test.each([...staff, who.approver])('%s is signed out after twelve hours, however busy', async (email) => {
  const cookie = await enter(email, true);
  for (let hour = 1; hour < 12; hour++) {
    clock.forward({ hours: 1 });
    expect([hour, await personBehind(app, cookie)]).toEqual([hour, email]);
  }
  clock.forward({ minutes: 59 });
  expect(await personBehind(app, cookie)).toBe(email);
  clock.forward({ minutes: 1, seconds: 1 });
  expect(await personBehind(app, cookie)).toBeNull();
});

test.each([who.university, who.asn])(
  '%s stays thirty days on an own device, and no longer',
  async (email) => {
    const { cookie, setCookie } = await knock(app, { email, ownDevice: true });
    expect(setCookie).toMatch(/; Max-Age=2592000$/);
    clock.forward({ days: 29, hours: 23 });
    expect(await personBehind(app, cookie)).toBe(email);
    clock.forward({ hours: 1, minutes: 1 });
    expect(await personBehind(app, cookie)).toBeNull();
  },
);

test.each([who.university, who.asn])('%s on any other device is as staff: eight hours', async (email) => {
  const { cookie, setCookie } = await knock(app, { email });
  expect(setCookie).not.toContain('Max-Age');
  clock.forward({ hours: 7, minutes: 59 });
  expect(await personBehind(app, cookie)).toBe(email);
  clock.forward({ hours: 8, minutes: 1 });
  expect(await personBehind(app, cookie)).toBeNull();
});

test('only a plain true makes a device an own one', async () => {
  for (const ownDevice of ['true', 1, {}, null]) {
    const credentials = { email: who.university, ownDevice } as never;
    expect((await knock(app, credentials)).setCookie).not.toContain('Max-Age');
  }
});

test('over https the cookie is bound to the host and to encryption', async () => {
  const copy = await freshDatabase();
  const config = readConfig({ PORT: '0', SIMPUL_SEED: 'none', PUBLIC_URL: 'https://simpul.example' });
  const serving = await startServing(config, copy.addresses, silentLog, clock);
  await using secure = new TestApp(serving, copy, config.dataDir);
  const { setCookie, cookie } = await knock(secure, { email: who.university });
  expect(setCookie).toMatch(/^__Host-simpul=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/);
  expect(await personBehind(secure, cookie)).toBe(who.university);
  expect(await personBehind(secure, cookie.replace('__Host-', ''))).toBeNull();

  const own = { origin: 'https://simpul.example' };
  expect((await knock(secure, { email: who.university }, own)).status).toBe(204);
  expect((await knock(secure, { email: who.university }, { origin: 'http://simpul.example' })).status).toBe(
    403,
  );
});
