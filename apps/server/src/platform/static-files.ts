/**
 * The client's files. Hashed assets are kept for ever, the page itself never; any path that is no file and not the
 * API's is the page, since the client routes itself.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import staticFiles from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { refuse } from './refusal-reply';

export async function serveClient(app: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) {
    app.log.warn({ folder }, 'the client is not built; only the API is served');
    return;
  }
  await app.register(staticFiles, {
    root: folder,
    wildcard: false,
    index: ['index.html'],
    preCompressed: true,
    cacheControl: false,
    setHeaders: (response, path) => {
      const forEver = path.includes(`${join(folder, 'assets')}`);
      void response.setHeader('cache-control', forEver ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  app.get('/*', (request, reply) => {
    const isPage = !/^\/(api|sync|socket\.io|assets)(\/|$)/.test(request.url);
    return isPage ? reply.sendFile('index.html') : refuse(request, reply, 'not_found');
  });
}
