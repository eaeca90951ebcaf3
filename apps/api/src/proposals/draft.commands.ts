import { sql } from 'kysely';
import { dayOf } from '../platform/clock.ts';
import { decodeId, encodeId, newId } from '../platform/database/ids.ts';
import { load } from '../platform/database/loader.ts';
import { rowsOf } from '../platform/database/tables.ts';
import type { Work } from '../platform/database/unit-of-work.ts';
import { audit } from '../platform/journal/audit.ts';
import { refused, type Deed, type Outcome } from '../platform/journal/deed.ts';
import {
  notFound,
  notPermitted,
  problem,
  stateConflict,
  textProblems,
  versionConflict,
  type Problem,
} from '../platform/problem.rules.ts';
import { competencyById } from '../competencies/competency.queries.ts';
import { needById } from '../needs/need.queries.ts';
import { openNeedStates } from '../needs/need.rules.ts';
import { unitById } from '../organisation/unit.queries.ts';
import { isMember } from '../partners/partner.access.ts';
import { partnerById } from '../partners/partner.queries.ts';
import { contentProblems, limits, linkProblems } from './content-limits.rules.ts';
import { emptyContent, type Content, type NeedLink, type NeedStrength } from './content.rules.ts';
import { changedContent, changedLinks, rowProblems, type ContentChange } from './draft.rules.ts';
import { ProposalDraftSchema, ProposalSchema } from './proposal.entity.ts';
import { proposalById } from './proposal.queries.ts';
import { stanceOf } from './stance.queries.ts';
import { mayEdit, possibleActions } from './stance.rules.ts';
import type { ProposalTables } from './tables.queries.ts';

declare module '../platform/journal/audit.ts' {
  interface AuditedActions {
    'proposal.create': { partner: string };
    'proposal.update': Record<never, never>;
  }
}

export interface LinkInput {
  needId: string;
  strength: NeedStrength;
  note?: string | null;
}

export interface NewProposal {
  partnerId: string;
  orgUnitId?: string | null;
  needs: LinkInput[];
  initiativeReason?: string | null;
  content: ContentChange;
}

/** Begins a draft. Only its partner ever sees it before it is sent. */
export async function createProposal(deed: Deed, input: NewProposal): Promise<Outcome> {
  const { em, now, viewer } = deed;
  const partnerId = decodeId('ptn', input.partnerId);
  const partner = await load(deed, partnerById, partnerId);
  if (!partnerId || !partner) return refused(notFound('partnerId'));
  if (!isMember(viewer, partnerId)) return refused(notPermitted());
  const content = changedContent(emptyContent, input.content);
  const needs = changedLinks(input.needs);
  const problems = [
    ...rowProblems(emptyContent, input.content),
    ...(await textAndLinkProblems(deed, {
      content,
      needs,
      reason: input.initiativeReason,
      unit: input.orgUnitId,
    })),
    ...(await openNeedProblems(deed, needs)),
  ];
  if (problems.length > 0) return refused(...problems);
  const id = newId();
  em.create(ProposalSchema, {
    id,
    code: await nextCode(deed),
    updatedAt: now,
    state: 'DRAFT',
    title: content.title,
    partner: partnerId,
    createdBy: viewer.accountId!,
  });
  await em.flush();
  em.create(ProposalDraftSchema, {
    proposal: id,
    content,
    needs,
    initiativeReason: input.initiativeReason?.trim() || null,
    orgUnit: input.orgUnitId ? decodeId('unt', input.orgUnitId) : null,
  });
  await em.flush();
  await audit(deed, 'proposal.create', encodeId('prp', id), { partner: input.partnerId });
  return { id };
}

export interface ProposalChange {
  id: string;
  expectedVersion: number;
  orgUnitId?: string | null;
  needs?: LinkInput[] | null;
  initiativeReason?: string | null;
  content?: ContentChange | null;
}

/** Changes the text being written, all of it or nothing. */
export async function updateProposal(deed: Deed, input: ProposalChange): Promise<Outcome> {
  const { em, now } = deed;
  const id = decodeId('prp', input.id);
  const row = await load(deed, proposalById, id);
  const draft = id && row ? await em.findOne(ProposalDraftSchema, { proposal: id }) : null;
  if (!id || !row) return refused(notFound('id'));
  const stance = await stanceOf(deed, row);
  if (!stance.isMember || !draft) return refused(notPermitted());
  if (!mayEdit(stance)) return refused(stateConflict(row.state, possibleActions(stance)));
  const proposal = await em.findOneOrFail(ProposalSchema, { id });
  if (proposal.version !== input.expectedVersion) return refused(versionConflict(proposal.version));

  const change = input.content ?? {};
  const content = changedContent(draft.content, change);
  const needs = input.needs ? changedLinks(input.needs) : draft.needs;
  const reason = input.initiativeReason === undefined ? draft.initiativeReason : input.initiativeReason;
  const problems = [
    ...rowProblems(draft.content, change),
    ...(await textAndLinkProblems(deed, { content, needs, reason, unit: input.orgUnitId })),
    ...(await openNeedProblems(deed, needs, draft.needs)),
  ];
  if (problems.length > 0) return refused(...problems);
  draft.content = content;
  draft.needs = needs;
  draft.initiativeReason = reason?.trim() || null;
  if (input.orgUnitId !== undefined)
    draft.orgUnit = input.orgUnitId ? decodeId('unt', input.orgUnitId) : null;
  proposal.updatedAt = now;
  if (row.state === 'DRAFT') proposal.title = content.title;
  await em.flush();
  await audit(deed, 'proposal.update', input.id, {});
  return { id };
}

interface Writing {
  content: Content;
  needs: NeedLink[];
  reason: string | null | undefined;
  unit: string | null | undefined;
}

async function textAndLinkProblems(
  work: Work,
  { content, needs, reason, unit }: Writing,
): Promise<Problem[]> {
  const found = [
    ...contentProblems(content),
    ...linkProblems(needs),
    ...textProblems(reason, ['initiativeReason'], limits.longText),
  ];
  for (const [index, { competencyId }] of content.outcomes.slice(0, limits.rows).entries()) {
    const known = await load(work, competencyById, decodeId('cmp', competencyId));
    if (!known) found.push(notFound('content', 'outcomes', index, 'competencyId'));
  }
  if (unit && !(await load(work, unitById, decodeId('unt', unit)))) found.push(notFound('orgUnitId'));
  return found;
}

/**
 * A partner answers needs that are public and still open. Links that a draft has `kept` from before pass: a need that
 * closes meanwhile stops the sending, not the writing.
 */
export async function openNeedProblems(
  work: Work,
  needs: readonly NeedLink[],
  kept: readonly NeedLink[] = [],
): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const [index, { needId }] of needs.slice(0, limits.rows).entries()) {
    if (kept.some((link) => link.needId === needId)) continue;
    const need = await load(work, needById, decodeId('ned', needId));
    if (!need) problems.push(notFound('needs', index, 'needId'));
    else if (!openNeedStates.includes(need.state)) {
      problems.push(
        problem('STATE_CONFLICT', 'need_not_open', ['needs', index, 'needId'], { code: need.code }),
      );
    }
  }
  return problems;
}

async function nextCode({ em, now }: Work): Promise<string> {
  const { rows } = await sql<{ number: string }>`select nextval('proposal_number') as number`.execute(
    rowsOf<ProposalTables>(em),
  );
  return `USL-${dayOf(now).slice(0, 4)}-${String(rows[0]!.number).padStart(4, '0')}`;
}
