/**
 * `/healthz`: whether the store and the rooms are well. 200 when all is, 503 otherwise; numbers only, nothing about
 * anyone.
 */
import type { FastifyInstance } from 'fastify';

export interface Health {
  checkStore: () => Promise<void>;
  rooms: () => { meetings: number; people: number };
  documents: () => { documents: number; connections: number; unflushed: number; failed: number };
  startedAt: number;
  now: () => number;
}

export function healthRoute(app: FastifyInstance, health: Health): void {
  app.get('/healthz', async (request, reply) => {
    const store = await health.checkStore().then(
      () => 'well' as const,
      (error: unknown) => {
        request.log.error({ err: error }, 'store is not well');
        return 'ill' as const;
      },
    );
    const well = store === 'well';
    return reply.code(well ? 200 : 503).send({
      status: well ? 'well' : 'ill',
      store,
      rooms: health.rooms(),
      documents: health.documents(),
      upSeconds: Math.floor((health.now() - health.startedAt) / 1000),
    });
  });
}
