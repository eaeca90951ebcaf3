import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { problem, type Problem } from '../platform/problem.rules.ts';
import { addressOf } from '../platform/http/client.ts';
import type { GraphqlService } from '../platform/http/graphql.ts';
import { comesFromElsewhere } from '../platform/http/origin.ts';
import { fault } from '../platform/http/strict-http.ts';
import { toUserErrors } from '../platform/graph/user-error.graph.ts';
import { localeOf } from '../platform/words.ts';
import { proofOf } from './identify.commands.ts';
import { signIn, signOut } from './session.commands.ts';

/** The cookie is bound to our host alone; plain http on one's own machine cannot carry that prefix. */
export const cookieNameFor = (publicUrl: string): string =>
  publicUrl.startsWith('https:') ? '__Host-simpul' : 'simpul';

/** `POST /auth/sign-in {"email","password"}` sets the session cookie; `POST /auth/sign-out` ends it. */
export function serveSessions(app: FastifyInstance, service: GraphqlService): void {
  const name = cookieNameFor(service.publicUrl);
  const attributes = `Path=/; HttpOnly; SameSite=Lax${name.startsWith('__Host-') ? '; Secure' : ''}`;

  app.register(async (scope) => {
    scope.removeContentTypeParser('text/plain');
    scope.addHook('preHandler', async (request, reply) => {
      if (!comesFromElsewhere(request, service.publicUrl)) return undefined;
      return reply.code(403).send(fault('FORBIDDEN', 'Sent from another site'));
    });

    scope.post('/auth/sign-in', { bodyLimit: 8 * 1024 }, async (request, reply) => {
      const { email, password, ownDevice } = (request.body ?? {}) as Record<string, unknown>;
      if (!isShortText(email) || !isShortText(password)) {
        return refuse(request, reply, 401, problem('INVALID', 'sign_in_wrong', ['password']));
      }
      const address = addressOf(request, service.portalSecret);
      const result = await signIn(service, { email, password, ownDevice: ownDevice === true, address });
      if ('secret' in result) {
        const age = ownDevice === true ? `; Max-Age=${result.seconds}` : '';
        return reply.code(204).header('set-cookie', `${name}=${result.secret}; ${attributes}${age}`).send();
      }
      if (result.refused === 'wrong') {
        return refuse(request, reply, 401, problem('INVALID', 'sign_in_wrong', ['password']));
      }
      reply.header('retry-after', String(result.wait));
      return refuse(
        request,
        reply,
        429,
        problem('INVALID', 'sign_in_too_soon', [], { seconds: result.wait }),
      );
    });

    scope.post('/auth/sign-out', async (request, reply) => {
      const { cookie } = proofOf(request, name);
      if (cookie) await signOut(service, cookie);
      return reply.code(204).header('set-cookie', `${name}=; ${attributes}; Max-Age=0`).send();
    });
  });
}

const isShortText = (value: unknown): value is string =>
  typeof value === 'string' &&
  value.length > 0 &&
  value.length <= 320 &&
  !value.includes('\0') &&
  value.isWellFormed();

function refuse(request: FastifyRequest, reply: FastifyReply, status: number, ...problems: Problem[]) {
  const errors = toUserErrors(problems, localeOf(request.headers['accept-language']));
  return reply
    .code(status)
    .send({ errors: errors.map(({ code, message, path }) => ({ code, message, path })) });
}
