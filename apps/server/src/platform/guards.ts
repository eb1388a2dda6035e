/**
 * What every HTTP request passes: the origin check and JSON-only for writes (a form on another site can send
 * neither), a bucket per session or address, one place where the world's errors become refusals, and headers.
 */
import { randomUUID } from 'node:crypto';
import helmet from '@fastify/helmet';
import { wireLimits } from '@mufakat/protocol';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { OriginCheck } from '../access/origins';
import type { Sessions } from '../access/sessions';
import { addressKey } from './address-key';
import type { Clock } from './ports';
import { refuse } from './refusal-reply';
import { TokenBuckets } from './token-bucket';

interface Guards {
  clock: Clock;
  originCheck: OriginCheck;
  sessions: Pick<Sessions, 'find'>;
  secure: boolean;
}

export async function addGuards(app: FastifyInstance, guards: Guards): Promise<void> {
  await app.register(helmet, securityHeaders(guards.secure));
  app.addHook('onRequest', keepFromCaches);
  app.addHook('onRequest', guardWrites(guards));
  app.setErrorHandler(onError);
  app.setNotFoundHandler((request, reply) => refuse(request, reply, 'not_found'));
}

/** Answers of the API are about people, and some of them open doors: they lie in no cache. */
async function keepFromCaches(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (request.url.startsWith('/api/')) void reply.header('cache-control', 'no-store');
}

/** Reading is cheap; writing is limited per session, or per address where there is none. */
function guardWrites({ clock, originCheck, sessions }: Guards) {
  const ofSessions = new TokenBuckets(20, 60);
  // Hundreds sit behind one router: the bucket of an address without a session is wide (security.md, Doors).
  const ofAddresses = new TokenBuckets(20, 600);
  const mayWrite = async ({ headers, ip }: FastifyRequest): Promise<boolean> => {
    // Any text can stand in a cookie; only a real session has a bucket of its own.
    const session = await sessions.find(headers.cookie);
    const now = clock.now();
    return session ? ofSessions.take(session.hash, now) : ofAddresses.take(addressKey(ip), now);
  };
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    if (request.method === 'GET' || request.method === 'HEAD') return undefined;
    if (!originCheck(request.headers.origin, request.headers.host))
      return refuse(request, reply, 'wrong_origin');
    if (!(await mayWrite(request))) return refuse(request, reply, 'too_many_requests');
    return isJson(request.headers['content-type']) ? undefined : refuse(request, reply, 'malformed');
  };
}

function isJson(type: string | undefined): boolean {
  return /^application\/json\s*(;|$)/i.test(type ?? '');
}

/** Also for paths that cannot be read, which come before any route. */
export async function onError(
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

/** Nothing is allowed that the pages do not need. Live channels are same-origin. */
function securityHeaders(secure: boolean) {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        // Svelte sets lengths of bars and rings through the style attribute's CSSOM, which needs no allowance.
        imgSrc: ["'self'"],
        fontSrc: ["'self'"],
        // The live channels too: 'self' covers ws: and wss: of the page's own address.
        connectSrc: ["'self'"],
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
