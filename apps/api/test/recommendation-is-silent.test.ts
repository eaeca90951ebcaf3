import { afterAll, beforeAll, expect, test } from 'vitest';
import { who } from './actors.ts';
import { inReview, move, review, type Handle } from './deeds.ts';
import { startApp, type TestApp } from './harness.ts';

let app: TestApp;
beforeAll(async () => void (app = await startApp()));
afterAll(() => app[Symbol.asyncDispose]());

const facts = `id code version updatedAt title state waitingFor desk dueOn submittedAt reviewsIn reviewsRequired
  viewerActions viewerCanEdit viewerCanReview viewerCanLinkNeeds
  decision { outcome } recommendation { outcome } reviews { totalCount nodes { id } }
  transitions(first: 100) { totalCount edges { cursor node { id action from to reason by { displayName office } } } }
  revisions(first: 100) { totalCount nodes { digest } }`;

const orders = ['UPDATED_AT', 'CODE', 'SUBMITTED_AT', 'DUE_ON'].flatMap((field) =>
  ['ASC', 'DESC'].map((direction) => `{ field: ${field}, direction: ${direction} }`),
);
const filters = [
  'state: [IN_REVIEW]',
  'waitingFor: [GOVERNMENT]',
  'waitingFor: [PARTNER]',
  'desk: [APPROVER]',
  'desk: [REVIEWER]',
  'desk: [SECRETARIAT]',
  'waitsForMe: true',
  'waitsForMe: false',
  'search: "Lokakarya"',
];

const list = (args: string) => `{ proposals(first: 100, ${args}) {
  totalCount pageInfo { endCursor } edges { cursor node { id version updatedAt } } } }`;

/** Everything that somebody outside could compare. */
async function look(as: string | undefined, proposal: Handle): Promise<string[]> {
  const asking = as ? { as } : {};
  const questions = [
    `{ proposal(by: { id: "${proposal.id}" }) { ${facts} } }`,
    `{ node(id: "${proposal.id}") { ... on Proposal { ${facts} } } }`,
    ...orders.map((order) => list(`orderBy: ${order}`)),
    ...filters.map((filter) => list(`filter: { ${filter} }`)),
    '{ needs(first: 25) { nodes { code version updatedAt coverage { proposals approvedProposals seats } } } }',
    '{ figures { openNeeds answeredNeeds proposals seats } }',
    '{ viewer { notices(first: 100) { totalCount nodes { id text } } } }',
  ];
  const answers: string[] = [];
  for (const question of questions) answers.push(JSON.stringify((await app.ask(question, {}, asking)).body));
  return answers;
}

test.each([
  ['an owner of the proposing partner', who.university],
  ['a member of the proposing partner', who.universityMember],
  ['another partner', who.ngo],
  ['an ASN', who.asn],
  ['anybody', undefined],
])('%s can tell no difference after reviews and a recommendation', async (_, as) => {
  const proposal = await inReview(app);
  // The notice of the beginning of the review is public to the partner; wait for it, so that it is not taken for a leak.
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const before = await look(as, proposal);

  await review(app, proposal, who.reviewer1, { note: 'Rahasia telaah satu' });
  await review(app, proposal, who.reviewer2, { note: 'Rahasia telaah dua' });
  const more = { outcome: 'REJECTED', digest: proposal.digest, reason: 'Rahasia rekomendasi' };
  await move(app, proposal, who.reviewer1, 'RECOMMEND', more);
  await new Promise((resolve) => setTimeout(resolve, 1500));

  expect(await look(as, proposal)).toEqual(before);
  const { proposal: inside } = await app.data(
    `{ proposal(by: { id: "${proposal.id}" }) { desk reviewsIn recommendation { note } transitions { totalCount } } }`,
    {},
    { as: who.approver },
  );
  expect(inside).toEqual({
    desk: 'APPROVER',
    reviewsIn: 2,
    recommendation: { note: 'Rahasia rekomendasi' },
    transitions: { totalCount: 3 },
  });
});

test('the internal move and the reviews answer to no id outside', async () => {
  const proposal = await inReview(app);
  const written = await review(app, proposal, who.reviewer1);
  await review(app, proposal, who.reviewer2);
  await move(app, proposal, who.reviewer1, 'RECOMMEND', { outcome: 'APPROVED', digest: proposal.digest });
  const { proposal: inside } = await app.data(
    `{ proposal(by: { id: "${proposal.id}" }) { transitions { nodes { id action } } } }`,
    {},
    { as: who.approver },
  );
  const internal = inside.transitions.nodes.find(({ action }: { action: string }) => action === 'RECOMMEND');
  const { nodes } = await app.data(
    'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
    { ids: [internal.id, written.id, proposal.id] },
    { as: who.university },
  );
  expect(nodes).toEqual([null, null, { id: proposal.id }]);
});
