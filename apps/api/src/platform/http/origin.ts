import type { FastifyRequest } from 'fastify';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Whether a request that may change something comes from our own pages or from a program. Browsers always name the
 * page (`Origin`, `Sec-Fetch-Site`); programs need not.
 */
export function comesFromElsewhere(request: FastifyRequest, publicUrl: string): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  const { origin, host } = request.headers;
  if (origin === undefined) return false;
  const ours = new URL(publicUrl);
  if (origin === ours.origin) return false;
  // On one's own machine `localhost` and `127.0.0.1` are the same place.
  const isLocal =
    LOOPBACK.has(ours.hostname) && URL.canParse(origin) && LOOPBACK.has(new URL(origin).hostname);
  return !(isLocal && new URL(origin).host === host);
}
