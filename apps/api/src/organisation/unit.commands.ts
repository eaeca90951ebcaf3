import { newId } from '../platform/database/ids.ts';
import type { Work } from '../platform/database/unit-of-work.ts';
import { OrgUnitSchema, UnitClosureSchema } from './unit.entity.ts';
import { unitAndAbove } from './unit.queries.ts';
import type { OrgUnitKind } from './unit.rules.ts';

export interface NewUnit {
  code: string;
  name: string;
  kind: OrgUnitKind;
  parentId: string | null;
}

/** Adds a unit under its parent, with the rows of the closure that make it part of every unit above. */
export async function addUnit(work: Work, { code, name, kind, parentId }: NewUnit): Promise<string> {
  const id = newId();
  work.em.create(OrgUnitSchema, { id, code, name, kind, parent: parentId });
  await work.em.flush();
  const [above] = parentId ? await unitAndAbove(work, [parentId]) : [[]];
  [id, ...(above ?? [])].forEach((ancestor, distance) =>
    work.em.create(UnitClosureSchema, { ancestor, unit: id, distance }),
  );
  await work.em.flush();
  return id;
}
