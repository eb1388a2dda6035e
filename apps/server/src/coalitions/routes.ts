/** HTTP: found a coalition, look at it, change its partners, plan its meetings. */
import { snapshotOf, textOf, type Gathered, type MeetingCommand, type Result } from '@mufakat/domain';
import {
  coalitionCommandBody,
  foundBody,
  planBody,
  type CoalitionAnswer,
  type Founded,
  type LinkAnswer,
  type Planned,
} from '@mufakat/protocol';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { CoalitionAccess } from '../access/access';
import { isCreationInvitation, linkSecret } from '../access/link-secrets';
import { sessionFor, sessionOf, signIn } from '../access/request-session';
import { refuse } from '../platform/refusal-reply';
import { linkUrl } from '../platform/public-address';
import type { Services } from '../services';
import type { CoalitionRoom } from './coalition-room';

type AtCoalition = { Params: { coalitionId: string } };

export function coalitionRoutes(app: FastifyInstance, services: Services): void {
  app.post('/api/coalitions', async (request, reply) => {
    const body = foundBody.safeParse(request.body);
    if (!body.success || body.data.command.type !== 'coalition.found')
      return refuse(request, reply, 'malformed');
    if (!(await mayCreate(services, request, body.data.invitation))) {
      return refuse(request, reply, 'creation_closed');
    }
    return found(services, request, reply, body.data);
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
    const done = await access.value.room.command(access.value, body.data.id, body.data.command);
    return done.ok ? reply.send({ seq: done.value.seq }) : refuse(request, reply, done.code);
  });

  app.post<AtCoalition>('/api/coalitions/:coalitionId/meetings', async (request, reply) => {
    const body = planBody.safeParse(request.body);
    if (!body.success || body.data.command.type !== 'meeting.plan')
      return refuse(request, reply, 'malformed');
    const access = await accessOf(services, request);
    if (!access.ok) return refuse(request, reply, access.code);
    const planned = await plan(services, access.value, body.data.id, body.data.command);
    return planned.ok ? reply.code(201).send(planned.value) : refuse(request, reply, planned.code);
  });
}

async function accessOf(services: Services, request: FastifyRequest): Promise<Result<CoalitionAccess>> {
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

/** A new stream under an id of its own; the same command sent again finds the coalition that it made. */
async function found(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  { id, command }: ReturnType<typeof foundBody.parse>,
): Promise<FastifyReply> {
  const session = await sessionFor(services, request);
  const before = await services.store.findCommand(id);
  const room = before
    ? await services.rooms.coalition(before.stream)
    : await services.rooms.newCoalition(services.ids.newId());
  if (!room) return refuse(request, reply, 'malformed');
  const done = await room.found(session.hash, id, command);
  if (!done.ok) return refuse(request, reply, done.code);
  const answer = await foundedAnswer(services, room, session.hash);
  return answer
    ? signIn(services, reply, session).code(201).send(answer)
    : refuse(request, reply, 'not_found');
}

async function foundedAnswer(
  { store }: Services,
  room: CoalitionRoom,
  sessionHash: string,
): Promise<Founded | null> {
  const seat = await store.findSeat(sessionHash, room.id);
  return seat ? { coalitionId: room.id, personId: seat.personId } : null;
}

async function plan(
  services: Services,
  access: CoalitionAccess,
  commandId: string,
  command: Extract<MeetingCommand, { type: 'meeting.plan' }>,
): Promise<Result<Planned>> {
  const { store, rooms, ids } = services;
  const before = await store.findCommand(commandId);
  const room = before
    ? await rooms.meeting(before.stream)
    : await rooms.newMeeting(ids.newId(), access.room.id);
  if (!room) return { ok: false, code: 'malformed' };
  const done = await room.plan({
    commandId,
    actor: { kind: 'person', personId: access.personId },
    command,
    gather: () => Promise.resolve(gatherPlan(access.room, room.id)),
    rows: () => [{ row: 'seat', sessionHash: access.session.hash, personId: access.personId }],
  });
  return done.ok ? { ok: true, value: { meetingId: room.id } } : done;
}

function gatherPlan(room: CoalitionRoom, meetingId: string): Result<Gathered> {
  const { state } = room;
  if (!state) return { ok: false, code: 'not_found' };
  const { name, address, partnerId } = state.founder;
  return {
    ok: true,
    value: {
      streamId: meetingId,
      coalition: snapshotOf(state),
      planner: { name: textOf(name) ?? '', address: textOf(address) ?? '', partnerId },
    },
  };
}

async function coalitionAnswer(
  { store, rooms }: Services,
  { room, personId }: CoalitionAccess,
): Promise<CoalitionAnswer> {
  const { state } = room;
  if (!state) throw new Error('an access leads to a founded coalition');
  const meetings = await Promise.all(
    (await store.childStreams(room.id)).map(async ({ id }) => {
      const meeting = (await rooms.meeting(id))?.state;
      if (!meeting) return [];
      const { title, startsAt } = meeting.plan;
      return [{ id, title, startsAt, phase: meeting.phase.status }];
    }),
  );
  return { coalition: state, you: personId, meetings: meetings.flat() };
}
