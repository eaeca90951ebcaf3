import { afterAll, beforeAll, expect, test } from 'vitest';
import { who } from './actors.ts';
import { draft, needAndCompetency, recommended, submitted } from './deeds.ts';
import { settled } from './fingerprint.ts';
import { startApp, type TestApp } from './harness.ts';
import { letterTo } from './letters.ts';
import { guardedTables, Sight } from './sight.ts';

/**
 * Each row policy, and the tables in which some viewer finds more once it is open to everybody: the table itself, and
 * those whose policies ask it. A policy that is missing here, or a table that hangs on another, turns a test red.
 */
const opened: Record<string, string[]> = {
  account: ['account'],
  api_token: ['api_token'],
  asn_employment: ['asn_employment'],
  asn_personal: ['asn_personal'],
  asn_profile: ['asn_profile'],
  cost_bucket: ['cost_bucket'],
  credential: ['credential'],
  decision: ['decision'],
  idempotency_key: ['idempotency_key'],
  letter: ['letter'],
  need: ['need', 'need_coverage', 'need_duty', 'need_move', 'need_unit'],
  need_coverage: ['need_coverage'],
  need_duty: ['need_duty'],
  need_move: ['need_move'],
  need_unit: ['need_unit'],
  notice: ['notice'],
  one_time_code: ['one_time_code'],
  partner: ['partner'],
  partner_answer: ['partner_answer'],
  partner_join: ['partner_join'],
  partner_membership: ['partner_membership'],
  partner_registration: ['partner_registration'],
  proposal: ['decision', 'proposal', 'proposal_need', 'proposal_revision', 'transition'],
  proposal_draft: ['proposal_draft'],
  proposal_need: ['proposal_need'],
  proposal_revision: ['proposal_revision'],
  recommendation: ['recommendation'],
  review: ['review'],
  review_assignment: ['review_assignment'],
  review_round: ['review_round'],
  role_assignment: ['role_assignment'],
  session: ['session'],
  sign_in_failure: ['sign_in_failure'],
  transition: ['transition'],
};

const houseOnly = ['cost_bucket', 'credential', 'letter', 'one_time_code', 'session', 'sign_in_failure'];

let app: TestApp;
let sight: Sight;
let tables: string[];
let before: Record<string, Record<string, number>>;

/** The fixed probe: what each viewer finds in each guarded table. */
async function probe() {
  const names = Object.keys(sight.viewers);
  const counts = await Promise.all(names.map((name) => sight.count(sight.viewers[name]!, tables)));
  return Object.fromEntries(names.map((name, index) => [name, counts[index]!]));
}

/** Tables in which some viewer finds another number of rows than before. */
async function differences(): Promise<string[]> {
  const after = await probe();
  const names = Object.keys(sight.viewers);
  return tables.filter((table) => names.some((name) => after[name]![table] !== before[name]![table]));
}

/** The house links a proposal to a need that is not public: its coverage is counted, and hidden with it. */
async function linkToHiddenNeed() {
  const { id, version } = await submitted(app);
  const as = who.secretariat;
  const { needs } = await app.data('{ needs(filter: { state: [DRAFT] }) { nodes { id } } }', {}, { as });
  const links = { id, expectedVersion: version, needs: [{ needId: needs.nodes[0].id }] };
  await app.mutate('proposalLinkNeeds', links, { as });
}

beforeAll(async () => {
  app = await startApp();
  await recommended(app);
  await draft(app);
  await linkToHiddenNeed();
  const { unitId } = await needAndCompetency(app);
  const expiresOn = new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10);
  const token = { label: 'Kunci', scopes: ['NEED_READ'], orgUnitId: unitId, expiresOn };
  await app.mutate('tokenCreate', token, { as: who.secretariat });
  await app.post('/auth/sign-in', { email: who.ngo, password: 'salah' });
  await app.post('/auth/forgot', { email: who.ngo });
  await letterTo(app, who.ngo);
  const { university, asn, reviewer1, secretariat, hr, admin } = who;
  sight = await Sight.of(app.copy, { university, asn, reviewer1, secretariat, hr, admin });
  tables = await guardedTables(app.copy);
  await settled(app.copy); // the job of the night forgets old keys whenever it comes to it
  before = await probe();
});
afterAll(async () => {
  await sight[Symbol.asyncDispose]();
  await app[Symbol.asyncDispose]();
});

test('the list names every row policy', async () => {
  const policies = await app.copy.sql<{ name: string }>('select policyname as name from pg_policies');
  const listed = Object.keys(opened).map((table) => `${table}_visible`);
  expect(policies.map(({ name }) => name).sort()).toEqual(listed.sort());
  expect(tables).toEqual(Object.keys(opened));
});

test('the probe is steady while nothing changes', async () => {
  expect(await differences()).toEqual([]);
});

/** Changes a policy for one look, then puts it back as it was. */
async function changed(change: string, table: string, look: () => Promise<void>): Promise<void> {
  const name = `${table}_visible`;
  const [policy] = await app.copy.sql<{ qual: string }>(
    `select qual from pg_policies where policyname = '${name}'`,
  );
  await app.copy.sql(change);
  try {
    await look();
  } finally {
    await app.copy.sql(`drop policy if exists ${name} on ${table};
      create policy ${name} on ${table} using (${policy!.qual})`);
  }
}

test.each(Object.keys(opened))('the policy of %s opened lets somebody see more', async (table) => {
  await changed(`alter policy ${table}_visible on ${table} using (true)`, table, async () => {
    expect(await differences()).toEqual(opened[table]);
  });
});

test.each(Object.keys(opened))('the policy of %s dropped closes the table to everybody', async (table) => {
  const seenBySome = Object.values(before).some((found) => found[table]! > 0);
  await changed(`drop policy ${table}_visible on ${table}`, table, async () => {
    const found = await Promise.all(
      Object.values(sight.viewers).map((viewer) => sight.count(viewer, [table])),
    );
    for (const counts of found) expect(counts).toEqual({ [table]: 0 });
    // Nobody but the house ever sees these, so closing them changes nothing for a viewer.
    expect(seenBySome).toBe(!houseOnly.includes(table));
  });
});

test('after all of it the policies stand as they stood', async () => {
  expect(await differences()).toEqual([]);
});
