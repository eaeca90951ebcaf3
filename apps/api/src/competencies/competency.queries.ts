import { sql } from 'kysely';
import { grouped, inOrder, type Batch } from '../platform/database/loader.ts';
import { pageOf, type Listing, type PageArguments } from '../platform/database/page.ts';
import { rowsOf, type TablesOf } from '../platform/database/tables.ts';
import type { Work } from '../platform/database/unit-of-work.ts';
import type { AsnTables } from '../organisation/asn.queries.ts';
import type {
  CompetencyLevelSchema,
  CompetencySchema,
  CompetencyStandardSchema,
  DutyCompetencySchema,
} from './competency.entity.ts';
import type { CompetencyKind } from './competency.rules.ts';

export type CompetencyTables = AsnTables &
  TablesOf<
    | typeof CompetencySchema
    | typeof CompetencyLevelSchema
    | typeof CompetencyStandardSchema
    | typeof DutyCompetencySchema
  >;

export interface CompetencyRow {
  id: string;
  code: string;
  name: string;
  definition: string;
  kind: CompetencyKind;
}

export interface StandardRow {
  id: string;
  positionId: string;
  competencyId: string;
  requiredLevel: number;
}

export interface LevelRow {
  competencyId: string;
  level: number;
  name: string;
  description: string;
}

const columns = [
  'competency.id',
  'competency.code',
  'competency.name',
  'competency.definition',
  'competency.kind',
] as const;
const standardColumns = [
  'competency_standard.id',
  'competency_standard.position_id as positionId',
  'competency_standard.competency_id as competencyId',
  'competency_standard.required_level as requiredLevel',
] as const;

export const competencyById: Batch<string, CompetencyRow> = async ({ em }, ids) => {
  const rows = rowsOf<CompetencyTables>(em).selectFrom('competency').select(columns).where('id', 'in', ids);
  return inOrder(ids, await rows.execute(), (row) => row.id);
};

export const standardById: Batch<string, StandardRow> = async ({ em }, ids) => {
  const rows = rowsOf<CompetencyTables>(em)
    .selectFrom('competency_standard')
    .select(standardColumns)
    .where('id', 'in', ids);
  return inOrder(ids, await rows.execute(), (row) => row.id);
};

export const levelsOfCompetency: Batch<string, LevelRow[]> = async ({ em }, ids) => {
  const rows = await rowsOf<CompetencyTables>(em)
    .selectFrom('competency_level')
    .select(['competency_id as competencyId', 'level', 'name', 'description'])
    .where('competency_id', 'in', ids)
    .orderBy('level')
    .execute();
  return grouped(ids, rows, (row) => row.competencyId);
};

/** What a post requires, in the order of the framework. */
export const standardsOfPosition: Batch<string, StandardRow[]> = async ({ em }, ids) => {
  const rows = await rowsOf<CompetencyTables>(em)
    .selectFrom('competency_standard')
    .innerJoin('competency', 'competency.id', 'competency_standard.competency_id')
    .select(standardColumns)
    .where('competency_standard.position_id', 'in', ids)
    .orderBy('competency.code')
    .execute();
  return grouped(ids, rows, (row) => row.positionId);
};

export const competenciesOfDuty: Batch<string, CompetencyRow[]> = async ({ em }, ids) => {
  const rows = await rowsOf<CompetencyTables>(em)
    .selectFrom('duty_competency')
    .innerJoin('competency', 'competency.id', 'duty_competency.competency_id')
    .select([...columns, 'duty_competency.duty_id as dutyId'])
    .where('duty_competency.duty_id', 'in', ids)
    .orderBy('competency.code')
    .execute();
  return grouped(ids, rows, (row) => row.dutyId);
};

export function listCompetencies(work: Work, kind: CompetencyKind | null, args: PageArguments) {
  const listing: Listing = {
    name: 'competencies',
    id: 'competency.id',
    order: { key: sql.ref('competency.code'), type: 'text', direction: 'asc' },
    filter: kind,
    rows: () => {
      const rows = rowsOf<CompetencyTables>(work.em).selectFrom('competency').select(columns);
      return kind ? rows.where('kind', '=', kind) : rows;
    },
  };
  return pageOf<CompetencyRow>(work, listing, args);
}
