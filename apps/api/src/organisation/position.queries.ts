import { sql } from 'kysely';
import { grouped, inOrder, type Batch } from '../platform/database/loader.ts';
import { pageOfOwner, type Listing, type PageArguments } from '../platform/database/page.ts';
import { rowsOf, type TablesOf } from '../platform/database/tables.ts';
import type { Work } from '../platform/database/unit-of-work.ts';
import type { DutySchema, PositionSchema } from './position.entity.ts';
import type { PositionKind } from './position.rules.ts';

export type PositionTables = TablesOf<typeof PositionSchema | typeof DutySchema>;

export interface PositionRow {
  id: string;
  title: string;
  kind: PositionKind;
  orgUnitId: string;
  reportsToId: string | null;
  version: number;
}

export interface DutyRow {
  id: string;
  positionId: string;
  description: string;
  weight: number;
}

const columns = [
  'position.id',
  'position.title',
  'position.kind',
  'position.org_unit_id as orgUnitId',
  'position.reports_to_id as reportsToId',
  'position.version',
] as const;
const dutyColumns = ['id', 'position_id as positionId', 'description', 'weight'] as const;

export const positionById: Batch<string, PositionRow> = async ({ em }, ids) => {
  const rows = rowsOf<PositionTables>(em).selectFrom('position').select(columns).where('id', 'in', ids);
  return inOrder(ids, await rows.execute(), (row) => row.id);
};

export const dutyById: Batch<string, DutyRow> = async ({ em }, ids) => {
  const rows = rowsOf<PositionTables>(em).selectFrom('duty').select(dutyColumns).where('id', 'in', ids);
  return inOrder(ids, await rows.execute(), (row) => row.id);
};

export const dutiesOfPosition: Batch<string, DutyRow[]> = async ({ em }, ids) => {
  const rows = rowsOf<PositionTables>(em)
    .selectFrom('duty')
    .select(dutyColumns)
    .where('position_id', 'in', ids);
  return grouped(ids, await rows.orderBy('seq').execute(), (row) => row.positionId);
};

export function listPositionsOfUnit(work: Work, unitId: string, args: PageArguments) {
  const listing: Listing = {
    name: 'OrgUnit.positions',
    id: 'position.id',
    order: { key: sql.ref('position.title'), type: 'text', direction: 'asc' },
    rows: (unit) =>
      rowsOf<PositionTables>(work.em).selectFrom('position').select(columns).where('org_unit_id', '=', unit!),
  };
  return pageOfOwner<PositionRow>(work, listing, unitId, args);
}
