import { afterAll, beforeAll, expect, test } from 'vitest';
import { who } from './actors.ts';
import { draft, inReview, move, needAndCompetency, recommended, review } from './deeds.ts';
import { startApp, type TestApp } from './harness.ts';
import { approveAtOnce, approveBesideWithdraw, attempt, uuidOf } from './rounds.ts';

let app: TestApp;
beforeAll(async () => void (app = await startApp()));
afterAll(() => app[Symbol.asyncDispose]());

test(
  'of twenty approvals at once one wins, twenty times, and leaves its traces once',
  { timeout: 300_000 },
  async () => {
    for (let round = 0; round < 20; round++) await approveAtOnce(app, 20);
  },
);

test('an approval beside a withdrawal leaves one legal history', { timeout: 300_000 }, async () => {
  for (let round = 0; round < 20; round++) await approveBesideWithdraw(app);
});

test('an edit beside the sending is in the frozen text or was refused', { timeout: 300_000 }, async () => {
  for (let round = 0; round < 20; round++) {
    const proposal = await draft(app);
    const title = `Judul yang disunting bersamaan ${round}`;
    const [edited, sent] = await Promise.all([
      app.mutate(
        'proposalUpdate',
        { id: proposal.id, expectedVersion: proposal.version, content: { title } },
        { as: who.university },
      ),
      attempt(app, proposal, who.university, 'SUBMIT'),
    ]);
    expect([edited, sent].filter(({ errors }) => errors.length === 0)).toHaveLength(1);
    const [row] = await app.copy.sql<{ state: string; title: string }>(
      `select state, title from proposal where id = '${uuidOf(proposal.id)}'`,
    );
    expect(row!.state).toBe(sent.errors.length === 0 ? 'SUBMITTED' : 'DRAFT');
    expect(row!.title === title).toBe(edited.errors.length === 0);
  }
});

test('two reviews that come at once are both counted', { timeout: 300_000 }, async () => {
  for (let round = 0; round < 20; round++) {
    const proposal = await inReview(app);
    await Promise.all([review(app, proposal, who.reviewer1), review(app, proposal, who.reviewer2)]);
    const { proposal: seen } = await app.data(
      `{ proposal(by: { id: "${proposal.id}" }) { reviewsIn } }`,
      {},
      { as: who.secretariat },
    );
    expect(seen.reviewsIn).toBe(2);
  }
});

test(
  'two proposals for one need approved at once are both in its coverage',
  { timeout: 300_000 },
  async () => {
    const { needId } = await needAndCompetency(app);
    const coverage = async () => {
      const { need } = await app.data(
        `{ need(by: { id: "${needId}" }) { coverage { approvedProposals seats } } }`,
      );
      return need.coverage;
    };
    for (let round = 0; round < 10; round++) {
      const pair = [await recommended(app), await recommended(app, who.ngo)];
      const before = await coverage();
      await Promise.all(pair.map((one) => move(app, one, who.approver, 'APPROVE', { digest: one.digest })));
      expect(await coverage()).toEqual({
        approvedProposals: before.approvedProposals + 2,
        seats: before.seats + 50,
      });
    }
  },
);

test('two merges into each other end with one merged and one open', { timeout: 300_000 }, async () => {
  for (let round = 0; round < 10; round++) {
    const [one, other] = [await inReview(app), await inReview(app, who.ngo)];
    const payloads = await Promise.all([
      attempt(app, one!, who.secretariat, 'MERGE', { mergeIntoId: other!.id }),
      attempt(app, other!, who.secretariat, 'MERGE', { mergeIntoId: one!.id }),
    ]);
    expect(payloads.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
  }
});
