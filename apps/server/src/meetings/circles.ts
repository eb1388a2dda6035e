/**
 * The two circles of a meeting: those seated, who hear everything, and those who wait, who are told one by one. A socket
 * is in at most one of them, by what the state says of its person now; Socket.IO's rooms carry them.
 */
import type { ArrivedEntry } from '../access/access';
import type { LiveServer, LiveSocket } from './live-socket';

/** Of those who wait; the seated are in the room called as the meeting. */
function waitingCircle(meetingId: string): string {
  return `waiting:${meetingId}`;
}

/**
 * Into the circle of the person's seat, counted as here once a line. False where they have no seat at all. In the
 * moment of the call everything is settled but what an adapter over several servers still does.
 */
export async function enterMeeting(socket: LiveSocket, entry: ArrivedEntry): Promise<boolean> {
  const { room, personId } = entry;
  const seat = room.state?.people.get(personId)?.seat;
  const { joined } = socket.data;
  const isHere = joined?.entry.room === room && joined.entry.personId === personId;
  if (isHere && joined.seat === seat) return true;
  leaveMeeting(socket);
  if (seat === 'held') {
    socket.data.joined = { entry, seat };
    room.presence.enter(personId);
    await socket.join(room.id);
    return true;
  }
  if (seat === 'waiting') {
    socket.data.joined = { entry, seat, letGo: room.hold(), told: '' };
    await socket.join(waitingCircle(room.id));
    return true;
  }
  return false;
}

/** Out of the circle: nothing of this meeting reaches the socket any more. */
export function leaveMeeting(socket: LiveSocket): void {
  const { joined } = socket.data;
  if (!joined) return;
  socket.data.joined = null;
  const { room, personId } = joined.entry;
  if (joined.seat === 'held') room.presence.leave(personId);
  else joined.letGo();
  void socket.leave(joined.seat === 'held' ? room.id : waitingCircle(room.id));
}

export function seatedIn(io: LiveServer, meetingId: string): LiveSocket[] {
  return socketsIn(io, meetingId);
}

export function countSeated(io: LiveServer, meetingId: string): number {
  return io.sockets.adapter.rooms.get(meetingId)?.size ?? 0;
}

export function waitingIn(io: LiveServer, meetingId: string): LiveSocket[] {
  return socketsIn(io, waitingCircle(meetingId));
}

/** Seated or waiting. */
export function everyoneIn(io: LiveServer, meetingId: string): LiveSocket[] {
  return [...seatedIn(io, meetingId), ...waitingIn(io, meetingId)];
}

function socketsIn(io: LiveServer, circle: string): LiveSocket[] {
  const ids = io.sockets.adapter.rooms.get(circle) ?? new Set<string>();
  return [...ids].flatMap((id) => io.sockets.sockets.get(id) ?? []);
}
