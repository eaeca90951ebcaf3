import { createHash } from 'node:crypto';
import type { MikroORM } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Viewer } from '../access/viewer.ts';
import type { Clock } from '../clock.ts';
import { rowsOf, type TablesOf } from '../database/tables.ts';
import { asHouse, type Work } from '../database/unit-of-work.ts';
import type { CostBucketSchema } from './budget.entity.ts';
import { budgetOf, networkOf, secondsUntil, type Budget, type Payer } from './budget.rules.ts';

/** What a request cost and what is left; `rateLimit` of the graph, and `extensions.cost` of every answer. */
export interface Spending {
  cost: number;
  limit: number;
  remaining: number;
  /** When the bucket is full again. */
  resetAt: string;
}

/** The bucket cannot give what was asked: come again in so many seconds. */
export interface Refused {
  retryAfter: number;
}

/** Buckets remembered in memory; one that is older than so many others is refilled by then. */
const MOST_KEPT = 10_000;

function keep(map: Map<string, number>, key: string, value: number): void {
  if (map.size >= MOST_KEPT && !map.has(key)) map.delete(map.keys().next().value!);
  map.set(key, value);
}

type Tables = TablesOf<typeof CostBucketSchema>;

/**
 * Budgets of cost, kept in PostgreSQL so that all processes share them. A request pays its estimate before it runs and
 * gets back afterwards what it did not need.
 */
export class Budgets {
  readonly #orm: MikroORM;
  readonly #clock: Clock;
  readonly #factor: number;
  /** They wait for the next request of their bucket. */
  readonly #refunds = new Map<string, number>();
  /** Buckets that are empty, until when: a flood is turned away before its documents are read. */
  readonly #empty = new Map<string, number>();

  constructor(orm: MikroORM, clock: Clock, factor: number) {
    this.#orm = orm;
    this.#clock = clock;
    this.#factor = factor;
  }

  /** Whether this bucket is known to be empty, before anything is read of the request. */
  refusal(key: string): Refused | null {
    const left = (this.#empty.get(key) ?? 0) - this.#clock.now().getTime();
    if (left <= 0) this.#empty.delete(key);
    return left > 0 ? { retryAfter: Math.ceil(left / 1000) } : null;
  }

  /** Pays for an operation, all of it or nothing. */
  async pay(key: string, payer: Payer, cost: number): Promise<Spending | Refused> {
    const budget = budgetOf(payer, this.#factor);
    const { paid, spent } = await this.#take(key, { cost, budget, most: budget.size });
    if (!paid) return { retryAfter: secondsUntil(spent, cost, budget) };
    const resetAt = new Date(this.#clock.now().getTime() + (spent / budget.refill) * 1000).toISOString();
    return { cost, limit: budget.size, remaining: Math.floor(budget.size - spent), resetAt };
  }

  /** Takes what is there for something that was done already. */
  async charge(key: string, payer: Payer, cost: number): Promise<void> {
    await this.#take(key, { cost, budget: budgetOf(payer, this.#factor), most: Infinity });
  }

  async #take(key: string, asked: Pick<Taking, 'cost' | 'budget' | 'most'>) {
    const refund = this.#refunds.get(key) ?? 0;
    this.#refunds.delete(key);
    // A crash forgives what was spent in its last moment.
    const taken = await asHouse(this.#orm, this.#clock, (work) => take(work, { ...asked, key, refund }), {
      durable: false,
    });
    if (taken.spent > asked.budget.size - 1) keep(this.#empty, key, this.#clock.now().getTime() + 1000);
    return taken;
  }

  /** Gives back what an operation did not need; a bucket that was empty may not be so any more. */
  refund(key: string, amount: number): void {
    if (amount <= 0) return;
    this.#empty.delete(key);
    keep(this.#refunds, key, (this.#refunds.get(key) ?? 0) + amount);
  }
}

/** No request comes from the house itself. */
export const payerOf = ({ kind }: Viewer): Payer => (kind === 'system' ? 'anonymous' : kind);

export const bucketOf = ({ kind, proofId }: Viewer, address: string): string =>
  proofId ? `${kind} ${proofId}` : `address ${createHash('sha256').update(networkOf(address)).digest('hex')}`;

interface Taking {
  key: string;
  cost: number;
  refund: number;
  budget: Budget;
  /** Nothing is taken if more than this would be spent. */
  most: number;
}

/** One conditional upsert: requests of one bucket wait for each other here and nowhere else. */
async function take({ em, now }: Work, { key, cost, refund, budget, most }: Taking) {
  const rows = rowsOf<Tables>(em);
  const at = now.toISOString();
  const left = sql<number>`greatest(0, bucket.spent - ${refund}::float8
    - ${budget.refill}::float8 * greatest(0, extract(epoch from ${at}::timestamptz - bucket.at)))`;
  const taken = await sql<{ spent: number }>`
    insert into cost_bucket as bucket (key, spent, at) values (${key}, least(${cost}, ${budget.size}::float8), ${at})
    on conflict (key) do update
      set spent = least(${left} + ${cost}, ${budget.size}::float8), at = greatest(bucket.at, excluded.at)
      where ${left} + ${cost} <= ${most}::float8
    returning spent`.execute(rows);
  if (taken.rows[0]) return { paid: true, spent: taken.rows[0].spent };
  const owed = await sql<{ spent: number }>`
    update cost_bucket as bucket set spent = ${left}, at = greatest(bucket.at, ${at}::timestamptz)
    where key = ${key} returning spent`.execute(rows);
  return { paid: false, spent: owed.rows[0]?.spent ?? budget.size };
}

/** A bucket that nobody touched for a day is full. Runs every night. */
export async function forgetFullBuckets({ em, now }: Work): Promise<void> {
  const before = new Date(now.getTime() - 86_400_000).toISOString();
  await rowsOf<Tables>(em).deleteFrom('cost_bucket').where('at', '<', before).execute();
}
