/**
 * HTTP: delete a meeting, delete a coalition. Whoever may types its name again; a request whose answer was lost may be
 * sent again and is answered as before.
 */
import { chairs, ok, refused, textOf, type RefusalCode, type Result } from '@mufakat/domain';
import { deleteCoalitionBody, deleteMeetingBody } from '@mufakat/protocol';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { CoalitionEntry, MeetingEntry } from '../access/access';
import { sessionOf } from '../access/request-session';
import { BoundedMap } from '../platform/bounded-map';
import { refuse } from '../platform/refusal-reply';
import type { Services } from '../services';
import { deleteCoalition, deleteMeeting, unlessInSession } from './delete-records';

type AtMeeting = { Params: { meetingId: string } };
type AtCoalition = { Params: { coalitionId: string } };

/** Deletions remembered, for repeats. */
const remembered = 1_000;

export function deletionRoutes(app: FastifyInstance, services: Services): void {
  const done = new BoundedMap<string, true>(remembered);
  /** Once for each session and id. */
  const once = async (request: FastifyRequest, id: string, work: () => Promise<Result<null>>) => {
    const session = await sessionOf(services, request);
    const key = `${session?.hash} ${id}`;
    if (done.get(key)) return ok(null);
    const result = await work();
    if (result.ok) done.set(key, true);
    return result;
  };

  app.delete<AtMeeting>('/api/meetings/:meetingId', async (request, reply) => {
    const body = deleteMeetingBody.safeParse(request.body);
    if (!body.success) return refuse(request, reply, 'malformed');
    const { id, title } = body.data;
    const deleted = await once(request, id, async () => {
      const session = await sessionOf(services, request);
      const access = await services.access.meeting(session, request.params.meetingId);
      if (!access.ok) return access;
      const code = whyNotMeeting(access.value, title);
      return code ? refused(code) : deleteMeeting(services, access.value.room, unlessInSession);
    });
    return answer(request, reply, deleted);
  });

  app.delete<AtCoalition>('/api/coalitions/:coalitionId', async (request, reply) => {
    const body = deleteCoalitionBody.safeParse(request.body);
    if (!body.success) return refuse(request, reply, 'malformed');
    const { id, name } = body.data;
    const deleted = await once(request, id, async () => {
      const session = await sessionOf(services, request);
      const access = await services.access.coalition(session, request.params.coalitionId);
      if (!access.ok) return access;
      const code = whyNotCoalition(access.value, name);
      return code ? refused(code) : deleteCoalition(services, access.value.room, unlessInSession);
    });
    return answer(request, reply, deleted);
  });
}

function answer(request: FastifyRequest, reply: FastifyReply, result: Result<null>): FastifyReply {
  return result.ok ? reply.code(204).send() : refuse(request, reply, result.code);
}

function whyNotMeeting({ room: { state }, personId }: MeetingEntry, typed: string): RefusalCode | null {
  if (!state) return 'not_found';
  if (!chairs(state).some(({ id }) => id === personId)) return 'not_allowed';
  return isTyped(typed, state.plan.title) ? null : 'title_differs';
}

function whyNotCoalition({ room: { state }, personId }: CoalitionEntry, typed: string): RefusalCode | null {
  if (!state) return 'not_found';
  if (state.founder.personId !== personId) return 'not_allowed';
  return isTyped(typed, textOf(state.name) ?? '') ? null : 'title_differs';
}

/** Blanks and capitals are no matter: it is there to make one stop, not to test one's typing. */
function isTyped(typed: string, name: string): boolean {
  return plain(typed) === plain(name);
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}
