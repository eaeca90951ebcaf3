import { defineEntity, p } from '@mikro-orm/postgresql';
import { knownValues } from '../platform/database/check.ts';
import { guardedBy } from '../platform/database/row-policy.ts';
import { AccountSchema } from '../identity/account.entity.ts';
import { decisionVisible, transitionVisible } from './proposal.access.ts';
import { ProposalSchema } from './proposal.entity.ts';
import {
  decisionOutcomes,
  legalMoves,
  type ActingOffice,
  type DecisionOutcome,
  type ProposalAction,
  type ProposalState,
} from './transition.rules.ts';

const legal = legalMoves.map(({ action, from, to }) => `('${action}', '${from}', '${to}')`).join(', ');

/** One move of one proposal. Appended, never changed; the database knows the legal ones too. */
export const TransitionSchema = defineEntity({
  name: 'Transition',
  tableName: 'transition',
  ...guardedBy('transition', transitionVisible),
  indexes: [
    {
      name: 'transition_of_proposal',
      expression: 'create index transition_of_proposal on transition (proposal_id, occurred_at, id)',
    },
  ],
  uniques: [{ name: 'transition_seq', properties: ['proposal', 'seq'] }],
  checks: [
    { name: 'transition_legal', expression: `(action, from_state, to_state) in (${legal})` },
    { name: 'transition_audience', expression: `(audience = 'STAFF') = (action = 'RECOMMEND')` },
  ],
  properties: {
    id: p.uuid().primary(),
    proposal: () => p.manyToOne(ProposalSchema).mapToPk().deleteRule('cascade'),
    seq: p.integer(),
    action: p.text().$type<ProposalAction>(),
    fromState: p.text().$type<ProposalState>(),
    toState: p.text().$type<ProposalState>(),
    account: () => p.manyToOne(AccountSchema).mapToPk().nullable().deleteRule('restrict'),
    actorName: p.text().nullable(),
    office: p.text().$type<ActingOffice>(),
    /** Name of the partner or unit whose office acted. */
    officeOf: p.text(),
    audience: p.text().$type<'ALL' | 'STAFF'>(),
    reasonCode: p.text().nullable(),
    reason: p.text().nullable(),
    occurredAt: p.datetime(3),
  },
});

/** What was decided, over which text, by whom. An approval happens once, whatever races. */
export const DecisionSchema = defineEntity({
  name: 'Decision',
  tableName: 'decision',
  ...guardedBy('decision', decisionVisible),
  indexes: [
    {
      name: 'decision_approved_once',
      expression: `create unique index decision_approved_once on decision (proposal_id) where outcome = 'APPROVED'`,
    },
    { name: 'decision_proposal', properties: ['proposal'] },
  ],
  checks: [knownValues('decision', 'outcome', decisionOutcomes)],
  properties: {
    id: p.uuid().primary(),
    proposal: () => p.manyToOne(ProposalSchema).mapToPk().deleteRule('cascade'),
    outcome: p.text().$type<DecisionOutcome>(),
    reasonCode: p.text().nullable(),
    note: p.text().nullable(),
    digest: p.text(),
    account: () => p.manyToOne(AccountSchema).mapToPk().deleteRule('restrict'),
    actorName: p.text(),
    officeOf: p.text(),
    decidedAt: p.datetime(3),
    publishedAt: p.datetime(3).nullable(),
  },
});

export const transitionEntities = [TransitionSchema, DecisionSchema];
