import { afterAll, beforeAll, expect, test } from 'vitest';
import { who } from './actors.ts';
import { draft, inReview, move, needAndCompetency, recommended, review, type Handle } from './deeds.ts';
import { startApp, until, type TestApp } from './harness.ts';
import { decodeId } from '../src/platform/database/ids.ts';

let app: TestApp;
beforeAll(async () => void (app = await startApp()));
afterAll(() => app[Symbol.asyncDispose]());

const uuidOf = (id: string) => decodeId('prp', id)!;
const attempt = (proposal: Handle, as: string, action: string, more: Record<string, unknown> = {}) =>
  app.mutate(
    'proposalTransition',
    { id: proposal.id, expectedVersion: proposal.version, action, ...more },
    { as },
  );

async function count(text: string): Promise<number> {
  const [row] = await app.copy.sql<{ n: string }>(`select count(*) as n from ${text}`);
  return Number(row!.n);
}

const traces = (proposal: Handle, action: string) => ({
  transitions: `transition where proposal_id = '${uuidOf(proposal.id)}' and action = '${action}'`,
  audits: `audit.audit_entry where subject = '${proposal.id}' and facts->>'action' = '${action}'`,
  events: `pgboss.job where data->'payload'->>'proposalId' = '${uuidOf(proposal.id)}'
    and data->'payload'->>'action' = '${action}'`,
});

test(
  'of twenty approvals at once one wins, twenty times, and leaves its traces once',
  { timeout: 120_000 },
  async () => {
    for (let round = 0; round < 20; round++) {
      const proposal = await recommended(app);
      const tries = Array.from({ length: 20 }, () =>
        attempt(proposal, who.approver, 'APPROVE', { digest: proposal.digest }),
      );
      const payloads = await Promise.all(tries);
      const refusals = payloads.flatMap(({ errors }) => errors.map(({ code }: { code: string }) => code));
      expect(payloads.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
      expect(refusals.every((code) => code === 'STATE_CONFLICT' || code === 'VERSION_CONFLICT')).toBe(true);
      const { transitions, audits, events } = traces(proposal, 'APPROVE');
      expect([await count(transitions), await count(audits), await count(events)]).toEqual([1, 1, 1]);
      const notices = `notice where kind = 'approve' and proposal_id = '${uuidOf(proposal.id)}'`;
      await until(async () => (await count(notices)) >= 2);
      expect(await count(notices)).toBe(2);
    }
  },
);

test('an approval beside a withdrawal leaves one legal history', { timeout: 60_000 }, async () => {
  for (let round = 0; round < 20; round++) {
    const proposal = await recommended(app);
    const [approved, withdrawn] = await Promise.all([
      attempt(proposal, who.approver, 'APPROVE', { digest: proposal.digest }),
      attempt(proposal, who.university, 'WITHDRAW', { reason: 'Narasumber berhalangan.' }),
    ]);
    expect([approved, withdrawn].filter(({ errors }) => errors.length === 0)).toHaveLength(1);
    const [row] = await app.copy.sql<{ state: string; decided: boolean }>(
      `select state, decision_id is not null as decided from proposal where id = '${uuidOf(proposal.id)}'`,
    );
    const isApproved = approved.errors.length === 0;
    expect(row).toEqual({ state: isApproved ? 'APPROVED' : 'WITHDRAWN', decided: isApproved });
  }
});

test('an edit beside the sending is in the frozen text or was refused', { timeout: 60_000 }, async () => {
  for (let round = 0; round < 20; round++) {
    const proposal = await draft(app);
    const title = `Judul yang disunting bersamaan ${round}`;
    const [edited, sent] = await Promise.all([
      app.mutate(
        'proposalUpdate',
        { id: proposal.id, expectedVersion: proposal.version, content: { title } },
        { as: who.university },
      ),
      attempt(proposal, who.university, 'SUBMIT'),
    ]);
    expect([edited, sent].filter(({ errors }) => errors.length === 0)).toHaveLength(1);
    const [row] = await app.copy.sql<{ state: string; title: string }>(
      `select state, title from proposal where id = '${uuidOf(proposal.id)}'`,
    );
    expect(row!.state).toBe(sent.errors.length === 0 ? 'SUBMITTED' : 'DRAFT');
    expect(row!.title === title).toBe(edited.errors.length === 0);
  }
});

test('two reviews that come at once are both counted', { timeout: 60_000 }, async () => {
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
  { timeout: 120_000 },
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

test('two merges into each other end with one merged and one open', { timeout: 60_000 }, async () => {
  for (let round = 0; round < 10; round++) {
    const [one, other] = [await inReview(app), await inReview(app, who.ngo)];
    const payloads = await Promise.all([
      attempt(one!, who.secretariat, 'MERGE', { mergeIntoId: other!.id }),
      attempt(other!, who.secretariat, 'MERGE', { mergeIntoId: one!.id }),
    ]);
    expect(payloads.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
  }
});
