/** How the HTTP doors say no: a status, the code, and a sentence in the language that the request accepts. */
import type { RefusalCode } from '@mufakat/domain';
import { acceptedLanguage, refusalSentence, type RefusalAnswer } from '@mufakat/protocol';
import type { FastifyReply, FastifyRequest } from 'fastify';

const statuses: Partial<Record<RefusalCode, number>> = {
  malformed: 400,
  unknown_command: 400,
  too_large: 413,
  too_many_requests: 429,
  wrong_origin: 403,
  server_busy: 503,
  storage_failed: 503,
  not_found: 404,
  not_signed_in: 401,
  not_allowed: 403,
  creation_closed: 403,
  demo_full: 503,
  not_a_member: 403,
  person_removed: 403,
  blocked: 403,
  code_unknown: 404,
  code_expired: 410,
  link_invalid: 410,
};

/** 409 where the command was understood and the rules say no. */
export function statusOf(code: RefusalCode): number {
  return statuses[code] ?? 409;
}

export function refuse(request: FastifyRequest, reply: FastifyReply, code: RefusalCode): FastifyReply {
  const language = acceptedLanguage(request.headers['accept-language']);
  const body: RefusalAnswer = { code, sentence: refusalSentence(code, language) };
  return reply.code(statusOf(code)).send(body);
}
