import { sql } from 'kysely';
import { decodeId, encodeId, newId } from '../platform/database/ids.ts';
import { load } from '../platform/database/loader.ts';
import { rowsOf } from '../platform/database/tables.ts';
import { audit } from '../platform/journal/audit.ts';
import { refused, type Deed, type Outcome } from '../platform/journal/deed.ts';
import { notFound, notPermitted, problem, versionConflict, type Problem } from '../platform/problem.rules.ts';
import { positionById, type PositionTables } from './position.queries.ts';
import { titleProblems, type PositionKind } from './position.rules.ts';
import { isAdminOf } from './unit.access.ts';
import { unitAndAbove } from './unit.queries.ts';

declare module '../platform/journal/audit.ts' {
  interface AuditedActions {
    'position.create': Record<never, never>;
    'position.update': Record<never, never>;
  }
}

interface PositionFacts {
  title: string;
  kind: PositionKind;
  reportsToId?: string | null;
}

/** Adds a post to a unit that the viewer administers. */
export async function createPosition(
  deed: Deed,
  input: PositionFacts & { orgUnitId: string },
): Promise<Outcome> {
  const unitId = decodeId('unt', input.orgUnitId);
  if (!unitId || !(await load(deed, unitAndAbove, unitId))?.length) return refused(notFound('orgUnitId'));
  if (!(await administersUnit(deed, unitId))) return refused(notPermitted());
  const chief = await chiefOf(deed, input, null);
  const problems = [...titleProblems(input.title), ...chief.problems];
  if (problems.length > 0) return refused(...problems);
  const id = newId();
  await rowsOf<PositionTables>(deed.em)
    .insertInto('position')
    .values({
      id,
      version: 1,
      title: input.title.trim(),
      kind: input.kind,
      org_unit_id: unitId,
      reports_to_id: chief.id,
    })
    .execute();
  await audit(deed, 'position.create', encodeId('pos', id), {});
  return { id };
}

/** Changes a post: its title, its family, and the post that it answers to. */
export async function updatePosition(
  deed: Deed,
  input: PositionFacts & { id: string; expectedVersion: number },
): Promise<Outcome> {
  const id = decodeId('pos', input.id);
  const position = id ? await load(deed, positionById, id) : null;
  if (!id || !position) return refused(notFound('id'));
  if (!(await administersUnit(deed, position.orgUnitId))) return refused(notPermitted());
  const chief = await chiefOf(deed, input, id);
  const problems = [...titleProblems(input.title), ...chief.problems];
  if (problems.length > 0) return refused(...problems);
  const updated = await rowsOf<PositionTables>(deed.em)
    .updateTable('position')
    .set({
      title: input.title.trim(),
      kind: input.kind,
      reports_to_id: chief.id,
      version: sql<number>`version + 1`,
    })
    .where('id', '=', id)
    .where('version', '=', input.expectedVersion)
    .executeTakeFirst();
  if (updated.numUpdatedRows !== 1n)
    return refused(versionConflict((await positionById(deed, [id]))[0]!.version));
  await audit(deed, 'position.update', encodeId('pos', id), {});
  return { id };
}

async function administersUnit(deed: Deed, unitId: string): Promise<boolean> {
  return isAdminOf(deed.viewer, (await load(deed, unitAndAbove, unitId)) ?? []);
}

/** The post that this one answers to: there, and not below this one, so that no line runs in a circle. */
async function chiefOf(
  deed: Deed,
  { reportsToId }: PositionFacts,
  id: string | null,
): Promise<{ id: string | null; problems: Problem[] }> {
  if (!reportsToId) return { id: null, problems: [] };
  const chiefId = decodeId('pos', reportsToId);
  if (!chiefId || !(await load(deed, positionById, chiefId)))
    return { id: null, problems: [notFound('reportsToId')] };
  if (id && (await isBelow(deed, chiefId, id)))
    return { id: null, problems: [problem('INVALID', 'position_circle', ['reportsToId'])] };
  return { id: chiefId, problems: [] };
}

/** Lines are changed one after another, so that two changes at once cannot close a circle. */
async function isBelow({ em }: Deed, positionId: string, chiefId: string): Promise<boolean> {
  const rows = rowsOf<PositionTables>(em);
  await sql`select pg_advisory_xact_lock(hashtext('position.reports_to'))`.execute(rows);
  const line = await sql<{ below: boolean }>`
    with recursive line as (
      select id, reports_to_id from "position" where id = ${positionId}
      union select p.id, p.reports_to_id from "position" p join line on p.id = line.reports_to_id
    )
    select exists (select from line where id = ${chiefId}) as below
  `.execute(rows);
  return line.rows[0]!.below;
}
