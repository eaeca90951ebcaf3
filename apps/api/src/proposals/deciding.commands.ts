import { LockMode } from '@mikro-orm/postgresql';
import { decodeId, newId } from '../platform/database/ids.ts';
import { notFound, problem } from '../platform/problem.rules.ts';
import type { Moving, Step } from './moving.commands.ts';
import { ProposalSchema } from './proposal.entity.ts';
import { DecisionSchema } from './transition.entity.ts';
import { openStates, rejectionReasons, type DecisionOutcome } from './transition.rules.ts';

/** Writes the decision and publishes it at once (pending ones come later). It quotes the text that was judged. */
async function decide(moving: Moving, outcome: DecisionOutcome): Promise<void> {
  const { deed, input, proposal, row, current, actorName, officeOf } = moving;
  const id = newId();
  deed.em.create(DecisionSchema, {
    id,
    proposal: row.id,
    outcome,
    reasonCode: input.reasonCode ?? null,
    note: input.reason?.trim() || null,
    digest: current!.digest,
    account: deed.viewer.accountId!,
    actorName,
    officeOf,
    decidedAt: deed.now,
    publishedAt: deed.now,
  });
  await deed.em.flush();
  proposal.decision = id;
}

export const approve: Step = async (moving) => {
  await decide(moving, 'APPROVED');
  return [];
};

export const waitlist: Step = async (moving) => {
  await decide(moving, 'WAITLISTED');
  return [];
};

/** REJECT: a reason from the list beside the words. */
export const reject: Step = async (moving) => {
  const code = moving.input.reasonCode;
  if (!code) return [problem('REQUIRED', 'required', ['reasonCode'])];
  if (!(rejectionReasons as readonly string[]).includes(code)) {
    return [problem('INVALID', 'unknown_reason', ['reasonCode'])];
  }
  await decide(moving, 'REJECTED');
  return [];
};

/** MERGE: goes on inside another open proposal of the same unit. */
export const merge: Step = async ({ deed, input, proposal, row }) => {
  const id = decodeId('prp', input.mergeIntoId ?? '');
  const lockMode = LockMode.PESSIMISTIC_READ;
  const target = id && id !== row.id ? await deed.em.findOne(ProposalSchema, { id }, { lockMode }) : null;
  if (!target) return [notFound('mergeIntoId')];
  if (target.orgUnit !== row.orgUnitId || !openStates.includes(target.state)) {
    return [problem('STATE_CONFLICT', 'merge_target', ['mergeIntoId'])];
  }
  proposal.mergedInto = target.id;
  return [];
};
