/**
 * The one door: from a session to proof of who stands where. Only this module makes MeetingAccess and
 * CoalitionAccess (proofs.ts), and every method that acts for a person takes one.
 *
 * An access says who and where. It holds no rights: those are read from the meeting's state at each command, so a
 * lost right is lost at once. Strangers get the same `not_found` for what exists and what does not.
 */
import { ok, refused, seatedPerson, type Result } from '@mufakat/domain';
import type { CoalitionRoom } from '../coalitions/coalition-room';
import type { MeetingRoom } from '../meetings/meeting-room';
import type { AccessStore } from '../store/ports';
import type { CoalitionAccess, MeetingAccess, Unproven } from './proofs';
import type { Session } from './sessions';

/** A proof together with the room that it opens. */
export interface MeetingEntry extends MeetingAccess {
  readonly room: MeetingRoom;
}

export interface CoalitionEntry extends CoalitionAccess {
  readonly room: CoalitionRoom;
}

export interface Rooms {
  meeting(id: string): Promise<MeetingRoom | null>;
  coalition(id: string): Promise<CoalitionRoom | null>;
}

export interface Access {
  meeting(session: Session | null, meetingId: string): Promise<Result<MeetingEntry>>;
  coalition(session: Session | null, coalitionId: string): Promise<Result<CoalitionEntry>>;
}

export function createAccess(store: AccessStore, rooms: Rooms): Access {
  return {
    meeting: async (session, meetingId) => {
      if (!session) return refused('not_signed_in');
      const seat = await store.findSeat(session.hash, meetingId);
      const room = seat ? await rooms.meeting(meetingId) : null;
      if (!seat || !room) return refused('not_found');
      // Whoever was removed is a stranger again: the same answer as for a meeting that never was.
      if (!room.state || !seatedPerson(room.state, seat.personId)) return refused('not_found');
      return ok(prove<MeetingEntry>({ session, room, personId: seat.personId }));
    },
    coalition: async (session, coalitionId) => {
      if (!session) return refused('not_signed_in');
      const seat = await store.findSeat(session.hash, coalitionId);
      const room = seat ? await rooms.coalition(coalitionId) : null;
      if (!seat || !room) return refused('not_found');
      return ok(prove<CoalitionEntry>({ session, room, personId: seat.personId }));
    },
  };
}

/** The brand exists in types only; this cast is what makes an access unforgeable elsewhere. */
function prove<A extends MeetingEntry | CoalitionEntry>(facts: Unproven<A>): A {
  return facts as A;
}
