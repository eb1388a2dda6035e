/**
 * News on their way to sockets: to all at once where all may see the same, else to each what its person may see. Those
 * who wait are told only what concerns them. Events that follow each other fast in a full room share a frame.
 */
import {
  changesSightOf,
  isSeenByAll,
  mayChangeSight,
  type MeetingEvent,
  type RefusalCode,
} from '@mufakat/domain';
import type { SealedEvent } from '@mufakat/record';
import type { News } from '../fanout/ports';
import { TellingPace } from '../platform/telling-pace';
import type { SignOut } from './sign-outs';
import { meetingAggregate } from '../streams/aggregates';
import { readEvent } from '../streams/plan';
import { broadcast } from './broadcast';
import { countSeated, enterMeeting, everyoneIn, leaveMeeting, seatedIn, waitingIn } from './circles';
import type { LiveServer, LiveSocket } from './live-socket';

/** People who come one after the other may be seen to come together; nothing else waits for it. */
const arrivalsMs = 150;

function isArrival({ type }: SealedEvent): boolean {
  return type === 'attendance.signed' || type === 'person.seated';
}

/** What a meeting's seated are told of at once where it is quiet, and together where they are many and it is not. */
interface Untold {
  pace: TellingPace;
  sealed: SealedEvent[];
  /** When they will be told, by the clock of `performance`. */
  dueAt: number | null;
  timer: NodeJS.Timeout | null;
}

/** Tells the news of all meetings, in order for each. */
export class Teller {
  readonly #io: LiveServer;
  readonly #untold = new Map<string, Untold>();

  constructor(io: LiveServer) {
    this.#io = io;
  }

  tell(meetingId: string, news: News): void {
    if (news.kind === 'events') return this.#tellSoon(meetingId, news.events);
    this.#tellUntold(meetingId);
    const io = this.#io;
    switch (news.kind) {
      case 'turnout':
        broadcast(io, meetingId, 'turnout', news.turnout);
        return;
      case 'presence':
        broadcast(io, meetingId, 'presence', news.presence);
        if (news.presence.people.length === 0) this.#untold.delete(meetingId);
        return;
      case 'signed-out':
        tellSignedOut(io, meetingId, news);
        return;
      case 'reseated':
        for (const socket of everyoneIn(io, meetingId)) tellReseated(socket, meetingId, news);
        return;
      case 'refold':
        broadcast(io, meetingId, 'refold', { meetingId });
        return;
      case 'gone':
        for (const socket of everyoneIn(io, meetingId)) sendAway(socket, meetingId, 'not_found');
        return;
      default:
        news satisfies never;
    }
  }

  #tellSoon(meetingId: string, sealed: readonly SealedEvent[]): void {
    const untold = this.#untoldOf(meetingId);
    untold.sealed.push(...sealed);
    const now = performance.now();
    const waitMs = untold.pace.waitMs(now, sealed.every(isArrival) ? arrivalsMs : 0);
    if (untold.dueAt !== null && untold.dueAt <= now + waitMs) return;
    if (untold.timer) clearTimeout(untold.timer);
    if (waitMs < 1) return this.#tellUntold(meetingId);
    untold.dueAt = now + waitMs;
    untold.timer = setTimeout(() => this.#tellUntold(meetingId), waitMs);
  }

  #tellUntold(meetingId: string): void {
    const untold = this.#untold.get(meetingId);
    if (!untold || untold.sealed.length === 0) return;
    if (untold.timer) clearTimeout(untold.timer);
    untold.timer = null;
    untold.dueAt = null;
    const sealed = untold.sealed;
    untold.sealed = [];
    const io = this.#io;
    untold.pace.tell(countSeated(io, meetingId), () => tellEvents(io, meetingId, sealed));
    for (const socket of waitingIn(io, meetingId)) tellWaiting(socket, meetingId);
  }

  #untoldOf(meetingId: string): Untold {
    let untold = this.#untold.get(meetingId);
    if (!untold)
      this.#untold.set(
        meetingId,
        (untold = { pace: new TellingPace(), sealed: [], dueAt: null, timer: null }),
      );
    return untold;
  }
}

function sendAway(socket: LiveSocket, meetingId: string, code: RefusalCode): void {
  socket.emit('gone', { meetingId, code });
  leaveMeeting(socket);
}

/** One encoding for all where all may see the same; else each socket its own. */
function tellEvents(io: LiveServer, meetingId: string, sealed: readonly SealedEvent[]): void {
  if (sealed.every(({ type }) => isSeenByAll(type))) {
    broadcast(io, meetingId, 'events', { meetingId, events: [...sealed] });
  } else {
    for (const socket of seatedIn(io, meetingId)) tellOwn(socket, meetingId, sealed);
  }
  for (const one of sealed) {
    if (!mayChangeSight(one.type)) continue;
    tellSight(seatedIn(io, meetingId), meetingId, readEvent<MeetingEvent>(meetingAggregate, one));
  }
}

function tellOwn(socket: LiveSocket, meetingId: string, sealed: readonly SealedEvent[]): void {
  const { joined } = socket.data;
  if (!joined) return;
  const { room, personId } = joined.entry;
  socket.emit('events', { meetingId, events: room.seen.by(personId, sealed) });
}

/** Out of the circle of who the device was; it joins anew, as who it is now. */
function tellReseated(
  socket: LiveSocket,
  meetingId: string,
  { session, personId }: Extract<News, { kind: 'reseated' }>,
): void {
  const { joined } = socket.data;
  if (socket.data.session.hash !== session || joined?.entry.personId === personId) return;
  leaveMeeting(socket);
  socket.emit('refold', { meetingId });
}

/** Whoever sees more or less from now on: their devices fold the record anew, or leave. */
function tellSight(sockets: readonly LiveSocket[], meetingId: string, event: MeetingEvent): void {
  const concerned = new Set(changesSightOf(event));
  if (concerned.size === 0) return;
  for (const socket of sockets) {
    if (!socket.data.joined || !concerned.has(socket.data.joined.entry.personId)) continue;
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
  const { room, personId } = joined.entry;
  const person = room.state?.people.get(personId);
  if (person?.seat === 'held') {
    void enterMeeting(socket, joined.entry);
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
    if (socket.data.joined?.entry.personId !== personId || socket.data.session.hash === except) continue;
    sendAway(socket, meetingId, 'signed_out');
  }
}
