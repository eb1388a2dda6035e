/** News on their way to sockets: to all at once where all may see the same, else to each what its person may see. */
import { changesSightOf, isSeenByAll, type MeetingEvent, type RefusalCode } from '@mufakat/domain';
import type { SealedEvent } from '@mufakat/record';
import type { News } from '../fanout/ports';
import { meetingAggregate } from '../streams/aggregates';
import { readEvent } from '../streams/plan';
import type { LiveServer, LiveSocket } from './live-socket';

export function tell(io: LiveServer, meetingId: string, news: News): void {
  switch (news.kind) {
    case 'turnout':
      io.to(meetingId).emit('turnout', news.turnout);
      return;
    case 'presence':
      io.to(meetingId).emit('presence', news.presence);
      return;
    case 'events':
      tellEvents(io, meetingId, news.events);
      return;
    case 'refold':
      io.to(meetingId).emit('refold', { meetingId });
      return;
    case 'gone':
      for (const socket of socketsIn(io, meetingId)) sendAway(socket, meetingId, 'not_found');
      return;
    default:
      news satisfies never;
  }
}

function sendAway(socket: LiveSocket, meetingId: string, code: RefusalCode): void {
  socket.emit('gone', { meetingId, code });
  leaveMeeting(socket);
}

/** Out of the circle: nothing of this meeting reaches the socket any more. */
export function leaveMeeting(socket: LiveSocket): void {
  const { joined } = socket.data;
  if (!joined) return;
  socket.data.joined = null;
  joined.room.presence.leave(joined.personId);
  void socket.leave(joined.room.id);
}

/** One encoding for all where all may see the same; else each socket its own. */
function tellEvents(io: LiveServer, meetingId: string, sealed: readonly SealedEvent[]): void {
  const sockets = socketsIn(io, meetingId);
  if (sealed.every(({ type }) => isSeenByAll(type))) {
    io.to(meetingId).emit('events', { meetingId, events: [...sealed] });
  } else {
    for (const socket of sockets) {
      const { joined } = socket.data;
      if (joined) socket.emit('events', { meetingId, events: joined.room.visible(sealed, joined.personId) });
    }
  }
  const events = sealed.map((one) => readEvent<MeetingEvent>(meetingAggregate, one));
  for (const event of events) tellSight(sockets, meetingId, event);
}

/** Whoever sees more or less from now on: their devices fold the record anew, or leave. */
function tellSight(sockets: readonly LiveSocket[], meetingId: string, event: MeetingEvent): void {
  const concerned = new Set(changesSightOf(event));
  if (concerned.size === 0) return;
  for (const socket of sockets) {
    if (!socket.data.joined || !concerned.has(socket.data.joined.personId)) continue;
    if (event.type === 'person.removed') {
      sendAway(socket, meetingId, 'person_removed');
    } else {
      socket.emit('refold', { meetingId });
    }
  }
}

function socketsIn(io: LiveServer, meetingId: string): LiveSocket[] {
  const ids = io.sockets.adapter.rooms.get(meetingId) ?? new Set<string>();
  return [...ids].flatMap((id) => io.sockets.sockets.get(id) ?? []);
}
