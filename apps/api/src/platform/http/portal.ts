import type { IncomingMessage, ServerResponse } from 'node:http';
import { pathToFileURL } from 'node:url';
import type { FastifyInstance } from 'fastify';

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** Ours alone, and written anew on each request: what a client sends under it never arrives. */
const ADDRESS = 'x-simpul-address';

/**
 * Mounts the built portal (SvelteKit's adapter-node handler) behind every address that the API does not take. When it
 * is loaded it is told where to find what only this server knows: the protocol (the handler assumes https, and would
 * refuse every form on plain http) and the address of the client (behind a proxy it would see the proxy's).
 */
export async function mountPortal(app: FastifyInstance, file: string, publicUrl: string): Promise<void> {
  process.env.PROTOCOL_HEADER = 'x-forwarded-proto';
  process.env.ADDRESS_HEADER = ADDRESS;
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
        request.raw.headers[ADDRESS] = request.ip;
        handler(request.raw, reply.raw, () => reply.raw.writeHead(404).end());
      },
    });
  });
}
