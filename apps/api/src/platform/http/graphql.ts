import { createHash, randomUUID, timingSafeEqual } from 'node:crypto';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import type { Viewer } from '../access/viewer.ts';
import type { RequestContext } from '../graph/context.ts';
import { formatErrorWith } from '../graph/errors.ts';
import { limitsFor, MOST_BYTES, MOST_TOKENS, refuseIntrospection, refuseTooMuch } from '../graph/limits.ts';
import { variableFaults } from '../graph/variables.ts';
import { localeOf } from '../words.ts';
import { transactionalGateway, type Execution } from './executor.ts';
import type { Log } from './log.ts';
import { comesFromElsewhere } from './origin.ts';
import { answersOldClients, fault, onlyJsonPosts } from './strict-http.ts';

const PATH = '/graphql';

/** Finds out who asks. Throws UNAUTHENTICATED for a token that does not hold; a dead cookie is an anonymous viewer. */
export type Identify = (request: FastifyRequest) => Promise<Viewer>;

export interface GraphqlService extends Execution {
  identify: Identify;
  maySeeSchema: (viewer: Viewer) => boolean;
  log: Log;
  publicUrl: string;
  portalSecret: string;
  /** Multiplies every budget of attempts; 1 outside tests and benches. */
  rateFactor: number;
}

/** Serves the graph at `POST /graphql`. */
export async function serveGraph(app: FastifyInstance, service: GraphqlService): Promise<void> {
  const apollo = new ApolloServer<RequestContext>({
    gateway: transactionalGateway(service),
    introspection: true,
    csrfPrevention: false, // our own check of Origin and the JSON-only rule stand in for it
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    parseOptions: { maxTokens: MOST_TOKENS },
    formatError: formatErrorWith((errorId, error) => service.log.surprise(errorId, error)),
    logger: silent,
    stopOnTerminationSignals: false,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      answersOldClients,
      limitsOf(service),
      logOf(service.log),
    ],
  });
  await apollo.start();
  app.addHook('onClose', () => apollo.stop());

  const handler = fastifyApolloHandler<RequestContext>(apollo, {
    context: async (request) => contextOf(service, request),
  });
  await app.register(async (scope) => {
    onlyJsonPosts(scope, PATH);
    scope.post(
      PATH,
      { bodyLimit: MOST_BYTES, preHandler: refuseForeign(service.publicUrl) },
      handler as never,
    );
  });
}

const silent = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

const refuseForeign = (publicUrl: string) => async (request: FastifyRequest, reply: FastifyReply) => {
  if (comesFromElsewhere(request, publicUrl))
    return reply.code(403).send(fault('FORBIDDEN', 'Sent from another site'));
  if (isOperation(request.body)) return undefined;
  return reply
    .code(400)
    .send(fault('BAD_USER_INPUT', 'Send one operation: an object with query and variables'));
};

function isOperation(body: unknown): boolean {
  if (body === null || typeof body !== 'object' || Array.isArray(body)) return false;
  const { query, variables, operationName } = body as Record<string, unknown>;
  const isMap = variables == null || (typeof variables === 'object' && !Array.isArray(variables));
  const isName = operationName == null || typeof operationName === 'string';
  return typeof query === 'string' && query !== '' && isMap && isName;
}

async function contextOf(service: GraphqlService, request: FastifyRequest): Promise<RequestContext> {
  return {
    requestId: randomUUID(),
    viewer: await service.identify(request),
    locale: localeOf(request.headers['accept-language']),
    fromPortal: isPortal(request, service.portalSecret),
    cost: null,
  };
}

/** The portal proves itself with a secret made at boot and never written down. */
export function isPortal(request: FastifyRequest, secret: string): boolean {
  const given = request.headers['x-simpul-portal'];
  if (typeof given !== 'string') return false;
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(secret));
}

function limitsOf({ schema, maySeeSchema }: GraphqlService): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, operation, request, contextValue }) {
          if (!operation) throw noSuchOperation();
          const asked = { schema, document, operation, variables: request.variables ?? {} };
          refuseIntrospection(asked, maySeeSchema(contextValue.viewer));
          if (variableFaults(asked).length > 0) return; // the executor answers all of them at once
          try {
            contextValue.cost = refuseTooMuch(asked, limitsFor(contextValue));
          } catch (error) {
            throw asTooComplex(error);
          }
        },
      };
    },
  };
}

/** The estimator gives up on too many nodes, and on arguments that lack a variable: both are the caller's fault. */
function asTooComplex(error: unknown): GraphQLError {
  if (error instanceof GraphQLError && error.extensions.code === 'QUERY_TOO_COMPLEX')
    return withStatus(error, 400);
  const isTooWide = /exceeds|nodes/i.test((error as Error).message);
  const [code, text] = isTooWide
    ? ['QUERY_TOO_COMPLEX', 'The operation is too wide']
    : ['BAD_USER_INPUT', 'The value of an argument does not fit its type'];
  return withStatus(new GraphQLError(text, { extensions: { code } }), 400);
}

const noSuchOperation = () =>
  withStatus(
    new GraphQLError('Name one of the operations', { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }),
    400,
  );

const withStatus = (error: GraphQLError, status: number): GraphQLError =>
  new GraphQLError(error.message, { extensions: { ...error.extensions, http: { status } } });

function logOf(log: Log): ApolloServerPlugin<RequestContext> {
  return {
    async contextCreationDidFail({ error }) {
      if (!(error instanceof GraphQLError)) return; // a surprise, and logged as one
      const { status = 500 } = error.extensions.http as { status?: number };
      const nothing = { actorId: null, operation: null, document: null, cost: null, ms: 0 };
      log.operation({ requestId: randomUUID(), ...nothing, status, errors: 1 });
    },
    async requestDidStart({ contextValue }) {
      const begun = performance.now();
      return {
        async willSendResponse({ operationName, queryHash, response, errors }) {
          log.operation({
            requestId: contextValue.requestId,
            actorId: contextValue.viewer.accountId,
            operation: operationName ?? null,
            document: queryHash ?? null,
            cost: contextValue.cost,
            status: response.http.status ?? 200,
            errors: errors?.length ?? 0,
            ms: Math.round(performance.now() - begun),
          });
        },
      };
    },
  };
}
