import { sql } from 'kysely';
import { rowsOf } from '../platform/database/tables.ts';
import { beyondOwnRights, type Work } from '../platform/database/unit-of-work.ts';
import type { ProposalTables } from './tables.queries.ts';
import { agreedStates, answeringStates } from './transition.rules.ts';

/**
 * Counts anew how far needs are answered. Locks their rows first and in one order, so that two proposals that move at
 * once count one after the other; runs beyond the doer's rights, because it counts proposals of others.
 */
export async function recountCoverage(work: Work, needIds: readonly string[]): Promise<void> {
  const ids = [...new Set(needIds)].sort();
  if (ids.length === 0) return;
  const rows = rowsOf<ProposalTables>(work.em);
  await beyondOwnRights(work, async () => {
    await rows
      .insertInto('need_coverage')
      .values(ids.map((id) => ({ need_id: id, proposals: 0, approved_proposals: 0, seats: 0 })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await rows
      .selectFrom('need_coverage')
      .select('need_id')
      .where('need_id', 'in', ids)
      .orderBy('need_id')
      .forUpdate()
      .execute();
    await sql`
      update need_coverage c set proposals = k.proposals, approved_proposals = k.agreed, seats = k.seats
      from (
        select n.id,
          count(p.id) as proposals,
          count(p.id) filter (where p.state = any(${agreedStates}::text[])) as agreed,
          coalesce(sum((rv.text::jsonb #>> '{content,capacityMax}')::int)
            filter (where p.state = any(${agreedStates}::text[])), 0) as seats
        from unnest(${ids}::uuid[]) n(id)
        left join proposal p on p.id in (select pn.proposal_id from proposal_need pn where pn.need_id = n.id)
          and p.state = any(${answeringStates}::text[])
        left join proposal_revision rv on rv.id = p.current_revision_id
        group by n.id
      ) k
      where c.need_id = k.id
    `.execute(rows);
  });
}
