import { GraphQLError } from 'graphql';

/** What the driver says when no connection came free in time; it has no code of its own. */
const NO_CONNECTION = 'timeout exceeded when trying to connect';

/**
 * No connection came free in time, so nothing was begun: whoever asks again a moment later loses nothing. Told as such
 * (503, `Retry-After`), and not as a fault that somebody would have to look into.
 */
export class Busy extends GraphQLError {
  constructor() {
    const headers = new Map([['retry-after', '1']]);
    super('The server is busy; come again in a second', {
      extensions: { code: 'RATE_LIMITED', http: { status: 503, headers } },
    });
  }
}

/** Passes on what a transaction threw, or that it could not begin. */
export function orBusy(error: unknown): never {
  throw error instanceof Error && error.message === NO_CONNECTION ? new Busy() : error;
}
