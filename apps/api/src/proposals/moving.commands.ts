import type { Loaded } from '@mikro-orm/postgresql';
import type { Deed } from '../platform/journal/deed.ts';
import type { Problem } from '../platform/problem.rules.ts';
import type { ProposalSchema } from './proposal.entity.ts';
import type { ProposalRow, RevisionRow } from './proposal.queries.ts';
import type { Stance } from './stance.rules.ts';
import type { DecisionOutcome, ProposalAction } from './transition.rules.ts';

/** A move as it is asked for. */
export interface MoveInput {
  id: string;
  expectedVersion: number;
  action: ProposalAction;
  digest?: string | null;
  outcome?: DecisionOutcome | null;
  reasonCode?: string | null;
  reason?: string | null;
  mergeIntoId?: string | null;
  forwardToId?: string | null;
}

export type ProposalEntity = Loaded<InstanceType<(typeof ProposalSchema)['class']>>;

/** A move under way: permitted and legal; its own conditions are judged by its step. */
export interface Moving {
  deed: Deed;
  input: MoveInput;
  /** Locked, and saved with its version when the step is through. */
  proposal: ProposalEntity;
  /** As it was read. */
  row: ProposalRow;
  stance: Stance;
  /** The last frozen text; null before the first. */
  current: RevisionRow | null;
  /** Needs that it answered before the step, by UUID: a new revision may drop some of them. */
  needsBefore: readonly string[];
  actorName: string;
  /** Name of the partner or unit for which the actor acts. */
  officeOf: string;
}

/** What is peculiar to one action: checks its conditions, sets what it changes. Empty when all is well. */
export type Step = (moving: Moving) => Promise<Problem[]>;
