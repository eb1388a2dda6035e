/** HTTP: found a coalition, look at it, change its partners, plan its meetings. */
import {
  latestGoals,
  ok,
  refused,
  snapshotOf,
  textOf,
  type Gathered,
  type Meeting,
  type MeetingCommand,
  type Result,
} from '@mufakat/domain';
import {
  coalitionCommandBody,
  foundBody,
  planBody,
  type CoalitionAnswer,
  type Founded,
  type LinkAnswer,
  type Planned,
} from '@mufakat/protocol';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { CoalitionEntry } from '../access/access';
import { isCreationInvitation, linkSecret } from '../access/link-secrets';
import { forgetNew, sessionFor, sessionOf, signIn } from '../access/request-session';
import { refuse } from '../platform/refusal-reply';
import { linkUrl } from '../platform/public-address';
import type { Services } from '../services';
import type { CoalitionRoom } from './coalition-room';
import type { Session } from '../access/sessions';
import { Turns } from '../platform/turns';

type AtCoalition = { Params: { coalitionId: string } };

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
    const done = await access.value.room.command(access.value, body.data.id, body.data.command);
    return done.ok ? reply.send({ seq: done.value.seq }) : refuse(request, reply, done.code);
  });

  app.post<AtCoalition>('/api/coalitions/:coalitionId/meetings', async (request, reply) => {
    const body = planBody.safeParse(request.body);
    if (!body.success) return refuse(request, reply, 'malformed');
    const { id, command } = body.data;
    if (command.type !== 'meeting.plan') return refuse(request, reply, 'malformed');
    const access = await accessOf(services, request);
    if (!access.ok) return refuse(request, reply, access.code);
    const planned = await creating.take(id, () => plan(services, access.value, id, command));
    return planned.ok ? reply.code(201).send(planned.value) : refuse(request, reply, planned.code);
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

/** A new stream under an id of its own, or the one that this very command has made before. */
async function roomFor<R>(
  { store }: Services,
  commandId: string,
  find: (id: string) => Promise<R | null>,
  make: () => Promise<R>,
): Promise<R | null> {
  const before = await store.findCommand(commandId);
  return before ? find(before.stream) : make();
}

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

async function plan(
  services: Services,
  access: CoalitionEntry,
  commandId: string,
  command: Extract<MeetingCommand, { type: 'meeting.plan' }>,
): Promise<Result<Planned>> {
  const { rooms, ids, store } = services;
  const newRoom = () => rooms.newMeeting(ids.newId(), access.room.id);
  const room = await roomFor(services, commandId, (known) => rooms.meeting(known), newRoom);
  if (!room) return refused('malformed');
  const done = await room.plan({
    commandId,
    actor: { kind: 'person', personId: access.personId },
    command,
    gather: () => gatherPlan(services, access.room, room.id),
    rows: () => [{ row: 'seat', sessionHash: access.session.hash, personId: access.personId }],
  });
  if (!done.ok) return done;
  const seat = await store.findSeat(access.session.hash, room.id);
  return seat ? ok({ meetingId: room.id }) : refused('malformed');
}

async function gatherPlan(
  services: Services,
  room: CoalitionRoom,
  meetingId: string,
): Promise<Result<Gathered>> {
  const { state } = room;
  if (!state) return refused('not_found');
  const { name, address, partnerId } = state.founder;
  return ok({
    streamId: meetingId,
    coalition: snapshotOf(state),
    goals: latestGoals(await meetingsOf(services, room.id)),
    planner: { name: textOf(name) ?? '', address: textOf(address) ?? '', partnerId },
  });
}

/** The coalition's meetings as they stand, in order of planning. */
async function meetingsOf({ store, rooms }: Services, coalitionId: string): Promise<Meeting[]> {
  const children = await store.childStreams(coalitionId);
  const states = await Promise.all(children.map(async ({ id }) => (await rooms.meeting(id))?.state));
  return states.flatMap((state) => state ?? []);
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
