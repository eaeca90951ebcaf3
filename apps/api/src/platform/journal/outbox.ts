import type { EntityManager } from '@mikro-orm/postgresql';

/**
 * Domain events, by name. The room that emits one declares it by merging into this interface; later rooms handle it.
 * Payloads carry ids and codes only, never text that a person wrote.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- rooms merge their events into it
export interface DomainEvents {}

export type EventName = keyof DomainEvents & string;

/** An event on its way: `id` is the same at every attempt, so that a handler can make its effect exactly once. */
export interface PostedEvent<N extends EventName = EventName> {
  id: string;
  name: N;
  payload: DomainEvents[N];
}

/** Where a deed leaves its events. They are part of the deed's transaction: no deed without event, no event without. */
export interface Outbox {
  post<N extends EventName>(em: EntityManager, name: N, payload: DomainEvents[N]): Promise<void>;
  /** Asks for a letter of this id to be sent; see `mail/letters.ts`. */
  mail(em: EntityManager, letterId: string): Promise<void>;
}
