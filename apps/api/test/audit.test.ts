import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { system } from '../src/platform/access/viewer.ts';
import { connect } from '../src/platform/database/orm.ts';
import { who } from './actors.ts';
import { completeContent, draft, inReview, move, needAndCompetency, partnerId, review } from './deeds.ts';
import { startApp, type TestApp } from './harness.ts';
import { Sight } from './sight.ts';

interface Entry {
  actor: string | null;
  action: string;
  subject: string;
  facts: Record<string, unknown>;
}

let app: TestApp;
let sight: Sight;
let last = 0;
beforeAll(async () => {
  app = await startApp();
  for (const email of Object.values(who)) await app.cookie(email);
  sight = await Sight.of(app.copy);
});
beforeEach(async () => {
  const [row] = await app.copy.sql<{ id: number }>('select max(id)::int as id from audit.audit_entry');
  last = row!.id;
});
afterAll(async () => {
  await sight[Symbol.asyncDispose]();
  await app[Symbol.asyncDispose]();
});

/** What was written since the test began. */
const entries = () =>
  app.copy.sql<Entry>(`select a.email as actor, e.action, e.subject, e.facts
    from audit.audit_entry e left join account a on a.id = e.actor_id where e.id > ${last} order by e.id`);

const reading = (subject: string): Entry => ({
  actor: who.hr,
  action: 'asn.personalRead',
  subject,
  facts: {},
});

interface Person {
  id: string;
  personal: { phone: string | null } | null;
}

async function people(as: string, first = 4): Promise<Person[]> {
  const { asnProfiles } = await app.data(
    `{ asnProfiles(first: ${first}) { nodes { id personal { phone } } } }`,
    {},
    { as },
  );
  return asnProfiles.nodes;
}

test('HR reading personal data leaves one entry for each person, and none for names and posts', async () => {
  const found = await people(who.hr);
  expect(found.every(({ personal }) => personal !== null)).toBe(true);
  expect((await entries()).sort((a, b) => a.subject.localeCompare(b.subject))).toEqual(
    found.map(({ id }) => reading(id)).sort((a, b) => a.subject.localeCompare(b.subject)),
  );
  await app.data(
    '{ asnProfiles(first: 4) { nodes { displayName employment { nip } } } }',
    {},
    { as: who.hr },
  );
  expect(await entries()).toHaveLength(found.length);
});

test('one operation that meets a person twice leaves one entry', async () => {
  const { asnProfiles } = await app.data('{ asnProfiles(first: 1) { nodes { id } } }', {}, { as: who.hr });
  const { id } = asnProfiles.nodes[0];
  const query = `{ one: node(id: "${id}") { ... on AsnProfile { personal { phone } } }
    two: node(id: "${id}") { ... on AsnProfile { personal { bornOn } } } }`;
  const found = await app.data(query, {}, { as: who.hr });
  expect([found.one.personal, found.two.personal]).not.toContain(null);
  expect(await entries()).toEqual([reading(id)]);
});

test('reading one page again leaves its entries again', async () => {
  await people(who.hr, 1);
  const [person] = await people(who.hr, 1);
  expect(await entries()).toEqual([reading(person!.id), reading(person!.id)]);
});

test('nobody is noted for reading the own data, HR neither', async () => {
  for (const as of [who.asn, who.hr]) {
    const { viewer } = await app.data('{ viewer { asnProfile { personal { phone bornOn } } } }', {}, { as });
    expect(viewer.asnProfile.personal).not.toBeNull();
  }
  expect(await entries()).toEqual([]);
});

test('who gets null is not noted', async () => {
  const found = await people(who.secretariat, 20);
  expect(found.filter(({ personal }) => personal !== null).length).toBeLessThanOrEqual(1);
  await people(who.supervisor, 20);
  expect(await entries()).toEqual([]);
});

test('HR reading personal data behind a mutation is noted as well', async () => {
  const { viewer } = await app.data('{ viewer { asnProfile { id } } }', {}, { as: who.asn });
  const query = `query { node(id: "${viewer.asnProfile.id}") { ... on AsnProfile { personal { phone } } } }`;
  const input = { id: 'ntc_AAAAAAAAAAAAAAAAAAAAAA' };
  const payload = await app.mutate('noticeRead', input, { as: who.hr }, query);
  expect(payload.errors).toEqual([expect.objectContaining({ code: 'NOT_FOUND' })]);
  expect(payload.query.node.personal).not.toBeNull();
  expect(await entries()).toEqual([reading(viewer.asnProfile.id)]);
});

const changes = {
  update: `update audit.audit_entry set action = 'x' where id = 1`,
  'update of no row': `update audit.audit_entry set action = 'x' where false`,
  delete: 'delete from audit.audit_entry where id = 1',
  truncate: 'truncate audit.audit_entry',
  'truncate with all that hangs on it': 'truncate audit.audit_entry restart identity cascade',
};

const faultOf = (running: Promise<unknown>): Promise<string> =>
  running.then(
    () => 'done',
    (error: Error) => error.message,
  );

test.each(Object.entries(changes))(
  '%s of the trail is refused to superuser and owner alike',
  async (name, text) => {
    const before = await app.copy.sql('select count(*), sum(id), max(action) from audit.audit_entry');
    const owner = await connect({ url: app.copy.addresses.own, entities: [], pool: 1 });
    const outcomes = [await faultOf(app.copy.sql(text)), await faultOf(owner.em.fork().execute(text))];
    await owner.close(true);
    if (name !== 'update of no row') {
      for (const outcome of outcomes) expect(outcome).toContain('the audit trail is append-only');
    }
    expect(await app.copy.sql('select count(*), sum(id), max(action) from audit.audit_entry')).toEqual(
      before,
    );
  },
);

test('the serving role adds to the trail and does nothing else with it, not even as the house', async () => {
  const run = (text: string) => faultOf(sight.as(system(), (em) => em.execute(text)));
  for (const text of ['select * from audit.audit_entry', 'select count(*) from audit.audit_entry']) {
    expect(await run(text)).toContain('permission denied for table audit_entry');
  }
  for (const text of Object.values(changes)) expect(await run(text)).toContain('permission denied');
  expect(await run('alter table audit.audit_entry disable trigger all')).toContain('must be owner');
  expect(await run('drop function audit.refuse() cascade')).toContain('must be owner');
});

const history = ['transition', 'proposal_revision', 'decision'];

test.each(history)(
  'the serving role appends to %s and changes nothing in it, not even as the house',
  async (table) => {
    const before = await app.copy.sql(`select count(*)::int as n from ${table}`);
    expect(before).not.toEqual([{ n: 0 }]);
    const run = (text: string) => faultOf(sight.as(system(), (em) => em.execute(text)));
    for (const text of [`update ${table} set id = id`, `delete from ${table}`, `truncate ${table} cascade`]) {
      expect(await run(text)).toContain(`permission denied for table ${table}`);
    }
    expect(await app.copy.sql(`select count(*)::int as n from ${table}`)).toEqual(before);
  },
);

test('history does not go with its proposal: the serving role cannot delete what was sent', async () => {
  const [sent] = await app.copy.sql<{ id: string }>(
    `select p.id from proposal p where p.state = 'SUBMITTED' and not exists (
      select from proposal q where q.merged_into_id = p.id) limit 1`,
  );
  const count = () =>
    app.copy.sql(`select (select count(*)::int from transition where proposal_id = '${sent!.id}') as moves,
      (select count(*)::int from proposal_revision where proposal_id = '${sent!.id}') as texts`);
  const before = await count();
  await faultOf(
    sight.as(system(), (em) =>
      em.execute(`update proposal set state = 'WITHDRAWN', current_revision_id = null where id = '${sent!.id}';
        delete from proposal where id = '${sent!.id}'`),
    ),
  );
  expect(await count()).toEqual(before);
});

const SECRET = 'Kalimat-yang-tidak-boleh-tercatat';

test('each deed leaves one entry with ids, codes and states: no text, no name, no NIP', async () => {
  const { needId, unitId, competencyId } = await needAndCompetency(app);
  const { secretariat, university, reviewer1, reviewer2, approver } = who;
  const as = secretariat;
  const made = await app.mutate(
    'needCreate',
    {
      orgUnitId: unitId,
      title: `${SECRET} judul`,
      rationale: `${SECRET} alasan`,
      source: 'STRATEGIC',
      competencyId,
      targetLevel: 3,
      forUnitIds: [unitId],
    },
    { as },
  );
  const need = made.need.id;
  const moveNeed = (action: string, expectedVersion: number, reason?: string) =>
    app.mutate('needTransition', { id: need, expectedVersion, action, reason }, { as });
  await moveNeed('VERIFY', 1);
  await moveNeed('CLOSE', 2, SECRET);
  const partner = await partnerId(app);
  const content = completeContent(competencyId!, { summary: SECRET, rationale: SECRET });
  const links = [{ needId, note: SECRET }];
  const created = await app.mutate(
    'proposalCreate',
    { partnerId: partner, needs: links, content },
    { as: university },
  );
  const { id } = created.proposal;
  const updated = await app.mutate(
    'proposalUpdate',
    { id, expectedVersion: 1, content: { place: SECRET } },
    { as: university },
  );
  const draftHandle = { id, version: updated.proposal.version, digest: '' };
  const sent = await move(app, draftHandle, university, 'SUBMIT');
  const linked = await app.mutate(
    'proposalLinkNeeds',
    { id, expectedVersion: sent.version, needs: links },
    { as },
  );
  const current = { ...sent, version: linked.proposal.version };
  const read = await move(app, current, secretariat, 'START_REVIEW');
  const first = await review(app, read, reviewer1, { note: SECRET });
  const second = await review(app, read, reviewer2, { note: SECRET });
  const advice = { outcome: 'REJECTED', digest: read.digest, reason: SECRET };
  await move(app, read, reviewer1, 'RECOMMEND', advice);
  await move(app, read, approver, 'REJECT', { reasonCode: 'OTHER', reason: SECRET });
  const expiresOn = new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10);
  const scopes = ['AGGREGATE_READ'];
  const key = { label: SECRET, scopes, orgUnitId: unitId, expiresOn };
  const { token, secret } = await app.mutate('tokenCreate', key, { as });
  await app.mutate('tokenRevoke', { id: token.id }, { as });

  const moved = (actor: string, action: string, from: string, to: string): Entry => ({
    actor,
    action: 'proposal.transition',
    subject: id,
    facts: { action, from, to },
  });
  const judged = (actor: string, subject: string): Entry => ({
    actor,
    action: 'review.submit',
    subject,
    facts: { proposal: id, revision: 1, verdict: 'APPROVE' },
  });
  const needMove = (action: string, from: string, to: string): Entry => ({
    actor: as,
    action: 'need.transition',
    subject: need,
    facts: { action, from, to },
  });
  const written = await entries();
  expect(written).toEqual([
    { actor: as, action: 'need.create', subject: need, facts: { unit: unitId } },
    needMove('VERIFY', 'DRAFT', 'VERIFIED'),
    needMove('CLOSE', 'VERIFIED', 'CLOSED'),
    { actor: university, action: 'proposal.create', subject: id, facts: { partner } },
    { actor: university, action: 'proposal.update', subject: id, facts: {} },
    moved(university, 'SUBMIT', 'DRAFT', 'SUBMITTED'),
    { actor: as, action: 'proposal.linkNeeds', subject: id, facts: { needs: [needId] } },
    moved(as, 'START_REVIEW', 'SUBMITTED', 'IN_REVIEW'),
    judged(reviewer1, first.id),
    judged(reviewer2, second.id),
    moved(reviewer1, 'RECOMMEND', 'IN_REVIEW', 'IN_REVIEW'),
    moved(approver, 'REJECT', 'IN_REVIEW', 'REJECTED'),
    { actor: as, action: 'token.create', subject: token.id, facts: { scopes, expiresOn } },
    { actor: as, action: 'token.revoke', subject: token.id, facts: {} },
  ]);
  const everything = JSON.stringify(await app.copy.sql('select * from audit.audit_entry'));
  expect(everything).not.toContain(SECRET);
  expect(everything).not.toContain(secret);
  expect(everything.match(/(?<![0-9a-zA-Z_-])\d{18}(?![0-9a-zA-Z_-])/)).toBeNull();
});

test('a refused deed leaves no entry, and a repeated one no second', async () => {
  const begun = await draft(app);
  const input = { id: begun.id, expectedVersion: 99, action: 'SUBMIT' };
  const refused = await app.mutate('proposalTransition', input, { as: who.university });
  expect(refused.errors).toHaveLength(1);
  const idempotencyKey = '6f1d1f0e-6a3c-4c1b-9a52-0d7d2f5f9b11';
  const again = { ...input, expectedVersion: begun.version, idempotencyKey };
  for (let time = 0; time < 2; time++) await app.mutate('proposalTransition', again, { as: who.university });
  expect((await entries()).map(({ action, subject }) => [action, subject])).toEqual([
    ['proposal.create', begun.id],
    ['proposal.transition', begun.id],
  ]);
});

test('signing in and out are noted without address or secret', async () => {
  const response = await app.post('/auth/sign-in', { email: who.asn, password: 'simpul-demo' });
  const cookie = response.headers.getSetCookie()[0]!.split(';')[0]!;
  await app.post('/auth/sign-out', {}, { cookie });
  const written = await entries();
  expect(written.map(({ action, facts }) => ({ action, facts }))).toEqual([
    { action: 'session.begin', facts: {} },
    { action: 'session.end', facts: {} },
  ]);
  expect(new Set(written.map(({ subject }) => subject.slice(0, 4)))).toEqual(new Set(['acc_']));
});

test('a proposal under review can be read without a trace', async () => {
  const proposal = await inReview(app);
  const before = await entries();
  await app.data(`{ proposal(by: { id: "${proposal.id}" }) { title } }`, {}, { as: who.hr });
  expect(await entries()).toEqual(before);
});
