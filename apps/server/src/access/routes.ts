/** HTTP: who this device is, coming in by code or link, signing out, tickets for documents. */
import { textOf } from '@mufakat/domain';
import {
  comeBody,
  linkBody,
  ticketBody,
  type CameIn,
  type DoorAnswer,
  type Entered,
  type Place,
  type SessionAnswer,
  type TicketAnswer,
} from '@mufakat/protocol';
import { parseDocumentName } from '@mufakat/shared-docs';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { MeetingRoom } from '../meetings/meeting-room';
import { refuse } from '../platform/refusal-reply';
import type { Services } from '../services';
import type { SeatRow } from '../store/ports';
import { roomBehind } from './at-door';
import { readLinkSecret } from './link-secrets';
import type { Session } from './sessions';
import { takeSeat } from './take-seat';
import { forgetNew, sessionFor, sessionOf, signIn, signOut } from './request-session';

export function accessRoutes(app: FastifyInstance, services: Services): void {
  const { store, access, keys, tickets, config } = services;

  app.get('/api/session', async (request): Promise<SessionAnswer> => {
    const session = await sessionOf(services, request);
    const seats = session ? await store.seatsOf(session.hash) : [];
    const places = await Promise.all(seats.map((seat) => placeOf(services, seat)));
    return {
      places: places.flatMap((place) => place ?? []),
      mayCreate: config.whoMayCreate === 'anyone' || seats.some((seat) => seat.kind === 'coalition'),
      operator: config.operator,
      demo: config.demo,
      plainHttp: !services.secure,
    };
  });

  app.delete('/api/session', async (request, reply) => {
    const session = await sessionOf(services, request);
    if (session) await signOutEverywhere(services, session);
    return signOut(services, reply).code(204).send();
  });

  app.get<{ Params: { code: string } }>('/api/doors/:code', async (request, reply) => {
    const room = await roomBehind(services, request);
    return room.ok ? doorAnswer(services, room.value) : refuse(request, reply, room.code);
  });

  app.post<{ Params: { code: string } }>('/api/doors/:code', async (request, reply) => {
    const body = comeBody.safeParse(request.body);
    if (!body.success) return refuse(request, reply, 'malformed');
    const room = await roomBehind(services, request);
    if (!room.ok) return refuse(request, reply, room.code);
    return come(services, request, reply, room.value, body.data);
  });

  app.post('/api/links', async (request, reply) => {
    const body = linkBody.safeParse(request.body);
    if (!body.success) return refuse(request, reply, 'malformed');
    const linkId = readLinkSecret(keys, body.data.secret);
    const link = linkId === null ? null : await store.findLink(linkId);
    const stream = link ? await store.findStream(link.stream) : null;
    if (!link || !stream) return refuse(request, reply, 'link_invalid');
    const session = await sessionFor(services, request);
    await takeSeat(services, session, link.stream, link.personId);
    const answer: Entered = { kind: stream.kind, id: link.stream, personId: link.personId };
    return signIn(services, reply, session).send(answer);
  });

  app.post('/api/tickets', async (request, reply) => {
    const body = ticketBody.safeParse(request.body);
    if (!body.success || !parseDocumentName(body.data.document)) return refuse(request, reply, 'malformed');
    const session = await sessionOf(services, request);
    const document = await store.findDocument(body.data.document);
    const meeting = await access.meeting(session, document?.stream ?? '');
    if (!session || !meeting.ok) return refuse(request, reply, meeting.ok ? 'not_found' : meeting.code);
    const answer: TicketAnswer = { ticket: tickets.issue(session, body.data.document) };
    return reply.send(answer);
  });
}

/** The session's seats go, its live lines are ended, and so are its documents, once they are asked again. */
async function signOutEverywhere({ store, sessions, documents }: Services, session: Session): Promise<void> {
  const seats = await store.seatsOf(session.hash);
  await sessions.drop(session);
  for (const { kind, stream } of seats) if (kind === 'meeting') documents.forMeetings.refresh(stream);
}

/** Seats the session as a new guest; a session that is already in comes back as whom it was. */
async function come(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  room: MeetingRoom,
  body: { id: string; name: string; address: string; partnerId: string | null },
): Promise<FastifyReply> {
  const session = await sessionFor(services, request);
  const { id, name, address, partnerId } = body;
  const came = await room.come(session.hash, id, { type: 'person.come', name, address, partnerId });
  if (!came.ok) {
    await forgetNew(services, session);
    return refuse(request, reply, came.code);
  }
  const { personId, isNew } = came.value;
  const answer: CameIn = { meetingId: room.id, personId };
  return signIn(services, reply, session)
    .code(isNew ? 201 : 200)
    .send(answer);
}

async function doorAnswer({ rooms }: Services, room: MeetingRoom): Promise<DoorAnswer> {
  const { state } = room;
  if (!state) throw new Error('a door leads to a planned meeting');
  const { plan } = state;
  const coalition = await rooms.coalition(plan.coalitionId);
  return {
    meetingId: room.id,
    title: plan.title,
    coalition: textOf(plan.coalitionName) ?? '',
    startsAt: plan.startsAt,
    place: plan.place,
    timeZone: plan.timeZone,
    language: plan.language,
    partners: plan.partners.map(({ id, name, mark, colour, chamber }) => ({
      id,
      name: textOf(name) ?? mark,
      mark,
      colour,
      chamber,
    })),
    chambers: plan.chambers,
    waitingRoom: state.waitingRoom,
    retentionMonths: coalition?.state?.retentionMonths ?? null,
  };
}

async function placeOf({ rooms }: Services, seat: SeatRow): Promise<Place | null> {
  if (seat.kind === 'coalition') {
    const room = await rooms.coalition(seat.stream);
    const state = room?.state;
    return state
      ? { kind: 'coalition', id: seat.stream, title: textOf(state.name) ?? '', at: 0, roles: [] }
      : null;
  }
  const room = await rooms.meeting(seat.stream);
  const person = room?.state?.people.get(seat.personId);
  if (!room?.state || !person || person.seat === 'removed') return null;
  const { title, startsAt } = room.state.plan;
  // Whoever waits has no role yet.
  const roles = person.seat === 'held' ? person.roles : [];
  return { kind: 'meeting', id: seat.stream, title, at: startsAt, roles };
}
