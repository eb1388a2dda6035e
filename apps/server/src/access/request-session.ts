/** The session of an HTTP request: found by its cookie, or made when somebody comes in. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Services } from '../services';
import type { NewSession, Session } from './sessions';

export function sessionOf({ sessions }: Services, request: FastifyRequest): Promise<Session | null> {
  return sessions.find(request.headers.cookie);
}

export async function sessionFor(services: Services, request: FastifyRequest): Promise<Session | NewSession> {
  return (await sessionOf(services, request)) ?? services.sessions.create();
}

/** Hands a new session's token to the browser; an old one keeps its cookie. */
export function signIn(
  { sessions }: Services,
  reply: FastifyReply,
  session: Session | NewSession,
): FastifyReply {
  if (!('token' in session)) return reply;
  const { name, attributes } = sessions.cookie;
  return reply.header('set-cookie', `${name}=${session.token}; ${attributes}`);
}

/** A session that was made for an act which was then refused leaves nothing behind. */
export async function forgetNew({ sessions }: Services, session: Session | NewSession): Promise<void> {
  if ('token' in session) await sessions.drop(session);
}

export function signOut({ sessions }: Services, reply: FastifyReply): FastifyReply {
  const { name, gone } = sessions.cookie;
  return reply.header('set-cookie', `${name}=; ${gone}`);
}
