import { randomUUID } from 'node:crypto';
import { decodeId } from '../src/platform/database/ids.ts';
import type { ProposalAction, ProposalState } from '../src/proposals/transition.rules.ts';
import { who } from './actors.ts';
import { draft, inReview, move, recommended, submitted, type Handle } from './deeds.ts';
import type { TestApp } from './harness.ts';

const reason = 'Alasan yang dapat dibaca semua pihak';

/** What goes with a move beside its proposal, so that nothing but who asks, and when, can stand against it. */
export interface Surroundings {
  /** Another open proposal of the same unit. */
  targetId: string;
  /** A unit that has a secretariat. */
  otherUnitId: string;
}

/** Everything that an action asks for. */
export function wordsOf(action: string, digest: string, around: Surroundings): Record<string, unknown> {
  if (['APPROVE', 'WAITLIST'].includes(action)) return { digest };
  if (action === 'RECOMMEND') return { digest, outcome: 'APPROVED', reason };
  if (action === 'REJECT') return { reason, reasonCode: 'BUDGET' };
  if (action === 'FORWARD') return { reason, forwardToId: around.otherUnitId };
  if (action === 'MERGE') return { mergeIntoId: around.targetId };
  return ['RETURN', 'REQUEST_CHANGES', 'CANCEL', 'WITHDRAW'].includes(action) ? { reason } : {};
}

/** The partner writes something else. */
export async function edited(
  app: TestApp,
  proposal: Handle,
  email: string = who.university,
): Promise<Handle> {
  const content = { summary: `Tiga sesi praktik, dengan contoh dari loket. ${randomUUID()}` };
  const input = { id: proposal.id, expectedVersion: proposal.version, content };
  const payload = await app.mutate('proposalUpdate', input, { as: email });
  if (payload.errors.length > 0) throw new Error(JSON.stringify(payload.errors));
  return { ...proposal, version: payload.proposal.version };
}

/** A place where a proposal can stand, and what has come before that matters to those who act. */
export interface Standing {
  name: string;
  state: ProposalState;
  make: (app: TestApp, around: Surroundings) => Promise<Handle>;
  /** Reviewers were assigned. */
  isAssigned?: true;
  /** Both reviews of the current text are in, and it is recommended. */
  isRecommended?: true;
  /** Where the change was asked for. */
  goesBackTo?: ProposalState;
}

type Make = Standing['make'];

const after =
  (before: Make, email: string, action: ProposalAction): Make =>
  async (app, around) => {
    const proposal = await before(app, around);
    return move(app, proposal, email, action, wordsOf(action, proposal.digest, around));
  };

const rewritten =
  (before: Make): Make =>
  async (app, around) =>
    edited(app, await before(app, around));

/** Programmes are not there yet: what they will do to a proposal is done behind the walls. */
const put =
  (before: Make, state: ProposalState): Make =>
  async (app, around) => {
    const proposal = await before(app, around);
    await app.copy.sql(`update proposal set state = '${state}' where ${isThe(proposal)}`);
    return proposal;
  };

const confirmed = after(
  after((app) => recommended(app), who.approver, 'APPROVE'),
  who.university,
  'CONFIRM',
);

export const standings: readonly Standing[] = [
  { name: 'DRAFT', state: 'DRAFT', make: (app) => draft(app) },
  { name: 'SUBMITTED', state: 'SUBMITTED', make: (app) => submitted(app) },
  { name: 'IN_REVIEW', state: 'IN_REVIEW', make: (app) => inReview(app), isAssigned: true },
  {
    name: 'IN_REVIEW and recommended',
    state: 'IN_REVIEW',
    make: (app) => recommended(app),
    isAssigned: true,
    isRecommended: true,
  },
  {
    name: 'CHANGES_REQUESTED by a return',
    state: 'CHANGES_REQUESTED',
    make: rewritten(after((app) => submitted(app), who.secretariat, 'RETURN')),
    goesBackTo: 'SUBMITTED',
  },
  {
    name: 'CHANGES_REQUESTED in review',
    state: 'CHANGES_REQUESTED',
    make: rewritten(after((app) => inReview(app), who.reviewer1, 'REQUEST_CHANGES')),
    isAssigned: true,
    goesBackTo: 'IN_REVIEW',
  },
  {
    name: 'WAITLISTED',
    state: 'WAITLISTED',
    make: after((app) => recommended(app), who.approver, 'WAITLIST'),
    isAssigned: true,
    isRecommended: true,
  },
  {
    name: 'APPROVED',
    state: 'APPROVED',
    make: after((app) => recommended(app), who.approver, 'APPROVE'),
    isAssigned: true,
    isRecommended: true,
  },
  {
    name: 'REJECTED',
    state: 'REJECTED',
    make: after((app) => submitted(app), who.approver, 'REJECT'),
  },
  {
    name: 'WITHDRAWN',
    state: 'WITHDRAWN',
    make: after((app) => submitted(app), who.university, 'WITHDRAW'),
  },
  {
    name: 'MERGED',
    state: 'MERGED',
    make: after((app) => submitted(app), who.secretariat, 'MERGE'),
  },
  { name: 'CONFIRMED', state: 'CONFIRMED', make: confirmed, isAssigned: true, isRecommended: true },
  {
    name: 'SCHEDULED',
    state: 'SCHEDULED',
    make: put(confirmed, 'SCHEDULED'),
    isAssigned: true,
    isRecommended: true,
  },
  { name: 'DONE', state: 'DONE', make: put(confirmed, 'DONE'), isAssigned: true, isRecommended: true },
  {
    name: 'CANCELLED',
    state: 'CANCELLED',
    make: after(confirmed, who.approver, 'CANCEL'),
    isAssigned: true,
    isRecommended: true,
  },
];

/** The UUID of a proposal, as it stands in the tables. */
export const uuidOf = (id: string): string => decodeId('prp', id)!;

export const isThe = (proposal: { id: string }): string => `id = '${uuidOf(proposal.id)}'`;
