import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { toUserErrors } from '../graph/user-error.graph.ts';
import { problem, type Problem } from '../problem.rules.ts';
import { localeOf } from '../words.ts';
import type { GraphqlService } from './graphql.ts';
import { comesFromElsewhere } from './origin.ts';
import { fault } from './strict-http.ts';

/** Small JSON deeds beside the graph, where no session exists yet or the deed changes it: from our own pages only. */
export function serveSmallDeeds(
  app: FastifyInstance,
  { publicUrl }: GraphqlService,
  serve: (scope: FastifyInstance) => void,
): void {
  app.register(async (scope) => {
    scope.removeContentTypeParser('text/plain');
    scope.addHook('preHandler', async (request, reply) => {
      if (!comesFromElsewhere(request, publicUrl)) return undefined;
      return reply.code(403).send(fault('FORBIDDEN', 'Sent from another site'));
    });
    serve(scope);
  });
}

export const SMALL = { bodyLimit: 8 * 1024 };

export const bodyOf = (request: FastifyRequest) => (request.body ?? {}) as Record<string, unknown>;

/** A text of a length that a form could have sent, and that can be stored. */
export const isShortText = (value: unknown): value is string =>
  typeof value === 'string' &&
  value.length > 0 &&
  value.length <= 320 &&
  !value.includes('\0') &&
  value.isWellFormed();

/** Texts of the body by name, empty where there is none that will do. */
export function textsOf<Name extends string>(
  request: FastifyRequest,
  ...names: Name[]
): Record<Name, string> {
  const body = bodyOf(request);
  const texts = names.map((name) => [name, isShortText(body[name]) ? body[name] : '']);
  return Object.fromEntries(texts) as Record<Name, string>;
}

/** User errors, as mutations have them. */
export function refuse(request: FastifyRequest, reply: FastifyReply, status: number, ...problems: Problem[]) {
  const errors = toUserErrors(problems, localeOf(request.headers['accept-language']));
  return reply
    .code(status)
    .send({ errors: errors.map(({ code, message, path }) => ({ code, message, path })) });
}

/** Too many attempts: when the next one may come. */
export function tooSoon(request: FastifyRequest, reply: FastifyReply, seconds: number) {
  reply.header('retry-after', String(seconds));
  return refuse(request, reply, 429, problem('INVALID', 'sign_in_too_soon', [], { seconds }));
}
