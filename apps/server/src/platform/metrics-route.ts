/**
 * `/metrics`: for whoever shows the token of the settings, and for programs on this machine. Everyone else hears what
 * they hear of any path that is not there.
 *
 * A request that came through a proxy reaches us from this machine too, but says so in its headers; whoever forges
 * them only shuts themselves out.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Metrics, Now } from './metrics';
import { refuse } from './refusal-reply';

export function metricsRoute(
  app: FastifyInstance,
  { metrics, token, now }: { metrics: Metrics; token: string | null; now: () => Now },
): void {
  app.addHook('onResponse', async (request, reply) => {
    const route = routeOf(request.routeOptions.url);
    metrics.request(request.method, route, reply.statusCode, reply.elapsedTime);
  });
  app.get('/metrics', async (request, reply) => {
    if (!isLocal(request) && !shows(request, token)) return refuse(request, reply, 'not_found');
    return reply
      .header('content-type', metrics.contentType)
      .header('cache-control', 'no-store')
      .send(await metrics.text(now()));
  });
}

/** As it was declared. The client's files are one: there are many of them, and none is of interest. */
function routeOf(declared: string | undefined): string {
  if (declared === undefined) return 'none';
  return /^\/(api\/|healthz$|metrics$)/.test(declared) ? declared : 'page';
}

const loopback = /^(127\.|::1$|::ffff:127\.)/;
const proxyHeaders = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'];

function isLocal({ raw }: FastifyRequest): boolean {
  return (
    loopback.test(raw.socket.remoteAddress ?? '') &&
    proxyHeaders.every((name) => raw.headers[name] === undefined)
  );
}

function shows({ headers }: FastifyRequest, token: string | null): boolean {
  const shown = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1];
  return token !== null && shown !== undefined && timingSafeEqual(digest(shown), digest(token));
}

/** Of one length, so that comparing says nothing of how long the token is. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
