import { randomUUID } from 'node:crypto';
import { system, type Viewer } from '../platform/access/viewer.ts';
import { forgetLoaded } from '../platform/database/loader.ts';
import type { Work } from '../platform/database/unit-of-work.ts';
import { perform, type Command, type Deed } from '../platform/journal/deed.ts';
import type { EventName, Outbox, PostedEvent } from '../platform/journal/outbox.ts';
import type { EventHandler } from '../platform/room.ts';
import { viewerOf } from '../identity/identify.commands.ts';
import { rooms } from '../rooms.ts';

const DAY = 86_400_000;

/** A moment so many days before the start of the demo. */
export const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * DAY);

/**
 * Lets accounts do deeds in the past, through the real commands and under their own rights, all inside one transaction:
 * a demo is planted whole or not at all. Events are handled at once, at the time of the deed.
 */
export class Stage {
  readonly #work: Work;
  readonly #viewers = new Map<string, Viewer>();

  constructor(work: Work) {
    this.#work = work;
  }

  async act<Input extends object>(
    accountId: string,
    at: Date,
    name: string,
    input: Input,
    command: Command<Input & { idempotencyKey: string }, object>,
  ): Promise<string> {
    const viewer = await this.#viewer(accountId);
    const deed: Deed = { em: this.#work.em, viewer, now: at, outbox: this.#outboxOf(viewer, at) };
    await this.#become(viewer);
    const outcome = await perform(deed, name, { ...input, idempotencyKey: randomUUID() }, command);
    await this.#become(system());
    if ('refused' in outcome)
      throw new Error(`The demo's ${name} was refused: ${JSON.stringify(outcome.refused)}`);
    return outcome.id;
  }

  async #viewer(accountId: string): Promise<Viewer> {
    let viewer = this.#viewers.get(accountId);
    if (!viewer) this.#viewers.set(accountId, (viewer = await viewerOf(this.#work, accountId, rooms)));
    return viewer;
  }

  /** Sets every setting that some viewer has, so that nothing of the one before is left. */
  async #become(viewer: Viewer): Promise<void> {
    const names = new Set([
      'system',
      ...[...this.#viewers.values()].flatMap((one) => Object.keys(one.settings)),
    ]);
    const calls = [...names].map(
      (name) => `set_config('simpul.${name}', '${viewer.settings[name] ?? ''}', true)`,
    );
    await this.#work.em.execute(`select ${calls.join(', ')}`);
  }

  #outboxOf(viewer: Viewer, at: Date): Outbox {
    return {
      post: async <N extends EventName>(em: Work['em'], name: N, payload: PostedEvent<N>['payload']) => {
        const event = { id: randomUUID(), name, payload } as PostedEvent<N>;
        await this.#become(system());
        const house = { em, viewer: system(), now: at, outbox: this.#outboxOf(viewer, at) };
        forgetLoaded(house); // what the deed read is older than what it wrote
        for (const room of rooms) {
          const handle = room.handlers?.[name] as EventHandler<N> | undefined;
          await handle?.(house, event);
        }
        await this.#become(viewer);
      },
      mail: () => Promise.reject(new Error('The people of the demo get no letters')),
    };
  }
}
