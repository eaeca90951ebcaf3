import { randomUUID } from 'node:crypto';
import type { Copy } from './harness.ts';

export interface Put {
  payload?: object;
  /** As if somebody had taken them and then died. */
  abandoned?: true;
}

/** Puts copies of a proposal's first event into the queue, without a word to those who work there. */
export async function putEvents(
  { sql }: Copy,
  proposalId: string,
  howMany: number,
  { payload = {}, abandoned }: Put = {},
): Promise<string[]> {
  const ids = Array.from({ length: howMany }, () => randomUUID());
  const past = abandoned ? `now() - interval '11 seconds'` : 'null::timestamptz';
  await sql(`
    insert into pgboss.job select copied.* from pgboss.job job,
      unnest('{${ids.join()}}'::uuid[]) event(id),
      jsonb_populate_record(job, jsonb_build_object(
        'id', event.id, 'state', '${abandoned ? 'active' : 'created'}', 'completed_on', null,
        'started_on', ${past}, 'heartbeat_on', ${past},
        'data', jsonb_build_object('name', 'proposal.moved',
          'payload', job.data->'payload' || '${JSON.stringify(payload)}'))) copied
    where job.id = (select id from pgboss.job where data->'payload'->>'proposalId' = '${proposalId}' limit 1)`);
  return ids;
}

/** How many of these events stand in which state. */
export async function statesOf({ sql }: Copy, ids: readonly string[]): Promise<Record<string, number>> {
  const rows = await sql<{ state: string; n: number }>(`
    select state::text as state, count(*)::int as n from pgboss.job
    where id in ('${ids.join("','")}') group by 1`);
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]));
}

/** What they brought: each event one notice for each person who is to be told. */
export async function effectsOf({ sql }: Copy, ids: readonly string[]) {
  const [row] = await sql<{ events: number; notices: number; people: number }>(`
    select count(distinct event_id)::int as events, count(*)::int as notices,
      count(distinct account_id)::int as people from notice where event_id in ('${ids.join("','")}')`);
  return row!;
}
