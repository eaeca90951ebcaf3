import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyInstance } from 'fastify';
import type { RequestContext } from '../graph/context.ts';
import { atMost, SURPRISE } from '../graph/errors.ts';

const REQUEST_FAULTS = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']);

/**
 * GraphQL over HTTP: to a client that accepts only the old `application/json`, a well-formed request is answered 200
 * even if its document is not valid; `application/graphql-response+json` keeps the 4xx. Nobody gets more than five
 * errors.
 */
export const answersOldClients: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ request, response }) {
        if (response.body.kind === 'single') {
          const { singleResult } = response.body;
          if (singleResult.errors) singleResult.errors = atMost(singleResult.errors);
        }
        if (request.http?.headers.get('accept')?.includes('application/graphql-response+json')) return;
        if (response.body.kind !== 'single') return;
        const { data, errors } = response.body.singleResult;
        const faulty = errors?.every((error) => REQUEST_FAULTS.has(String(error.extensions?.code)));
        if (data === undefined && faulty && response.http.status === 400) response.http.status = 200;
      },
    };
  },
};

/** POST with JSON is the only way in: other methods get 405, other bodies 415, and an array 400. */
export function onlyJsonPosts(app: FastifyInstance, path: string): void {
  app.removeContentTypeParser('text/plain');
  app.route({
    method: ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE'],
    url: path,
    exposeHeadRoute: false,
    handler: (_, reply) =>
      reply.code(405).header('allow', 'POST').send(fault('BAD_USER_INPUT', 'Send a POST with JSON')),
  });
}

export const fault = (code: string, message: string) => ({ errors: [{ message, extensions: { code } }] });

/** Nothing of the fault itself: only the name under which it stands in the log. */
export const surprise = (errorId: string) => ({
  errors: [{ message: SURPRISE, extensions: { code: 'INTERNAL_SERVER_ERROR', errorId } }],
});
