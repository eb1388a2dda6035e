/**
 * HTTP of a meeting: a person's link, and what is a person's own wherever they stand (their data, and being erased).
 * Everything live goes over Socket.IO.
 */
import { mayDo } from '@mufakat/domain';
import { eraseBody, type LinkAnswer } from '@mufakat/protocol';
import type { FastifyInstance } from 'fastify';
import { linkSecret } from '../access/link-secrets';
import { sessionOf } from '../access/request-session';
import { linkUrl } from '../platform/public-address';
import { ownDataOf } from './own-data';
import { refuse } from '../platform/refusal-reply';
import type { Services } from '../services';

interface AtMeeting {
  Params: { meetingId: string };
}

interface AtPerson {
  Params: { meetingId: string; personId: string };
}

export function meetingRoutes(app: FastifyInstance, services: Services): void {
  app.get<AtPerson>('/api/meetings/:meetingId/people/:personId/link', async (request, reply) => {
    const { meetingId, personId } = request.params;
    const access = await services.access.meeting(await sessionOf(services, request), meetingId);
    if (!access.ok) return refuse(request, reply, access.code);
    const { room, personId: viewer } = access.value;
    const { state } = room;
    if (!state || !(personId === viewer || mayDo(state, viewer, 'letIn'))) {
      return refuse(request, reply, 'not_allowed');
    }
    const linkId = state.people.get(personId)?.linkId;
    if (!linkId) return refuse(request, reply, 'link_invalid');
    const answer: LinkAnswer = { url: linkUrl(services, request, linkSecret(services.keys, linkId)) };
    return reply.send(answer);
  });

  app.get<AtMeeting>('/api/meetings/:meetingId/me.json', async (request, reply) => {
    const access = await services.access.arrived(
      await sessionOf(services, request),
      request.params.meetingId,
    );
    if (!access.ok) return refuse(request, reply, access.code);
    const { room, personId } = access.value;
    return reply
      .header('content-disposition', `attachment; filename="mufakat-${room.id}-${personId}.json"`)
      .send(await ownDataOf(access.value, services));
  });

  app.delete<AtMeeting>('/api/meetings/:meetingId/me', async (request, reply) => {
    const body = eraseBody.safeParse(request.body);
    if (!body.success) return refuse(request, reply, 'malformed');
    const access = await services.access.arrived(
      await sessionOf(services, request),
      request.params.meetingId,
    );
    if (!access.ok) return refuse(request, reply, access.code);
    const done = await access.value.room.erase(access.value, body.data.id);
    return done.ok ? reply.code(204).send() : refuse(request, reply, done.code);
  });
}
