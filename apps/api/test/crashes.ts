import { expect } from 'vitest';
import { submitted } from './deeds.ts';
import { effectsOf, putEvents, statesOf } from './events.ts';
import { freshDatabase, until, type Copy } from './harness.ts';
import { expectWhole, Load } from './load.ts';
import { SimpulProcess } from './processes.ts';
import { uuidOf } from './standings.ts';

export const points = [
  'before the commit',
  'after the commit, before the answer',
  'between event and handler',
  'inside a handler',
] as const;
export type Point = (typeof points)[number];

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Two processes on one database. While one that died starts again, the other serves. */
class Pair implements AsyncDisposable {
  readonly #copy: Copy;
  readonly #two: [Promise<SimpulProcess>, Promise<SimpulProcess>];

  private constructor(copy: Copy) {
    this.#copy = copy;
    this.#two = [this.#start(), this.#start()];
  }

  static async start(copy: Copy): Promise<Pair> {
    const pair = new Pair(copy);
    await Promise.all(pair.#two);
    return pair;
  }

  #start(port?: number): Promise<SimpulProcess> {
    const starting = SimpulProcess.start(this.#copy.addresses, { entry: 'test/mortal.ts', port });
    starting.catch(() => undefined); // whoever waits for it is told
    return starting;
  }

  get all(): Promise<SimpulProcess[]> {
    return Promise.all(this.#two);
  }

  /** Lets one of them die in its own way, and starts it again at the same address. */
  async lose(which: number, die: (victim: SimpulProcess) => Promise<void>): Promise<void> {
    const victim = await this.#two[which % 2]!;
    await die(victim);
    expect(victim.end).toEqual({ code: null, signal: 'SIGKILL' });
    this.#two[which % 2] = this.#start(victim.port);
  }

  async [Symbol.asyncDispose]() {
    const ended = this.#two.map(async (one) => (await one)[Symbol.asyncDispose]());
    await Promise.allSettled(ended);
  }
}

/**
 * Two processes die in turn, at each point the same number of times, while people write. In the end all that was
 * acknowledged is there, once and whole. Returns how many proposals were.
 */
export async function crashUnderLoad(times: number): Promise<number> {
  await using copy = await freshDatabase();
  await using pair = await Pair.start(copy);
  await using load = new Load((await pair.all).map(({ client }) => client));
  await load.start(6);
  for (let i = 0; i < times; i++) {
    await pause(Math.random() * 200);
    await pair.lose(i, async (victim) => {
      victim.child.send(points[(i + Math.floor(i / points.length)) % points.length]!);
      await Promise.race([victim.ended, pause(30_000)]);
    });
  }
  await pair.all;
  await load.stop();
  await expectWhole(copy, load);
  return load.acknowledged.length;
}

/** Two processes handle events and die in turn, at any moment. Returns the seconds until all was done. */
export async function crashWorkers(events: number, times: number): Promise<number> {
  await using copy = await freshDatabase();
  await using pair = await Pair.start(copy);
  const [{ client }] = (await pair.all) as [SimpulProcess];
  const proposal = uuidOf((await submitted(client)).id);
  const ids: string[] = [];
  for (let i = 0; i < times; i++) {
    ids.push(...(await putEvents(copy, proposal, events / times)));
    await pause(Math.random() * 300);
    await pair.lose(i, (victim) => victim.kill());
  }
  await pair.all;
  const begun = performance.now();
  await until(async () => (await statesOf(copy, ids)).completed === events, 60_000);
  const seconds = (performance.now() - begun) / 1000;
  const effects = await effectsOf(copy, ids);
  expect([effects.events, effects.notices]).toEqual([events, events * effects.people]);
  return seconds;
}
