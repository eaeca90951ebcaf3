import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { encodeId } from '../src/platform/database/ids.ts';
import type { Clock } from '../src/platform/clock.ts';
import { who } from './actors.ts';
import { jobsAreDone, makeToken } from './cast.ts';
import { inReview, move, needAndCompetency, partnerId, review, type Handle } from './deeds.ts';
import { startApp, type Asking, type TestApp } from './harness.ts';

const SECRET = 'Pertimbangan-penelaah';
const HOUR = 3_600_000;

/** Stands still between the two looks, so that whole answers can be compared byte for byte. */
const clock: Clock & { at: Date } = { at: new Date(), now: () => clock.at };

let app: TestApp;
let proposal: Handle;
let unitId: string;
let needId: string;
let partner: string;
let internalId: string;
let reviewId: string;
let before: Record<string, string[]>;
let after: Record<string, string[]>;
let outsiders: Record<string, Asking>;

const facts = `id code version updatedAt title state waitingFor desk dueOn submittedAt reviewsIn reviewsRequired
  viewerActions viewerCanEdit viewerCanReview viewerCanLinkNeeds decision { outcome } recommendation { outcome }
  reviews { totalCount } transitions(first: 50) { totalCount pageInfo { endCursor hasNextPage } edges { cursor
  node { id action reason occurredAt by { displayName office } } } }`;
const rows =
  'totalCount pageInfo { hasNextPage endCursor } edges { cursor node { id state version updatedAt dueOn } }';

function questions(): string[] {
  const moment = clock.at.toISOString();
  const filters = [
    'state: [IN_REVIEW]',
    `partner: ["${partner}"]`,
    `orgUnit: ["${unitId}"]`,
    `need: ["${needId}"]`,
    ...['PARTNER', 'GOVERNMENT', 'NOBODY'].map((turn) => `waitingFor: [${turn}]`),
    ...['SECRETARIAT', 'REVIEWER', 'APPROVER'].map((desk) => `desk: [${desk}]`),
    'desk: [REVIEWER, APPROVER]',
    'waitsForMe: true',
    'waitsForMe: false',
    `updatedAt: { from: "${moment}" }`,
    `updatedAt: { until: "${moment}" }`,
    'search: "lokakarya"',
  ];
  const orders = ['UPDATED_AT', 'CODE', 'SUBMITTED_AT', 'DUE_ON'].flatMap((field) =>
    ['ASC', 'DESC'].map((direction) => `{ field: ${field}, direction: ${direction} }`),
  );
  return [
    `{ node(id: "${proposal.id}") { ... on Proposal { ${facts} } } }`,
    ...filters.map((filter) => `{ proposals(first: 20, filter: { ${filter} }) { ${rows} } }`),
    ...orders.map((order) => `{ proposals(first: 20, orderBy: ${order}) { ${rows} } }`),
    `{ need(by: { id: "${needId}" }) { updatedAt coverage { proposals approvedProposals seats } } }`,
    `{ need(by: { id: "${needId}" }) { proposals(first: 20) { ${rows} } } }`,
    '{ figures { asOf openNeeds answeredNeeds partners proposals seats } }',
    '{ dashboard { asOf proposalsByState { state count } } }',
    '{ viewer { notices(first: 20) { totalCount nodes { id createdAt text reason } } } }',
  ];
}

/** Deeds that are refused tell nothing either: the same refusal before and after. */
const deeds = () =>
  ['RECOMMEND', 'APPROVE', 'WAITLIST', 'REJECT', 'REQUEST_CHANGES', 'WITHDRAW'].map((action) => ({
    id: proposal.id,
    expectedVersion: 99,
    action,
    digest: proposal.digest,
  }));

const deed = `mutation ($input: ProposalTransitionInput!) { proposalTransition(input: $input) {
  proposal { id } errors { code message path ... on StateConflictError { currentState allowed } } } }`;

async function look(asking: Asking): Promise<string[]> {
  const asked = questions().map((question) => app.ask(question, {}, asking));
  const tried = deeds().map((input) =>
    app.ask(deed, { input: { idempotencyKey: randomUUID(), ...input } }, asking),
  );
  const answers = await Promise.all([...asked, ...tried]);
  return answers.map(({ body }) => JSON.stringify(body));
}

async function lookAsAll() {
  const found: typeof before = {};
  for (const [name, asking] of Object.entries(outsiders)) found[name] = await look(asking);
  return found;
}

beforeAll(async () => {
  app = await startApp({ clock });
  proposal = await inReview(app);
  ({ unitId, needId } = (await needAndCompetency(app)) as { unitId: string; needId: string });
  partner = await partnerId(app);
  await app.copy.sql(`insert into partner_membership (id, partner_id, account_id, display_name, owner)
    select '${randomUUID()}', m.partner_id, a.id, 'Anggota', false from account a, partner_membership m
    join account o on o.id = m.account_id where a.email = '${who.hr}' and o.email = '${who.university}'`);
  outsiders = {
    owner: { as: who.university },
    member: { as: who.universityMember },
    'member who is HR as well': { as: who.hr },
    'other partner': { as: who.ngo },
    anybody: {},
    ASN: { as: who.asn },
    administrator: { as: who.admin },
    'token PROPOSAL_READ': { token: (await makeToken(app, 'PROPOSAL_READ')).secret },
    'token AGGREGATE_READ': { token: (await makeToken(app, 'AGGREGATE_READ')).secret },
  };
  await jobsAreDone(app);
  const start = clock.at;
  before = await lookAsAll();
  clock.at = new Date(start.getTime() + HOUR);
  reviewId = (await review(app, proposal, who.reviewer1, { note: SECRET })).id;
  await review(app, proposal, who.reviewer2, { note: SECRET, verdict: 'REVISE' });
  const advice = { outcome: 'REJECTED', digest: proposal.digest, reason: SECRET };
  await move(app, proposal, who.reviewer1, 'RECOMMEND', advice);
  await jobsAreDone(app);
  clock.at = start;
  after = await lookAsAll();
  const [internal] = await app.copy.sql<{ id: string }>(`select id from transition where audience = 'STAFF'
    order by occurred_at desc limit 1`);
  internalId = encodeId('trn', internal!.id);
}, 240_000);
afterAll(() => app[Symbol.asyncDispose]());

const names = [
  'owner',
  'member',
  'member who is HR as well',
  'other partner',
  'anybody',
  'ASN',
  'administrator',
  'token PROPOSAL_READ',
  'token AGGREGATE_READ',
];

test.each(names)('%s gets the same bytes before and after reviews and a recommendation', (name) => {
  const asked = [...questions(), ...deeds().map(({ action }) => action)];
  const changed = asked.filter((_, index) => after[name]![index] !== before[name]![index]);
  expect(changed).toEqual([]);
});

test.each(names)('%s never reads a word of the reviewers', (name) => {
  expect(after[name]!.filter((answer) => answer.includes(SECRET))).toEqual([]);
});

test.each(names)(
  'to %s the internal move and a review answer like ids that were never given',
  async (name) => {
    const ask = async (id: string) =>
      JSON.stringify((await app.ask(`{ node(id: "${id}") { __typename id } }`, {}, outsiders[name])).body);
    expect(await ask(internalId)).toBe(await ask(encodeId('trn', randomUUID())));
    expect(await ask(reviewId)).toBe(await ask(encodeId('rev', randomUUID())));
  },
);

test('inside, all of it changed: the comparison would see a leak', async () => {
  const { node } = await app.data(
    `{ node(id: "${proposal.id}") { ... on Proposal { desk reviewsIn recommendation { outcome note } } } }`,
    {},
    { as: who.approver },
  );
  expect(node).toEqual({
    desk: 'APPROVER',
    reviewsIn: 2,
    recommendation: { outcome: 'REJECTED', note: SECRET },
  });
  expect(names).toEqual(Object.keys(outsiders));
  for (const name of ['owner', 'member', 'token PROPOSAL_READ'])
    expect(before[name]!.join()).toContain(proposal.id);
});
