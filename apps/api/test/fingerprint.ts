import { until, type Copy } from './harness.ts';

/** What changes by itself: sessions, budgets, when somebody was last seen, keys that are seven days old. */
const left = ['session', 'sign_in_failure', 'migration', 'account', 'idempotency_key', 'cost_bucket'];

/**
 * A digest over every row of every table, the audit trail and the events on their way. Two that are equal say that
 * nothing at all was written between them.
 */
export async function fingerprint({ sql }: Copy): Promise<Record<string, string>> {
  const tables = await sql<{ name: string }>(`
    select tablename as name from pg_tables
    where schemaname = 'public' and tablename not in ('${left.join("', '")}') order by 1`);
  const digestOf = (name: string, source: string) =>
    `select '${name}' as name, count(*) || ' '
       || md5(coalesce(string_agg(r::text, ' ' order by r::text), '')) as digest
     from ${source} r`;
  const rows = await sql<{ name: string; digest: string }>(
    [
      ...tables.map(({ name }) => digestOf(name, `public."${name}"`)),
      digestOf('keys', `(select * from idempotency_key where created_at > now() - interval '1 day')`),
      digestOf('audit', `(select * from audit.audit_entry where action not like 'session.%')`),
      digestOf('events', `(select id, data from pgboss.job where name = 'event')`),
    ].join(' union all '),
  );
  return Object.fromEntries(rows.map(({ name, digest }) => [name, digest]));
}

/**
 * Waits until every event has been handled, and takes the jobs of the night off the list that each start puts there:
 * nothing more is written by itself.
 */
export const settled = ({ sql }: Copy): Promise<true> =>
  until<true>(async () => {
    await sql(
      `delete from pgboss.job where name in (select name from pgboss.schedule) and state in ('created', 'retry')`,
    );
    const [row] = await sql<{ open: string }>(`
      select count(*) as open from pgboss.job
      where (name = 'event' and state in ('created', 'retry')) or (name not like '\\_\\_%' and state = 'active')`);
    return Number(row!.open) === 0;
  });
