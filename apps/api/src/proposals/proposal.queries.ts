import { grouped, inOrder, type Batch } from '../platform/database/loader.ts';
import { rowsOf } from '../platform/database/tables.ts';
import type { Content, NeedLink, NeedStrength } from './content.rules.ts';
import { unseal, type Sealed } from './revision.rules.ts';
import type { ProposalTables } from './tables.queries.ts';
import type { ProposalState } from './transition.rules.ts';

export interface ProposalRow {
  id: string;
  code: string;
  version: number;
  updatedAt: string;
  frozenTitle: string;
  state: ProposalState;
  dueOn: string | null;
  partnerId: string;
  orgUnitId: string | null;
  submittedAt: string | null;
  currentRevisionId: string | null;
  decisionId: string | null;
  mergedIntoId: string | null;
}

export const proposalColumns = [
  'proposal.id',
  'proposal.code',
  'proposal.version',
  'proposal.updated_at as updatedAt',
  'proposal.title as frozenTitle',
  'proposal.state',
  'proposal.due_on as dueOn',
  'proposal.partner_id as partnerId',
  'proposal.org_unit_id as orgUnitId',
  'proposal.submitted_at as submittedAt',
  'proposal.current_revision_id as currentRevisionId',
  'proposal.decision_id as decisionId',
  'proposal.merged_into_id as mergedIntoId',
] as const;

export const proposalById: Batch<string, ProposalRow> = async ({ em }, ids) => {
  const rows = rowsOf<ProposalTables>(em)
    .selectFrom('proposal')
    .select(proposalColumns)
    .where('id', 'in', ids);
  return inOrder(ids, await rows.execute(), (row) => row.id);
};

export const proposalByCode: Batch<string, ProposalRow> = async ({ em }, codes) => {
  const rows = rowsOf<ProposalTables>(em)
    .selectFrom('proposal')
    .select(proposalColumns)
    .where('code', 'in', codes);
  return inOrder(codes, await rows.execute(), (row) => row.code);
};

export interface DraftRow {
  proposalId: string;
  content: Content;
  needs: NeedLink[];
  initiativeReason: string | null;
  orgUnitId: string | null;
}

/** The text being written; only its partner finds it. */
export const draftOf: Batch<string, DraftRow> = async ({ em }, ids) => {
  const rows = rowsOf<ProposalTables>(em)
    .selectFrom('proposal_draft')
    .select([
      'proposal_id as proposalId',
      'content',
      'needs',
      'initiative_reason as initiativeReason',
      'org_unit_id as orgUnitId',
    ])
    .where('proposal_id', 'in', ids);
  return inOrder(ids, await rows.execute(), (row) => row.proposalId);
};

export interface RevisionRow extends Sealed {
  id: string;
  proposalId: string;
  number: number;
  digest: string;
  createdAt: string;
}

export const revisionColumns = [
  'proposal_revision.id',
  'proposal_revision.proposal_id as proposalId',
  'proposal_revision.number',
  'proposal_revision.text',
  'proposal_revision.digest',
  'proposal_revision.created_at as createdAt',
] as const;

export const openRevision = <R extends { text: string }>({ text, ...row }: R) => ({
  ...row,
  ...unseal(text),
});

export const revisionById: Batch<string, RevisionRow> = async ({ em }, ids) => {
  const rows = rowsOf<ProposalTables>(em)
    .selectFrom('proposal_revision')
    .select(revisionColumns)
    .where('id', 'in', ids);
  return inOrder(ids, (await rows.execute()).map(openRevision), (row) => row.id);
};

export interface NeedLinkRow {
  proposalId: string;
  needId: string;
  strength: NeedStrength;
  byGovernment: boolean;
  note: string | null;
}

/** Links as last frozen, and the government's; the partner's first, in the order in which they were made. */
export const linksOfProposal: Batch<string, NeedLinkRow[]> = async ({ em }, ids) => {
  const rows = await rowsOf<ProposalTables>(em)
    .selectFrom('proposal_need')
    .select([
      'proposal_id as proposalId',
      'need_id as needId',
      'strength',
      'by_government as byGovernment',
      'note',
    ])
    .where('proposal_id', 'in', ids)
    .orderBy('by_government')
    .orderBy('seq')
    .execute();
  return grouped(ids, rows, (row) => row.proposalId);
};

export interface CoverageRow {
  needId: string;
  proposals: number;
  approvedProposals: number;
  seats: number;
}

export const coverageOfNeed: Batch<string, CoverageRow> = async ({ em }, ids) => {
  const rows = await rowsOf<ProposalTables>(em)
    .selectFrom('need_coverage')
    .select(['need_id as needId', 'proposals', 'approved_proposals as approvedProposals', 'seats'])
    .where('need_id', 'in', ids)
    .execute();
  return inOrder(ids, rows, (row) => row.needId);
};
