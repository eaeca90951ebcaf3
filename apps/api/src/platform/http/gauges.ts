import type { MikroORM, PostgreSqlConnection } from '@mikro-orm/postgresql';
import { Gauge } from 'prom-client';
import type { Clock } from '../clock.ts';
import { asHouse, type Work } from '../database/unit-of-work.ts';
import { secondsUnsealed } from '../journal/audit.ts';
import { countJobs } from '../journal/jobs.ts';
import type { Gauges } from './metrics.ts';

interface Source {
  orm: MikroORM;
  houseOrm: MikroORM;
  clock: Clock;
}

/** What the database and its connections are like at this moment. */
export const gaugesOf =
  ({ orm, houseOrm, clock }: Source): Gauges =>
  (registry) => {
    /** Without a database there is nothing to tell here; the other figures are told all the same. */
    const asked = <T>(ask: (work: Work) => Promise<T>, tell: (found: T) => void) =>
      asHouse(houseOrm, clock, ask).then(tell, () => undefined);
    return [
      new Gauge({
        name: 'simpul_pool_connections',
        help: 'Connections to PostgreSQL, used and idle, and requests that wait for one',
        labelNames: ['pool', 'state'],
        registers: [registry],
        async collect() {
          for (const [pool, of] of Object.entries({ graph: orm, house: houseOrm }))
            for (const [state, count] of Object.entries(await connectionsOf(of)))
              this.set({ pool, state }, count);
        },
      }),
      new Gauge({
        name: 'simpul_jobs',
        help: 'Jobs that wait (created), try again (retry), run (active) or have failed for good, by name',
        labelNames: ['name', 'state'],
        registers: [registry],
        collect() {
          this.reset();
          return asked(countJobs, (found) => {
            for (const { name, state, count } of found) this.set({ name, state }, count);
          });
        },
      }),
      new Gauge({
        name: 'simpul_audit_unsealed_seconds',
        help: 'Age of the oldest entry of the audit trail without a seal; seals are made every five minutes',
        registers: [registry],
        collect() {
          this.set(NaN);
          return asked(secondsUnsealed, (seconds) => this.set(seconds));
        },
      }),
    ];
  };

async function connectionsOf(orm: MikroORM) {
  const pool = await (orm.em.getConnection() as PostgreSqlConnection).getNativeClient();
  const { totalCount, idleCount, waitingCount } = pool;
  return { used: totalCount - idleCount, idle: idleCount, waiting: waitingCount };
}
