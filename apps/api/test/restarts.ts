import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startPostgres, type RunningPostgres } from '@simpul/postgres';
import { MikroORM } from '@mikro-orm/postgresql';
import { expect, inject } from 'vitest';
import { startOwnServer, type OwnServer } from '../src/platform/database/own-server.ts';
import { copyFolder } from './copy-folder.ts';
import { until, type Copy } from './harness.ts';
import { expectWhole, Load } from './load.ts';
import { SimpulProcess } from './processes.ts';

export type Blow = 'restarted fast' | 'restarted at once' | 'backends ended';
export const blows: Blow[] = ['restarted fast', 'restarted at once', 'backends ended'];

/** A durable PostgreSQL of its own, planted, that can be restarted under those who use it. */
export class FrailDatabase implements AsyncDisposable {
  readonly #folder: string;
  readonly #server: OwnServer;
  #postgres: RunningPostgres | null = null;
  readonly copy: Copy;

  private constructor(folder: string, server: OwnServer) {
    this.#folder = folder;
    this.#server = server;
    this.copy = {
      addresses: server.addresses,
      sql: (text) => this.#sql(text),
      [Symbol.asyncDispose]: () => this[Symbol.asyncDispose](),
    };
  }

  static async start(): Promise<FrailDatabase> {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'simpul-frail-'));
    copyFolder(inject('coldCopy'), folder);
    const server = await startOwnServer(folder);
    return new FrailDatabase(folder, server);
  }

  async #sql<Row>(text: string): Promise<Row[]> {
    const clientUrl = this.#server.superuser('simpul');
    const orm = await MikroORM.init({ clientUrl, entities: [], discovery: { warnWhenNoEntities: false } });
    return orm.em
      .fork()
      .execute<Row[]>(text)
      .finally(() => orm.close(true));
  }

  /** Returns the moment at which the database takes connections again. */
  async strike(blow: Blow): Promise<number> {
    if (blow === 'backends ended') {
      await this.#sql(`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'simpul_api'`);
      return performance.now();
    }
    if (blow === 'restarted at once') process.kill(this.#postmaster(), 'SIGQUIT'); // no checkpoint, no goodbye
    await (this.#postgres ?? this.#server).stop();
    const port = Number(new URL(this.#server.addresses.serve).port);
    this.#postgres = await startPostgres(path.join(this.#folder, 'postgres'), { port });
    return performance.now();
  }

  #postmaster(): number {
    const file = path.join(this.#folder, 'postgres', 'postmaster.pid');
    return Number(fs.readFileSync(file, 'utf8').split('\n')[0]);
  }

  async [Symbol.asyncDispose]() {
    await (this.#postgres ?? this.#server).stop();
    fs.rmSync(this.#folder, { recursive: true, force: true });
  }
}

/**
 * Strikes the database while people write: the process lives, the first of them is answered soon after the database is
 * back, and at the end all that was acknowledged is there, with its events handled. Returns the longest wait.
 */
export async function strikeUnderLoad(rounds: readonly Blow[], patience: number): Promise<number> {
  await using database = await FrailDatabase.start();
  await using simpul = await SimpulProcess.start(database.copy.addresses);
  await using load = new Load([simpul.client]);
  await load.start(10); // in three blows more than the pool has connections, should it lose them
  let longest = 0;
  for (const blow of rounds) {
    await until(async () => load.acknowledged.length > 0);
    await pause(300 + Math.random() * 400);
    const readyAt = await database.strike(blow);
    await until(async () => load.lastSuccess > readyAt, 30_000);
    longest = Math.max(longest, load.lastSuccess - readyAt);
    expect(simpul.end).toBeNull();
  }
  await load.stop();
  expect(load.unanswered).toBeGreaterThan(0); // they did feel it
  await expectWhole(database.copy, load);
  expect(simpul.end).toBeNull();
  expect(longest).toBeLessThanOrEqual(patience);
  return longest;
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
