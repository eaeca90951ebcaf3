import { randomUUID } from 'node:crypto';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { Busy } from '../database/busy.ts';
import { asHouse } from '../database/unit-of-work.ts';
import { serveGraph, type GraphqlService } from './graphql.ts';
import type { Log } from './log.ts';
import { fault, surprise } from './strict-http.ts';

/**
 * The HTTP server: health, the graph, and what rooms add (`routes`). Time limits are short because Node's defaults let
 * slow clients stay for ever.
 */
export async function makeServer(service: GraphqlService): Promise<FastifyInstance> {
  const app = Fastify({
    logger: false,
    requestTimeout: 5000,
    http: { headersTimeout: 4000, connectionsCheckingInterval: 1000 },
    forceCloseConnections: 'idle',
    bodyLimit: 1024 * 1024,
    trustProxy: service.trustedProxies.length > 0 && service.trustedProxies,
  });
  const isSecure = service.publicUrl.startsWith('https:');
  app.addHook('onSend', async (_, reply) => {
    if (isSecure) reply.header('strict-transport-security', 'max-age=31536000; includeSubDomains');
    reply.header('x-content-type-options', 'nosniff');
    reply.header('cache-control', 'no-store');
  });
  app.setErrorHandler(answerFaultWith(service.log));
  app.get('/livez', async () => ({ alive: true }));
  app.get('/readyz', async (_, reply) => {
    const ready = await asHouse(service.orm, service.clock, (work) => work.em.execute('select 1')).then(
      () => true,
      () => false,
    );
    return reply.code(ready ? 200 : 503).send({ ready });
  });
  await serveGraph(app, service);
  return app;
}

/** What goes wrong before or beside the graph, in the graph's own words; a fault of ours goes to the log. */
function answerFaultWith(log: Log) {
  return (error: { statusCode?: number }, _: FastifyRequest, reply: FastifyReply) => {
    if (error instanceof Busy)
      return reply.code(503).header('retry-after', '1').send(fault('RATE_LIMITED', error.message));
    const status = error.statusCode ?? 500;
    if (status === 413) return reply.code(413).send(fault('BAD_USER_INPUT', 'The body is too large'));
    if (status === 415) return reply.code(415).send(fault('BAD_USER_INPUT', 'Send application/json'));
    if (status < 500) return reply.code(400).send(fault('BAD_USER_INPUT', 'The body is not JSON'));
    const errorId = randomUUID();
    log.surprise(errorId, error);
    return reply.code(500).send(surprise(errorId));
  };
}
