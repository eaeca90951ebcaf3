import { sql } from 'kysely';
import { dayOf } from '../platform/clock.ts';
import { rowsOf } from '../platform/database/tables.ts';
import type { Work } from '../platform/database/unit-of-work.ts';
import { daysBetween } from '../organisation/working-day.rules.ts';
import type { NeedTables } from './need.queries.ts';
import type { PriorityFacts } from './priority.rules.ts';

export interface ToRank {
  orgUnitId: string;
  competencyId: string;
  headcount: number | null;
  dueOn: string | null;
  dutyIds: readonly string[];
}

/**
 * Gathers what the priority of each need rests on, in two statements for all. Counts people whom the viewer may not
 * see: runs as the house.
 */
export async function priorityFacts(work: Work, needs: readonly ToRank[]): Promise<PriorityFacts[]> {
  const required = await peopleWhosePostRequires(work, needs);
  const weights = await dutyWeights(
    work,
    needs.flatMap(({ dutyIds }) => dutyIds),
  );
  return needs.map((need, index) => ({
    evidence: null, // comes with evidence about people
    headcount: need.headcount,
    requiredInRankingUnit: required[index]!,
    dutyWeight: need.dutyIds.length > 0 ? Math.max(...need.dutyIds.map((id) => weights.get(id)!)) : null,
    daysLeft: need.dueOn ? daysBetween(dayOf(work.now), need.dueOn) : null,
    documented: false, // needs carry documents later
  }));
}

/** In the ranking unit: the nearest kecamatan above the owner (or the owner itself), else the root. */
async function peopleWhosePostRequires({ em }: Work, needs: readonly ToRank[]): Promise<number[]> {
  const { rows } = await sql<{ people: number }>`
    with asked as (
      select competency_id, place, (
        select uc.ancestor_id from unit_closure uc join org_unit u on u.id = uc.ancestor_id
        where uc.unit_id = asked_of.unit_id and u.kind in ('DISTRICT', 'CITY')
        order by uc.distance limit 1
      ) as ranking_id
      from unnest(
        ${needs.map((need) => need.competencyId)}::uuid[],
        ${needs.map((need) => need.orgUnitId)}::uuid[]
      ) with ordinality as asked_of(competency_id, unit_id, place)
    ), counted as (
      select pair.ranking_id, pair.competency_id, count(*)::int as people
      from (select distinct ranking_id, competency_id from asked) pair
      join unit_closure uc on uc.ancestor_id = pair.ranking_id
      join "position" p on p.org_unit_id = uc.unit_id
      join competency_standard s on s.position_id = p.id and s.competency_id = pair.competency_id
      join asn_profile a on a.position_id = p.id
      group by pair.ranking_id, pair.competency_id
    )
    select coalesce(people, 0) as people
    from asked left join counted using (ranking_id, competency_id)
    order by place
  `.execute(rowsOf<NeedTables>(em));
  return rows.map(({ people }) => people);
}

async function dutyWeights({ em }: Work, dutyIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await rowsOf<NeedTables>(em)
    .selectFrom('duty')
    .select(['id', 'weight'])
    .where('id', 'in', dutyIds)
    .execute();
  return new Map(rows.map(({ id, weight }) => [id, weight]));
}
