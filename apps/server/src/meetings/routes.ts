/** HTTP of a meeting: a person's link, for those who let people in. Everything live goes over Socket.IO. */
import { mayDo } from '@mufakat/domain';
import type { LinkAnswer } from '@mufakat/protocol';
import type { FastifyInstance } from 'fastify';
import { linkSecret } from '../access/link-secrets';
import { sessionOf } from '../access/request-session';
import { linkUrl } from '../platform/public-address';
import { refuse } from '../platform/refusal-reply';
import type { Services } from '../services';

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
    const linkId = state.people[personId]?.linkId;
    if (!linkId) return refuse(request, reply, 'link_invalid');
    const answer: LinkAnswer = { url: linkUrl(services, request, linkSecret(services.keys, linkId)) };
    return reply.send(answer);
  });
}
