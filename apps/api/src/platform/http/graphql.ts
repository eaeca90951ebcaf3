import { randomUUID } from 'node:crypto';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import type { Viewer } from '../access/viewer.ts';
import type { RequestContext } from '../graph/context.ts';
import { formatErrorWith } from '../graph/errors.ts';
import { MOST_BYTES, MOST_TOKENS } from '../graph/limits.ts';
import { fewRepetitions, MOST_VALIDATION_ERRORS } from '../graph/repetition.ts';
import { localeOf } from '../words.ts';
import { bucketOf, type Budgets } from './budget.ts';
import { chargingOf, tooManyRequests } from './charging.ts';
import { addressOf, isPortal } from './client.ts';
import { transactionalGateway, type Execution } from './executor.ts';
import type { Log } from './log.ts';
import { measuringOf, type Metrics } from './metrics.ts';
import type { TrustedDocuments } from './trusted-documents.ts';
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
  /** Proxies that are believed when they name the client; nobody by default. */
  trustedProxies: string[];
  /** Multiplies every budget of attempts; 1 outside tests and benches. */
  rateFactor: number;
  budgets: Budgets;
  documents: TrustedDocuments;
  /** Sessions may send documents from the manifest and no others. */
  trustedOnly: boolean;
  /** Figures for a monitor; null when nobody asked for any. */
  metrics: Metrics | null;
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
    validationRules: [fewRepetitions],
    validationOptions: { maxErrors: MOST_VALIDATION_ERRORS },
    formatError: formatErrorWith((errorId, error) => service.log.surprise(errorId, error)),
    logger: silent,
    stopOnTerminationSignals: false,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      answersOldClients,
      chargingOf(service),
      logOf(service.log),
      ...(service.metrics ? [measuringOf(service.metrics)] : []),
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
      {
        bodyLimit: MOST_BYTES,
        preHandler: [refuseForeign(service.publicUrl), readDocument(service.documents)],
      },
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
  return undefined;
};

const trusted = new WeakSet<FastifyRequest>();

/** Puts the text of a trusted document in the place of its digest. */
const readDocument =
  (documents: TrustedDocuments) => async (request: FastifyRequest, reply: FastifyReply) => {
    const body = operationOf(request.body);
    if (!body)
      return reply
        .code(400)
        .send(
          fault('BAD_USER_INPUT', 'Send one operation: an object with query (or documentId) and variables'),
        );
    if (body.query !== undefined) return undefined;
    const query = documents.textOf(body.documentId!);
    if (query === undefined)
      return reply.code(400).send(fault('DOCUMENT_NOT_TRUSTED', 'No document with this documentId is known'));
    trusted.add(request);
    request.body = { ...body, query };
    return undefined;
  };

interface Operation {
  query?: string;
  documentId?: string;
}

/** The body as one operation, named by its text or by its digest, not by both; null when it is none. */
function operationOf(body: unknown): Operation | null {
  if (body === null || typeof body !== 'object' || Array.isArray(body)) return null;
  const { query, documentId, variables, operationName } = body as Record<string, unknown>;
  const isMap = variables == null || (typeof variables === 'object' && !Array.isArray(variables));
  const isName = operationName == null || typeof operationName === 'string';
  const isText = documentId === undefined && typeof query === 'string' && query !== '';
  const isDigest = query === undefined && typeof documentId === 'string';
  return (isText || isDigest) && isMap && isName ? (body as Operation) : null;
}

async function contextOf(service: GraphqlService, request: FastifyRequest): Promise<RequestContext> {
  const viewer = await service.identify(request);
  const bucket = bucketOf(viewer, addressOf(request, service.portalSecret));
  const refused = service.budgets.refusal(bucket);
  if (refused) throw tooManyRequests(refused);
  if (service.trustedOnly && viewer.kind === 'account' && !trusted.has(request)) throw notTrusted();
  return {
    requestId: randomUUID(),
    viewer,
    bucket,
    spending: null,
    locale: localeOf(request.headers['accept-language']),
    fromPortal: isPortal(request, service.portalSecret),
    isTrusted: trusted.has(request),
  };
}

const notTrusted = () =>
  new GraphQLError('A session sends documents of the portal alone, by documentId; use a token for others', {
    extensions: { code: 'DOCUMENT_NOT_TRUSTED', http: { status: 403 } },
  });

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
            cost: contextValue.spending?.cost ?? null,
            status: response.http.status ?? 200,
            errors: errors?.length ?? 0,
            ms: Math.round(performance.now() - begun),
          });
        },
      };
    },
  };
}
