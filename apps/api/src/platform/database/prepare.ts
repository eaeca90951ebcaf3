import type { EntitySchema, MigrationObject, MikroORM, PostgreSqlConnection } from '@mikro-orm/postgresql';
import { layQueues } from '../journal/jobs.ts';
import type { TimedJob } from '../room.ts';
import { connect } from './orm.ts';

export interface Addresses {
  /** The serving role: no superuser, owns nothing, bound by row policies. */
  serve: string;
  /** The migrating role: owns the tables. */
  own: string;
}

/** History: what stands is never changed, so the serving role has no right to. */
const APPEND_ONLY = ['transition', 'proposal_revision', 'decision', 'partner_answer', 'need_move'];

/** All else stays as well, with what hangs on it; only these rows go. */
const PASSING = [
  'proposal_need',
  'session',
  'sign_in_failure',
  'idempotency_key',
  'cost_bucket',
  'one_time_code',
  'letter',
  'partner_membership',
];

/** Brings the database up to date as its owner, and gives the serving role what it needs and no more. */
export async function prepareDatabase(
  addresses: Addresses,
  entities: EntitySchema[],
  migrations: MigrationObject[],
  jobs: TimedJob[],
): Promise<void> {
  const orm = await connect({ url: addresses.own, entities, migrations, pool: 3 });
  try {
    await oneAtATime(orm, async () => {
      await orm.migrator.up();
      await layQueues(addresses.own, jobs);
      await grantServing(orm, decodeURIComponent(new URL(addresses.serve).username));
    });
  } finally {
    await orm.close(true);
  }
}

/** Several processes may start at once; the lock ends with its connection, whatever happens to this one. */
async function oneAtATime(orm: MikroORM, task: () => Promise<void>): Promise<void> {
  const pool = await (orm.em.getConnection() as PostgreSqlConnection).getNativeClient();
  const client = await pool.connect();
  try {
    await client.query(`select pg_advisory_lock(hashtext('simpul.prepare'))`);
    await task();
  } finally {
    client.release(true);
  }
}

async function grantServing(orm: MikroORM, role: string): Promise<void> {
  const name = `"${role.replaceAll('"', '""')}"`;
  const list = (tables: string[]) => tables.map((table) => `"${table}"`).join(', ');
  await orm.em.fork().execute(`
    grant usage on schema public, audit, pgboss to ${name};
    grant select, insert, update on all tables in schema public to ${name};
    grant delete on ${list(PASSING)} to ${name};
    revoke all on migration from ${name};
    revoke update on ${list(APPEND_ONLY)} from ${name};
    grant usage on all sequences in schema public to ${name};
    grant insert on audit.audit_entry to ${name};
    grant execute on function audit.seal, audit.check_seals, audit.unsealed_since to ${name};
    grant select, insert, update, delete on all tables in schema pgboss to ${name};
    grant execute on all functions in schema pgboss to ${name};
  `);
}

/** Refuses to serve with a login that row policies do not bind. */
export async function refusePrivileged(orm: MikroORM): Promise<void> {
  const [role] = await orm.em.fork().execute<{ name: string; privileged: boolean; owns: boolean }[]>(`
    select rolname as name, rolsuper or rolbypassrls as privileged,
      exists (select from pg_class c where pg_has_role(r.oid, c.relowner, 'member') and c.relkind = 'r'
        and c.relnamespace = 'public'::regnamespace) as owns
    from pg_roles r where rolname = current_user
  `);
  if (!role || (!role.privileged && !role.owns)) return;
  throw new Error(
    `DATABASE_URL logs in as ${role.name}, which row policies do not bind ` +
      '(it is a superuser, bypasses them, or owns the tables). Use a role of its own; see README.',
  );
}
