import { paraglideMiddleware } from '@simpul/words/server';
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import { m } from '@simpul/words/messages';
import { secure } from '#lib/session/headers.ts';

export const handle: Handle = ({ event, resolve }) => {
  // The middleware reads nothing but the address; the real request keeps its body for the form action.
  const address = new Request(event.url, { headers: event.request.headers });
  return paraglideMiddleware(address, async ({ locale }) => {
    event.locals.locale = locale;
    const response = await resolve(event, {
      transformPageChunk: ({ html }) => html.replace('%lang%', locale),
      preload: ({ type }) => type === 'css' || type === 'js' || type === 'font',
    });
    secure(event, response.headers);
    return response;
  });
};

/** Nothing of an unexpected error reaches the page but a number; the log has the rest. */
export const handleError: HandleServerError = ({ kind, error, event }) => {
  if (kind !== 'unknown') return;
  const errorId = crypto.randomUUID();
  console.error(JSON.stringify({ level: 'error', errorId, route: event.route.id, ...placeOf(error) }));
  return { message: m.error_internal(), errorId };
};

/** Where it went wrong, without the message: that may quote what somebody typed. */
function placeOf(error: unknown): { kind: string; place: string[] } {
  if (!(error instanceof Error)) return { kind: typeof error, place: [] };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at \S/.test(line));
  return { kind: error.name, place: frames.slice(-12).map((line) => line.trim()) };
}
