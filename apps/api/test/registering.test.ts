import { afterEach, beforeEach, expect, test } from 'vitest';
import { who } from './actors.ts';
import { jobsAreDone } from './cast.ts';
import { draft, partnerId } from './deeds.ts';
import { startApp, type TestApp } from './harness.ts';
import { letters, letterTo } from './letters.ts';

const newcomer = 'dosen@kampus.contoh';
const checks = ['LEGAL', 'AUTHORITY', 'CONTACT', 'CONDUCT'];
const facts = {
  name: 'Sekolah Tinggi Contoh Rote',
  kind: 'UNIVERSITY',
  summary: 'Mengajar tata kelola pelayanan publik dan kearsipan.',
  website: 'https://stc.contoh',
  legalNumber: 'SK 12/D/O/2009',
  address: 'Jalan Contoh 7, Kupang',
  phone: '0380 123 456',
};
const fields =
  'partner { id version state name viewerOutcomes registration { phone } answers { outcome reason } }';

let app: TestApp;
beforeEach(async () => {
  app = await startApp();
  await app.copy.sql(`
    insert into account (id, display_name, email) values (gen_random_uuid(), 'Dosen Baru', '${newcomer}');
    insert into credential (account_id, password_hash, changed_at)
      select a.id, c.password_hash, now() from account a, credential c join account d on d.id = c.account_id
      where a.email = '${newcomer}' and d.email = '${who.ngo}'`);
});
afterEach(() => app[Symbol.asyncDispose]());

const register = async (as: string = newcomer, changed: object = {}) =>
  app.mutate('partnerRegister', { ...facts, ...changed }, { as }, fields);

const answer = (
  partner: { id: string; version: number },
  outcome: string,
  more: object = {},
  as: string = who.secretariat,
) =>
  app.mutate(
    'partnerAnswer',
    { partnerId: partner.id, expectedVersion: partner.version, outcome, met: [], ...more },
    { as },
    fields,
  );

test('an institution registers, is asked for more, sends it again, is verified, and proposes', async () => {
  const { partner } = await register();
  expect(partner).toMatchObject({
    state: 'PENDING',
    registration: { phone: facts.phone },
    answers: [],
    viewerOutcomes: [],
  });

  const reason = 'Nomor SK tidak ditemukan di pangkalan data.';
  const returned = await answer(partner, 'RETURN', { reason });
  expect(returned.partner).toMatchObject({ state: 'PENDING', answers: [{ outcome: 'RETURN', reason }] });
  expect((await letterTo(app, newcomer)).text).toContain(reason);

  const { id, version } = returned.partner;
  const changed = { ...facts, id, expectedVersion: version, legalNumber: 'SK 21/D/O/2009' };
  const corrected = await app.mutate('partnerUpdate', changed, { as: newcomer }, fields);
  const verified = await answer(corrected.partner, 'VERIFY', { met: checks });
  expect(verified.partner).toMatchObject({ state: 'VERIFIED', viewerOutcomes: ['SUSPEND'] });
  expect((await letterTo(app, newcomer, 2)).subject).toBe(`${facts.name} telah diverifikasi`);
  const { partners } = await app.data('{ partners(search: "Contoh Rote") { nodes { name state } } }');
  expect(partners.nodes).toEqual([{ name: facts.name, state: 'VERIFIED' }]);
});

test('a partner that was not verified is seen by its members and staff alone, its papers by those who judge', async () => {
  const { partner } = await register();
  const query = 'query ($id: ID!) { node(id: $id) { ... on Partner { name registration { phone } } } }';
  const seenBy = async (as?: string) => (await app.data(query, { id: partner.id }, as ? { as } : {})).node;
  expect(await seenBy()).toBeNull();
  expect(await seenBy(who.university)).toBeNull();
  expect(await seenBy(who.asn)).toBeNull();
  expect(await seenBy(who.reviewer1)).toEqual({ name: facts.name, registration: null });
  expect(await seenBy(who.secretariat)).toEqual({ name: facts.name, registration: { phone: facts.phone } });
});

test('a yes needs every check, a no its reason, and a stale answer does nothing', async () => {
  const { partner } = await register();
  const hasty = await answer(partner, 'VERIFY', { met: ['LEGAL'] });
  expect(hasty.errors).toMatchObject([{ code: 'REQUIRED', path: ['input', 'met'] }]);
  expect((await answer(partner, 'RETURN')).errors).toMatchObject([{ path: ['input', 'reason'] }]);
  expect((await answer(partner, 'SUSPEND', { reason: 'Tidak ada.' })).errors).toMatchObject([
    { code: 'STATE_CONFLICT' },
  ]);
  const stale = await answer({ ...partner, version: 7 }, 'VERIFY', { met: checks });
  expect(stale.errors).toMatchObject([{ code: 'VERSION_CONFLICT' }]);
  const one = await Promise.all([1, 2, 3].map(() => answer(partner, 'VERIFY', { met: checks })));
  expect(one.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
  expect(
    await app.copy.sql(`select outcome from partner_answer a join partner p on p.id = a.partner_id
    where p.name = '${facts.name}'`),
  ).toEqual([{ outcome: 'VERIFY' }]);
});

test('a suspended partner sends nothing until it is verified again', async () => {
  const id = await partnerId(app, who.ngo);
  const { node } = await app.data('query ($id: ID!) { node(id: $id) { ... on Partner { version } } }', {
    id,
  });
  const suspended = await answer({ id, version: node.version }, 'SUSPEND', {
    reason: 'Izin sedang dicabut.',
  });
  expect(suspended.partner.state).toBe('SUSPENDED');
  const { id: proposalId, version } = await draft(app, who.ngo);
  const sent = { id: proposalId, expectedVersion: version, action: 'SUBMIT' };
  const { errors } = await app.mutate('proposalTransition', sent, { as: who.ngo });
  expect(errors.map(({ message }: { message: string }) => message)).toContain(
    'Mitra harus terverifikasi sebelum mengirim usulan.',
  );
});

test('what a partner that was verified is called stays', async () => {
  const id = await partnerId(app, who.ngo);
  const { node } = await app.data('query ($id: ID!) { node(id: $id) { ... on Partner { version } } }', {
    id,
  });
  const changed = { ...facts, id, expectedVersion: node.version };
  const { errors } = await app.mutate('partnerUpdate', changed, { as: who.ngo }, fields);
  expect(errors.map(({ path }: { path: string[] }) => path[1])).toEqual(['name', 'kind']);
});

test('somebody of the house neither registers an institution nor joins one', async () => {
  for (const as of [who.secretariat, who.admin]) {
    expect((await register(as)).errors).toMatchObject([{ code: 'NOT_PERMITTED' }]);
    const asking = { partnerId: await partnerId(app, who.ngo) };
    expect((await app.mutate('partnerAsk', asking, { as }, 'join { id }')).errors).toMatchObject([
      { code: 'NOT_PERMITTED' },
    ]);
  }
});

test('who asks to join is let in by an owner, once, and learns it by letter', async () => {
  const id = await partnerId(app, who.university);
  const ask = () => app.mutate('partnerAsk', { partnerId: id }, { as: newcomer }, 'join { id accepted }');
  const { join } = await ask();
  expect((await ask()).errors).toMatchObject([{ code: 'DUPLICATE' }]);
  expect((await letterTo(app, who.university)).subject).toContain('ingin bergabung');

  const asked = '{ viewer { partnerMemberships { partner { joinRequests { id displayName email } } } } }';
  const requests = async (as: string) =>
    (await app.data(asked, {}, { as })).viewer.partnerMemberships[0].partner.joinRequests;
  expect(await requests(who.university)).toContainEqual({
    id: join.id,
    displayName: 'Dosen Baru',
    email: newcomer,
  });
  expect(await requests(who.universityMember)).toEqual([]);

  const say = (accept: boolean, as: string) =>
    app.mutate('partnerJoinAnswer', { joinId: join.id, accept }, { as }, 'join { accepted }');
  expect((await say(true, who.universityMember)).errors).toMatchObject([{ code: 'NOT_FOUND' }]);
  const both = await Promise.all([say(true, who.university), say(false, who.university)]);
  expect(both.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
  await jobsAreDone(app);
  expect((await letters(app)).filter(({ to }) => to === newcomer).length).toBeLessThanOrEqual(1);
});

test('an owner invites a colleague, who is a member at once; nobody of the house can be invited', async () => {
  const id = await partnerId(app, who.ngo);
  const invite = (email: string, as: string = who.ngo) =>
    app.mutate('partnerInvite', { partnerId: id, displayName: 'Rekan Kerja', email }, { as }, fields);
  await invite('rekan@lsm.contoh');
  const subjects = async () => (await letters(app)).filter(({ to }) => to === 'rekan@lsm.contoh').length;
  await letterTo(app, 'rekan@lsm.contoh', 2);
  expect(await subjects()).toBe(2);
  expect((await invite('rekan@lsm.contoh')).errors).toMatchObject([
    { code: 'DUPLICATE', path: ['input', 'email'] },
  ]);
  expect((await invite(who.approver)).errors).toMatchObject([
    { code: 'DUPLICATE', path: ['input', 'email'] },
  ]);
  await invite(newcomer);
  const { viewer } = await app.data('{ viewer { partnerMemberships { owner } } }', {}, { as: newcomer });
  expect(viewer.partnerMemberships).toEqual([{ owner: false }]);
});

test('a partner never loses its last owner, not even when two go at once', async () => {
  const query = '{ viewer { partnerMemberships { id } } }';
  const membership = async (as: string) =>
    (await app.data(query, {}, { as })).viewer.partnerMemberships[0].id;
  const remove = async (membershipId: string, as: string) =>
    app.mutate('partnerRemove', { membershipId }, { as }, 'partner { id }');
  const owner = await membership(who.university);
  expect((await remove(owner, who.university)).errors).toMatchObject([{ code: 'STATE_CONFLICT' }]);
  await app.copy.sql(`update partner_membership m set owner = true from account a
    where a.id = m.account_id and a.email = '${who.universityMember}'`);
  const second = await membership(who.universityMember);
  const both = await Promise.all([remove(owner, who.university), remove(second, who.universityMember)]);
  expect(both.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
});
