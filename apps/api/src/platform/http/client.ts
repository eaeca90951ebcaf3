import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';

/** The portal proves itself with a secret made at boot and never written down. */
export function isPortal(request: FastifyRequest, secret: string): boolean {
  const given = request.headers['x-simpul-portal'];
  if (typeof given !== 'string') return false;
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(secret));
}

/** The address of the person: the portal, which asks in their name, passes it on; from others the header is nothing. */
export function addressOf(request: FastifyRequest, portalSecret: string): string {
  const client = request.headers['x-simpul-client'];
  return isPortal(request, portalSecret) && typeof client === 'string' ? client : request.ip;
}
