import { sql } from 'kysely';
import { decodeId, encodeId, newId } from '../platform/database/ids.ts';
import { load } from '../platform/database/loader.ts';
import { rowsOf } from '../platform/database/tables.ts';
import type { Work } from '../platform/database/unit-of-work.ts';
import { audit } from '../platform/journal/audit.ts';
import { refused, type Deed, type Outcome } from '../platform/journal/deed.ts';
import { notFound, notPermitted, problem, versionConflict } from '../platform/problem.rules.ts';
import { isAdminOf } from './unit.access.ts';
import { unitAndAbove, unitById, type UnitTables } from './unit.queries.ts';
import { unitNameProblems, unitPlaceProblems, type OrgUnitKind } from './unit.rules.ts';

declare module '../platform/journal/audit.ts' {
  interface AuditedActions {
    'unit.create': { code: string };
    'unit.update': { code: string };
  }
}

export interface NewUnit {
  code: string;
  name: string;
  kind: OrgUnitKind;
  parentId?: string | null;
}

/** Adds a unit below one that the viewer administers; at the top, for who administers everything. */
export async function createUnit(deed: Deed, input: NewUnit): Promise<Outcome> {
  const parentId = input.parentId ? decodeId('unt', input.parentId) : null;
  const above = parentId ? ((await load(deed, unitAndAbove, parentId)) ?? []) : [];
  if (input.parentId && above.length === 0) return refused(notFound('parentId'));
  if (!isAdminOf(deed.viewer, above)) return refused(notPermitted());
  const problems = [...unitNameProblems(input), ...unitPlaceProblems(input.kind, parentId !== null)];
  if (problems.length > 0) return refused(...problems);
  const code = input.code.trim();
  const id = await addUnit(deed, { ...input, code, name: input.name.trim(), parentId });
  if (!id) return refused(problem('DUPLICATE', 'unit_code_taken', ['code']));
  await audit(deed, 'unit.create', encodeId('unt', id), { code });
  return { id };
}

/**
 * Adds a unit under its parent (a UUID), with the rows of the closure that make it part of every unit above. Null when
 * the code belongs to another.
 */
export async function addUnit(
  { em }: Work,
  { code, name, kind, parentId = null }: NewUnit,
): Promise<string | null> {
  const id = newId();
  const rows = rowsOf<UnitTables>(em);
  const added = await rows
    .insertInto('org_unit')
    .values({ id, version: 1, code, name, kind, parent_id: parentId })
    .onConflict((conflict) => conflict.column('code').doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows !== 1n) return null;
  await sql`
    insert into unit_closure (ancestor_id, unit_id, distance)
    select ${id}::uuid, ${id}::uuid, 0
    union all select ancestor_id, ${id}, distance + 1 from unit_closure where unit_id = ${parentId}
  `.execute(rows);
  return id;
}

export interface UnitChange {
  id: string;
  expectedVersion: number;
  code: string;
  name: string;
}

/** Corrects the code or the name of a unit; where it stands does not change. */
export async function updateUnit(deed: Deed, input: UnitChange): Promise<Outcome> {
  const id = decodeId('unt', input.id);
  const above = id ? ((await load(deed, unitAndAbove, id)) ?? []) : [];
  if (!id || above.length === 0) return refused(notFound('id'));
  if (!isAdminOf(deed.viewer, above)) return refused(notPermitted());
  const problems = unitNameProblems(input);
  if (problems.length > 0) return refused(...problems);
  const code = input.code.trim();
  if (await isTakenByAnother(deed, code, id))
    return refused(problem('DUPLICATE', 'unit_code_taken', ['code']));
  const updated = await rowsOf<UnitTables>(deed.em)
    .updateTable('org_unit')
    .set({ code, name: input.name.trim(), version: sql<number>`version + 1` })
    .where('id', '=', id)
    .where('version', '=', input.expectedVersion)
    .executeTakeFirst();
  if (updated.numUpdatedRows !== 1n)
    return refused(versionConflict((await unitById(deed, [id]))[0]!.version));
  await audit(deed, 'unit.update', encodeId('unt', id), { code });
  return { id };
}

/** For the sake of the message; what holds is the constraint. */
async function isTakenByAnother({ em }: Work, code: string, id: string): Promise<boolean> {
  const rows = rowsOf<UnitTables>(em).selectFrom('org_unit').select('id').where('code', '=', code);
  return (await rows.where('id', '<>', id).executeTakeFirst()) !== undefined;
}
