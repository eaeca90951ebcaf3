import type { FastifyInstance } from 'fastify';
import { problem } from '../platform/problem.rules.ts';
import { addressOf } from '../platform/http/client.ts';
import type { GraphqlService } from '../platform/http/graphql.ts';
import { bodyOf, isShortText, refuse, SMALL, tooSoon } from '../platform/http/small-deeds.ts';
import { proofOf } from './identify.commands.ts';
import { signIn, signOut } from './session.commands.ts';

/** The cookie is bound to our host alone; plain http on one's own machine cannot carry that prefix. */
export const cookieNameFor = (publicUrl: string): string =>
  publicUrl.startsWith('https:') ? '__Host-simpul' : 'simpul';

/** The `set-cookie` header of a session; one without an age ends with the browser. */
export function sessionCookie(publicUrl: string, secret: string, age: number | null): string {
  const name = cookieNameFor(publicUrl);
  const secure = name.startsWith('__Host-') ? '; Secure' : '';
  return `${name}=${secret}; Path=/; HttpOnly; SameSite=Lax${secure}${age === null ? '' : `; Max-Age=${age}`}`;
}

/** `POST /auth/sign-in {"email","password"}` sets the session cookie; `POST /auth/sign-out` ends it. */
export function serveSessions(scope: FastifyInstance, service: GraphqlService): void {
  const { publicUrl } = service;

  scope.post('/auth/sign-in', SMALL, async (request, reply) => {
    const { email, password, ownDevice } = bodyOf(request);
    const wrong = problem('INVALID', 'sign_in_wrong', ['password']);
    if (!isShortText(email) || !isShortText(password)) return refuse(request, reply, 401, wrong);
    const address = addressOf(request, service.portalSecret);
    const result = await signIn(service, { email, password, ownDevice: ownDevice === true, address });
    if ('secret' in result) {
      const age = ownDevice === true ? result.seconds : null;
      return reply
        .code(204)
        .header('set-cookie', sessionCookie(publicUrl, result.secret, age))
        .send();
    }
    if (result.refused === 'wrong') return refuse(request, reply, 401, wrong);
    return tooSoon(request, reply, result.wait);
  });

  scope.post('/auth/sign-out', async (request, reply) => {
    const { cookie } = proofOf(request, cookieNameFor(publicUrl));
    if (cookie) await signOut(service, cookie);
    return reply
      .code(204)
      .header('set-cookie', sessionCookie(publicUrl, '', 0))
      .send();
  });
}
