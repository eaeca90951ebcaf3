import { sql } from 'kysely';
import { grouped, inOrder, type Batch } from '../platform/database/loader.ts';
import {
  pageOf,
  pageOfOwner,
  type Listing,
  type Order,
  type PageArguments,
} from '../platform/database/page.ts';
import { rowsOf, type TablesOf } from '../platform/database/tables.ts';
import type { Work } from '../platform/database/unit-of-work.ts';
import type { CompetencyTables } from '../competencies/competency.queries.ts';
import type { IdentityTables } from '../identity/viewer.queries.ts';
import { likeText } from '../organisation/unit.queries.ts';
import {
  OPEN_SCORE,
  type NeedDutySchema,
  type NeedMoveSchema,
  type NeedSchema,
  type NeedUnitSchema,
} from './need.entity.ts';
import type { IndicatorDirection, NeedDeed, NeedSource, NeedState } from './need.rules.ts';

export type NeedTables = CompetencyTables &
  IdentityTables &
  TablesOf<typeof NeedSchema | typeof NeedUnitSchema | typeof NeedDutySchema | typeof NeedMoveSchema>;

export interface NeedRow {
  id: string;
  code: string;
  version: number;
  updatedAt: string;
  title: string;
  rationale: string;
  state: NeedState;
  source: NeedSource;
  orgUnitId: string;
  competencyId: string;
  targetLevel: number;
  statedHeadcount: number | null;
  dueOn: string | null;
  publishedAt: string | null;
  indicatorName: string | null;
  indicatorUnit: string | null;
  indicatorBetter: IndicatorDirection | null;
  indicatorBaseline: string | null;
  indicatorSource: string | null;
  priorityScore: string;
  severity: string;
  reach: string;
  weight: string;
  urgency: string;
  assumed: string[];
}

const columns = [
  'need.id',
  'need.code',
  'need.version',
  'need.updated_at as updatedAt',
  'need.title',
  'need.rationale',
  'need.state',
  'need.source',
  'need.org_unit_id as orgUnitId',
  'need.competency_id as competencyId',
  'need.target_level as targetLevel',
  'need.headcount as statedHeadcount',
  'need.due_on as dueOn',
  'need.published_at as publishedAt',
  'need.indicator_name as indicatorName',
  'need.indicator_unit as indicatorUnit',
  'need.indicator_better as indicatorBetter',
  'need.indicator_baseline as indicatorBaseline',
  'need.indicator_source as indicatorSource',
  'need.priority_score as priorityScore',
  'need.severity',
  'need.reach',
  'need.weight',
  'need.urgency',
  'need.assumed',
] as const;

export const needById: Batch<string, NeedRow> = async ({ em }, ids) => {
  const rows = rowsOf<NeedTables>(em).selectFrom('need').select(columns).where('id', 'in', ids);
  return inOrder(ids, await rows.execute(), (row) => row.id);
};

export const needByCode: Batch<string, NeedRow> = async ({ em }, codes) => {
  const rows = rowsOf<NeedTables>(em).selectFrom('need').select(columns).where('code', 'in', codes);
  return inOrder(codes, await rows.execute(), (row) => row.code);
};

export interface NeedMoveRow {
  needId: string;
  deed: NeedDeed;
  at: string;
  /** Of closing. */
  reason: string | null;
}

/** What was done with needs, first things first. */
export const movesOfNeed: Batch<string, NeedMoveRow[]> = async ({ em }, ids) => {
  const rows = await rowsOf<NeedTables>(em)
    .selectFrom('need_move')
    .innerJoin('need', 'need.id', 'need_move.need_id')
    .select(['need_id as needId', 'deed', 'at', 'closed_reason as reason'])
    .where('need_id', 'in', ids)
    .orderBy('at')
    .execute();
  const told = rows.map((row) => ({ ...row, reason: row.deed === 'CLOSE' ? row.reason : null }));
  return grouped(ids, told, (row) => row.needId);
};

/** The units whose people a need is for, as ids in the order of their codes. */
export const unitsOfNeed: Batch<string, string[]> = async ({ em }, ids) => {
  const rows = await rowsOf<NeedTables>(em)
    .selectFrom('need_unit')
    .innerJoin('org_unit', 'org_unit.id', 'need_unit.org_unit_id')
    .select(['need_unit.need_id as needId', 'org_unit.id as unitId'])
    .where('need_unit.need_id', 'in', ids)
    .orderBy('org_unit.code')
    .execute();
  return grouped(ids, rows, (row) => row.needId).map((group) => group.map((row) => row.unitId));
};

export interface NeedFilter {
  states: NeedState[] | null;
  sources: NeedSource[] | null;
  competencyIds: string[] | null;
  /** Owned by one of these units or a unit below it. */
  unitIds: string[] | null;
  search: string | null;
}

export const noFilter: NeedFilter = {
  states: null,
  sources: null,
  competencyIds: null,
  unitIds: null,
  search: null,
};

export type NeedOrderField = 'PRIORITY' | 'DUE_ON' | 'UPDATED_AT';

/** Every order has an index of the same expression. */
const orderKeys: Record<NeedOrderField, Pick<Order, 'key' | 'type'>> = {
  PRIORITY: { key: sql.raw(OPEN_SCORE), type: 'numeric' },
  DUE_ON: { key: sql`coalesce(need.due_on, 'infinity'::date)`, type: 'date' },
  UPDATED_AT: { key: sql.ref('need.updated_at'), type: 'timestamptz' },
};

/** For those who know the small groups too: order and cursors would tell others of their scores. */
const wholeScore: Pick<Order, 'key' | 'type'> = { key: sql.ref('need.priority_score'), type: 'numeric' };

export interface NeedOrder {
  field: NeedOrderField;
  direction: 'ASC' | 'DESC';
  /** Whether the viewer may know the scores of all that the filter lets through. */
  knowsAll?: boolean;
}

export const byPriority: NeedOrder = { field: 'PRIORITY', direction: 'DESC' };

function filteredNeeds({ em }: Work, filter: NeedFilter) {
  let rows = rowsOf<NeedTables>(em).selectFrom('need').select(columns);
  if (filter.states) rows = rows.where('need.state', 'in', filter.states);
  if (filter.sources) rows = rows.where('need.source', 'in', filter.sources);
  if (filter.competencyIds) rows = rows.where('need.competency_id', 'in', filter.competencyIds);
  if (filter.search) rows = rows.where('need.title', 'ilike', `%${likeText(filter.search)}%`);
  if (filter.unitIds) {
    const below = rowsOf<NeedTables>(em)
      .selectFrom('unit_closure')
      .select('unit_closure.unit_id')
      .where('unit_closure.ancestor_id', 'in', filter.unitIds);
    rows = rows.where('need.org_unit_id', 'in', below);
  }
  return rows;
}

const listingOf = (
  name: string,
  filter: NeedFilter,
  { field, direction, knowsAll = false }: NeedOrder,
): Omit<Listing, 'rows'> => ({
  name,
  id: 'need.id',
  order: {
    ...(knowsAll && field === 'PRIORITY' ? wholeScore : orderKeys[field]),
    direction: direction === 'ASC' ? 'asc' : 'desc',
  },
  filter: [field, filter, knowsAll],
});

export function listNeeds(work: Work, filter: NeedFilter, order: NeedOrder, args: PageArguments) {
  const listing = { ...listingOf('needs', filter, order), rows: () => filteredNeeds(work, filter) };
  return pageOf<NeedRow>(work, listing, args);
}

export function listNeedsOfUnit(work: Work, unitId: string, filter: NeedFilter, args: PageArguments) {
  const listing: Listing = {
    ...listingOf('OrgUnit.needs', filter, byPriority),
    rows: (unit) =>
      filteredNeeds(work, filter).where(
        'need.org_unit_id',
        'in',
        rowsOf<NeedTables>(work.em)
          .selectFrom('unit_closure')
          .select('unit_closure.unit_id')
          .where('unit_closure.ancestor_id', '=', unit!),
      ),
  };
  return pageOfOwner<NeedRow>(work, listing, unitId, args);
}
