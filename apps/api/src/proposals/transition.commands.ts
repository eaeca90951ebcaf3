import { LockMode } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { dayOf } from '../platform/clock.ts';
import { decodeId, newId } from '../platform/database/ids.ts';
import { load } from '../platform/database/loader.ts';
import { rowsOf } from '../platform/database/tables.ts';
import { beyondOwnRights } from '../platform/database/unit-of-work.ts';
import { audit } from '../platform/journal/audit.ts';
import { refused, type Deed, type Outcome } from '../platform/journal/deed.ts';
import {
  notFound,
  notPermitted,
  problem,
  problemOfAll,
  stateConflict,
  textProblems,
  versionConflict,
  type Problem,
} from '../platform/problem.rules.ts';
import { accountById } from '../identity/account.queries.ts';
import { holidays, unitById } from '../organisation/unit.queries.ts';
import { addWorkingDays } from '../organisation/working-day.rules.ts';
import { partnerById } from '../partners/partner.queries.ts';
import { recountCoverage } from './coverage.commands.ts';
import { approve, merge, reject, waitlist } from './deciding.commands.ts';
import type { MoveInput, Moving, Step } from './moving.commands.ts';
import { ProposalSchema } from './proposal.entity.ts';
import { linksOfProposal, proposalById, revisionById, type ProposalRow } from './proposal.queries.ts';
import { recommend, startReview } from './reviewing.commands.ts';
import { forward, resubmit, submit } from './sending.commands.ts';
import { stanceOf } from './stance.queries.ts';
import { doerOf, possibleActions, refusalOf, type Refusal, type Stance } from './stance.rules.ts';
import { TransitionSchema } from './transition.entity.ts';
import {
  nextState,
  proposalMoves,
  workingDaysIn,
  type ActingOffice,
  type Doer,
  type ProposalAction,
  type ProposalState,
} from './transition.rules.ts';

declare module '../platform/journal/outbox.ts' {
  interface DomainEvents {
    /** A proposal made a move. Written in the move's own transaction. */
    'proposal.moved': { proposalId: string; action: ProposalAction; from: ProposalState; to: ProposalState };
  }
}
declare module '../platform/journal/audit.ts' {
  interface AuditedActions {
    'proposal.transition': { action: ProposalAction; from: ProposalState; to: ProposalState };
  }
}

const nothingMore: Step = async () => [];

/** What is peculiar to each action. */
const steps: Record<ProposalAction, Step> = {
  SUBMIT: submit,
  FORWARD: forward,
  RETURN: nothingMore,
  START_REVIEW: startReview,
  REQUEST_CHANGES: nothingMore,
  RESUBMIT: resubmit,
  RECOMMEND: recommend,
  APPROVE: approve,
  WAITLIST: waitlist,
  REJECT: reject,
  MERGE: merge,
  CONFIRM: nothingMore,
  SCHEDULE: nothingMore,
  COMPLETE: nothingMore,
  CANCEL: nothingMore,
  WITHDRAW: nothingMore,
};

/** One judges a text, not a row. */
const quotesDigest: readonly ProposalAction[] = ['RECOMMEND', 'APPROVE', 'WAITLIST'];

/**
 * The one function that moves a proposal. In order: locks it under the viewer's rights, asks whether this viewer may do
 * this now, checks version, reason and digest, takes the step of the action, saves with the version, appends to the
 * history, counts the coverage of its needs anew, and leaves event and audit entry, all in one savepoint.
 */
export async function transitionProposal(deed: Deed, input: MoveInput): Promise<Outcome> {
  const { em } = deed;
  const id = decodeId('prp', input.id);
  const proposal = id
    ? await em.findOne(ProposalSchema, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE })
    : null;
  const row = await load(deed, proposalById, id);
  if (!proposal || !row) return refused(notFound('id'));
  const stance = await stanceOf(deed, row);
  const refusal = refusalOf(input.action, stance);
  if (refusal) return refused(problemOf(refusal, stance));
  if (proposal.version !== input.expectedVersion) return refused(versionConflict(proposal.version));
  const current = await load(deed, revisionById, row.currentRevisionId);
  const problems = [...reasonProblems(input, row), ...digestProblems(input, current?.digest)];
  if (problems.length > 0) return refused(...problems);

  const doer = doerOf(input.action, stance)!;
  const needsBefore = await linkedNeeds(deed, row.id);
  const actor = await actorOf(deed, row, doer);
  const moving: Moving = { deed, input, proposal, row, stance, current, needsBefore, ...actor };
  const stepProblems = await steps[input.action](moving);
  if (stepProblems.length > 0) return refused(...stepProblems);
  await save(moving, doer);
  return { id: row.id };
}

async function save(moving: Moving, doer: Doer): Promise<void> {
  const { deed, input, proposal, row } = moving;
  const { action } = input;
  const from = row.state;
  const to = nextState(action, from, proposal.goesBackTo ?? null)!;
  const finish = async () => {
    if (!proposalMoves[action].internal) await moveTo(moving, from, to);
    await deed.em.flush();
    await appendToHistory(moving, doer, from, to);
  };
  // FORWARD may hand it out of the doer's sight, where a row policy lets nobody write.
  await (action === 'FORWARD' ? beyondOwnRights(deed, finish) : finish());
  if (from !== to) {
    await recountCoverage(deed, [...moving.needsBefore, ...(await linkedNeeds(deed, row.id))]);
  }
  await audit(deed, 'proposal.transition', input.id, { action, from, to });
  await deed.outbox.post(deed.em, 'proposal.moved', { proposalId: row.id, action, from, to });
}

async function linkedNeeds(deed: Deed, proposalId: string): Promise<string[]> {
  const [links = []] = await linksOfProposal(deed, [proposalId]);
  return (links ?? []).map(({ needId }) => needId);
}

async function moveTo({ deed, proposal }: Moving, from: ProposalState, to: ProposalState): Promise<void> {
  const days = workingDaysIn[to];
  proposal.state = to;
  proposal.goesBackTo =
    to === 'CHANGES_REQUESTED' && (from === 'SUBMITTED' || from === 'IN_REVIEW') ? from : null;
  proposal.dueOn = days === null ? null : addWorkingDays(dayOf(deed.now), days, await holidays(deed));
  proposal.updatedAt = deed.now;
}

async function appendToHistory(
  moving: Moving,
  doer: Doer,
  from: ProposalState,
  to: ProposalState,
): Promise<void> {
  const { deed, input, row, actorName, officeOf } = moving;
  const { internal } = proposalMoves[input.action];
  deed.em.create(TransitionSchema, {
    id: newId(),
    proposal: row.id,
    ...(await nextPlace(moving)),
    action: input.action,
    fromState: from,
    toState: to,
    account: deed.viewer.accountId,
    actorName,
    office: officeOfDoer[doer],
    officeOf,
    audience: internal ? 'STAFF' : 'ALL',
    reasonCode: input.reasonCode ?? null,
    // What reviewers advise stands in their recommendation, for those who may read it.
    reason: internal ? null : input.reason?.trim() || null,
  });
  await deed.em.flush();
}

/**
 * Behind the last move, internal ones counted, which the doer may not see: the next number, and a time at least a
 * millisecond later, because the history is read in the order of its times. The proposal is locked, so nobody counts
 * beside.
 */
async function nextPlace({ deed, row }: Moving): Promise<{ seq: number; occurredAt: Date }> {
  const { rows } = await beyondOwnRights(deed, () =>
    sql<{ seq: number; earliest: string | null }>`
      select coalesce(max(seq), 0) + 1 as seq, max(occurred_at) + interval '1 ms' as earliest
      from transition where proposal_id = ${row.id}`.execute(rowsOf(deed.em)),
  );
  const { seq, earliest } = rows[0]!;
  const times = [deed.now.getTime(), ...(earliest ? [Date.parse(earliest)] : [])];
  return { seq, occurredAt: new Date(Math.max(...times)) };
}

const officeOfDoer: Record<Doer, ActingOffice> = {
  MEMBER: 'PARTNER',
  OWNER: 'PARTNER',
  SECRETARIAT: 'SECRETARIAT',
  REVIEWER: 'REVIEWER',
  APPROVER: 'APPROVER',
  NOBODY_YET: 'SYSTEM',
};

async function actorOf(deed: Deed, row: ProposalRow, doer: Doer) {
  const account = await load(deed, accountById, deed.viewer.accountId);
  const isPartner = officeOfDoer[doer] === 'PARTNER';
  const office = await (isPartner
    ? load(deed, partnerById, row.partnerId)
    : load(deed, unitById, row.orgUnitId));
  return { actorName: account?.displayName ?? '', officeOf: office?.name ?? '' };
}

function reasonProblems(input: MoveInput, row: ProposalRow): Problem[] {
  const { reason, internal } = proposalMoves[input.action];
  const isWithdrawalAfterSending = input.action === 'WITHDRAW' && row.submittedAt !== null;
  const min = reason || isWithdrawalAfterSending ? 3 : 0;
  const codeProblems = textProblems(input.reasonCode, ['reasonCode'], { max: 40 });
  return [...textProblems(input.reason, ['reason'], { min, max: internal ? 4000 : 2000 }), ...codeProblems];
}

function digestProblems({ action, digest }: MoveInput, current: string | undefined): Problem[] {
  if (digest == null)
    return quotesDigest.includes(action) ? [problem('REQUIRED', 'required', ['digest'])] : [];
  return digest === current ? [] : [problem('DIGEST_MISMATCH', 'digest_mismatch', ['digest'])];
}

function problemOf(refusal: Refusal, stance: Stance): Problem {
  if (refusal === 'not_permitted') return notPermitted();
  if (refusal === 'conflict_of_interest' || refusal === 'reviewed_it_yourself') {
    return problemOfAll('CONFLICT_OF_INTEREST', refusal);
  }
  const values = { required: stance.reviewsRequired };
  return { ...stateConflict(stance.state, possibleActions(stance)), reason: refusal, values };
}
