import { afterEach, beforeEach, expect, test } from 'vitest';
import { who } from './actors.ts';
import { knock, MovableClock, personBehind } from './door.ts';
import { emptyDatabase, startApp, type TestApp } from './harness.ts';
import { letterTo } from './letters.ts';

const as = who.admin;
const today = () => new Date().toLocaleDateString('en-CA', { timeZone: 'Asia/Makassar' });
const daysFromNow = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toLocaleDateString('en-CA', { timeZone: 'Asia/Makassar' });

let app: TestApp;
let clock: MovableClock;
beforeEach(async () => {
  clock = new MovableClock();
  app = await startApp({ clock });
});
afterEach(() => app[Symbol.asyncDispose]());

const unit = async (code: string): Promise<string> => {
  const { orgUnits } = await app.data('{ orgUnits(first: 100) { nodes { id code } } }', {}, { as });
  return orgUnits.nodes.find((one: { code: string }) => one.code === code).id;
};

/** An account that can sign in, with the demo's password. */
async function person(email: string): Promise<string> {
  const { account } = await app.mutate('accountCreate', { displayName: 'Orang Baru', email }, { as });
  await app.copy.sql(`insert into credential (account_id, password_hash, changed_at)
    select a.id, c.password_hash, now() from account a, credential c join account d on d.id = c.account_id
    where a.email = '${email}' and d.email = '${who.admin}'`);
  return account.id;
}

async function grant(accountId: string, role: string, more: Record<string, unknown> = {}, by: string = as) {
  const input = { accountId, role, from: today(), basis: 'Keputusan Camat Alak Nomor 7', ...more };
  return app.mutate('roleGrant', { orgUnitId: await unit('KPG.ALK'), ...input }, { as: by });
}

const rolesOf = async (email: string): Promise<string[]> => {
  const { viewer } = await app.data('{ viewer { roles { role } } }', {}, { as: email });
  return viewer.roles.map(({ role }: { role: string }) => role);
};

test('a role holds from its first day to its last, and not a day longer', async () => {
  const id = await person('satu@alak.contoh');
  await grant(id, 'REVIEWER', { from: daysFromNow(1), until: daysFromNow(2) });
  const seen: number[] = [];
  for (let day = 0; day < 4; day++) {
    const { cookie } = await knock(app, { email: 'satu@alak.contoh' });
    const { viewer } = await app.data('{ viewer { roles { role } } }', {}, { headers: { cookie } });
    seen.push(viewer.roles.length);
    clock.forward({ days: 1 });
  }
  expect(seen).toEqual([0, 1, 1, 0]);
});

test('a role names its basis, and its days fit together', async () => {
  const id = await person('satu@alak.contoh');
  const { role, errors } = await grant(id, 'HR', { until: daysFromNow(-1), basis: '' });
  expect(role).toBeNull();
  expect(errors.map(({ path }: { path: string[] }) => path.join('.'))).toEqual([
    'input.until',
    'input.basis',
  ]);
});

test('nobody gives a role to himself or herself, nor at a unit of others', async () => {
  const { viewer } = await app.data('{ viewer { account { id } } }', {}, { as });
  expect((await grant(viewer.account.id, 'APPROVER')).errors).toMatchObject([{ code: 'NOT_PERMITTED' }]);
  const id = await person('satu@alak.contoh');
  expect((await grant(id, 'HR', { orgUnitId: await unit('KPG') })).errors).toMatchObject([
    { code: 'NOT_PERMITTED' },
  ]);
  expect((await grant(id, 'ADMIN', { orgUnitId: null })).errors).toMatchObject([{ code: 'NOT_PERMITTED' }]);
});

test('whoever gets a role signs in anew', async () => {
  const id = await person('satu@alak.contoh');
  const { cookie } = await knock(app, { email: 'satu@alak.contoh' });
  await grant(id, 'SECRETARIAT');
  expect(await personBehind(app, cookie)).toBeNull();
  expect(await rolesOf('satu@alak.contoh')).toEqual(['SECRETARIAT']);
});

test('an administrator is made by two, neither of whom is the new one', async () => {
  const newcomer = await person('admin.kedua@alak.contoh');
  const { role } = await grant(newcomer, 'ADMIN');
  expect(role).toMatchObject({ pending: true, viewerActions: ['END'] });
  expect(await rolesOf('admin.kedua@alak.contoh')).toEqual([]);
  const alone = await app.mutate('roleConfirm', { roleId: role.id }, { as });
  expect(alone.errors).toMatchObject([{ code: 'NOT_PERMITTED' }]);

  await app.copy.sql(`insert into role_assignment (id, account_id, role, org_unit_id, from_day)
    select gen_random_uuid(), a.id, 'ADMIN', null, current_date - 1 from account a where a.email = '${who.ngo}'`);
  const confirmed = await app.mutate('roleConfirm', { roleId: role.id }, { as: who.ngo });
  expect(confirmed.role).toMatchObject({ pending: false });
  expect((await knock(app, { email: 'admin.kedua@alak.contoh' })).status).toBe(204);
  const again = await app.mutate('roleConfirm', { roleId: role.id }, { as: who.ngo });
  expect(again.errors).toMatchObject([{ code: 'NOT_PERMITTED' }]);
});

test('the database itself refuses an administrator confirmed by the one who gave the role', async () => {
  const newcomer = await person('admin.kedua@alak.contoh');
  await grant(newcomer, 'ADMIN');
  const cheat = app.copy.sql('update role_assignment set confirmed_by_id = granted_by_id where pending');
  await expect(cheat).rejects.toThrow('role_assignment_second_person');
});

test('an administrator holds no other role, whichever comes first, and whichever of two comes at once', async () => {
  const id = await person('satu@alak.contoh');
  const both = await Promise.all([grant(id, 'ADMIN'), grant(id, 'APPROVER')]);
  expect(both.filter(({ role }) => role)).toHaveLength(1);
  expect(both.flatMap(({ errors }) => errors)).toMatchObject([
    { code: 'CONFLICT_OF_INTEREST', path: ['input', 'role'] },
  ]);
});

test('a role ends on the day that is set, or at once', async () => {
  const id = await person('satu@alak.contoh');
  const { role } = await grant(id, 'HR');
  expect(await rolesOf('satu@alak.contoh')).toEqual(['HR']);
  const past = await app.mutate('roleEnd', { roleId: role.id, until: daysFromNow(-2) }, { as });
  expect(past.errors).toMatchObject([{ code: 'INVALID', path: ['input', 'until'] }]);
  const ended = await app.mutate('roleEnd', { roleId: role.id, until: daysFromNow(-1) }, { as });
  expect(ended.role).toMatchObject({ until: daysFromNow(-1), viewerActions: [] });
  const { cookie } = await knock(app, { email: 'satu@alak.contoh' });
  const { viewer } = await app.data('{ viewer { roles { role } } }', {}, { headers: { cookie } });
  expect(viewer.roles).toEqual([]);
});

test('every grant, confirmation and end stands in the trail', async () => {
  const id = await person('satu@alak.contoh');
  const { role } = await grant(id, 'HR');
  await app.mutate('roleEnd', { roleId: role.id, until: daysFromNow(3) }, { as });
  const trail = await app.copy.sql(
    `select action, facts->>'role' as role from audit.audit_entry where action like 'role.%' order by id`,
  );
  expect(trail).toEqual([
    { action: 'role.grant', role: 'HR' },
    { action: 'role.end', role: 'HR' },
  ]);
});

test('an empty Simpul has the framework and its administrators, and a link for each', async () => {
  const copy = await emptyDatabase();
  const adminEmails = ['satu@kota.contoh', 'dua@kota.contoh'];
  await using empty = await startApp({ copy, adminEmails });
  const links = empty.simpul.firstLinks;
  expect(links.map(({ email }) => email)).toEqual(adminEmails);
  const [counts] = await copy.sql(`select (select count(*)::int from competency) as competencies,
    (select count(*)::int from org_unit) as units, (select count(*)::int from account) as accounts,
    (select count(*)::int from need) as needs`);
  expect(counts).toMatchObject({ units: 0, accounts: 2, needs: 0 });
  expect(counts!.competencies).toBeGreaterThan(8);
  const code = new URL(links[0]!.link).searchParams.get('kode');
  const password = 'lontar sasando komodo';
  expect((await empty.post('/auth/password', { code, password })).status).toBe(204);
  const { cookie } = await knock(empty, { email: adminEmails[0]!, password });
  const { viewer } = await empty.data(
    '{ viewer { roles { role orgUnit { id } } } }',
    {},
    { headers: { cookie } },
  );
  expect(viewer.roles).toEqual([{ role: 'ADMIN', orgUnit: null }]);
});

test('an invitation of an empty Simpul reaches its owner', async () => {
  const copy = await emptyDatabase();
  await using empty = await startApp({ copy, adminEmails: ['satu@kota.contoh'] });
  const code = new URL(empty.simpul.firstLinks[0]!.link).searchParams.get('kode');
  await empty.post('/auth/password', { code, password: 'simpul-demo lontar komodo' });
  const { cookie } = await knock(empty, { email: 'satu@kota.contoh', password: 'simpul-demo lontar komodo' });
  const input = { displayName: 'Orang Baru', email: 'baru@kota.contoh' };
  await empty.mutate('accountCreate', input, { headers: { cookie } });
  expect((await letterTo(empty, input.email)).code).not.toBe('');
});

test('a role that stands behind fifty later ones still counts', async () => {
  const id = await person('satu@alak.contoh');
  await grant(id, 'APPROVER', { from: daysFromNow(-1) });
  await app.copy.sql(`insert into role_assignment (id, account_id, role, org_unit_id, from_day, until)
    select gen_random_uuid(), r.account_id, 'REVIEWER', r.org_unit_id, current_date, current_date - 1
    from role_assignment r join account a on a.id = r.account_id, generate_series(1, 60)
    where a.email = 'satu@alak.contoh'`);
  const { errors } = await grant(id, 'ADMIN');
  expect(errors).toMatchObject([{ code: 'CONFLICT_OF_INTEREST' }]);
});
