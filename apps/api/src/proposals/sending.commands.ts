import { decodeId, newId } from '../platform/database/ids.ts';
import { load } from '../platform/database/loader.ts';
import { beyondOwnRights } from '../platform/database/unit-of-work.ts';
import type { Deed } from '../platform/journal/deed.ts';
import { notFound, problem, problemOfAll, type Problem } from '../platform/problem.rules.ts';
import { holdersOf } from '../identity/account.queries.ts';
import { needById } from '../needs/need.queries.ts';
import { unitAndAbove, unitById } from '../organisation/unit.queries.ts';
import { partnerById } from '../partners/partner.queries.ts';
import { missingForSending } from './content-limits.rules.ts';
import { openNeedProblems } from './draft.commands.ts';
import { replaceLinks } from './linking.commands.ts';
import type { Moving, Step } from './moving.commands.ts';
import { ProposalRevisionSchema } from './proposal.entity.ts';
import { draftOf, type DraftRow } from './proposal.queries.ts';
import { openRound } from './reviewing.commands.ts';
import { seal } from './revision.rules.ts';

/** SUBMIT: freezes the first revision and fixes the unit that receives it. */
export const submit: Step = async (moving) => {
  const { deed, proposal, row } = moving;
  const partner = await load(deed, partnerById, row.partnerId);
  if (partner?.state !== 'VERIFIED') return [problemOfAll('NOT_PERMITTED', 'partner_not_verified')];
  const draft = (await load(deed, draftOf, row.id))!;
  const problems = await sendingProblems(deed, draft);
  const unitId = draft.orgUnitId ?? (await unitOfFirstNeed(deed, draft));
  if (!unitId) problems.push(problem('REQUIRED', 'unit_missing', ['orgUnitId']));
  else if (!(await hasSecretariat(deed, unitId))) {
    problems.push(problem('INVALID', 'unit_without_secretariat', ['orgUnitId']));
  }
  if (problems.length > 0) return problems;
  await freeze(moving, draft, 1);
  proposal.orgUnit = unitId;
  proposal.submittedAt = deed.now;
  return [];
};

/** RESUBMIT: freezes the next revision and goes back to where the change was asked for. */
export const resubmit: Step = async (moving) => {
  const { deed, proposal, row, current } = moving;
  const draft = (await load(deed, draftOf, row.id))!;
  const problems = await sendingProblems(deed, draft);
  if (problems.length > 0) return problems;
  if (seal(draft).digest === current!.digest) return [problemOfAll('INVALID', 'nothing_changed')];
  const number = current!.number + 1;
  await freeze(moving, draft, number);
  if (proposal.goesBackTo === 'IN_REVIEW') await openRound(deed, row.id, number);
  return [];
};

/** FORWARD: another unit of the tree receives it. */
export const forward: Step = async ({ deed, input, proposal, row }) => {
  const unitId = decodeId('unt', input.forwardToId ?? '');
  if (!unitId || !(await load(deed, unitById, unitId))) return [notFound('forwardToId')];
  if (unitId === row.orgUnitId) return [problem('INVALID', 'same_unit', ['forwardToId'])];
  if (!(await hasSecretariat(deed, unitId)))
    return [problem('INVALID', 'unit_without_secretariat', ['forwardToId'])];
  proposal.orgUnit = unitId;
  return [];
};

async function sendingProblems(deed: Deed, draft: DraftRow): Promise<Problem[]> {
  return [
    ...missingForSending(draft.content, draft.needs, draft.initiativeReason),
    ...(await openNeedProblems(deed, draft.needs)),
  ];
}

async function unitOfFirstNeed(deed: Deed, draft: DraftRow): Promise<string | null> {
  const first = draft.needs.find(({ strength }) => strength === 'PRIMARY');
  const need = first && (await load(deed, needById, decodeId('ned', first.needId)));
  return need?.orgUnitId ?? null;
}

/** Roles reach down: the secretariat of a kecamatan serves its kelurahan too. */
async function hasSecretariat(deed: Deed, unitId: string): Promise<boolean> {
  const above = (await load(deed, unitAndAbove, unitId)) ?? [];
  const holders = await beyondOwnRights(deed, () => holdersOf(deed, ['SECRETARIAT'], above));
  return holders.length > 0;
}

/** Writes the frozen text and its links first; the proposal itself is saved once, when the move is through. */
async function freeze({ deed, proposal, row }: Moving, draft: DraftRow, number: number): Promise<void> {
  const { em, now } = deed;
  const { content, needs, initiativeReason } = draft;
  const revisionId = newId();
  em.create(ProposalRevisionSchema, {
    id: revisionId,
    proposal: row.id,
    number,
    ...seal({ content, needs, initiativeReason }),
    createdAt: now,
  });
  await em.flush();
  await replaceLinks(deed, row.id, false, needs);
  proposal.currentRevision = revisionId;
  proposal.title = content.title;
}
