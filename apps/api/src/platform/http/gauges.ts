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
export async function gaugesOf({ orm, houseOrm, clock }: Source): Promise<Gauges> {
  const pools = { graph: await poolOf(orm), house: await poolOf(houseOrm) };
  return (registry) => {
    /** Without a database there is nothing to tell here; the other figures are told all the same. */
    const asked = <T>(ask: (work: Work) => Promise<T>, tell: (found: T) => void) =>
      asHouse(houseOrm, clock, ask).then(tell, () => undefined);
    return [
      new Gauge({
        name: 'simpul_pool_connections',
        help: 'Connections to PostgreSQL, used and idle, and requests that wait for one',
        labelNames: ['pool', 'state'],
        registers: [registry],
        collect() {
          // At once, before the questions below take connections themselves.
          for (const [pool, { totalCount, idleCount, waitingCount }] of Object.entries(pools)) {
            this.set({ pool, state: 'used' }, totalCount - idleCount);
            this.set({ pool, state: 'idle' }, idleCount);
            this.set({ pool, state: 'waiting' }, waitingCount);
          }
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
}

const poolOf = (orm: MikroORM) => (orm.em.getConnection() as PostgreSqlConnection).getNativeClient();
