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

/** Gathers what the priority of a need rests on. Counts people whom the viewer may not see: runs as the house. */
export async function priorityFacts(work: Work, need: ToRank): Promise<PriorityFacts> {
  return {
    evidence: null, // comes with evidence about people
    headcount: need.headcount,
    requiredInRankingUnit: await peopleWhosePostRequires(work, need.competencyId, need.orgUnitId),
    dutyWeight: await heaviest(work, need.dutyIds),
    daysLeft: need.dueOn ? daysBetween(dayOf(work.now), need.dueOn) : null,
    documented: false, // needs carry documents later
  };
}

/** In the ranking unit: the nearest kecamatan above the owner (or the owner itself), else the root. */
async function peopleWhosePostRequires({ em }: Work, competencyId: string, unitId: string): Promise<number> {
  const { rows } = await sql<{ people: string }>`
    with ranking as (
      select uc.ancestor_id from unit_closure uc join org_unit u on u.id = uc.ancestor_id
      where uc.unit_id = ${unitId} and u.kind in ('DISTRICT', 'CITY')
      order by uc.distance limit 1
    )
    select count(*) as people
    from asn_profile a
    join "position" p on p.id = a.position_id
    join competency_standard s on s.position_id = p.id and s.competency_id = ${competencyId}
    join unit_closure uc on uc.unit_id = p.org_unit_id
    where uc.ancestor_id = (select ancestor_id from ranking)
  `.execute(rowsOf<NeedTables>(em));
  return Number(rows[0]?.people ?? 0);
}

async function heaviest({ em }: Work, dutyIds: readonly string[]): Promise<number | null> {
  if (dutyIds.length === 0) return null;
  const row = await rowsOf<NeedTables>(em)
    .selectFrom('duty')
    .select((eb) => eb.fn.max('weight').as('weight'))
    .where('id', 'in', dutyIds)
    .executeTakeFirst();
  return row?.weight ?? null;
}
