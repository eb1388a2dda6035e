/**
 * The one door: from a session to proof of who stands where. Only this module makes MeetingAccess and
 * CoalitionAccess (proofs.ts), and every method that acts for a person takes one.
 *
 * An access says who and where. It holds no rights: those are read from the meeting's state at each command, so a
 * lost right is lost at once. Strangers get the same `not_found` for what exists and what does not; whoever waits to be
 * let in, or was removed, is told so. They stand outside: almost every door asks for a seat.
 */
import { assertNever, ok, refused, type RefusalCode, type Result } from '@mufakat/domain';
import type { CoalitionRoom } from '../coalitions/coalition-room';
import type { MeetingRoom } from '../meetings/meeting-room';
import type { AccessStore } from '../store/ports';
import type { ArrivedAccess, CoalitionAccess, MeetingAccess, Unproven } from './proofs';
import type { Session } from './sessions';

/** A proof together with the room that it opens. */
export interface ArrivedEntry extends ArrivedAccess {
  readonly room: MeetingRoom;
}

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
  /** For whoever came in, whatever became of their seat: to wait, and for what is theirs wherever they stand. */
  arrived(session: Session | null, meetingId: string): Promise<Result<ArrivedEntry>>;
  /** For whoever came in on a line that has heard of every sign-out since: whether they still hold their seat. */
  still(entry: ArrivedEntry): Result<MeetingEntry>;
  /** For whoever holds a seat now. */
  meeting(session: Session | null, meetingId: string): Promise<Result<MeetingEntry>>;
  coalition(session: Session | null, coalitionId: string): Promise<Result<CoalitionEntry>>;
}

export function createAccess(store: AccessStore, rooms: Rooms): Access {
  const arrived: Access['arrived'] = async (session, meetingId) => {
    if (!session) return refused('not_signed_in');
    const seat = await store.findSeat(session.hash, meetingId);
    const room = seat ? await rooms.meeting(meetingId) : null;
    if (!seat || !room?.state?.people.get(seat.personId)) return refused('not_found');
    return ok(prove<ArrivedEntry>({ session, room, personId: seat.personId }));
  };
  const still: Access['still'] = (entry) => {
    const outside = whyOutside(entry.room, entry.personId);
    return outside ? refused(outside) : ok(prove<MeetingEntry>(entry));
  };
  return {
    arrived,
    still,
    meeting: async (session, meetingId) => {
      const came = await arrived(session, meetingId);
      return came.ok ? still(came.value) : came;
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

/** Why someone who came holds no seat; null where they hold one. */
export function whyOutside({ state }: MeetingRoom, personId: string): RefusalCode | null {
  const person = state?.people.get(personId);
  if (!person) return 'not_found';
  switch (person.seat) {
    case 'held':
      return null;
    case 'waiting':
      return 'not_a_member';
    case 'removed':
      return person.blocked ? 'blocked' : 'person_removed';
    default:
      return assertNever(person.seat);
  }
}

/** The brand exists in types only; this cast is what makes an access unforgeable elsewhere. */
function prove<A extends ArrivedEntry | CoalitionEntry>(facts: Unproven<A>): A {
  return facts as A;
}
