import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { who } from './actors.ts';
import { jobsAreDone, makeToken } from './cast.ts';
import { submitted } from './deeds.ts';
import { knock, MovableClock, personBehind } from './door.ts';
import { startApp, type TestApp } from './harness.ts';
import { letters, letterTo } from './letters.ts';

const as = who.admin;
const email = 'baru@alak.contoh';
const password = 'lontar sasando komodo';

let clock: MovableClock;
let app: TestApp;
beforeEach(async () => {
  clock = new MovableClock();
  app = await startApp({ clock });
});
afterEach(() => app[Symbol.asyncDispose]());

const make = async (address = email): Promise<{ id: string; state: string }> =>
  (await app.mutate('accountCreate', { displayName: 'Orang Baru', email: address }, { as })).account;

const setPassword = async (code: string, chosen = password, headers = {}) => {
  const response = await app.post('/auth/password', { code, password: chosen }, headers);
  return { status: response.status, text: await response.text() };
};

const idOf = async (address: string): Promise<string> => {
  const { accounts } = await app.data(
    'query ($q: String) { accounts(search: $q) { nodes { id } } }',
    { q: address },
    { as },
  );
  return accounts.nodes[0].id;
};

const stateOf = async (id: string): Promise<string> =>
  (await app.data('query ($id: ID!) { node(id: $id) { ... on Account { state } } }', { id }, { as })).node
    .state;

describe('an invitation', () => {
  test('brings a link with which the owner sets a password, once, and signs in', async () => {
    const { id, state } = await make();
    expect(state).toBe('INVITED');
    expect((await knock(app, { email, password })).status).toBe(401);
    const { code, subject, messageId } = await letterTo(app, email);
    expect(subject).toBe('Aktifkan akun Simpul Anda');
    expect(messageId).toMatch(/^<[0-9a-f-]{36}@simpul>$/);
    expect(await setPassword(code)).toEqual({ status: 204, text: '' });
    expect(await stateOf(id)).toBe('ACTIVE');
    const { cookie } = await knock(app, { email, password });
    expect(await personBehind(app, cookie)).toBe(email);
    expect((await setPassword(code, 'rumput basah di pagi hari')).status).toBe(422);
  });

  test('stays open while the chosen password is refused', async () => {
    await make();
    const { code } = await letterTo(app, email);
    const { status, text } = await setPassword(code, 'orang baru alak');
    expect(status).toBe(422);
    expect(JSON.parse(text).errors).toMatchObject([{ code: 'INVALID', path: ['input', 'password'] }]);
    expect((await setPassword(code)).status).toBe(204);
  });

  test('holds seven days', async () => {
    await make();
    const { code } = await letterTo(app, email);
    clock.forward({ days: 7 });
    expect((await setPassword(code)).status).toBe(422);
  });

  test('is used up by one of twenty who come at once', async () => {
    await make();
    const { code } = await letterTo(app, email);
    const results = await Promise.all(Array.from({ length: 20 }, () => setPassword(code)));
    expect(results.filter(({ status }) => status === 204)).toHaveLength(1);
  });

  test('to an address that has an account is refused by the name of the field', async () => {
    await make();
    const input = { displayName: 'Orang Lain', email: email.toUpperCase() };
    const { account, errors } = await app.mutate('accountCreate', input, { as });
    expect(account).toBeNull();
    expect(errors).toMatchObject([{ code: 'DUPLICATE', path: ['input', 'email'] }]);
  });

  test('sent twice under one key makes one account and one letter', async () => {
    const input = { idempotencyKey: crypto.randomUUID(), displayName: 'Orang Baru', email };
    const [one, two] = await Promise.all([0, 1].map(() => app.mutate('accountCreate', input, { as })));
    expect(one.account).toEqual(two.account);
    await letterTo(app, email);
    await jobsAreDone(app);
    expect(await letters(app)).toHaveLength(1);
  });

  test('is never written where the deed was refused', async () => {
    await app.mutate('accountCreate', { displayName: '', email: 'bukan alamat' }, { as });
    await jobsAreDone(app);
    expect(await app.copy.sql('select * from letter')).toEqual([]);
  });

  test('leaves no code in the database, in a letter that waits or in a job', async () => {
    await make();
    const { code } = await letterTo(app, email);
    const everything = await app.copy.sql<{ row: string }>(`
      select l::text as row from letter l union all select c::text from one_time_code c
      union all select j::text from pgboss.job j union all select a::text from audit.audit_entry a`);
    const written = everything.map(({ row }) => row).join('\n');
    expect(written).not.toContain(code);
    expect(written).not.toContain(code.replaceAll('-', ''));
  });
});

describe('a printed code', () => {
  test('opens a new account, typed in small letters and without dashes', async () => {
    const { id } = await make();
    const { code } = await app.mutate('accountPrintCode', { accountId: id }, { as });
    expect((await setPassword(code.toLowerCase().replaceAll('-', ' '))).status).toBe(204);
  });

  test('is shown once, also when the deed is sent again', async () => {
    const input = { idempotencyKey: crypto.randomUUID(), accountId: (await make()).id };
    expect((await app.mutate('accountPrintCode', input, { as })).code).toMatch(/^[0-9A-Z-]{19}$/);
    expect((await app.mutate('accountPrintCode', input, { as })).code).toBeNull();
  });

  test('is told to the owner of an account in use', async () => {
    await app.mutate('accountPrintCode', { accountId: await idOf(who.asn) }, { as });
    expect((await letterTo(app, who.asn)).subject).toBe('Kode untuk akun Simpul Anda dicetak');
  });

  test('never opens the account of somebody who decides', async () => {
    const { errors } = await app.mutate('accountPrintCode', { accountId: await idOf(who.approver) }, { as });
    expect(errors).toMatchObject([{ code: 'STATE_CONFLICT' }]);
  });

  test('comes from HR for the civil servants of its units, and for nobody else', async () => {
    const profileOf = async (address: string): Promise<string> => {
      const { viewer } = await app.data('{ viewer { asnProfile { id } } }', {}, { as: address });
      return viewer.asnProfile.id;
    };
    const asnProfileId = await profileOf(who.asn);
    const { code } = await app.mutate('asnPrintCode', { asnProfileId }, { as: who.hr });
    expect((await setPassword(code)).status).toBe(204);
    expect((await knock(app, { email: who.asn, password })).status).toBe(204);

    const ofApprover = { asnProfileId: await profileOf(who.approver) };
    const refused = await app.mutate('asnPrintCode', ofApprover, { as: who.hr });
    expect(refused.errors).toMatchObject([{ code: 'NOT_PERMITTED' }]);
    const { body } = await app.ask(
      `mutation ($input: AsnPrintCodeInput!) { asnPrintCode(input: $input) { code } }`,
      { input: { idempotencyKey: crypto.randomUUID(), asnProfileId } },
      { as: who.secretariat },
    );
    expect(body.errors[0].extensions.code).toBe('FORBIDDEN');
  });
});

describe('a forgotten password', () => {
  test('is answered the same for whoever asks', async () => {
    const answers = await Promise.all(
      [who.asn, 'tidak.ada@alak.contoh', 'bukan alamat'].map(async (address) => {
        const response = await app.post('/auth/forgot', { email: address });
        return [response.status, await response.text()];
      }),
    );
    expect(new Set(answers.map(String)).size).toBe(1);
    await letterTo(app, who.asn);
    expect(await letters(app)).toHaveLength(1);
  });

  test('gets a link for one hour; the new password ends every session and is told to the owner', async () => {
    const { cookie } = await knock(app, { email: who.asn });
    await app.post('/auth/forgot', { email: who.asn });
    const { code, subject } = await letterTo(app, who.asn);
    expect(subject).toBe('Atur ulang kata sandi Simpul');
    expect((await setPassword(code)).status).toBe(204);
    expect(await personBehind(app, cookie)).toBeNull();
    expect((await knock(app, { email: who.asn })).status).toBe(401);
    expect((await letterTo(app, who.asn, 2)).subject).toBe('Kata sandi Simpul Anda telah diganti');

    await app.post('/auth/forgot', { email: who.asn });
    const late = await letterTo(app, who.asn, 3);
    clock.forward({ hours: 1 });
    expect((await setPassword(late.code)).status).toBe(422);
  });

  test('is written about five times an hour at most', async () => {
    for (let round = 0; round < 7; round++) {
      await app.post('/auth/forgot', { email: who.asn });
      await jobsAreDone(app);
      await letterTo(app, who.asn, Math.min(round + 1, 5));
    }
    expect(await letters(app)).toHaveLength(5);
  });
});

describe('a change of password', () => {
  const change = async (cookie: string, current: string, chosen: string) => {
    const response = await app.post('/auth/password-change', { current, password: chosen }, { cookie });
    return { status: response.status, cookie: response.headers.getSetCookie()[0]?.split(';')[0] ?? '' };
  };

  test('needs the present one, ends all other sessions and keeps this browser signed in', async () => {
    const { cookie: other } = await knock(app, { email: who.asn });
    const { cookie } = await knock(app, { email: who.asn });
    expect((await change(cookie, 'salah sama sekali', password)).status).toBe(422);
    const changed = await change(cookie, 'simpul-demo', password);
    expect(changed.status).toBe(204);
    expect(await personBehind(app, changed.cookie)).toBe(who.asn);
    expect(await personBehind(app, other)).toBeNull();
    expect(await personBehind(app, cookie)).toBeNull();
  });

  test('is nothing for a visitor', async () => {
    expect((await change('', 'simpul-demo', password)).status).toBe(401);
  });
});

describe('registering', () => {
  test('makes an account, and says the same to whoever has one already', async () => {
    const first = await app.post('/auth/register', {
      displayName: 'Dosen Baru',
      email: 'dosen@kampus.contoh',
    });
    const again = await app.post('/auth/register', { displayName: 'Siapa Saja', email: who.asn });
    expect([first.status, again.status]).toEqual([202, 202]);
    expect(await first.text()).toBe(await again.text());
    expect((await letterTo(app, 'dosen@kampus.contoh')).subject).toBe('Lanjutkan pendaftaran di Simpul');
    expect((await letterTo(app, who.asn)).subject).toBe('Atur ulang kata sandi Simpul');
  });

  test('names the field that is wrong', async () => {
    const response = await app.post('/auth/register', { displayName: 'X', email: 'dosen@kampus.contoh' });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ errors: [{ path: ['input', 'displayName'] }] });
  });

  test('writes in the language of the page', async () => {
    const body = { displayName: 'New Lecturer', email: 'lecturer@kampus.contoh' };
    await app.post('/auth/register', body, { 'accept-language': 'en' });
    expect((await letterTo(app, body.email)).subject).toBe('Go on with your registration in Simpul');
  });
});

describe('a closed account', () => {
  test('signs nobody in, ends its sessions and its tokens, and opens again', async () => {
    const { secret } = await makeToken(app, 'AGGREGATE_READ');
    const { cookie } = await knock(app, { email: who.secretariat });
    const accountId = await idOf(who.secretariat);
    const { account } = await app.mutate('accountClose', { accountId }, { as });
    expect(account).toMatchObject({ state: 'CLOSED', viewerActions: ['REOPEN'] });
    expect((await knock(app, { email: who.secretariat })).status).toBe(401);
    expect(await personBehind(app, cookie)).toBeNull();
    expect((await app.ask('{ viewer { scopes } }', {}, { token: secret })).status).toBe(401);
    await app.mutate('accountReopen', { accountId }, { as });
    expect((await knock(app, { email: who.secretariat })).status).toBe(204);
  });

  test('reviews nothing: without it there are too few reviewers', async () => {
    await app.mutate('accountClose', { accountId: await idOf(who.reviewer2) }, { as });
    const { id, version } = await submitted(app);
    const start = { id, expectedVersion: version, action: 'START_REVIEW' };
    const { errors } = await app.mutate('proposalTransition', start, { as: who.secretariat });
    expect(errors.map(({ message }: { message: string }) => message)).toEqual([
      'Penelaah tanpa benturan kepentingan kurang dari 2 orang.',
    ]);
  });

  test('is never the own one', async () => {
    const { errors } = await app.mutate('accountClose', { accountId: await idOf(who.admin) }, { as });
    expect(errors).toMatchObject([{ code: 'NOT_PERMITTED' }]);
  });

  test('is none of those above: an administrator of a kecamatan leaves the personnel of the city alone', async () => {
    const { errors } = await app.mutate('accountSendLink', { accountId: await idOf(who.hr) }, { as });
    expect(errors).toMatchObject([{ code: 'NOT_PERMITTED' }]);
  });
});

test("accounts are an administrator's business alone", async () => {
  const input = { idempotencyKey: crypto.randomUUID(), displayName: 'Orang Baru', email };
  for (const other of [who.hr, who.approver, who.university, who.asn]) {
    const { body } = await app.ask(
      'mutation ($input: AccountCreateInput!) { accountCreate(input: $input) { account { id } } }',
      { input },
      { as: other },
    );
    expect(body.errors[0].extensions.code).toBe('FORBIDDEN');
  }
});
