/** HTTP: a meeting's invitation as text for an e-mail, and as a calendar file, at the door too. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { roomBehind } from '../access/at-door';
import { sessionOf } from '../access/request-session';
import { agendaNow } from '../meetings/agenda-now';
import type { MeetingRoom } from '../meetings/meeting-room';
import { publicAddress } from '../platform/public-address';
import { refuse } from '../platform/refusal-reply';
import type { Services } from '../services';
import { icsOf } from './ics';
import { calendarEventOf, emailOf, invitationTo, type Invitation } from './invitation';
import { invitationWords } from './invitation-words';

interface AtMeeting {
  Params: { meetingId: string };
}

interface AtCode {
  Params: { code: string };
}

export function invitationRoutes(app: FastifyInstance, services: Services): void {
  app.get<AtMeeting>('/api/meetings/:meetingId/invitation', async (request, reply) => {
    const access = await services.access.meeting(
      await sessionOf(services, request),
      request.params.meetingId,
    );
    if (!access.ok) return refuse(request, reply, access.code);
    return emailOf(await invitationIn(access.value.room, services, request));
  });

  app.get<AtMeeting>('/api/meetings/:meetingId/invitation.ics', async (request, reply) => {
    const access = await services.access.meeting(
      await sessionOf(services, request),
      request.params.meetingId,
    );
    if (!access.ok) return refuse(request, reply, access.code);
    return sendCalendar(access.value.room, services, request, reply);
  });

  app.get<AtCode>('/api/doors/:code/invitation.ics', async (request, reply) => {
    const room = await roomBehind(services, request);
    if (!room.ok) return refuse(request, reply, room.code);
    return sendCalendar(room.value, services, request, reply);
  });
}

async function invitationIn(
  room: MeetingRoom,
  services: Services,
  request: FastifyRequest,
): Promise<Invitation> {
  const { state } = room;
  if (!state) throw new Error('an access and a door lead to a planned meeting');
  const items = await agendaNow(room, services.documents.forMeetings);
  const address = publicAddress(services, request);
  return invitationTo(room.id, state, items, { address, now: services.clock.now() });
}

/** The record's length as SEQUENCE: whatever changes the meeting makes it longer. */
async function sendCalendar(
  room: MeetingRoom,
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const invitation = await invitationIn(room, services, request);
  const event = calendarEventOf(invitation, { sequence: room.stream.seq, now: services.clock.now() });
  const { file } = invitationWords[invitation.language];
  return reply
    .header('content-type', 'text/calendar; charset=utf-8; method=PUBLISH')
    .header('content-disposition', `attachment; filename="${file}.ics"`)
    .send(icsOf(event));
}
