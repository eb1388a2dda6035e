/**
 * What every HTTP request passes: the origin check and JSON-only for writes (a form on another site can send
 * neither), a bucket per session or address, one place where the world's errors become refusals, and headers.
 */
import { randomUUID } from 'node:crypto';
import helmet from '@fastify/helmet';
import { wireLimits } from '@mufakat/protocol';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { OriginCheck } from '../access/origins';
import type { Clock } from './ports';
import { refuse } from './refusal-reply';
import { TokenBuckets } from './token-bucket';

interface Guards {
  clock: Clock;
  originCheck: OriginCheck;
  secure: boolean;
}

export async function addGuards(app: FastifyInstance, guards: Guards): Promise<void> {
  await app.register(helmet, securityHeaders(guards.secure));
  app.addHook('onRequest', guardWrites(guards));
  app.setErrorHandler(onError);
  app.setNotFoundHandler((request, reply) => refuse(request, reply, 'not_found'));
}

/** Reading is cheap and cached; writing is limited per cookie, or per address where there is none. */
function guardWrites({ clock, originCheck }: Guards) {
  const withCookie = new TokenBuckets(20, 60);
  // Hundreds sit behind one router: the bucket of an address without a session is wide (security.md, Doors).
  const withoutCookie = new TokenBuckets(20, 600);
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    if (request.method === 'GET' || request.method === 'HEAD') return undefined;
    if (!originCheck(request.headers.origin, request.headers.host))
      return refuse(request, reply, 'wrong_origin');
    const { cookie } = request.headers;
    const allowed = cookie
      ? withCookie.take(cookie, clock.now())
      : withoutCookie.take(request.ip, clock.now());
    if (!allowed) return refuse(request, reply, 'too_many_requests');
    const type = request.headers['content-type'] ?? '';
    return type.startsWith('application/json') ? undefined : refuse(request, reply, 'malformed');
  };
}

async function onError(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const status = error.statusCode ?? 500;
  if (status === 413) return refuse(request, reply, 'too_large');
  if (status < 500) return refuse(request, reply, 'malformed');
  const incident = randomUUID();
  request.log.error({ err: error, incident }, 'request failed');
  return refuse(request, reply, 'storage_failed');
}

/** Nothing is allowed that the pages do not need. Live channels are same-origin; ws: and wss: name it for old engines. */
function securityHeaders(secure: boolean) {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        // Svelte sets lengths of bars and rings through the style attribute's CSSOM, which needs no allowance.
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'", 'ws:', 'wss:'],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        requireTrustedTypesFor: ["'script'"],
        // The editor's own, for what is pasted; nothing else makes markup from text.
        trustedTypes: ['ProseMirrorClipboard'],
      },
    },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    // Headers that mean nothing, or warn in the console, where the hall has no HTTPS.
    crossOriginOpenerPolicy: secure ? { policy: 'same-origin' as const } : false,
    originAgentCluster: secure,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'no-referrer' as const },
  };
}

export const bodyLimit = wireLimits.requestBytes;
