import { encodeId } from '../src/platform/database/ids.ts';
import type { Handle } from './deeds.ts';
import type { Copy } from './harness.ts';
import { uuidOf } from './standings.ts';

const mapped = (column: string) => `md5(twin::text || ${column}::text)::uuid`;

const part = (table: string, ids: string) => `
  insert into ${table} select copied.* from ${table} x,
    jsonb_populate_record(x, jsonb_build_object('proposal_id', twin ${ids})) copied
  where x.proposal_id = original;`;

/** As the constraints want it: a bare draft first, then its parts, then what points to them. */
const twinOf = `
create or replace function twin_of(original uuid) returns uuid language plpgsql as $$
declare twin uuid := gen_random_uuid();
begin
  insert into proposal select copied.* from proposal p, jsonb_populate_record(p, jsonb_build_object(
    'id', twin, 'code', 'TWIN-' || twin, 'state', 'DRAFT', 'submitted_at', null, 'current_revision_id', null,
    'goes_back_to', null, 'decision_id', null, 'merged_into_id', null)) copied
  where p.id = original;
  ${part('proposal_revision', `, 'id', ${mapped('x.id')}`)}
  ${part('decision', `, 'id', ${mapped('x.id')}`)}
  ${part('transition', `, 'id', ${mapped('x.id')}`)}
  ${part('review', `, 'id', ${mapped('x.id')}`)}
  ${['proposal_draft', 'proposal_need', 'review_assignment', 'review_round', 'recommendation']
    .map((table) => part(table, ''))
    .join('')}
  update proposal p set state = o.state, submitted_at = o.submitted_at, goes_back_to = o.goes_back_to,
    current_revision_id = ${mapped('o.current_revision_id')}, decision_id = ${mapped('o.decision_id')},
    merged_into_id = o.merged_into_id
  from proposal o where o.id = original and p.id = twin;
  return twin;
end
$$`;

const ready = new WeakSet<Copy>();

/** A second proposal that stands exactly where this one stands, with all its parts; made behind the walls. */
export async function cloned(copy: Copy, proposal: Handle): Promise<Handle> {
  if (!ready.has(copy)) await copy.sql(twinOf);
  ready.add(copy);
  const [row] = await copy.sql<{ id: string }>(`select twin_of('${uuidOf(proposal.id)}') as id`);
  return { ...proposal, id: encodeId('prp', row!.id) };
}

/** Many of them at once. */
export async function twins(copy: Copy, proposal: Handle, howMany: number): Promise<void> {
  await cloned(copy, proposal);
  await copy.sql(`select twin_of('${uuidOf(proposal.id)}') from generate_series(2, ${howMany})`);
}
