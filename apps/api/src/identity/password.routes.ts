import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { addressOf } from '../platform/http/client.ts';
import type { GraphqlService } from '../platform/http/graphql.ts';
import { refuse, SMALL, textsOf, tooSoon } from '../platform/http/small-deeds.ts';
import { notPermitted } from '../platform/problem.rules.ts';
import { localeOf } from '../platform/words.ts';
import {
  askForReset,
  changePassword,
  register,
  setPasswordByCode,
  type Refusal,
} from './password-setting.commands.ts';
import { sessionCookie } from './session.routes.ts';

/**
 * What needs no session, or changes it. `/auth/register {displayName,email}` and `/auth/forgot {email}` answer 202 to
 * everybody; `/auth/password {code,password}` and `/auth/password-change {current,password}` answer 204. What is
 * wrong comes as 422 with user errors, what comes too often as 429.
 */
export function servePasswords(scope: FastifyInstance, service: GraphqlService): void {
  const from = (request: FastifyRequest) => addressOf(request, service.portalSecret);

  scope.post('/auth/register', SMALL, async (request, reply) => {
    const given = textsOf(request, 'displayName', 'email');
    const locale = localeOf(request.headers['accept-language']);
    const refusal = await register(service, { ...given, locale, address: from(request) });
    return refusal ? answer(request, reply, refusal) : reply.code(202).send({});
  });

  scope.post('/auth/forgot', SMALL, async (request, reply) => {
    const { email } = textsOf(request, 'email');
    const refusal = await askForReset(service, { email, address: from(request) });
    return refusal ? answer(request, reply, refusal) : reply.code(202).send({});
  });

  scope.post('/auth/password', SMALL, async (request, reply) => {
    const given = textsOf(request, 'code', 'password');
    const refusal = await setPasswordByCode(service, { ...given, address: from(request) });
    return refusal ? answer(request, reply, refusal) : reply.code(204).send();
  });

  scope.post('/auth/password-change', SMALL, async (request, reply) => {
    const viewer = await service.identify(request);
    if (viewer.kind !== 'account') return refuse(request, reply, 401, notPermitted());
    const given = textsOf(request, 'current', 'password');
    const result = await changePassword(service, { ...given, accountId: viewer.accountId! });
    if (!('secret' in result)) return answer(request, reply, result);
    return reply
      .code(204)
      .header('set-cookie', sessionCookie(service.publicUrl, result.secret, null))
      .send();
  });
}

const answer = (request: FastifyRequest, reply: FastifyReply, refusal: Refusal) =>
  'wait' in refusal
    ? tooSoon(request, reply, refusal.wait)
    : refuse(request, reply, 422, ...refusal.problems);
