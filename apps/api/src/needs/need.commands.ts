import { sql } from 'kysely';
import { dayOf } from '../platform/clock.ts';
import { decodeId, encodeId, newId } from '../platform/database/ids.ts';
import { load } from '../platform/database/loader.ts';
import { rowsOf } from '../platform/database/tables.ts';
import { beyondOwnRights, type Work } from '../platform/database/unit-of-work.ts';
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
import { dutyById } from '../organisation/position.queries.ts';
import { unitAndAbove, unitById } from '../organisation/unit.queries.ts';
import { mayWriteNeeds } from './need.access.ts';
import { NeedDutySchema, NeedSchema, NeedUnitSchema } from './need.entity.ts';
import type { NeedTables } from './need.queries.ts';
import {
  movesFrom,
  needMoves,
  needProblems,
  type IndicatorDirection,
  type NeedAction,
  type NeedDeed,
  type NeedSource,
} from './need.rules.ts';
import { priorityFacts, type ToRank } from './priority.queries.ts';
import { priorityOf } from './priority.rules.ts';

declare module '../platform/journal/audit.ts' {
  interface AuditedActions {
    'need.create': { unit: string };
    'need.transition': { action: NeedAction; from: string; to: string };
  }
}

export interface NewNeed {
  orgUnitId: string;
  title: string;
  rationale: string;
  source: NeedSource;
  competencyId: string;
  targetLevel: number;
  forUnitIds: string[];
  dutyIds?: string[] | null;
  headcount?: number | null;
  dueOn?: string | null;
  indicator?: {
    name: string;
    unit: string;
    better: IndicatorDirection;
    baseline?: string | null;
    source?: string | null;
  } | null;
}

/** Writes a need down as a draft of its unit, ranked by what is known of it. */
export async function createNeed(deed: Deed, input: NewNeed): Promise<Outcome> {
  const unitId = decodeId('unt', input.orgUnitId);
  const above = unitId ? await load(deed, unitAndAbove, unitId) : null;
  if (!unitId || !above || above.length === 0) return refused(notFound('orgUnitId'));
  if (!mayWriteNeeds(deed.viewer, above)) return refused(notPermitted());
  const links = await resolveLinks(deed, input);
  const problems = [...needProblems(input), ...dueDateProblems(deed, input.dueOn), ...links.problems];
  if (problems.length > 0) return refused(...problems);

  const { competencyId, unitIds, dutyIds } = links;
  const { em, now } = deed;
  const id = newId();
  const headcount = input.headcount ?? null;
  const dueOn = input.dueOn ?? null;
  em.create(NeedSchema, {
    id,
    code: await nextCode(deed),
    updatedAt: now,
    title: input.title.trim(),
    rationale: input.rationale.trim(),
    state: 'DRAFT',
    source: input.source,
    orgUnit: unitId,
    competency: competencyId,
    targetLevel: input.targetLevel,
    headcount,
    dueOn,
    indicatorName: input.indicator?.name.trim() ?? null,
    indicatorUnit: input.indicator?.unit.trim() ?? null,
    indicatorBetter: input.indicator?.better ?? null,
    indicatorBaseline: input.indicator?.baseline ?? null,
    indicatorSource: input.indicator?.source?.trim() || null,
    ...(await rank(deed, [{ orgUnitId: unitId, competencyId, headcount, dueOn, dutyIds }]))[0]!,
  });
  for (const orgUnit of unitIds) em.create(NeedUnitSchema, { need: id, orgUnit });
  for (const duty of dutyIds) em.create(NeedDutySchema, { need: id, duty });
  await em.flush();
  await noteDeed(deed, id, 'WRITE');
  await audit(deed, 'need.create', encodeId('ned', id), { unit: input.orgUnitId });
  return { id };
}

interface Links {
  competencyId: string;
  unitIds: string[];
  dutyIds: string[];
  problems: Problem[];
}

/** Finds the competency, units and duties that a new need names; what is not there is a problem of its field. */
async function resolveLinks(work: Work, input: NewNeed): Promise<Links> {
  const problems: Problem[] = [];
  const find = async (
    id: string,
    prefix: string,
    by: typeof unitById | typeof dutyById,
    ...path: (string | number)[]
  ) => {
    const uuid = decodeId(prefix, id);
    const found = uuid && (await load<string, { id: string }>(work, by, uuid));
    if (!found) problems.push(notFound(...path));
    return uuid ?? '';
  };
  const competencyId = decodeId('cmp', input.competencyId) ?? '';
  if (!competencyId || !(await load(work, competencyById, competencyId)))
    problems.push(notFound('competencyId'));
  const unitIds = await Promise.all(
    input.forUnitIds.slice(0, 51).map((id, index) => find(id, 'unt', unitById, 'forUnitIds', index)),
  );
  const dutyIds = await Promise.all(
    (input.dutyIds ?? []).slice(0, 51).map((id, index) => find(id, 'dty', dutyById, 'dutyIds', index)),
  );
  return { competencyId, unitIds: [...new Set(unitIds)], dutyIds: [...new Set(dutyIds)], problems };
}

function dueDateProblems({ now }: Work, dueOn: string | null | undefined): Problem[] {
  return dueOn && dueOn < dayOf(now) ? [problem('INVALID', 'date_past', ['dueOn'])] : [];
}

async function nextCode({ em, now }: Work): Promise<string> {
  const { rows } = await sql<{ number: string }>`select nextval('need_number') as number`.execute(
    rowsOf<NeedTables>(em),
  );
  return `KBT-${dayOf(now).slice(0, 4)}-${String(rows[0]!.number).padStart(4, '0')}`;
}

async function rank(work: Work, needs: readonly ToRank[]) {
  const facts = await beyondOwnRights(work, () => priorityFacts(work, needs));
  return facts.map((known) => {
    const { score, severity, reach, weight, urgency, assumed } = priorityOf(known);
    return {
      priorityScore: score.toFixed(1),
      severity: severity.toFixed(3),
      reach: reach.toFixed(3),
      weight: weight.toFixed(3),
      urgency: urgency.toFixed(3),
      assumed,
    };
  });
}

/** Appends to the history of a need. */
async function noteDeed({ em, now, viewer }: Deed, needId: string, done: NeedDeed): Promise<void> {
  await rowsOf<NeedTables>(em)
    .insertInto('need_move')
    .values({ need_id: needId, deed: done, by_id: viewer.accountId!, at: now.toISOString() })
    .execute();
}

export interface NeedMove {
  id: string;
  expectedVersion: number;
  action: NeedAction;
  reason?: string | null;
}

/** Moves a need along its own small table. Closing wants a reason; publishing makes it public for good. */
export async function transitionNeed(deed: Deed, input: NeedMove): Promise<Outcome> {
  const { em, now, viewer } = deed;
  const id = decodeId('ned', input.id);
  const need = id ? await em.findOne(NeedSchema, { id }) : null;
  if (!need) return refused(notFound('id'));
  if (!mayWriteNeeds(viewer, (await load(deed, unitAndAbove, need.orgUnit)) ?? []))
    return refused(notPermitted());
  if (need.version !== input.expectedVersion) return refused(versionConflict(need.version));
  const move = needMoves[input.action];
  const from = need.state;
  if (!move.from.includes(from)) return refused(stateConflict(from, movesFrom(from)));
  if (input.action === 'CLOSE') {
    const problems = textProblems(input.reason, ['reason'], { min: 3, max: 2000 });
    if (problems.length > 0) return refused(...problems);
    need.closedReason = input.reason!.trim();
  }
  if (input.action === 'PUBLISH') need.publishedAt = now;
  need.state = move.to;
  need.updatedAt = now;
  await em.flush();
  await noteDeed(deed, need.id, input.action);
  await audit(deed, 'need.transition', input.id, { action: input.action, from, to: move.to });
  return { id: need.id };
}

/** Ranks all open needs anew: urgency grows by the day. A need whose parts stay the same is not touched. */
export async function rankAllNeeds(work: Work): Promise<void> {
  const rows = rowsOf<NeedTables>(work.em);
  const open = await rows
    .selectFrom('need')
    .select([
      'id',
      'org_unit_id as orgUnitId',
      'competency_id as competencyId',
      'headcount',
      'due_on as dueOn',
    ])
    .where('state', 'not in', ['MET', 'CLOSED'])
    .execute();
  const duties = await rows.selectFrom('need_duty').select(['need_id', 'duty_id']).execute();
  const dutiesOf = Map.groupBy(duties, (row) => row.need_id);
  const ranked = await rank(
    work,
    open.map((need) => ({ ...need, dutyIds: (dutiesOf.get(need.id) ?? []).map((row) => row.duty_id) })),
  );
  const renewed = ranked.map((priority, index) => ({ id: open[index]!.id, ...priority }));
  await sql`
    update need set priority_score = r."priorityScore", severity = r.severity, reach = r.reach, weight = r.weight,
      urgency = r.urgency, assumed = r.assumed
    from jsonb_to_recordset(${JSON.stringify(renewed)}::jsonb) as r(
      id uuid, "priorityScore" numeric, severity numeric, reach numeric, weight numeric, urgency numeric,
      assumed text[])
    where need.id = r.id
      and (need.priority_score, need.severity, need.reach, need.weight, need.urgency, need.assumed)
        is distinct from (r."priorityScore", r.severity, r.reach, r.weight, r.urgency, r.assumed)
  `.execute(rows);
}
