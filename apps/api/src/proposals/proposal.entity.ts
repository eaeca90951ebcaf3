import { defineEntity, p } from '@mikro-orm/postgresql';
import { knownValues } from '../platform/database/check.ts';
import { guardedBy } from '../platform/database/row-policy.ts';
import { AccountSchema } from '../identity/account.entity.ts';
import { needPartVisible } from '../needs/need.access.ts';
import { NeedSchema } from '../needs/need.entity.ts';
import { OrgUnitSchema } from '../organisation/unit.entity.ts';
import { PartnerSchema } from '../partners/partner.entity.ts';
import type { Content, NeedLink, NeedStrength } from './content.rules.ts';
import { draftVisible, proposalPartVisible, proposalVisible } from './proposal.access.ts';
import { DecisionSchema } from './transition.entity.ts';
import { proposalStates, type ProposalState, type ReturnState } from './transition.rules.ts';

const decidedStates = `('APPROVED', 'WAITLISTED', 'REJECTED', 'CONFIRMED', 'SCHEDULED', 'DONE', 'CANCELLED')`;

/** An offer by a partner to a unit. Text lives in drafts and revisions; only transitions move the state. */
export const ProposalSchema = defineEntity({
  name: 'Proposal',
  tableName: 'proposal',
  ...guardedBy('proposal', proposalVisible),
  indexes: [
    {
      name: 'proposal_by_updated_at',
      expression: 'create index proposal_by_updated_at on proposal (updated_at desc, id desc)',
    },
    {
      name: 'proposal_by_submitted_at',
      expression: `create index proposal_by_submitted_at on proposal
        ((coalesce(submitted_at, 'infinity'::timestamptz)) desc, id desc)`,
    },
    {
      name: 'proposal_by_due_on',
      expression: `create index proposal_by_due_on on proposal ((coalesce(due_on, 'infinity'::date)), id)`,
    },
    {
      name: 'proposal_of_partner',
      expression: 'create index proposal_of_partner on proposal (partner_id, updated_at desc, id desc)',
    },
    {
      name: 'proposal_of_unit',
      expression: `create index proposal_of_unit on proposal
        (org_unit_id, (coalesce(due_on, 'infinity'::date)), id) where submitted_at is not null`,
    },
    {
      name: 'proposal_unit_state',
      expression:
        'create index proposal_unit_state on proposal (org_unit_id, state) where submitted_at is not null',
    },
    {
      name: 'proposal_search',
      expression: 'create index proposal_search on proposal using gin (title gin_trgm_ops)',
    },
  ],
  checks: [
    knownValues('proposal', 'state', proposalStates),
    {
      name: 'proposal_sent',
      expression: `state in ('DRAFT', 'WITHDRAWN')
        or (submitted_at is not null and org_unit_id is not null and current_revision_id is not null)`,
    },
    { name: 'proposal_draft_unsent', expression: `state <> 'DRAFT' or submitted_at is null` },
    { name: 'proposal_decided', expression: `state not in ${decidedStates} or decision_id is not null` },
    { name: 'proposal_merged', expression: `(state = 'MERGED') = (merged_into_id is not null)` },
    { name: 'proposal_merged_elsewhere', expression: 'merged_into_id <> id' },
    { name: 'proposal_goes_back', expression: `(state = 'CHANGES_REQUESTED') = (goes_back_to is not null)` },
    { name: 'proposal_goes_back_to', expression: `goes_back_to in ('SUBMITTED', 'IN_REVIEW')` },
  ],
  properties: {
    id: p.uuid().primary(),
    code: p.text().unique(),
    version: p.integer().version(),
    updatedAt: p.datetime(3),
    state: p.text().$type<ProposalState>(),
    /** Of the current revision; of the draft before the first. */
    title: p.text(),
    partner: () => p.manyToOne(PartnerSchema).mapToPk().deleteRule('restrict'),
    /** The unit that receives and decides it; fixed when it is sent. */
    orgUnit: () => p.manyToOne(OrgUnitSchema).mapToPk().nullable().deleteRule('restrict'),
    createdBy: () => p.manyToOne(AccountSchema).mapToPk().deleteRule('restrict'),
    submittedAt: p.datetime(3).nullable(),
    dueOn: p.date().nullable(),
    currentRevision: () =>
      p.manyToOne(ProposalRevisionSchema).mapToPk().nullable().unique().deleteRule('restrict'),
    goesBackTo: p.text().$type<ReturnState>().nullable(),
    decision: () => p.manyToOne(DecisionSchema).mapToPk().nullable().deleteRule('restrict'),
    mergedInto: () => p.manyToOne(ProposalSchema).mapToPk().nullable().deleteRule('restrict'),
  },
});

/** The text being written, in a table of its own: one row policy says that it is the partner's alone. */
export const ProposalDraftSchema = defineEntity({
  name: 'ProposalDraft',
  tableName: 'proposal_draft',
  ...guardedBy('proposal_draft', draftVisible),
  properties: {
    proposal: () => p.manyToOne(ProposalSchema).mapToPk().primary().deleteRule('cascade'),
    content: p.json<Content>(),
    needs: p.json<NeedLink[]>(),
    initiativeReason: p.text().nullable(),
    orgUnit: () => p.manyToOne(OrgUnitSchema).mapToPk().nullable().deleteRule('restrict'),
  },
});

/** A frozen text: canonical JSON as text, and the SHA-256 over exactly that. Never changed. */
export const ProposalRevisionSchema = defineEntity({
  name: 'ProposalRevision',
  tableName: 'proposal_revision',
  ...guardedBy('proposal_revision', proposalPartVisible),
  uniques: [{ name: 'proposal_revision_number', properties: ['proposal', 'number'] }],
  checks: [{ name: 'proposal_revision_digest', expression: `digest ~ '^[0-9a-f]{64}$'` }],
  properties: {
    id: p.uuid().primary(),
    proposal: () => p.manyToOne(ProposalSchema).mapToPk().deleteRule('cascade'),
    number: p.integer(),
    text: p.text(),
    digest: p.text(),
    createdAt: p.datetime(3),
  },
});

/** Links to needs as last frozen, and those of the government. */
export const ProposalNeedSchema = defineEntity({
  name: 'ProposalNeed',
  tableName: 'proposal_need',
  ...guardedBy('proposal_need', proposalPartVisible),
  indexes: [{ name: 'proposal_need_need', properties: ['need', 'proposal'] }],
  properties: {
    proposal: () => p.manyToOne(ProposalSchema).mapToPk().primary().deleteRule('cascade'),
    need: () => p.manyToOne(NeedSchema).mapToPk().primary().deleteRule('restrict'),
    byGovernment: p.boolean().primary(),
    seq: p.smallint(),
    strength: p.text().$type<NeedStrength>(),
    note: p.text().nullable(),
  },
});

/** How far a need is answered: kept beside every move, because those who read it may not read the proposals. */
export const NeedCoverageSchema = defineEntity({
  name: 'NeedCoverage',
  tableName: 'need_coverage',
  ...guardedBy('need_coverage', needPartVisible),
  properties: {
    need: () => p.manyToOne(NeedSchema).mapToPk().primary().deleteRule('cascade'),
    proposals: p.integer(),
    approvedProposals: p.integer(),
    seats: p.integer(),
  },
});

export const proposalEntities = [
  ProposalSchema,
  ProposalDraftSchema,
  ProposalRevisionSchema,
  ProposalNeedSchema,
  NeedCoverageSchema,
];
