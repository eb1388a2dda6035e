/** The meeting behind the code that a request names, for whoever stands at its door. */
import { ok, refused, type Result } from '@mufakat/domain';
import type { FastifyRequest } from 'fastify';
import type { MeetingRoom } from '../meetings/meeting-room';
import type { Services } from '../services';
import { sessionOf } from './request-session';

export type AtDoor = FastifyRequest<{ Params: { code: string } }>;

/** Failures are the caller's to pay for (doors.ts). [P13] A device whose person was blocked finds the door shut. */
export async function roomBehind(services: Services, request: AtDoor): Promise<Result<MeetingRoom>> {
  const session = await sessionOf(services, request);
  const found = await services.doors.find(request.params.code, { address: request.ip, session });
  if (!found.ok) return found;
  const room = await services.rooms.meeting(found.value.meetingId);
  if (!room?.state) return refused('code_unknown');
  const seat = session ? await services.store.findSeat(session.hash, room.id) : null;
  return seat && room.state.people.get(seat.personId)?.blocked ? refused('blocked') : ok(room);
}
