/** HTTP: found a coalition, look at it, change its partners, plan its meetings. */
import { ok, refused, type Result } from '@mufakat/domain';
import {
  coalitionCommandBody,
  foundBody,
  planBody,
  type CoalitionAnswer,
  type Founded,
  type LinkAnswer,
} from '@mufakat/protocol';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { CoalitionEntry } from '../access/access';
import { isCreationInvitation, linkSecret } from '../access/link-secrets';
import { forgetNew, sessionFor, sessionOf, signIn } from '../access/request-session';
import { forgetRemovedNames } from '../deletion/removed-names';
import { refuse } from '../platform/refusal-reply';
import { linkUrl } from '../platform/public-address';
import type { Services } from '../services';
import { agendaOf, meetingsOf, planMeeting, seedItems } from './plan-meeting';
import { roomFor } from './room-for';
import type { Session } from '../access/sessions';
import { Turns } from '../platform/turns';

type AtCoalition = { Params: { coalitionId: string } };
type AtMeeting = { Params: { coalitionId: string; meetingId: string } };

export function coalitionRoutes(app: FastifyInstance, services: Services): void {
  app.post('/api/coalitions', async (request, reply) => {
    const body = foundBody.safeParse(request.body);
    if (!body.success || body.data.command.type !== 'coalition.found')
      return refuse(request, reply, 'malformed');
    if (!(await mayCreate(services, request, body.data.invitation))) {
      return refuse(request, reply, 'creation_closed');
    }
    const { data } = body;
    const session = await sessionFor(services, request);
    const made = await creating.take(data.id, () => found(services, session, data));
    if (!made.ok) {
      await forgetNew(services, session);
      return refuse(request, reply, made.code);
    }
    return signIn(services, reply, session).code(201).send(made.value);
  });

  app.get<AtCoalition>('/api/coalitions/:coalitionId', async (request, reply) => {
    const access = await accessOf(services, request);
    if (!access.ok) return refuse(request, reply, access.code);
    return coalitionAnswer(services, access.value);
  });

  app.get<AtCoalition>('/api/coalitions/:coalitionId/link', async (request, reply) => {
    const access = await accessOf(services, request);
    const state = access.ok ? access.value.room.state : null;
    if (!access.ok || !state) return refuse(request, reply, access.ok ? 'not_found' : access.code);
    const secret = linkSecret(services.keys, state.founder.linkId);
    const answer: LinkAnswer = { url: linkUrl(services, request, secret) };
    return reply.send(answer);
  });

  app.post<AtCoalition>('/api/coalitions/:coalitionId/commands', async (request, reply) => {
    const body = coalitionCommandBody.safeParse(request.body);
    if (!body.success) return refuse(request, reply, 'malformed');
    const access = await accessOf(services, request);
    if (!access.ok) return refuse(request, reply, access.code);
    const { room } = access.value;
    const done = await room.command(access.value, body.data.id, body.data.command);
    if (done.ok && body.data.command.type === 'partner.remove') await forgetRemovedNames(services, room.id);
    return done.ok ? reply.send({ seq: done.value.seq }) : refuse(request, reply, done.code);
  });

  app.post<AtCoalition>('/api/coalitions/:coalitionId/meetings', async (request, reply) => {
    const body = planBody.safeParse(request.body);
    if (!body.success) return refuse(request, reply, 'malformed');
    const { id, command, agenda } = body.data;
    if (command.type !== 'meeting.plan') return refuse(request, reply, 'malformed');
    const access = await accessOf(services, request);
    if (!access.ok) return refuse(request, reply, access.code);
    const planned = await creating.take(id, async () => {
      const plan = () => planMeeting(services, access.value, id, command);
      const made = await services.meetingsOf.take(access.value.room.id, plan);
      if (made.ok) await seedItems(services, access.value.session, made.value.meetingId, agenda);
      return made;
    });
    return planned.ok ? reply.code(201).send(planned.value) : refuse(request, reply, planned.code);
  });

  app.get<AtMeeting>('/api/coalitions/:coalitionId/meetings/:meetingId/agenda', async (request, reply) => {
    const access = await accessOf(services, request);
    if (!access.ok) return refuse(request, reply, access.code);
    const agenda = await agendaOf(services, access.value, request.params.meetingId);
    return agenda.ok ? reply.send(agenda.value) : refuse(request, reply, agenda.code);
  });
}

async function accessOf(services: Services, request: FastifyRequest): Promise<Result<CoalitionEntry>> {
  const { coalitionId } = request.params as AtCoalition['Params'];
  return services.access.coalition(await sessionOf(services, request), coalitionId);
}

async function mayCreate(
  services: Services,
  request: FastifyRequest,
  invitation: string | null,
): Promise<boolean> {
  switch (services.config.whoMayCreate) {
    case 'anyone':
      return true;
    case 'nobody':
      return false;
    case 'invited': {
      if (isCreationInvitation(services.keys, invitation)) return true;
      const session = await sessionOf(services, request);
      const seats = session ? await services.store.seatsOf(session.hash) : [];
      return seats.some((seat) => seat.kind === 'coalition');
    }
    default:
      return services.config.whoMayCreate satisfies never;
  }
}

/** The same command sent twice at once must find what the first of them made. */
const creating = new Turns();

async function found(
  services: Services,
  session: Session,
  { id, command }: ReturnType<typeof foundBody.parse>,
): Promise<Result<Founded>> {
  const { rooms, ids, store } = services;
  const room = await roomFor(
    services,
    id,
    (known) => rooms.coalition(known),
    () => rooms.newCoalition(ids.newId()),
  );
  if (!room) return refused('malformed');
  const done = await room.found(session.hash, id, command);
  if (!done.ok) return done;
  const seat = await store.findSeat(session.hash, room.id);
  const personId = seat?.personId ?? (await room.foundsAgain(session.hash, done.value.seq));
  return personId === null ? refused('not_found') : ok({ coalitionId: room.id, personId });
}

async function coalitionAnswer(
  services: Services,
  { room, personId }: CoalitionEntry,
): Promise<CoalitionAnswer> {
  const { state } = room;
  if (!state) throw new Error('an access leads to a founded coalition');
  const meetings = (await meetingsOf(services, room.id)).map(({ plan, phase }) => {
    const { meetingId: id, title, kind, startsAt, timeZone, place } = plan;
    return { id, title, kind, startsAt, timeZone, place, phase: phase.status };
  });
  return { coalition: state, you: personId, meetings };
}
