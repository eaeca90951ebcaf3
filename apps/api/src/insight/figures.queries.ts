import { sql } from 'kysely';
import { rowsOf } from '../platform/database/tables.ts';
import type { Work } from '../platform/database/unit-of-work.ts';
import { OPEN_SCORE } from '../needs/need.entity.ts';
import { needStates, openNeedStates, type NeedState } from '../needs/need.rules.ts';
import { agreedStates, proposalStates, type ProposalState } from '../proposals/transition.rules.ts';

export interface Figures {
  asOf: string;
  duties: number;
  positions: number;
  openNeeds: number;
  answeredNeeds: number;
  partners: number;
  proposals: number;
  seats: number;
}

/** Counts what anyone may know. Some of it lies in rows that nobody outside may read: runs as the house. */
export async function countFigures({ em, now }: Work): Promise<Figures> {
  const { rows } = await sql<Omit<Figures, 'asOf'>>`
    select
      (select count(*)::int from duty) as duties,
      (select count(*)::int from "position") as positions,
      (select count(*)::int from need where state = any(${openNeedStates}::text[])) as "openNeeds",
      (select count(*)::int from need n join need_coverage c on c.need_id = n.id
        where n.published_at is not null and c.approved_proposals > 0) as "answeredNeeds",
      (select count(*)::int from partner where state = 'VERIFIED') as partners,
      (select count(*)::int from proposal where submitted_at is not null) as proposals,
      (select coalesce(sum((rv.text::jsonb #>> '{content,capacityMax}')::int), 0)::int
        from proposal p join proposal_revision rv on rv.id = p.current_revision_id
        where p.state = any(${agreedStates}::text[])) as seats
  `.execute(rowsOf(em));
  return { asOf: now.toISOString(), ...rows[0]! };
}

export interface StateCountRow {
  state: ProposalState;
  count: number;
}

/**
 * How many sent proposals stand in each state, in the units below the roots of the reader's rights and, when one is
 * asked for, below that unit too; every state but DRAFT once, zeros too. Runs as the house: a token that may count
 * proposals may not read them.
 */
export async function proposalsByState(
  { em }: Work,
  roots: readonly string[],
  unitId: string | null,
): Promise<StateCountRow[]> {
  const { rows } = await sql<StateCountRow>`
    select p.state, count(*)::int as count
    from proposal p
    where p.submitted_at is not null and p.org_unit_id in (
      select unit_id from unit_closure where ancestor_id = any(${[...roots]}::uuid[]))
      and (${unitId}::uuid is null or p.org_unit_id in (
        select unit_id from unit_closure where ancestor_id = ${unitId}::uuid))
    group by p.state
  `.execute(rowsOf(em));
  const counts = new Map(rows.map(({ state, count }) => [state, count]));
  return proposalStates
    .filter((state) => state !== 'DRAFT')
    .map((state) => ({ state, count: counts.get(state) ?? 0 }));
}

export interface NeedStateCountRow {
  state: NeedState;
  count: number;
}

/** The same of needs, also of those that are not public yet: their number is no secret of the unit, their rows are. */
export async function needsByState(
  { em }: Work,
  roots: readonly string[],
  unitId: string | null,
): Promise<NeedStateCountRow[]> {
  const { rows } = await sql<NeedStateCountRow>`
    select need.state, count(*)::int as count
    from need
    where need.org_unit_id in (
      select unit_id from unit_closure where ancestor_id = any(${[...roots]}::uuid[]))
      and (${unitId}::uuid is null or need.org_unit_id in (
        select unit_id from unit_closure where ancestor_id = ${unitId}::uuid))
    group by need.state
  `.execute(rowsOf(em));
  const counts = new Map(rows.map(({ state, count }) => [state, count]));
  return needStates.map((state) => ({ state, count: counts.get(state) ?? 0 }));
}

export interface CoverageRow {
  needId: string;
  statedHeadcount: number | null;
  seats: number;
}

/**
 * Needs that are open to partners, the most urgent first, with the seats that approved proposals bring: in the units
 * below the roots of the reader's rights and, when one is asked for, below that unit too. Who does not know all finds
 * needs of small groups behind the others.
 */
export async function coverageOfOpenNeeds(
  { em }: Work,
  roots: readonly string[],
  { unitId, top, knowsAll }: { unitId: string | null; top: number; knowsAll: boolean },
): Promise<CoverageRow[]> {
  const { rows } = await sql<CoverageRow>`
    select need.id as "needId", need.headcount as "statedHeadcount", coalesce(c.seats, 0)::int as seats
    from need left join need_coverage c on c.need_id = need.id
    where need.state = any(${openNeedStates}::text[]) and need.org_unit_id in (
      select unit_id from unit_closure where ancestor_id = any(${[...roots]}::uuid[]))
      and (${unitId}::uuid is null or need.org_unit_id in (
        select unit_id from unit_closure where ancestor_id = ${unitId}::uuid))
    order by ${sql.raw(knowsAll ? 'need.priority_score' : OPEN_SCORE)} desc, need.id desc
    limit ${top}
  `.execute(rowsOf(em));
  return rows;
}
