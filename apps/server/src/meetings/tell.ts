/**
 * News on their way to sockets: to all at once where all may see the same, else to each what its person may see. Those
 * who wait are told only what concerns them.
 */
import { changesSightOf, isSeenByAll, type MeetingEvent, type RefusalCode } from '@mufakat/domain';
import type { SealedEvent } from '@mufakat/record';
import type { News } from '../fanout/ports';
import type { SignOut } from './sign-outs';
import { meetingAggregate } from '../streams/aggregates';
import { readEvent } from '../streams/plan';
import { enterMeeting, everyoneIn, leaveMeeting, seatedIn, waitingIn } from './circles';
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
      for (const socket of waitingIn(io, meetingId)) tellWaiting(socket, meetingId);
      return;
    case 'signed-out':
      tellSignedOut(io, meetingId, news);
      return;
    case 'refold':
      io.to(meetingId).emit('refold', { meetingId });
      return;
    case 'gone':
      for (const socket of everyoneIn(io, meetingId)) sendAway(socket, meetingId, 'not_found');
      return;
    default:
      news satisfies never;
  }
}

function sendAway(socket: LiveSocket, meetingId: string, code: RefusalCode): void {
  socket.emit('gone', { meetingId, code });
  leaveMeeting(socket);
}

/** One encoding for all where all may see the same; else each socket its own. */
function tellEvents(io: LiveServer, meetingId: string, sealed: readonly SealedEvent[]): void {
  const sockets = seatedIn(io, meetingId);
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
      sendAway(socket, meetingId, event.blocked ? 'blocked' : 'person_removed');
    } else {
      socket.emit('refold', { meetingId });
    }
  }
}

/** Let in: into the other circle, to fold the record; turned away: gone; else what has changed of what they may know. */
function tellWaiting(socket: LiveSocket, meetingId: string): void {
  const { joined } = socket.data;
  if (joined?.seat !== 'waiting') return;
  const { room, personId } = joined;
  const person = room.state?.people.get(personId);
  if (person?.seat === 'held') {
    void enterMeeting(socket, { room, personId });
    socket.emit('refold', { meetingId });
    return;
  }
  const view = room.waitingView(personId);
  if (!view) {
    return sendAway(socket, meetingId, person?.blocked ? 'blocked' : 'person_removed');
  }
  const told = JSON.stringify(view);
  if (told !== joined.told) socket.emit('waiting', view);
  joined.told = told;
}

function tellSignedOut(io: LiveServer, meetingId: string, { personId, except }: SignOut): void {
  for (const socket of everyoneIn(io, meetingId)) {
    if (socket.data.joined?.personId !== personId || socket.data.session.hash === except) continue;
    sendAway(socket, meetingId, 'signed_out');
  }
}
