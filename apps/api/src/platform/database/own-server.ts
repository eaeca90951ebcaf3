import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { MikroORM } from '@mikro-orm/postgresql';
import { startPostgres, type PostgresOptions } from '@simpul/postgres';
import type { Addresses } from './prepare.ts';

export interface OwnServer {
  addresses: Addresses;
  /** Address of a database for the superuser: backups and tests. */
  superuser: (database: string) => string;
  stop: () => Promise<void>;
}

interface Passwords {
  owner: string;
  api: string;
}

/** Simpul's own PostgreSQL in a folder, with the two roles and a database; made when they are not there yet. */
export async function startOwnServer(dataDir: string, options: PostgresOptions = {}): Promise<OwnServer> {
  fs.mkdirSync(dataDir, { recursive: true });
  const server = await startPostgres(path.join(dataDir, 'postgres'), options);
  const passwords = keptPasswords(path.join(dataDir, 'roles.json'));
  await layRoles(server.url('postgres'), passwords);
  return {
    addresses: {
      serve: server.url('simpul', 'simpul_api', passwords.api),
      own: server.url('simpul', 'simpul_owner', passwords.owner),
    },
    superuser: (database) => server.url(database),
    stop: () => server.stop(),
  };
}

function keptPasswords(file: string): Passwords {
  if (fs.existsSync(file)) return JSON.parse(fs.readFileSync(file, 'utf8')) as Passwords;
  const made = { owner: randomBytes(24).toString('hex'), api: randomBytes(24).toString('hex') };
  fs.writeFileSync(file, JSON.stringify(made), { mode: 0o600 });
  return made;
}

/** As the superuser; passwords are hexadecimal, so that they can stand in SQL. */
async function layRoles(url: string, { owner, api }: Passwords): Promise<void> {
  const orm = await MikroORM.init({ clientUrl: url, entities: [], discovery: { warnWhenNoEntities: false } });
  try {
    const has = async (sql: string) => (await orm.em.fork().execute<unknown[]>(sql)).length > 0;
    const run = (sql: string) => orm.em.fork().execute(sql);
    for (const [role, password] of [
      ['simpul_owner', owner],
      ['simpul_api', api],
    ] as const) {
      const known = await has(`select from pg_roles where rolname = '${role}'`);
      await run(
        `${known ? 'alter' : 'create'} role ${role} login nosuperuser nobypassrls password '${password}'`,
      );
    }
    if (await has(`select from pg_database where datname = 'simpul'`)) return;
    await run('create database simpul owner simpul_owner');
  } finally {
    await orm.close(true);
  }
}
