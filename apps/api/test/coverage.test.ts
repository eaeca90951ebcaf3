import { afterAll, beforeAll, expect, test } from 'vitest';
import { who } from './actors.ts';
import { makeNeed, makeToken } from './cast.ts';
import { startApp, type Asking, type TestApp } from './harness.ts';

interface Bucket {
  need: { code: string; headcount: number | null; coverage: { seats: number } } | null;
  headcount: number | null;
  seats: number;
}

let app: TestApp;
let token: Asking;
let small: string;
beforeAll(async () => {
  app = await startApp();
  await makeNeed(app, 4, ['VERIFY', 'PUBLISH']);
  small = (await app.copy.sql<{ code: string }>('select code from need where headcount = 4'))[0]!.code;
  token = { token: (await makeToken(app, 'AGGREGATE_READ')).secret };
});
afterAll(() => app[Symbol.asyncDispose]());

async function buckets(asking: Asking, args = ''): Promise<Bucket[]> {
  const query = `{ dashboard { needCoverage${args} {
    headcount seats need { code headcount coverage { seats } } } } }`;
  return (await app.data(query, {}, asking)).dashboard.needCoverage;
}

const codes = (found: Bucket[]) => found.map(({ need }) => need!.code);

test('staff see the open needs of their unit, the most urgent first, each with people and seats', async () => {
  const found = await buckets({ as: who.secretariat });
  const wanted = await app.copy.sql<{ code: string }>(`
    select n.code from need n join unit_closure uc on uc.unit_id = n.org_unit_id
    join role_assignment r on r.org_unit_id = uc.ancestor_id and r.role = 'SECRETARIAT'
    join account a on a.id = r.account_id and a.email = '${who.secretariat}'
    where n.state in ('PUBLISHED', 'PLANNED') order by n.priority_score desc, n.id desc`);
  expect(codes(found)).toEqual(wanted.map(({ code }) => code));
  expect(found.length).toBeGreaterThan(3);
  for (const { need, headcount, seats } of found) {
    expect([headcount, seats]).toEqual([need!.headcount, need!.coverage.seats]);
  }
  expect(found.some(({ seats }) => seats > 0)).toBe(true);
});

test('a token sees rounded people, and small groups behind the others', async () => {
  const found = await buckets(token);
  expect(codes(found).sort()).toEqual(codes(await buckets({ as: who.secretariat })).sort());
  const ofSmall = found.find(({ need }) => need!.code === small)!;
  expect(ofSmall.headcount).toBeNull();
  for (const { headcount } of found) expect((headcount ?? 0) % 5).toBe(0);
  const behind = found.slice(found.indexOf(ofSmall));
  expect(behind.every(({ headcount }) => headcount === null)).toBe(true);
});

test('it goes as far as one asks, and no further than a hundred', async () => {
  expect(await buckets({ as: who.secretariat }, '(top: 2)')).toHaveLength(2);
  for (const top of [0, -1, 101]) {
    const { body } = await app.ask(
      `{ dashboard { needCoverage(top: ${top}) { seats } } }`,
      {},
      { as: who.hr },
    );
    expect(body.errors[0].extensions.code).toMatch(/BAD_USER_INPUT|QUERY_TOO_COMPLEX/);
  }
});

test('partners and the public get no dashboard', async () => {
  for (const as of [who.university, undefined]) {
    expect(await app.data('{ dashboard { needCoverage { seats } } }', {}, { as })).toEqual({
      dashboard: null,
    });
  }
});
