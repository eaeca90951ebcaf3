import { afterAll, beforeAll, expect, test } from 'vitest';
import { who } from './actors.ts';
import { makeNeed, makeToken } from './cast.ts';
import { startApp, type Asking, type TestApp } from './harness.ts';
import { otherSecretariat } from './other-unit.ts';

const states = ['DRAFT', 'VERIFIED', 'PUBLISHED', 'PLANNED', 'MET', 'CLOSED'];

let app: TestApp;
let otherUnit: string;
beforeAll(async () => {
  app = await startApp();
  await makeNeed(app, 9, []);
  await makeNeed(app, 9, ['VERIFY']);
  otherUnit = await otherSecretariat(app, who.asn);
});
afterAll(() => app[Symbol.asyncDispose]());

async function counts(asking: Asking, args = ''): Promise<Record<string, number> | null> {
  const query = `{ dashboard { needsByState${args} { state count } } }`;
  const { dashboard } = (await app.data(query, {}, asking)) as {
    dashboard: { needsByState: { state: string; count: number }[] } | null;
  };
  return dashboard && Object.fromEntries(dashboard.needsByState.map(({ state, count }) => [state, count]));
}

test('staff see how many needs of their unit stand in each state, the same as their lists hold', async () => {
  const lists = states.map((state) => `${state}: needs(filter: { state: [${state}] }) { totalCount }`);
  const listed = await app.data(`{ ${lists.join(' ')} }`, {}, { as: who.secretariat });
  const found = await counts({ as: who.secretariat });
  expect(found).toEqual(Object.fromEntries(states.map((state) => [state, listed[state].totalCount])));
  expect([found!.DRAFT, found!.PUBLISHED, found!.VERIFIED].every((count) => count! > 0)).toBe(true);
});

test('a token may count what it may not read', async () => {
  const token = { token: (await makeToken(app, 'AGGREGATE_READ')).secret };
  expect(await counts(token)).toEqual(await counts({ as: who.secretariat }));
  const { needs } = await app.data('{ needs(filter: { state: [DRAFT] }) { totalCount } }', {}, token);
  expect(needs?.totalCount ?? 0).toBe(0);
});

test('nothing is counted outside the own unit, and only there when one asks for it', async () => {
  const nothing = Object.fromEntries(states.map((state) => [state, 0]));
  expect(await counts({ as: who.asn })).toEqual(nothing); // secretariat of an agency without needs
  expect(await counts({ as: who.secretariat }, `(orgUnit: "${otherUnit}")`)).toEqual(nothing);
  expect(await counts({ as: who.supervisor })).toBeNull();
  expect(await counts({ as: who.university })).toBeNull();
});
