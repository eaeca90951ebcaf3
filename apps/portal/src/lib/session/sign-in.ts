import { error, type RequestEvent } from '@sveltejs/kit';
import { m } from '@simpul/words/messages';
import type { FieldError } from '#lib/form/state.ts';
import { post } from '#lib/graph/graph.ts';
import { passCookies, sessionCookies } from './cookie.ts';

/** Sets the session cookie, or says why not. Nobody learns whether the address or the password was wrong. */
export async function signIn(
  event: RequestEvent,
  email: string,
  password: string,
): Promise<FieldError | null> {
  const response = await post(event, '/auth/sign-in', { email, password });
  await response.body?.cancel();
  if (response.ok) {
    passCookies(event, response);
    return null;
  }
  if (response.status === 429) {
    const seconds = Number(response.headers.get('retry-after')) || 60;
    return { path: '', message: m.sign_in_slow({ seconds }) };
  }
  if (response.status < 500) return { path: 'email', message: m.sign_in_failed() };
  error(503, m.error_unavailable());
}

/** Ends the session at the API. The cookie goes in any case, so that a machine left behind is safe at once. */
export async function signOut(event: RequestEvent): Promise<void> {
  try {
    const response = await post(event, '/auth/sign-out', {});
    await response.body?.cancel();
  } finally {
    for (const name of sessionCookies) {
      if (event.cookies.get(name))
        event.cookies.delete(name, { path: '/', secure: name.startsWith('__Host-') });
    }
  }
}
