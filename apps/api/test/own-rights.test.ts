import { afterAll, beforeAll, expect, test } from 'vitest';
import { system, type Viewer } from '../src/platform/access/viewer.ts';
import { systemClock } from '../src/platform/clock.ts';
import { beyondOwnRights, inTransaction } from '../src/platform/database/unit-of-work.ts';
import { who } from './actors.ts';
import { completeContent, needAndCompetency, partnerId, recommended } from './deeds.ts';
import { startApp, type TestApp } from './harness.ts';
import { guardedTables, publicTables, Sight } from './sight.ts';

let app: TestApp;
let sight: Sight;
let guarded: string[];
beforeAll(async () => {
  app = await startApp();
  await recommended(app);
  sight = await Sight.of(app.copy);
  guarded = await guardedTables(app.copy);
});
afterAll(async () => {
  await sight[Symbol.asyncDispose]();
  await app[Symbol.asyncDispose]();
});

const ofPublished = (table: string) =>
  `(select count(*)::int from ${table} where need_id in (select id from need where published_at is not null))`;

test('without viewer one finds published needs with their parts, verified partners, and nothing else', async () => {
  const [open] = await app.copy.sql<Record<string, number>>(`select
    (select count(*)::int from need where published_at is not null) as need,
    ${ofPublished('need_unit')} as need_unit, ${ofPublished('need_duty')} as need_duty,
    ${ofPublished('need_coverage')} as need_coverage, ${ofPublished('need_move')} as need_move,
    (select count(*)::int from partner where state = 'VERIFIED') as partner`);
  const nothing = Object.fromEntries(guarded.map((table) => [table, 0]));
  const bare = { ...sight.viewers.anonymous!, settings: {} };
  expect(await sight.count(bare, guarded)).toEqual({ ...nothing, ...open });
});

test('each guarded table holds rows that could have leaked', async () => {
  const held = await sight.count(system(), guarded);
  const empty = guarded.filter((table) => held[table] === 0);
  expect(empty).toEqual(['api_token', 'letter', 'one_time_code', 'sign_in_failure']);
  expect(held.need).toBeGreaterThan((await sight.count(sight.viewers.anonymous!, ['need'])).need!);
  expect(held.partner).toBeGreaterThan((await sight.count(sight.viewers.anonymous!, ['partner'])).partner!);
});

test('public tables are the same for everybody', async () => {
  const all = await sight.count(system(), publicTables);
  for (const viewer of Object.values(sight.viewers))
    expect(await sight.count(viewer, publicTables)).toEqual(all);
});

test('a setting that is there but empty opens nothing', async () => {
  const names = Object.keys(sight.viewers.hr!.settings);
  const hollow = {
    ...sight.viewers.anonymous!,
    settings: Object.fromEntries(names.map((name) => [name, ''])),
  };
  expect(await sight.count(hollow, guarded)).toEqual(await sight.count(sight.viewers.anonymous!, guarded));
});

test('a viewer without rights at any unit sees what the public sees, and its own', async () => {
  const { asn, anonymous } = sight.viewers;
  const [all] = await app.copy.sql<{ people: number }>('select count(*)::int as people from asn_profile');
  const own = await sight.count(asn!, guarded);
  const notices = own.notice!;
  const keys = own.idempotency_key!;
  expect(own).toEqual({
    ...(await sight.count(anonymous!, guarded)),
    account: 1,
    asn_profile: all!.people,
    asn_employment: 1,
    asn_personal: 1,
    notice: notices,
    idempotency_key: keys,
  });
  expect([notices, keys]).toEqual([0, 0]);
});

test('settings end with their transaction: the connection goes back without them', async () => {
  const pool = Array.from({ length: 60 }, (_, index) => Object.values(sight.viewers)[index % 13]!);
  await Promise.all(pool.map((viewer) => sight.count(viewer, ['account'])));
  const names = Object.keys(sight.viewers.hr!.settings).concat('system');
  const reads = names.map((name) => `coalesce(current_setting('simpul.${name}', true), '')`).join(' || ');
  const left = await Promise.all(
    Array.from({ length: 60 }, () =>
      sight.orm.em.fork().execute<{ text: string }[]>(`select ${reads} as text`),
    ),
  );
  expect(new Set(left.map(([row]) => row!.text))).toEqual(new Set(['']));
});

test('2 000 operations at once over one pool: each viewer finds exactly its own', async () => {
  const tables = ['account', 'asn_personal', 'partner_membership', 'proposal', 'need', 'notice'];
  const look = (viewer: Viewer) =>
    sight.as(viewer, async (em) => {
      const counts = tables.map((table) => `(select count(*)::int from "${table}") as "${table}"`);
      const settings = Object.keys(sight.viewers.hr!.settings).map(
        (name) => `current_setting('simpul.${name}', true) as "set ${name}"`,
      );
      const [row] = await em.execute<object[]>(`select ${[...counts, ...settings].join(', ')}`);
      return JSON.stringify(row, (_, value: unknown) => value ?? '');
    });
  const viewers = Object.values(sight.viewers);
  const alone: string[] = [];
  for (const viewer of viewers) alone.push(await look(viewer));
  expect(new Set(alone).size).toBe(viewers.length);

  // Twice as many at a time as the pool has connections, so that each one is handed from viewer to viewer.
  const found: string[] = [];
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < 2000; index = next++) {
      found[index] = await look(viewers[(index * 7) % viewers.length]!);
    }
  };
  await Promise.all(Array.from({ length: 40 }, worker));
  expect(found).toEqual(Array.from({ length: 2000 }, (_, index) => alone[(index * 7) % viewers.length]));
});

const asked = `{ viewer { account { email } asnProfile { personal { phone } } partnerMemberships { displayName } }
  proposals { totalCount } asnProfiles { totalCount } needs { totalCount } accounts { totalCount } }`;

test('the same through the graph: whoever asks beside others gets the own answer', async () => {
  const askers = [undefined, ...Object.values(who)];
  const ask = async (as: string | undefined) => JSON.stringify((await app.ask(asked, {}, { as })).body);
  const alone: string[] = [];
  for (const as of askers) alone.push(await ask(as));
  expect(new Set(alone).size).toBe(askers.length);
  const found = await Promise.all(
    Array.from({ length: 130 }, (_, index) => ask(askers[index % askers.length])),
  );
  expect(found).toEqual(found.map((_, index) => alone[index % askers.length]));
});

test('after a refused deed that looked beyond its rights, the rest of the request has its own rights', async () => {
  const { competencyId } = await needAndCompetency(app);
  const [unit] = await app.copy.sql<{ code: string }>(`select code from org_unit u where not exists (
    select from unit_closure uc join role_assignment ra on ra.org_unit_id = uc.ancestor_id
    where uc.unit_id = u.id and ra.role = 'SECRETARIAT') order by code limit 1`);
  const { orgUnits } = await app.data(
    '{ orgUnits(first: 100) { nodes { id code } } }',
    {},
    { as: who.university },
  );
  const orgUnitId = orgUnits.nodes.find(({ code }: { code: string }) => code === unit!.code).id;
  const begun = await app.mutate(
    'proposalCreate',
    {
      partnerId: await partnerId(app),
      orgUnitId,
      needs: [],
      initiativeReason: 'Sebuah prakarsa',
      content: completeContent(competencyId!),
    },
    { as: who.university },
  );
  const input = { id: begun.proposal.id, expectedVersion: begun.proposal.version, action: 'SUBMIT' };
  const rest =
    'query { asnProfiles { totalCount } proposals(first: 100) { totalCount } partners { totalCount } }';
  const refused = await app.mutate(
    'proposalTransition',
    input,
    { as: who.university },
    `proposal { id } ${rest}`,
  );
  expect(refused.errors).toEqual([
    expect.objectContaining({ code: 'INVALID', path: ['input', 'orgUnitId'], __typename: 'Problem' }),
  ]);
  const own = await app.data(rest, {}, { as: who.university });
  expect(refused.query).toEqual(own);
  const [all] = await app.copy.sql<{ proposals: number }>('select count(*)::int as proposals from proposal');
  expect(own.proposals.totalCount).toBeLessThan(all!.proposals);
});

test('beyondOwnRights ends with its task, with an inner one, and with the savepoint of a failure', async () => {
  const viewer = sight.viewers.university!;
  const beginning = { orm: sight.orm, clock: systemClock, viewer, readOnly: false };
  const seen = await inTransaction(beginning, async (work) => {
    const look = async () => {
      const [row] = await work.em.execute<{ n: number }[]>('select count(*)::int as n from asn_personal');
      return row!.n > 0;
    };
    const before = await look();
    const during = await beyondOwnRights(work, async () => {
      await beyondOwnRights(work, async () => undefined);
      return look();
    });
    const after = await look();
    const failing = work.em.transactional((em) =>
      beyondOwnRights({ ...work, em }, () => Promise.reject(new Error('refused'))),
    );
    await expect(failing).rejects.toThrow('refused');
    return { before, during, after, afterFailure: await look() };
  });
  expect(seen).toEqual({ before: false, during: true, after: false, afterFailure: false });
});
