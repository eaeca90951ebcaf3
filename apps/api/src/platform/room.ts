import type { EntitySchema } from '@mikro-orm/postgresql';
import type { FastifyInstance } from 'fastify';
import type { Policy } from './access/policy.ts';
import type { ViewerParts } from './access/viewer.ts';
import type { LetterFiller } from './mail/letters.ts';
import type { DomainEvents, EventName, Outbox, PostedEvent } from './journal/outbox.ts';
import type { ResolverClass } from './graph/schema.ts';
import type { Batch } from './database/loader.ts';
import type { Work } from './database/unit-of-work.ts';
import type { GraphqlService } from './http/graphql.ts';

/** What a room knows of an account: its part of the viewer, and the settings that its row policies read. */
export interface ViewerPart {
  parts: Partial<ViewerParts>;
  settings: Record<string, string>;
}

export type EventHandler<N extends EventName = EventName> = (
  work: Work & { outbox: Outbox },
  event: PostedEvent<N>,
) => Promise<void>;

/** Handlers by event; each runs in the transaction of the job that brought the event. */
export type EventHandlers = { [N in keyof DomainEvents & string]?: EventHandler<N> };

/** A job that runs by the clock: a cron expression in the home zone. */
export interface TimedJob {
  name: string;
  cron: string;
  run: (work: Work) => Promise<void>;
}

/** What the platform needs from a room; each room exports one such value from its `index.ts`. */
export interface Room {
  name: string;
  entities: EntitySchema[];
  resolvers: ResolverClass[];
  policies?: Record<string, Policy>;
  /** Loaders by id prefix, for `node` and `nodes`. */
  nodes?: Record<string, { typename: string; load: Batch<string, object> }>;
  viewerPart?: (work: Work, accountId: string) => Promise<ViewerPart>;
  handlers?: EventHandlers;
  jobs?: TimedJob[];
  /** Fills its letters with what may not be stored, by kind. */
  letters?: Record<string, LetterFiller>;
  /** What a room serves beside the graph. */
  routes?: (app: FastifyInstance, service: GraphqlService) => void;
}
