import { IsolationLevel, type EntityManager, type MikroORM } from '@mikro-orm/postgresql';
import type { Clock } from '../clock.ts';
import { system, type Viewer } from '../access/viewer.ts';
import { orBusy } from './busy.ts';

/** What commands and queries work with: one transaction, seen through one viewer's rights, at one moment. */
export interface Work {
  em: EntityManager;
  viewer: Viewer;
  now: Date;
}

/** Statement and lock timeout in milliseconds. */
export interface Patience {
  statement: number;
  lock: number;
}

const PATIENT: Patience = { statement: 60_000, lock: 10_000 };
export const SESSION_PATIENCE: Patience = { statement: 4000, lock: 2000 };
export const ANONYMOUS_PATIENCE: Patience = { statement: 1500, lock: 1000 };

export interface Beginning {
  orm: MikroORM;
  clock: Clock;
  viewer: Viewer;
  readOnly: boolean;
  patience?: Patience;
  /** Whether a commit waits for the disk; true unless a loss of the last moment harms nobody. */
  durable?: boolean;
}

/**
 * One transaction with the viewer set in its first statement. Queries get one snapshot (`read only, repeatable read`);
 * mutations run `read committed`, so that a conditional update sees what others committed before it.
 */
export function inTransaction<T>(beginning: Beginning, task: (work: Work) => Promise<T>): Promise<T> {
  const { orm, clock, viewer, readOnly, patience = PATIENT, durable = true } = beginning;
  // Without this, a fork made inside another transaction would join it, whatever `orm` it was asked of.
  const em = orm.em.fork({ disableContextResolution: true });
  const names = Object.entries(viewer.settings).map(([name, value]) => [`simpul.${name}`, value]);
  em.setSessionContext({
    variables: {
      ...Object.fromEntries(names),
      statement_timeout: String(patience.statement),
      lock_timeout: String(patience.lock),
      ...(!durable && { synchronous_commit: 'off' }),
    },
  });
  const isolationLevel = readOnly ? IsolationLevel.REPEATABLE_READ : IsolationLevel.READ_COMMITTED;
  return em
    .transactional((tx) => task({ em: tx, viewer, now: clock.now() }), { isolationLevel, readOnly })
    .catch(orBusy);
}

/** A transaction of the house itself: seeds, jobs, signing in. */
export const asHouse = <T>(
  orm: MikroORM,
  clock: Clock,
  task: (work: Work) => Promise<T>,
  { durable = true } = {},
): Promise<T> => inTransaction({ orm, clock, viewer: system(), readOnly: false, durable }, task);

/**
 * Lifts the viewer's row policies for one task inside a mutation: for what a deed must do where its doer may not look
 * (telling the other side, counting reviewers, handing a proposal to another unit). Never used to answer a query.
 */
export async function beyondOwnRights<T>(work: Work, task: () => Promise<T>): Promise<T> {
  const [before] = await work.em.execute<{ system: string | null }[]>(
    `select current_setting('simpul.system', true) as system, set_config('simpul.system', 'on', true)`,
  );
  const result = await task();
  // On an error the savepoint around the command rolls the setting back as well.
  if (before?.system !== 'on') await work.em.execute(`select set_config('simpul.system', '', true)`);
  return result;
}
