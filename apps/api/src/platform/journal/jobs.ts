import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import {
  fromKysely,
  PgBoss,
  type Job,
  type JobResult,
  type QueuePolicy,
  type UpdateQueueOptions,
} from 'pg-boss';
import { HOME_ZONE, type Clock } from '../clock.ts';
import { rowsOf } from '../database/tables.ts';
import { asHouse, type Work } from '../database/unit-of-work.ts';
import type { EventHandler, EventHandlers, TimedJob } from '../room.ts';
import { deliver, type PostOffice } from '../mail/letters.ts';
import type { DomainEvents, EventName, Outbox, PostedEvent } from './outbox.ts';

const EVENTS = 'event';
const LETTERS = 'letter';
/** A notification wakes the worker once: it takes many at a time, and goes on while it gets that many. */
const PROMPT = {
  batchSize: 20,
  burstWhenBatchFull: true,
  perJobResults: true,
  pollingIntervalSeconds: 1,
  notifyPollingIntervalSeconds: 1,
} as const;
/** A killed process leaves its jobs active: whoever lives gives them back this soon after their last heartbeat. */
const WATCH_SECONDS = 5;
const HEARTBEAT_SECONDS = 10;
const RETRIES = { retryLimit: 8, retryDelay: 1, retryBackoff: true };

type LaterOptions = Pick<UpdateQueueOptions, 'notify' | 'deleteAfterSeconds' | 'retryLimit' | 'retryDelay'>;
type Posted = Omit<PostedEvent, 'id'>;
export type ReportFault = (where: string, error: unknown) => void;

function bossAt(url: string, { owner }: { owner: boolean }): PgBoss {
  return new PgBoss({
    connectionString: url,
    schema: 'pgboss',
    application_name: 'simpul-jobs',
    max: owner ? 2 : 5,
    migrate: owner,
    createSchema: owner,
    supervise: !owner,
    superviseIntervalSeconds: WATCH_SECONDS,
    monitorIntervalSeconds: WATCH_SECONDS,
    schedule: !owner,
    reindex: false,
    useListenNotify: !owner,
  });
}

/** Lays the tables and queues of the jobs, as the migrating role. Running it again changes nothing. */
export async function layQueues(ownerUrl: string, jobs: TimedJob[]): Promise<void> {
  const boss = bossAt(ownerUrl, { owner: true });
  boss.on('error', () => undefined); // `start` throws the same error
  await boss.start();
  await layQueue(boss, EVENTS, { notify: true, deleteAfterSeconds: 30 * 86_400 });
  // A mail server may be away for a night: the last attempt comes after about eight hours.
  await layQueue(boss, LETTERS, {
    retryLimit: 12,
    retryDelay: 5,
    notify: true,
    deleteAfterSeconds: 30 * 86_400,
  });
  for (const { name } of jobs) await layQueue(boss, name, {}, 'singleton');
  await boss.stop({ graceful: false });
}

/** A queue that is there already takes what changed in the meantime; only its policy is for ever. */
async function layQueue(boss: PgBoss, name: string, more: LaterOptions, policy?: QueuePolicy) {
  const options = { ...RETRIES, heartbeatSeconds: HEARTBEAT_SECONDS, ...more };
  await boss.createQueue(name, { ...options, ...(policy && { policy }) });
  await boss.updateQueue(name, options);
}

/** How many jobs of each name wait, run, try again or have failed for good. Done ones are not counted. */
export async function countJobs({ em }: Work): Promise<{ name: string; state: string; count: number }[]> {
  const { rows } = await sql<{ name: string; state: string; count: number }>`
    select name, state::text as state, count(*)::int as count from pgboss.job
    where state in ('created', 'retry', 'active', 'failed') group by name, state`.execute(rowsOf(em));
  return rows;
}

/** The jobs of one process: takes events and due jobs, and runs each in a transaction of the house. */
export class Jobs implements Outbox {
  readonly #boss: PgBoss;
  readonly #orm: MikroORM;
  readonly #clock: Clock;
  readonly #report: ReportFault;

  constructor(url: string, orm: MikroORM, clock: Clock, report: ReportFault) {
    this.#boss = bossAt(url, { owner: false });
    this.#report = report;
    this.#boss.on('error', (error) => report('jobs', error));
    this.#orm = orm;
    this.#clock = clock;
  }

  async start(handlers: EventHandlers[], jobs: TimedJob[], post: PostOffice): Promise<void> {
    await this.#boss.start();
    await this.#boss.work(EVENTS, PROMPT, (taken: Job<Posted>[]) =>
      this.#each(taken, (job) => this.#handle(job, handlers)),
    );
    await this.#boss.work(LETTERS, PROMPT, (taken: Job<{ id: string }>[]) =>
      this.#each(taken, ({ data }) => deliver(post, this.#orm, this.#clock, data.id)),
    );
    for (const { name, cron, run } of jobs) {
      await this.#boss.schedule(name, cron, null, { tz: HOME_ZONE });
      await this.#boss.work(name, { pollingIntervalSeconds: 10 }, () => asHouse(this.#orm, this.#clock, run));
      await this.#boss.send(name); // whatever came due while nobody was running
    }
  }

  /** Puts the event into the deed's own transaction. */
  async post<N extends EventName>(em: EntityManager, name: N, payload: DomainEvents[N]): Promise<void> {
    await this.#boss.send(EVENTS, { name, payload }, { db: fromKysely(em.getKysely()) });
  }

  async mail(em: EntityManager, letterId: string): Promise<void> {
    await this.#boss.send(LETTERS, { id: letterId }, { db: fromKysely(em.getKysely()) });
  }

  /** Finishes what is in hand; what is left goes back into the queue. */
  stop(): Promise<void> {
    return this.#boss.stop({ graceful: true, timeout: 8000 });
  }

  /** One after another, each for itself: one that fails comes back alone. */
  async #each<Data>(taken: Job<Data>[], handle: (job: Job<Data>) => Promise<void>): Promise<JobResult[]> {
    const results: JobResult[] = [];
    for (const job of taken) {
      const failed = await handle(job).then(
        () => false,
        (error: unknown) => {
          this.#report(`${job.name} ${job.id}`, error);
          return true;
        },
      );
      results.push({ id: job.id, status: failed ? 'failed' : 'completed' });
    }
    return results;
  }

  async #handle(job: Job<Posted>, handlers: EventHandlers[]): Promise<void> {
    const event = { ...job.data, id: job.id } as PostedEvent;
    await asHouse(this.#orm, this.#clock, async (inHouse) => {
      const work = { ...inHouse, outbox: this };
      for (const byName of handlers) await (byName[event.name] as EventHandler | undefined)?.(work, event);
    });
  }
}
