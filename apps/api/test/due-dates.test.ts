import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Clock } from '../src/platform/clock.ts';
import { who } from './actors.ts';
import { inReview, move, recommended, review, submitted, type Handle } from './deeds.ts';
import { startApp, type TestApp } from './harness.ts';
import { otherSecretariat } from './other-unit.ts';
import { edited, isThe } from './standings.ts';

/** A Monday of the year 2040, half an hour after midnight in Kupang, while it is still Sunday in UTC. */
const MONDAY = '2040-03-04T16:30:00.000Z';

class SetClock implements Clock {
  #now = new Date(MONDAY);
  now = () => this.#now;
  set = (instant: string) => void (this.#now = new Date(instant));
}

const clock = new SetClock();
let app: TestApp;
let otherUnitId: string;
beforeAll(async () => {
  app = await startApp({ clock });
  otherUnitId = await otherSecretariat(app, who.asn);
  for (const email of Object.values(who)) await app.cookie(email);
  await app.copy.sql(`update session set idle = 1e12::bigint, ends_at = '2041-01-01'`);
  // A Wednesday, and a Sunday, which is free anyway.
  await app.copy.sql(
    `insert into holiday ("on", name) values ('2040-03-07', 'Libur'), ('2040-03-11', 'Libur')`,
  );
});
afterAll(() => app[Symbol.asyncDispose]());

async function dueOn(proposal: Handle): Promise<string | null> {
  const [row] = await app.copy.sql<{ due: string | null }>(
    `select due_on::text as due from proposal where ${isThe(proposal)}`,
  );
  return row!.due;
}

const reason = 'Alasan yang jelas';

test('screening is due after three working days, counted from the day in Kupang', async () => {
  clock.set(MONDAY);
  expect(await dueOn(await submitted(app))).toBe('2040-03-09');
});

test('forwarding begins the days of screening again', async () => {
  clock.set(MONDAY);
  const proposal = await submitted(app);
  clock.set('2040-03-08T02:00:00Z');
  await move(app, proposal, who.secretariat, 'FORWARD', { reason, forwardToId: otherUnitId });
  expect(await dueOn(proposal)).toBe('2040-03-13');
});

test('review and decision together are due after twelve, and no recommendation moves that', async () => {
  clock.set(MONDAY);
  const proposal = await inReview(app);
  expect(await dueOn(proposal)).toBe('2040-03-22');
  clock.set('2040-03-14T02:00:00Z');
  await review(app, proposal, who.reviewer1);
  await review(app, proposal, who.reviewer2);
  await move(app, proposal, who.reviewer2, 'RECOMMEND', { outcome: 'REJECTED', digest: proposal.digest });
  expect(await dueOn(proposal)).toBe('2040-03-22');
});

test("the partner's answer is due after ten, and sending again begins what it goes back to", async () => {
  clock.set(MONDAY);
  const asked = await move(app, await inReview(app), who.approver, 'REQUEST_CHANGES', { reason });
  expect(await dueOn(asked)).toBe('2040-03-20');
  const returned = await move(app, await submitted(app), who.secretariat, 'RETURN', { reason });
  expect(await dueOn(returned)).toBe('2040-03-20');
  clock.set('2040-03-12T02:00:00Z');
  const again = await move(app, await edited(app, asked), who.university, 'RESUBMIT');
  expect(await dueOn(again)).toBe('2040-03-28');
  const screened = await move(app, await edited(app, returned), who.university, 'RESUBMIT');
  expect(await dueOn(screened)).toBe('2040-03-15');
});

test('an edit of the text moves no date', async () => {
  clock.set(MONDAY);
  const asked = await move(app, await inReview(app), who.reviewer1, 'REQUEST_CHANGES', { reason });
  clock.set('2040-03-15T02:00:00Z');
  await edited(app, asked);
  expect(await dueOn(asked)).toBe('2040-03-20');
});

test('the confirmation is due after five; the waiting list and the end of a way wait for nobody', async () => {
  clock.set(MONDAY);
  const ready = await recommended(app);
  const waiting = await move(app, ready, who.approver, 'WAITLIST', { digest: ready.digest });
  expect(await dueOn(waiting)).toBeNull();
  const approved = await move(app, waiting, who.approver, 'APPROVE', { digest: ready.digest });
  expect(await dueOn(approved)).toBe('2040-03-13');
  const confirmed = await move(app, approved, who.university, 'CONFIRM');
  expect(await dueOn(confirmed)).toBeNull();
  await move(app, confirmed, who.approver, 'CANCEL', { reason });
  expect(await dueOn(confirmed)).toBeNull();
});
