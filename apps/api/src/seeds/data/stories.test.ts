import { expect, test } from 'vitest';
import { accounts } from './accounts.ts';
import { competencies } from './framework.ts';
import { needs } from './needs.ts';
import { partners } from './partners.ts';
import { rubric } from './rubric.ts';
import { stories, type ContentSeed, type Step, type StorySeed } from './stories.ts';
import { units } from './units.ts';

type State = string;
type Duty = 'partner' | 'owner' | 'SECRETARIAT' | 'REVIEWER' | 'APPROVER';

/** The table of the proposal's way, as far as stories walk it. `null`: the state stays, or is the one it came from. */
const moves: Record<string, { from: State[]; to: State | null; by: Duty[] }> = {
  SUBMIT: { from: ['DRAFT'], to: 'SUBMITTED', by: ['partner'] },
  RETURN: { from: ['SUBMITTED'], to: 'CHANGES_REQUESTED', by: ['SECRETARIAT'] },
  START_REVIEW: { from: ['SUBMITTED'], to: 'IN_REVIEW', by: ['SECRETARIAT'] },
  REQUEST_CHANGES: {
    from: ['IN_REVIEW'],
    to: 'CHANGES_REQUESTED',
    by: ['REVIEWER', 'SECRETARIAT', 'APPROVER'],
  },
  RESUBMIT: { from: ['CHANGES_REQUESTED'], to: null, by: ['partner'] },
  RECOMMEND: { from: ['IN_REVIEW'], to: null, by: ['REVIEWER'] },
  APPROVE: { from: ['IN_REVIEW', 'WAITLISTED'], to: 'APPROVED', by: ['APPROVER'] },
  WAITLIST: { from: ['IN_REVIEW'], to: 'WAITLISTED', by: ['APPROVER'] },
  REJECT: {
    from: ['SUBMITTED', 'IN_REVIEW', 'CHANGES_REQUESTED', 'WAITLISTED'],
    to: 'REJECTED',
    by: ['APPROVER'],
  },
  MERGE: { from: ['SUBMITTED', 'IN_REVIEW', 'WAITLISTED'], to: 'MERGED', by: ['SECRETARIAT'] },
  CONFIRM: { from: ['APPROVED'], to: 'CONFIRMED', by: ['partner'] },
  CANCEL: { from: ['APPROVED', 'CONFIRMED'], to: 'CANCELLED', by: ['APPROVER'] },
  WITHDRAW: {
    from: ['DRAFT', 'SUBMITTED', 'IN_REVIEW', 'CHANGES_REQUESTED', 'WAITLISTED', 'APPROVED', 'CONFIRMED'],
    to: 'WITHDRAWN',
    by: ['owner'],
  },
};
const open = ['SUBMITTED', 'IN_REVIEW', 'CHANGES_REQUESTED', 'WAITLISTED'];
const reasoned = ['RETURN', 'REQUEST_CHANGES', 'REJECT', 'CANCEL', 'FORWARD', 'WITHDRAW'];
const rejections = [
  'NOT_A_NEED',
  'DUPLICATE',
  'BUDGET',
  'QUALITY',
  'CAPACITY',
  'CONFLICT',
  'NO_ANSWER',
  'OTHER',
];

interface Standing {
  story: StorySeed;
  state: State;
  cameFrom: State;
  content: Partial<ContentSeed>;
  frozen: string | null;
  reviews: Set<string>;
  everReviewed: Set<string>;
  recommended: boolean;
  linked: boolean;
  walked: string[];
}

const standings = new Map<number, Standing>(
  stories.map((story) => [
    story.number,
    {
      story,
      state: 'DRAFT',
      cameFrom: 'DRAFT',
      content: { ...story.content },
      frozen: null,
      reviews: new Set(),
      everReviewed: new Set(),
      recommended: false,
      linked: story.needs.length > 0,
      walked: [],
    },
  ]),
);

/** All steps of all stories as the seeder replays them: oldest first. */
const replay = stories
  .flatMap((story) => story.steps.map((step) => ({ number: story.number, step })))
  .sort((one, other) => other.step.daysAgo - one.step.daysAgo);

function mayAct(email: string, story: StorySeed, allowed: Duty[]): boolean {
  const account = accounts.find((candidate) => candidate.email === email);
  const member = account?.partner?.key === story.partner;
  return allowed.some((duty) => {
    if (duty === 'partner') return member;
    if (duty === 'owner') return member && account?.partner?.owner;
    return account?.roles.some(({ role, unit }) => role === duty && unit === 'KPG.ALK');
  });
}

function expectLimits(content: Partial<ContentSeed>, where: string): void {
  const codes = competencies.map(({ code }) => code);
  expect(content.title?.length, where).toBeGreaterThanOrEqual(10);
  expect(content.title?.length, where).toBeLessThanOrEqual(150);
  expect(content.summary?.length ?? 0, where).toBeLessThanOrEqual(1200);
  for (const { minutes } of content.sessions ?? []) {
    expect(minutes, where).toBeGreaterThanOrEqual(15);
    expect(minutes, where).toBeLessThanOrEqual(600);
  }
  for (const { competency, fromLevel, toLevel } of content.outcomes ?? []) {
    expect(codes, where).toContain(competency);
    expect(fromLevel ?? 1, where).toBeLessThanOrEqual(toLevel);
  }
  for (const { quantity, unitPrice } of content.budget ?? []) {
    expect(quantity, where).toMatch(/^\d{1,6}(\.\d{1,2})?$/);
    expect(unitPrice, where).toMatch(/^\d{1,12}$/);
  }
  if (content.capacityMin && content.capacityMax)
    expect(content.capacityMin, where).toBeLessThanOrEqual(content.capacityMax);
  if (content.preferredInDays)
    expect(content.preferredInDays[0], where).toBeLessThan(content.preferredInDays[1]);
}

function expectComplete({ content, story, linked }: Standing, where: string): void {
  for (const part of [
    'kind',
    'mode',
    'summary',
    'rationale',
    'objectives',
    'audience',
    'capacityMax',
  ] as const)
    expect(content[part], `${where}: ${part}`).toBeTruthy();
  for (const part of ['sessions', 'speakers', 'outcomes'] as const)
    expect(content[part]?.length ?? 0, `${where}: ${part}`).toBeGreaterThan(0);
  expect(linked || Boolean(story.initiativeReason), where).toBe(true);
  expect(story.unit !== undefined || story.needs.some(({ strength }) => strength === 'PRIMARY'), where).toBe(
    true,
  );
}

function walk(standing: Standing, step: Step & { deed: 'transition' }, where: string): void {
  const { story, content } = standing;
  const move = moves[step.action];
  if (!move) throw new Error(`${where}: no such move`);
  expect(move.from, where).toContain(standing.state);
  expect(mayAct(step.by, story, move.by), `${where} by ${step.by}`).toBe(true);
  if (reasoned.includes(step.action) && standing.state !== 'DRAFT') expect(step.reason, where).toBeTruthy();
  if (step.action === 'REJECT') expect(rejections, where).toContain(step.reasonCode);
  else expect(step.reasonCode, where).toBeUndefined();
  if (step.action === 'MERGE') {
    const target = standings.get(step.mergeInto ?? 0);
    expect(open, where).toContain(target?.state);
    expect(target?.story.number, where).not.toBe(story.number);
  }
  if (step.action === 'SUBMIT' || step.action === 'RESUBMIT') {
    expectComplete(standing, where);
    expect(JSON.stringify(content), `${where}: text changed`).not.toBe(standing.frozen);
    standing.frozen = JSON.stringify(content);
    standing.reviews.clear();
    standing.recommended = false;
  }
  if (step.action === 'RECOMMEND') {
    expect(standing.reviews.size, where).toBeGreaterThanOrEqual(2);
    expect(standing.reviews, where).toContain(step.by);
    expect(step.outcome, where).toBeDefined();
    standing.recommended = true;
  }
  if (step.action === 'APPROVE' || step.action === 'WAITLIST') {
    expect(standing.recommended, where).toBe(true);
    expect(standing.everReviewed, where).not.toContain(step.by);
  }
  if (step.action === 'APPROVE') expect(standing.linked, where).toBe(true);

  const from = standing.state;
  standing.state = move.to ?? (step.action === 'RESUBMIT' ? standing.cameFrom : from);
  if (standing.state === 'CHANGES_REQUESTED') standing.cameFrom = from;
  standing.walked.push(step.action);
}

function take(standing: Standing, step: Step): void {
  const where = `story ${standing.story.number}, ${step.daysAgo} days ago`;
  if (step.deed === 'transition') return walk(standing, step, `${where}: ${step.action}`);
  if (step.deed === 'edit') {
    expect(['DRAFT', 'CHANGES_REQUESTED'], where).toContain(standing.state);
    expect(mayAct(step.by, standing.story, ['partner']), where).toBe(true);
    const before = JSON.stringify(standing.content);
    Object.assign(standing.content, step.content);
    expect(JSON.stringify(standing.content), where).not.toBe(before);
    return expectLimits(standing.content, where);
  }
  if (step.deed === 'link') {
    expect(['SUBMITTED', 'IN_REVIEW', 'CHANGES_REQUESTED', 'WAITLISTED'], where).toContain(standing.state);
    expect(mayAct(step.by, standing.story, ['SECRETARIAT', 'APPROVER']), where).toBe(true);
    standing.linked = true;
    return;
  }
  expect(standing.state, where).toBe('IN_REVIEW');
  expect(mayAct(step.by, standing.story, ['REVIEWER']), where).toBe(true);
  expect(step.scores, where).toHaveLength(step.verdict === 'ABSTAIN' ? 0 : rubric.length);
  for (const score of step.scores) expect([0, 1, 2, 3, 4], where).toContain(score);
  standing.everReviewed.add(step.by);
  if (step.verdict !== 'ABSTAIN') standing.reviews.add(step.by);
}

test('stories: references resolve, time runs forward, numbers follow creation', () => {
  expect(stories.map(({ number }) => number)).toEqual(stories.map((_, index) => index + 1));
  for (const story of stories) {
    const where = `story ${story.number}`;
    expect(partners.find(({ key }) => key === story.partner)?.state, where).toBe('VERIFIED');
    expect(mayAct(story.by, story, ['partner']), where).toBe(true);
    if (story.unit) expect(units.map(({ code }) => code)).toContain(story.unit);
    const times = [story.createdDaysAgo, ...story.steps.map(({ daysAgo }) => daysAgo)];
    for (const [index, time] of times.entries()) {
      expect(time, where).toBeGreaterThan(0);
      if (index > 0) expect(time, where).toBeLessThan(times[index - 1] ?? 0);
    }
    const linked = [
      ...story.needs,
      ...story.steps.flatMap((step) => (step.deed === 'link' ? step.needs : [])),
    ];
    for (const { need } of linked) {
      const found = needs.find(({ number }) => number === need);
      expect(found?.path, `${where}: need ${need}`).toEqual(['VERIFY', 'PUBLISH']);
      expect(found?.createdDaysAgo, where).toBeGreaterThan(story.createdDaysAgo);
    }
    expectLimits(story.content, where);
  }
  const created = stories.map(({ createdDaysAgo }) => createdDaysAgo);
  expect(created).toEqual([...created].sort((one, other) => other - one));
  const moments = replay.map(({ step }) => step.daysAgo);
  expect(new Set(moments).size, 'no two deeds at one moment').toBe(moments.length);
});

test('stories: every deed is legal when its time comes, and the demo shows every standing', () => {
  for (const { number, step } of replay) {
    const standing = standings.get(number);
    if (standing) take(standing, step);
  }
  const ends = [...standings.values()];
  const numbers = (state: State) =>
    ends.filter((standing) => standing.state === state).map(({ story }) => story.number);
  expect(numbers('DRAFT')).toEqual([12, 13]);
  expect(numbers('SUBMITTED')).toEqual([11, 14]);
  expect(numbers('IN_REVIEW')).toEqual([6, 9, 10]);
  expect(numbers('CHANGES_REQUESTED')).toEqual([8]);
  expect(numbers('APPROVED')).toEqual([5]);
  expect(numbers('CONFIRMED')).toEqual([1]);
  expect(numbers('WAITLISTED')).toEqual([3]);
  expect(numbers('REJECTED')).toEqual([2]);
  expect(numbers('WITHDRAWN')).toEqual([4]);
  expect(numbers('MERGED')).toEqual([7]);
  expect([6, 9, 10].map((number) => standings.get(number)?.reviews.size)).toEqual([2, 1, 0]);
  expect(standings.get(6)?.recommended).toBe(true);
  expect(standings.get(9)?.walked).toEqual(['SUBMIT', 'RETURN', 'RESUBMIT', 'START_REVIEW']);
  expect(ends.filter(({ story, linked }) => story.initiativeReason && !linked)).toHaveLength(1);
});
