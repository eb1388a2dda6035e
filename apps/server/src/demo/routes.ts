/** HTTP: a copy of the demo for whoever asks, and when a meeting's copy ends. Not there where the server does not offer it. */
import { demoBody, type DemoEnd, type DemoSources } from '@mufakat/protocol';
import type { FastifyInstance } from 'fastify';
import { forgetNew, sessionFor, sessionOf, signIn } from '../access/request-session';
import { refuse } from '../platform/refusal-reply';
import type { Services } from '../services';
import { sources } from './content/sources';
import type { Demo } from './demo';

type AtMeeting = { Params: { meetingId: string } };

/** `demo` is null where the server does not offer it: nobody gets a copy, and no meeting has an end. */
export function demoRoutes(app: FastifyInstance, services: Services, demo: Demo | null): void {
  app.get('/api/demo', (): DemoSources => ({
    offered: demo !== null,
    sources: demo ? Object.values(sources) : [],
  }));

  app.post('/api/demo', async (request, reply) => {
    const body = demoBody.safeParse(request.body);
    if (!body.success) return refuse(request, reply, 'malformed');
    if (!demo) return refuse(request, reply, 'not_found');
    const session = await sessionFor(services, request);
    const entered = await demo.enter(session, request.ip, body.data);
    if (!entered.ok) {
      await forgetNew(services, session);
      return refuse(request, reply, entered.code);
    }
    return signIn(services, reply, session).code(201).send(entered.value);
  });

  app.get<AtMeeting>('/api/meetings/:meetingId/demo', async (request, reply) => {
    const access = await services.access.meeting(
      await sessionOf(services, request),
      request.params.meetingId,
    );
    if (!access.ok) return refuse(request, reply, access.code);
    const { parent } = access.value.room.stream.ref;
    const answer: DemoEnd = { until: demo && parent !== null ? await demo.until(parent) : null };
    return reply.send(answer);
  });
}
