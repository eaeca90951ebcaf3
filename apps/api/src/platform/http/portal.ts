import type { IncomingMessage, ServerResponse } from 'node:http';
import { pathToFileURL } from 'node:url';
import type { FastifyInstance } from 'fastify';

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/**
 * Mounts the built portal (SvelteKit's adapter-node handler) behind every address that the API does not take. The
 * handler assumes https unless told otherwise when it is loaded, and would refuse every form on plain http.
 */
export async function mountPortal(app: FastifyInstance, file: string, publicUrl: string): Promise<void> {
  process.env.PROTOCOL_HEADER = 'x-forwarded-proto';
  const { handler } = (await import(pathToFileURL(file).href)) as { handler: Handler };
  const protocol = new URL(publicUrl).protocol.replace(':', '');
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _body, done) => done(null)); // the portal reads the body itself
    scope.route({
      method: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
      url: '/*',
      exposeHeadRoute: false,
      handler: (request, reply) => {
        reply.hijack();
        request.raw.headers['x-forwarded-proto'] = protocol;
        handler(request.raw, reply.raw, () => reply.raw.writeHead(404).end());
      },
    });
  });
}
