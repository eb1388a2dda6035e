/** HTTP: the description of the API itself, as a page and for programs. Open to anyone, as the source is. */
import type { FastifyInstance } from 'fastify';
import { docsPage } from './docs-page';
import { docsStyle } from './docs-style';
import { openApi } from './openapi';

export function apiDocsRoutes(app: FastifyInstance): void {
  const page = docsPage();
  const description = openApi();
  app.get('/api/docs', async (_request, reply) =>
    reply.header('content-type', 'text/html; charset=utf-8').send(page),
  );
  app.get('/api/docs/docs.css', async (_request, reply) =>
    reply.header('content-type', 'text/css; charset=utf-8').send(docsStyle),
  );
  app.get('/api/docs/openapi.json', async () => description);
}
