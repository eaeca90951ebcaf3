import { sql } from 'kysely';
import { grouped, inOrder, type Batch } from '../platform/database/loader.ts';
import { pageOf, pageOfOwner, type Listing, type PageArguments } from '../platform/database/page.ts';
import { rowsOf, type TablesOf } from '../platform/database/tables.ts';
import type { Work } from '../platform/database/unit-of-work.ts';
import type { HolidaySchema, OrgUnitSchema, UnitClosureSchema } from './unit.entity.ts';
import type { OrgUnitKind } from './unit.rules.ts';

export type UnitTables = TablesOf<typeof OrgUnitSchema | typeof UnitClosureSchema | typeof HolidaySchema>;

export interface UnitRow {
  id: string;
  code: string;
  name: string;
  kind: OrgUnitKind;
  parentId: string | null;
  version: number;
}

const columns = [
  'org_unit.id',
  'org_unit.code',
  'org_unit.name',
  'org_unit.kind',
  'org_unit.parent_id as parentId',
  'org_unit.version',
] as const;

const byCode = { key: sql.ref('org_unit.code'), type: 'text', direction: 'asc' } as const;

export const unitById: Batch<string, UnitRow> = async ({ em }, ids) => {
  const rows = await rowsOf<UnitTables>(em)
    .selectFrom('org_unit')
    .select(columns)
    .where('id', 'in', ids)
    .execute();
  return inOrder(ids, rows, (row) => row.id);
};

/** The unit and all above it, nearest first. */
export const unitAndAbove: Batch<string, string[]> = async ({ em }, ids) => {
  const rows = await rowsOf<UnitTables>(em)
    .selectFrom('unit_closure')
    .select(['unit_id', 'ancestor_id'])
    .where('unit_id', 'in', ids)
    .orderBy('distance')
    .execute();
  return grouped(ids, rows, (row) => row.unit_id).map((group) => group.map((row) => row.ancestor_id));
};

/** All units, or those whose name holds the text, by code. */
export function listUnits(work: Work, search: string | null, args: PageArguments) {
  const listing: Listing = {
    name: 'orgUnits',
    id: 'org_unit.id',
    order: byCode,
    filter: search,
    rows: () => {
      const rows = rowsOf<UnitTables>(work.em).selectFrom('org_unit').select(columns);
      return search ? rows.where('name', 'ilike', `%${likeText(search)}%`) : rows;
    },
  };
  return pageOf<UnitRow>(work, listing, args);
}

export function listChildren(work: Work, parentId: string, args: PageArguments) {
  const listing: Listing = {
    name: 'OrgUnit.children',
    id: 'org_unit.id',
    order: byCode,
    rows: (parent) =>
      rowsOf<UnitTables>(work.em).selectFrom('org_unit').select(columns).where('parent_id', '=', parent!),
  };
  return pageOfOwner<UnitRow>(work, listing, parentId, args);
}

export async function holidays({ em }: Work): Promise<ReadonlySet<string>> {
  const rows = await rowsOf<UnitTables>(em).selectFrom('holiday').select('on').execute();
  return new Set(rows.map((row) => row.on));
}

/** A text to be found as it stands: `%`, `_` and `\` lose their meaning in LIKE. */
export const likeText = (text: string): string => text.trim().replace(/[\\%_]/g, '\\$&');
