import { sql } from 'kysely';
import { load, type Batch } from '../platform/database/loader.ts';
import { rowsOf } from '../platform/database/tables.ts';
import type { Work } from '../platform/database/unit-of-work.ts';
import { holds } from '../identity/identity.access.ts';
import type { Role } from '../identity/role.rules.ts';
import { unitAndAbove } from '../organisation/unit.queries.ts';
import { isMember, isOwner } from '../partners/partner.access.ts';
import type { ProposalRow } from './proposal.queries.ts';
import { REVIEWS_REQUIRED } from './review.rules.ts';
import type { Stance } from './stance.rules.ts';
import type { ProposalTables } from './tables.queries.ts';

/** How far a review has come, as this viewer may know it. */
export interface ProgressRow {
  proposalId: string;
  reviewsIn: number | null;
  required: number | null;
  recommended: boolean | null;
  assigned: boolean;
  reviewedRevision: number | null;
  abstained: boolean | null;
  currentNumber: number | null;
  linkedNeeds: number;
}

/** One statement for all proposals of a page; what is internal stays null for those who may not see it. */
export const progressOf: Batch<string, ProgressRow> = async ({ em, viewer }, ids) => {
  const { rows } = await sql<ProgressRow>`
    select p.id as "proposalId", rr.reviews_in as "reviewsIn", rr.required, rr.recommended,
      ra.account_id is not null as assigned, ra.reviewed_revision as "reviewedRevision", ra.abstained,
      rv.number as "currentNumber",
      (select count(*)::int from proposal_need pn where pn.proposal_id = p.id) as "linkedNeeds"
    from proposal p
    left join proposal_revision rv on rv.id = p.current_revision_id
    left join review_round rr on rr.proposal_id = p.id and rr.revision_number = rv.number
    left join review_assignment ra on ra.proposal_id = p.id and ra.account_id = ${viewer.accountId}::uuid
    where p.id = any(${[...ids]}::uuid[])
  `.execute(rowsOf<ProposalTables>(em));
  const found = new Map(rows.map((row) => [row.proposalId, row]));
  return ids.map((id) => found.get(id) ?? null);
};

/** How the viewer stands to a proposal. */
export async function stanceOf(work: Work, proposal: ProposalRow): Promise<Stance> {
  const { viewer } = work;
  const progress = await load(work, progressOf, proposal.id);
  const above = (await load(work, unitAndAbove, proposal.orgUnitId)) ?? [];
  const has = (role: Role) => viewer.kind === 'account' && holds(viewer, [role], above);
  const reviewed = progress?.reviewedRevision ?? 0;
  const isAccount = viewer.kind === 'account';
  return {
    state: proposal.state,
    isMember: isAccount && isMember(viewer, proposal.partnerId),
    isOwner: isAccount && isOwner(viewer, proposal.partnerId),
    isSecretariat: has('SECRETARIAT'),
    isApprover: has('APPROVER'),
    isAssigned: isAccount && (progress?.assigned ?? false),
    hasReviewed: reviewed > 0,
    hasJudgedCurrent: reviewed > 0 && reviewed === progress?.currentNumber && !progress.abstained,
    reviewsIn: progress?.reviewsIn ?? 0,
    reviewsRequired: progress?.required ?? REVIEWS_REQUIRED,
    isRecommended: progress?.recommended ?? false,
    linkedNeeds: progress?.linkedNeeds ?? 0,
  };
}
