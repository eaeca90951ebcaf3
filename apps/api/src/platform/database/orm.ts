import { Migrator } from '@mikro-orm/migrations';
import { MikroORM, type EntitySchema, type MigrationObject, type Options } from '@mikro-orm/postgresql';

interface PoolClient {
  once(event: 'end', listener: () => void): void;
  release?(destroy: boolean): void;
}

/**
 * MikroORM 7.2.1 leaks a pool slot when the server cuts a transaction (kysely issue 1990). Until that is mended
 * upstream, a dead connection is handed back shortly after its end, whoever holds it.
 */
const healPool: Options['driverOptions'] = {
  connectionTimeoutMillis: 2000,
  options: '-c TimeZone=UTC',
  onPoolCreated: (pool: { on(event: 'connect', listener: (client: PoolClient) => void): void }) =>
    pool.on('connect', (client) => client.once('end', () => setTimeout(() => handBack(client), 250))),
};

function handBack(client: PoolClient): void {
  try {
    client.release?.(true);
  } catch {
    // it was handed back already
  }
}

export interface Connect {
  url: string;
  entities: EntitySchema[];
  migrations?: MigrationObject[];
  pool?: number;
  onQuery?: (sql: string) => void;
}

export function connect({ url, entities, migrations = [], pool = 20, onQuery }: Connect): Promise<MikroORM> {
  return MikroORM.init({
    clientUrl: url,
    entities,
    extensions: [Migrator],
    forceUtcTimezone: true,
    pool: { min: 0, max: pool },
    driverOptions: healPool,
    migrations: {
      migrationsList: migrations,
      snapshot: false,
      tableName: 'migration',
      allOrNothing: true,
      silent: true,
    },
    schemaGenerator: { ignoreSchema: ['pgboss', 'audit'] },
    discovery: { warnWhenNoEntities: false },
    ...(onQuery && { debug: ['query'], colors: false, logger: onQuery }),
  });
}
