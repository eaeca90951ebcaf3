import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { wordsFor } from '../src/platform/words.ts';
import { who } from './actors.ts';
import { knock, MovableClock, personBehind } from './door.ts';
import { startApp, type TestApp } from './harness.ts';

const clock = new MovableClock();
let app: TestApp;
beforeAll(async () => void (app = await startApp({ clock, rateFactor: 1 })));
afterAll(() => app[Symbol.asyncDispose]());
beforeEach(async () => {
  // Whoever signs in from an address clears its count; nobody stays locked out for longer than half a minute.
  clock.forward({ minutes: 1 });
  expect((await knock(app, { email: who.admin })).status).toBe(204);
});

const refusal = (message: string, path: string[]) => ({ errors: [{ code: 'INVALID', message, path }] });
const wrong = refusal(wordsFor('problem_sign_in_wrong', 'id'), ['input', 'password']);
const tooSoon = (seconds: number) =>
  refusal(wordsFor('problem_sign_in_too_soon', 'id', { seconds }), ['input']);

test('the right password opens: 204, no body, and a cookie for this host alone', async () => {
  const entry = await knock(app, { email: who.university });
  expect([entry.status, entry.text]).toEqual([204, '']);
  expect(entry.setCookie).toMatch(/^simpul=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
  expect(await personBehind(app, entry.cookie)).toBe(who.university);
});

test('an address is the same in capitals and with blanks around it', async () => {
  const entry = await knock(app, { email: `  ${who.university.toUpperCase()} ` });
  expect(await personBehind(app, entry.cookie)).toBe(who.university);
});

test('a wrong password and an account that is not there are answered alike', async () => {
  const known = await knock(app, { email: who.university, password: 'salah' });
  const unknown = await knock(app, { email: 'tidak-ada@univ.contoh', password: 'salah' });
  const rightForOthers = await knock(app, { email: 'tidak-ada@univ.contoh' });
  expect(JSON.parse(known.text)).toEqual(wrong);
  expect(known).toMatchObject({ status: 401, setCookie: '', retryAfter: null });
  expect([unknown, rightForOthers]).toEqual([known, known]);
});

test.each([
  ['nothing', {}],
  ['no password', { email: who.university }],
  ['an empty password', { email: who.university, password: '' }],
  ['numbers', { email: 7, password: 7 }],
  ['a list', { email: [who.university], password: ['simpul-demo'] }],
  ['a text without end', { email: who.university, password: 'x'.repeat(321) }],
  ['NUL', { email: `${who.university}\0`, password: 'simpul-demo' }],
  ['half a character', { email: '\ud800@univ.contoh', password: '\ud800' }],
])('%s instead of credentials is answered as a wrong password', async (_, body) => {
  const response = await app.post('/auth/sign-in', body);
  expect([response.status, await response.json()]).toEqual([401, wrong]);
});

test('the door takes JSON alone, and not much of it', async () => {
  const send = (type: string, body: string) => app.post('/auth/sign-in', body, { 'content-type': type });
  const form = new URLSearchParams({ email: who.university, password: 'simpul-demo' }).toString();
  expect((await send('application/x-www-form-urlencoded', form)).status).toBe(415);
  expect((await send('text/plain', '{}')).status).toBe(415);
  expect((await send('application/json', JSON.stringify({ email: 'x'.repeat(9000) }))).status).toBe(413);
});

test('a body that is no JSON is refused without a word of it', async () => {
  const response = await app.post('/auth/sign-in', '{"email":"a","password":RAHASIA-123}');
  expect(response.status).toBe(400);
  expect(await response.text()).not.toContain('RAHASIA');
});

test('the delay grows with each failure, doubling up to half a minute, and tells how long', async () => {
  const email = who.ngo;
  const attempt = () => knock(app, { email, password: 'salah' });
  for (let i = 0; i < 4; i++) expect((await attempt()).status).toBe(401);
  for (const seconds of [1, 2, 4, 8, 16, 30, 30]) {
    const early = await attempt();
    expect([early.status, early.retryAfter]).toEqual([429, String(seconds)]);
    expect(JSON.parse(early.text)).toEqual(tooSoon(seconds));
    clock.forward({ seconds });
    expect((await attempt()).status).toBe(401);
  }
});

test('during the delay the right password waits too, then it opens and the count is forgotten', async () => {
  const email = who.polytechnic;
  for (let i = 0; i < 4; i++) await knock(app, { email, password: 'salah' });
  expect((await knock(app, { email })).status).toBe(429);
  clock.forward({ seconds: 1 });
  expect((await knock(app, { email })).status).toBe(204);
  for (let i = 0; i < 4; i++) expect((await knock(app, { email, password: 'salah' })).status).toBe(401);
});

test('attempts during the delay do not make it longer: there is no lock', async () => {
  const email = who.asn;
  for (let i = 0; i < 20; i++) await knock(app, { email, password: 'salah' });
  clock.forward({ seconds: 30 });
  expect((await knock(app, { email })).status).toBe(204);
});

test('twenty wrong attempts at once gain no more than one after the other', async () => {
  const attempts = await Promise.all(
    Array.from({ length: 20 }, (_, i) => knock(app, { email: who.supervisor, password: `salah${i}` })),
  );
  const statuses = attempts.map(({ status }) => status).sort();
  expect(statuses).toEqual([...Array(4).fill(401), ...Array(16).fill(429)]);
  const delays = attempts.filter(({ status }) => status === 429).map(({ retryAfter }) => retryAfter);
  expect(new Set(delays)).toEqual(new Set(['1']));
});

test('an account that is not there is delayed as one that is', async () => {
  const asked = async (email: string) => {
    const statuses = [];
    for (let i = 0; i < 6; i++) statuses.push((await knock(app, { email, password: 'salah' })).status);
    return statuses;
  };
  expect(await asked('hantu@univ.contoh')).toEqual(await asked(who.hr));
});

test('an address that guesses at many accounts is delayed as well', async () => {
  const statuses = [];
  for (let i = 0; i < 22; i++) {
    statuses.push((await knock(app, { email: `nama${i}@univ.contoh`, password: 'salah' })).status);
  }
  expect(statuses).toEqual([...Array(20).fill(401), 429, 429]);
  clock.forward({ seconds: 30 });
  expect((await knock(app, { email: who.university })).status).toBe(204);
});

test('what is kept of failures names neither account nor address', async () => {
  await knock(app, { email: who.reviewer1, password: 'RAHASIA-123' });
  const rows = await app.copy.sql('select * from sign_in_failure');
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toMatch(/contoh|127\.0\.0\.1|RAHASIA/);
});
