import { afterAll, beforeAll, expect, test } from 'vitest';
import { who } from './actors.ts';
import { move, needAndCompetency, recommended } from './deeds.ts';
import { startApp, until, type TestApp } from './harness.ts';

let app: TestApp;
beforeAll(async () => void (app = await startApp()));
afterAll(() => app[Symbol.asyncDispose]());

test('a proposal goes from a need to its confirmation, and the need shows the answer', async () => {
  const { needId } = await needAndCompetency(app);
  const coverage = async () => {
    const { need } = await app.data(
      'query ($id: ID!) { need(by: { id: $id }) { coverage { proposals approvedProposals seats } } }',
      { id: needId },
    );
    return need.coverage;
  };
  const before = await coverage();

  const ready = await recommended(app);
  expect(await coverage()).toEqual({ ...before, proposals: before.proposals + 1 });
  const approved = await move(app, ready, who.approver, 'APPROVE', { digest: ready.digest });
  await move(app, approved, who.university, 'CONFIRM');

  expect(await coverage()).toEqual({
    proposals: before.proposals + 1,
    approvedProposals: before.approvedProposals + 1,
    seats: before.seats + 25,
  });
});

test('each member of the partner is told of the approval exactly once', async () => {
  const ready = await recommended(app);
  await move(app, ready, who.approver, 'APPROVE', { digest: ready.digest });
  const told = async (email: string) => {
    const { viewer } = await app.data(
      '{ viewer { notices(first: 50) { nodes { text proposal { id } } } } }',
      {},
      {
        as: email,
      },
    );
    return viewer.notices.nodes.filter(
      (notice: { text: string; proposal: { id: string } }) =>
        notice.proposal.id === ready.id && notice.text.includes('disetujui'),
    ).length;
  };
  for (const email of [who.university, who.universityMember]) {
    await until(async () => (await told(email)) > 0);
    expect(await told(email)).toBe(1);
  }
});

test('a token of the secretariat reads the dashboard, and nothing else', async () => {
  const { needId, unitId } = await needAndCompetency(app);
  const expiresOn = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  const { secret } = await app.mutate(
    'tokenCreate',
    { label: 'Dasbor kecamatan', scopes: ['AGGREGATE_READ'], orgUnitId: unitId, expiresOn },
    { as: who.secretariat },
  );
  const { dashboard, proposals, asnProfiles } = await app.data(
    '{ dashboard { proposalsByState { state count } } proposals { totalCount } asnProfiles { totalCount } }',
    {},
    { token: secret },
  );
  expect(dashboard.proposalsByState).toHaveLength(12);
  expect(dashboard.proposalsByState.some(({ count }: { count: number }) => count > 0)).toBe(true);
  expect(proposals.totalCount).toBe(0);
  expect(asnProfiles).toBeNull();
  expect(needId).toMatch(/^ned_/);
});
