import type { RequestEvent } from '@sveltejs/kit';
import { hasSession } from './cookie.ts';

const always = {
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const;

/** Over https a year of nothing else. Simpul on one's own machine speaks plain http, and must not bind `localhost`. */
const STRICT_TRANSPORT = 'max-age=31536000; includeSubDomains';

/**
 * The content policy of the one page with the query editor, which writes its own styles, brings a font inside them and
 * checks queries in workers. Scripts stay ours alone, without `unsafe-eval`: it needs none.
 */
export function forEditor(policy: string): string {
  const more: Record<string, string> = {
    'style-src': "'unsafe-inline'",
    'font-src': 'data:',
    'img-src': 'data:',
  };
  const widened = policy.split(';').map((rule) => {
    const [name = ''] = rule.trim().split(' ');
    return more[name] ? `${rule} ${more[name]}` : rule;
  });
  return [...widened, " worker-src 'self'"].join(';');
}

/** What every answer carries; pages of people who signed in are kept by no cache, nor by the back button. */
export function secure(event: RequestEvent, headers: Headers): void {
  for (const [name, value] of Object.entries(always)) headers.set(name, value);
  if (headers.get('content-type') === 'text/html') headers.set('content-type', 'text/html; charset=utf-8');
  if (event.url.protocol === 'https:') headers.set('strict-transport-security', STRICT_TRANSPORT);
  const isPublicFile = event.route.id === '/graphiql/berkas/[...file]';
  if (!isPublicFile && (hasSession(event) || event.request.method !== 'GET'))
    headers.set('cache-control', 'no-store');
  const policy = headers.get('content-security-policy');
  if (policy && event.route.id === '/graphiql') headers.set('content-security-policy', forEditor(policy));
}
