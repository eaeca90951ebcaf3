import Fastify, { type FastifyInstance } from 'fastify';
import { asHouse } from '../database/unit-of-work.ts';
import { serveGraph, type GraphqlService } from './graphql.ts';

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
    trustProxy: false,
  });
  app.addHook('onSend', async (_, reply) => {
    reply.header('x-content-type-options', 'nosniff');
    reply.header('cache-control', 'no-store');
  });
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
