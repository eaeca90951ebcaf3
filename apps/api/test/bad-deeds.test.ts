import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { who } from './actors.ts';
import { completeContent, draft, needAndCompetency, partnerId, submitted, type Handle } from './deeds.ts';
import { fingerprint, settled } from './fingerprint.ts';
import { startApp, type TestApp } from './harness.ts';
import { send } from './mutations.ts';

let app: TestApp;
let ids: Record<string, string>;
let mine: Handle;
let sent: Handle;
let before: Record<string, string>;
beforeAll(async () => {
  app = await startApp();
  ids = { ...(await needAndCompetency(app)), partnerId: await partnerId(app) };
  mine = await draft(app);
  sent = await submitted(app, who.ngo);
  await app.cookie(who.secretariat);
  await settled(app.copy);
});
afterAll(() => app[Symbol.asyncDispose]());
beforeEach(async () => void (before = await fingerprint(app.copy)));
const nothingWasWritten = async () => expect(await fingerprint(app.copy)).toEqual(before);

type UserError = { code: string; path: string[]; __typename: string };
const placed = (errors: UserError[]) => errors.map(({ code, path }) => [code, path.join('.')]);

/** Code and place of the refusals of a draft with this content. */
async function refusals(content: Record<string, unknown>, more: Record<string, unknown> = {}) {
  const input = {
    partnerId: ids.partnerId,
    needs: [],
    content: completeContent(ids.competencyId!, content),
    ...more,
  };
  const { proposal, errors } = await app.mutate('proposalCreate', input, { as: who.university });
  expect(proposal).toBeNull();
  await nothingWasWritten();
  return placed(errors);
}

const long = (length: number) => 'ä'.repeat(length);

test.each([
  ['title', 150],
  ['summary', 1200],
  ['rationale', 4000],
  ['objectives', 4000],
  ['audience', 1000],
  ['accessNeeds', 1000],
  ['place', 200],
])('%s has at most %i characters', async (field, most) => {
  expect(await refusals({ [field]: long(most + 1) })).toEqual([['TOO_LONG', `input.content.${field}`]]);
});

test('a text of the longest length is taken, counted in characters and not in bytes', async () => {
  const content = { title: '😀'.repeat(150), summary: long(1200), place: long(200) };
  const input = { partnerId: ids.partnerId, needs: [], content };
  const { errors, proposal } = await app.mutate('proposalCreate', input, { as: who.university });
  expect([errors, proposal.title]).toEqual([[], content.title]);
});

test('all faults of a text are told at once, each with its place', async () => {
  const content = {
    title: 'pendek',
    capacityMin: 0,
    capacityMax: 100_001,
    outcomes: [{ competencyId: ids.competencyId, fromLevel: 4, toLevel: 3, measure: long(1001) }],
    sessions: [
      { title: ' ', minutes: 14 },
      { title: long(201), minutes: 601, method: long(201) },
    ],
    speakers: [{ name: '', affiliation: long(201) }],
    preferredFrom: '2030-02-02',
    preferredUntil: '2030-02-01',
  };
  const reason = { initiativeReason: long(4001), needs: [{ needId: ids.needId, note: long(501) }] };
  expect(await refusals(content, reason)).toEqual([
    ['INVALID', 'input.content.title'],
    ['INVALID', 'input.content.capacityMin'],
    ['INVALID', 'input.content.capacityMax'],
    ['INVALID', 'input.content.preferredUntil'],
    ['TOO_LONG', 'input.content.outcomes.0.measure'],
    ['INVALID', 'input.content.outcomes.0.toLevel'],
    ['REQUIRED', 'input.content.sessions.0.title'],
    ['INVALID', 'input.content.sessions.0.minutes'],
    ['TOO_LONG', 'input.content.sessions.1.title'],
    ['INVALID', 'input.content.sessions.1.minutes'],
    ['TOO_LONG', 'input.content.sessions.1.method'],
    ['REQUIRED', 'input.content.speakers.0.name'],
    ['TOO_LONG', 'input.content.speakers.0.affiliation'],
    ['TOO_LONG', 'input.needs.0.note'],
    ['TOO_LONG', 'input.initiativeReason'],
  ]);
});

test('a part of the text has at most fifty rows', async () => {
  const sessions = Array(51).fill({ title: 'Sesi', minutes: 45 });
  expect(await refusals({ sessions })).toEqual([['INVALID', 'input.content.sessions']]);
});

const line = {
  description: 'Konsumsi',
  quantity: '1',
  unit: 'orang',
  unitPrice: { amount: '1' },
  source: 'PARTNER',
};

test.each([
  [{ quantity: '-1' }, 'quantity'],
  [{ quantity: '-0.01' }, 'quantity'],
  [{ quantity: '1000000.01' }, 'quantity'],
  [{ quantity: '1.001' }, 'quantity'],
  [{ unitPrice: { amount: '0.5' } }, 'unitPrice.amount'],
  [{ unitPrice: { amount: '-1' } }, 'unitPrice.amount'],
  [{ unitPrice: { amount: '1000000000001' } }, 'unitPrice.amount'],
  [{ unitPrice: { amount: '1', currencyCode: 'USD' } }, 'unitPrice.currencyCode'],
])('%j is no line of a budget', async (change, place) => {
  expect(await refusals({ budget: [{ ...line, ...change }] })).toEqual([
    ['INVALID', `input.content.budget.0.${place}`],
  ]);
});

test.each(['1e3', '1,5', '1.', '.5', '+1', '0x10', 'NaN', 'Infinity', '', ' 1', '1'.repeat(16), '0.1234567'])(
  '"%s" is no exact number',
  async (quantity) => {
    const input = { partnerId: ids.partnerId, needs: [], content: { budget: [{ ...line, quantity }] } };
    const { body } = await send(app, 'proposalCreate', input, { as: who.university });
    expect(body.errors.map((error: { extensions: unknown }) => error.extensions)).toEqual([
      { code: 'BAD_USER_INPUT' },
    ]);
    expect(body.errors[0].message).toContain('at "input.content.budget[0].quantity"; Not a valid Decimal');
    await nothingWasWritten();
  },
);

test.each([
  '2030-02-30',
  '2030-02-29',
  '2030-13-01',
  '2030-00-10',
  '2030-1-1',
  '20300101',
  '2030-01-01T00:00:00Z',
  '',
])('"%s" is no day', async (preferredFrom) => {
  const input = { partnerId: ids.partnerId, needs: [], content: { preferredFrom } };
  const { body } = await send(app, 'proposalCreate', input, { as: who.university });
  expect(body.errors.map((error: { extensions: unknown }) => error.extensions)).toEqual([
    { code: 'BAD_USER_INPUT' },
  ]);
  expect(body.errors[0].message).toContain('at "input.content.preferredFrom"; Not a valid Date');
  await nothingWasWritten();
});

const since = 'query ($from: DateTime) { proposals(filter: { updatedAt: { from: $from } }) { totalCount } }';
const codesOf = (errors: { extensions: { code: string } }[] = []) =>
  errors.map(({ extensions }) => extensions.code);

test.each([
  '2030-02-30T00:00:00Z',
  '2030-01-01T24:00:00Z',
  '2030-01-01T00:60:00Z',
  '2030-01-01T00:00:60Z',
  '2030-01-01T00:00:00',
  '2030-01-01 00:00:00Z',
  '2030-01-01',
  '1893456000',
])('"%s" is no instant', async (from) => {
  const { body } = await app.ask(since, { from }, { as: who.secretariat });
  expect(codesOf(body.errors)).toEqual(['BAD_USER_INPUT']);
});

test.each([
  '0000-01-01T00:00:00Z',
  '0001-01-01T00:00:00Z',
  '2030-01-01T00:00:00+23:59',
  '9999-12-31T23:59:59.999999999-23:59',
])('the instant "%s" is taken or refused, and never a fault of ours', async (from) => {
  const { body } = await app.ask(since, { from }, { as: who.secretariat });
  expect(codesOf(body.errors).filter((code) => code !== 'BAD_USER_INPUT')).toEqual([]);
});

const closest = () => ({
  proposalUpdate: [{ id: mine.id, content: { summary: 'Lain' } }, mine.version, who.university],
  proposalTransition: [{ id: sent.id, action: 'START_REVIEW' }, sent.version, who.secretariat],
  proposalLinkNeeds: [{ id: sent.id, needs: [] }, sent.version, who.secretariat],
});

test.each(['proposalUpdate', 'proposalTransition', 'proposalLinkNeeds'] as const)(
  '%s on a version of yesterday, or of tomorrow, says which one is current and writes nothing',
  async (name) => {
    const [input, version, as] = closest()[name] as [Record<string, unknown>, number, string];
    for (const expectedVersion of [version - 1, version + 1, 0, -1, 2_147_483_647]) {
      const { proposal, errors } = await app.mutate(name, { ...input, expectedVersion }, { as });
      expect([proposal, errors]).toEqual([
        null,
        [
          {
            __typename: 'VersionConflictError',
            code: 'VERSION_CONFLICT',
            currentVersion: version,
            message: expect.any(String),
            path: [],
          },
        ],
      ]);
    }
    await nothingWasWritten();
  },
);

test('a move that the state does not allow says what it allows, and that is what the buttons show', async () => {
  const query = 'query ($id: ID!) { proposal(by: { id: $id }) { state viewerActions } }';
  const { proposal: seen } = await app.data(query, { id: mine.id }, { as: who.university });
  expect(seen).toEqual({ state: 'DRAFT', viewerActions: ['SUBMIT', 'WITHDRAW'] });
  for (const action of ['RESUBMIT', 'CONFIRM']) {
    const input = { id: mine.id, expectedVersion: mine.version, action };
    const { proposal, errors } = await app.mutate('proposalTransition', input, { as: who.university });
    expect([proposal, errors]).toEqual([
      null,
      [
        {
          __typename: 'StateConflictError',
          code: 'STATE_CONFLICT',
          currentState: 'DRAFT',
          allowed: seen.viewerActions,
          message: expect.any(String),
          path: [],
        },
      ],
    ]);
  }
  await nothingWasWritten();
});

test('a need moves along its own way, and says so', async () => {
  const query = '{ needs(filter: { state: [PUBLISHED] }, first: 1) { nodes { id version } } }';
  const { needs } = await app.data(query, {}, { as: who.secretariat });
  const [{ id, version }] = needs.nodes;
  const refused = async (action: string, expectedVersion: number, reason: string | null = null) => {
    const input = { id, expectedVersion, action, reason };
    return (await app.mutate('needTransition', input, { as: who.secretariat })).errors;
  };
  expect(await refused('VERIFY', version)).toMatchObject([
    { __typename: 'StateConflictError', currentState: 'PUBLISHED', allowed: ['CLOSE'] },
  ]);
  expect(await refused('CLOSE', version - 1, 'Sudah terpenuhi')).toMatchObject([
    { __typename: 'VersionConflictError', currentVersion: version },
  ]);
  expect(placed(await refused('CLOSE', version, ' '))).toEqual([['REQUIRED', 'input.reason']]);
  await nothingWasWritten();
});

const REUSED = [['IDEMPOTENCY_KEY_REUSED', 'input.idempotencyKey']];

test('a key that was used is refused with another body, and for another deed', async () => {
  const idempotencyKey = randomUUID();
  const content = completeContent(ids.competencyId!);
  const input = { idempotencyKey, partnerId: ids.partnerId, needs: [], content };
  const as = who.university;
  const first = await app.mutate('proposalCreate', input, { as });
  before = await fingerprint(app.copy);

  const other = { ...input, content: { ...content, title: `${content.title}.` } };
  const again = await app.mutate('proposalCreate', other, { as });
  expect([again.proposal, placed(again.errors)]).toEqual([null, REUSED]);

  const { id, version } = first.proposal;
  const update = { idempotencyKey, id, expectedVersion: version, content: { summary: 'Lain' } };
  const changed = await app.mutate('proposalUpdate', update, { as });
  expect([changed.proposal, placed(changed.errors)]).toEqual([null, REUSED]);

  const move = { idempotencyKey, id, expectedVersion: version, action: 'SUBMIT' };
  const moved = await app.mutate('proposalTransition', move, { as });
  expect([moved.proposal, placed(moved.errors)]).toEqual([null, REUSED]);
  await nothingWasWritten();

  expect(await app.mutate('proposalCreate', input, { as })).toEqual(first);
  await nothingWasWritten();
});

test('a need in the past, of nobody, or without a unit is not written', async () => {
  const input = {
    orgUnitId: ids.unitId,
    title: 'Kebutuhan yang cukup panjang',
    rationale: 'Alasan yang cukup panjang',
    source: 'UNIT_DEMAND',
    competencyId: ids.competencyId,
    targetLevel: 6,
    forUnitIds: [],
    headcount: 0,
    dueOn: '2020-01-01',
    indicator: { name: 'x', unit: '', better: 'HIGHER', source: long(201) },
  };
  const { need, errors } = await app.mutate('needCreate', input, { as: who.secretariat });
  expect([need, placed(errors)]).toEqual([
    null,
    [
      ['INVALID', 'input.targetLevel'],
      ['INVALID', 'input.headcount'],
      ['REQUIRED', 'input.forUnitIds'],
      ['INVALID', 'input.indicator.name'],
      ['REQUIRED', 'input.indicator.unit'],
      ['TOO_LONG', 'input.indicator.source'],
      ['INVALID', 'input.dueOn'],
    ],
  ]);
  await nothingWasWritten();
});

test.each(['99999999999999', '999999999999999.999999', '-999999999999999'])(
  'an indicator of %s is kept or refused, and never a fault of ours',
  async (baseline) => {
    const input = {
      orgUnitId: ids.unitId,
      title: 'Kebutuhan yang cukup panjang',
      rationale: 'Alasan yang cukup panjang',
      source: 'UNIT_DEMAND',
      competencyId: ids.competencyId,
      targetLevel: 3,
      forUnitIds: [ids.unitId],
      indicator: { name: 'Waktu tunggu', unit: 'menit', better: 'LOWER', baseline },
    };
    const selection = 'need { indicator { baseline } } errors { code path }';
    const { body } = await send(app, 'needCreate', input, { as: who.secretariat }, selection);
    expect(body.errors).toBeUndefined();
    const { need, errors } = body.data.needCreate;
    if (errors.length > 0)
      expect([need, placed(errors)]).toEqual([null, [['INVALID', 'input.indicator.baseline']]]);
    else expect(need.indicator.baseline).toBe(baseline);
  },
);
