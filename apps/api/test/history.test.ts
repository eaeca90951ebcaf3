import { afterAll, beforeAll, expect, test } from 'vitest';
import { who } from './actors.ts';
import { move, recommended } from './deeds.ts';
import { startApp, type TestApp } from './harness.ts';

/** Everything happens at one instant, as it may on a fast machine. */
const standingClock = { now: () => new Date('2040-03-05T02:00:00Z') };

let app: TestApp;
beforeAll(async () => void (app = await startApp({ clock: standingClock })));
afterAll(() => app[Symbol.asyncDispose]());

test('moves of one instant stand in the history in the order in which they were made', async () => {
  const wanted = ['SUBMIT', 'START_REVIEW', 'RECOMMEND', 'WAITLIST', 'APPROVE', 'CONFIRM'];
  for (let round = 0; round < 3; round++) {
    const ready = await recommended(app);
    const waiting = await move(app, ready, who.approver, 'WAITLIST', { digest: ready.digest });
    const approved = await move(app, waiting, who.approver, 'APPROVE', { digest: ready.digest });
    await move(app, approved, who.university, 'CONFIRM');
    const { proposal } = await app.data(
      'query ($id: ID!) { proposal(by: { id: $id }) { transitions { nodes { action } } } }',
      { id: ready.id },
      { as: who.secretariat },
    );
    expect(proposal.transitions.nodes.map(({ action }: { action: string }) => action)).toEqual(wanted);
  }
});
