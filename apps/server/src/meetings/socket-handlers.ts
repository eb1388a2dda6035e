/**
 * The live channel of facts: Socket.IO in, room out. Parses what comes in, asks access/ for each message, and sends
 * each socket what its person may see. Sessions are read at the handshake; rights are never cached here.
 */
import { changesSightOf, refused, type MeetingEvent, type RefusalCode, type Result } from '@mufakat/domain';
import {
  oldestServed,
  protocolVersion,
  upMessages,
  wireLimits,
  type ClientToServer,
  type ServerToClient,
} from '@mufakat/protocol';
import type { SealedEvent } from '@mufakat/record';
import type { FastifyBaseLogger } from 'fastify';
import type { Server, Socket } from 'socket.io';
import type { MeetingAccess } from '../access/access';
import type { Session } from '../access/sessions';
import type { News } from '../fanout/ports';
import { TokenBucket } from '../platform/token-bucket';
import type { Services } from '../services';
import { meetingAggregate } from '../streams/aggregates';
import { readEvent } from '../streams/stream';
import type { MeetingRoom } from './meeting-room';

/** What a socket carries: who the device is, and where it has joined. */
interface SocketData {
  session: Session;
  bucket: TokenBucket;
  joined: { room: MeetingRoom; personId: string } | null;
}

export type LiveServer = Server<ClientToServer, ServerToClient, Record<string, never>, SocketData>;
type LiveSocket = Socket<ClientToServer, ServerToClient, Record<string, never>, SocketData>;

/** Messages a second and in one burst, for each socket. */
const messageRate = 20;
const messageBurst = 80;

export function attachSocketHandlers(io: LiveServer, services: Services, log: FastifyBaseLogger): void {
  const perSession = new Map<string, number>();
  io.use((socket, next) => {
    admit(services, perSession, socket).then(
      (code) => next(code === null ? undefined : new Error(code)),
      (error: unknown) => {
        log.error({ err: error }, 'handshake failed');
        next(new Error('storage_failed' satisfies RefusalCode));
      },
    );
  });
  io.on('connection', (socket) => handle(socket, services, perSession, log));
  const stop = services.fanOut.subscribe((meetingId, news) => tell(io, meetingId, news));
  io.engine.on('close', stop);
}

async function admit(
  { sessions, clock }: Services,
  perSession: Map<string, number>,
  socket: LiveSocket,
): Promise<RefusalCode | null> {
  const session = await sessions.find(socket.handshake.headers.cookie);
  if (!session) return 'not_signed_in';
  if ((perSession.get(session.hash) ?? 0) >= wireLimits.socketsPerSession) return 'too_many_requests';
  const bucket = new TokenBucket(messageRate, messageBurst, clock.now());
  socket.data = { session, bucket, joined: null };
  return null;
}

function handle(
  socket: LiveSocket,
  services: Services,
  perSession: Map<string, number>,
  log: FastifyBaseLogger,
): void {
  const { hash } = socket.data.session;
  perSession.set(hash, (perSession.get(hash) ?? 0) + 1);
  socket.on('disconnect', () => {
    const left = (perSession.get(hash) ?? 1) - 1;
    if (left > 0) perSession.set(hash, left);
    else perSession.delete(hash);
    leave(socket);
  });
  const door = new Door(socket, services, log);
  socket.on('join', (message, ack) => door.answer('join', message, ack, joinMeeting));
  socket.on('command', (message, ack) => door.answer('command', message, ack, runCommand));
  socket.on('ballot', (message, ack) => door.answer('ballot', message, ack, castBallot));
  socket.on('clock', (message, ack) =>
    door.answer('clock', message, ack, () => Promise.resolve({ ok: true, now: services.clock.now() })),
  );
  socket.onAny((name: string, ...rest: unknown[]) => {
    if (!(name in upMessages)) reply(rest.at(-1), refused('unknown_command'));
  });
}

type Up = typeof upMessages;
type Message<K extends keyof Up> = ReturnType<Up[K]['message']['parse']>;
type Handler<K extends keyof Up> = (
  message: Message<K>,
  socket: LiveSocket,
  services: Services,
) => Promise<object>;

/** One place where a message is limited, parsed, handled and answered; nothing that comes in can throw past it. */
class Door {
  constructor(
    readonly socket: LiveSocket,
    readonly services: Services,
    readonly log: FastifyBaseLogger,
  ) {}

  answer<K extends keyof Up>(name: K, raw: unknown, ack: unknown, handler: Handler<K>): void {
    if (!this.socket.data.bucket.take(this.services.clock.now())) {
      reply(ack, refused('too_many_requests'));
      return;
    }
    const parsed = upMessages[name].message.safeParse(raw);
    if (!parsed.success) {
      reply(ack, refused(name === 'command' ? commandProblem(raw) : 'malformed'));
      return;
    }
    // The schema was chosen by the same name; the compiler sees the union of all.
    handler(parsed.data as Message<K>, this.socket, this.services).then(
      (answer) => reply(ack, answer),
      (error: unknown) => {
        this.log.error({ err: error, message: name }, 'message failed');
        reply(ack, refused('storage_failed'));
      },
    );
  }
}

function reply(ack: unknown, answer: object): void {
  // Socket.IO puts the ack last; a hostile client may send anything there, or nothing.
  if (typeof ack === 'function') (ack as (answer: object) => void)(answer);
}

/** Tells a command that this server does not know from one that is badly formed. */
function commandProblem(raw: unknown): RefusalCode {
  const command = typeof raw === 'object' && raw !== null && 'command' in raw ? raw.command : null;
  const type = typeof command === 'object' && command !== null && 'type' in command ? command.type : null;
  return typeof type === 'string' && !knownCommands.has(type) ? 'unknown_command' : 'malformed';
}

const knownCommands: ReadonlySet<string> = new Set(
  upMessages.command.message.shape.command.options.map((option) => option.shape.type.value),
);

function accessTo(socket: LiveSocket, services: Services, meetingId: string): Promise<Result<MeetingAccess>> {
  return services.access.meeting(socket.data.session, meetingId);
}

const joinMeeting: Handler<'join'> = async (message, socket, services) => {
  if (message.v < oldestServed || message.v > protocolVersion) return refused('old_client');
  const access = await accessTo(socket, services, message.meetingId);
  if (!access.ok) return access;
  const { room, personId } = access.value;
  if (socket.data.joined?.room !== room) {
    leave(socket);
    socket.data.joined = { room, personId };
    room.presence.enter(personId);
  }
  // First into the circle, then the answer: what is published meanwhile arrives twice rather than never.
  await socket.join(room.id);
  await room.signIn(personId);
  return room.join(access.value, message.afterSeq);
};

const runCommand: Handler<'command'> = async ({ id, meetingId, command }, socket, services) => {
  const access = await accessTo(socket, services, meetingId);
  if (!access.ok) return access;
  const done = await access.value.room.command(access.value, id, command);
  if (done.ok && command.type === 'attendance.leave') access.value.room.presence.drop(access.value.personId);
  return done.ok ? { ok: true, seq: done.value.seq } : done;
};

const castBallot: Handler<'ballot'> = async ({ meetingId, ballot }, socket, services) => {
  const access = await accessTo(socket, services, meetingId);
  if (!access.ok) return access;
  const cast = await access.value.room.cast(access.value, ballot);
  return cast.ok ? { ok: true } : cast;
};

function leave(socket: LiveSocket): void {
  const { joined } = socket.data;
  if (!joined) return;
  socket.data.joined = null;
  joined.room.presence.leave(joined.personId);
  void socket.leave(joined.room.id);
}

function tell(io: LiveServer, meetingId: string, news: News): void {
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
    default:
      news satisfies never;
  }
}

/** One encoding for all where all may see the same; else each socket its own. */
function tellEvents(io: LiveServer, meetingId: string, sealed: readonly SealedEvent[]): void {
  const events = sealed.map((one) => readEvent<MeetingEvent>(meetingAggregate, one));
  const sockets = socketsIn(io, meetingId);
  if (events.some((event) => event.type === 'link.issued' || event.type === 'link.revoked')) {
    for (const socket of sockets) {
      const { joined } = socket.data;
      if (joined) socket.emit('events', { meetingId, events: joined.room.visible(sealed, joined.personId) });
    }
  } else {
    io.to(meetingId).emit('events', { meetingId, events: [...sealed] });
  }
  for (const event of events) tellSight(sockets, meetingId, event);
}

/** A changed seat changes sight: that person's devices fold the record anew, or leave. */
function tellSight(sockets: readonly LiveSocket[], meetingId: string, event: MeetingEvent): void {
  const personId = changesSightOf(event);
  if (personId === null) return;
  for (const socket of sockets) {
    if (socket.data.joined?.personId !== personId) continue;
    if (event.type === 'person.removed') {
      socket.emit('gone', { meetingId, code: 'person_removed' });
      leave(socket);
    } else {
      socket.emit('refold', { meetingId });
    }
  }
}

function socketsIn(io: LiveServer, meetingId: string): LiveSocket[] {
  const ids = io.sockets.adapter.rooms.get(meetingId) ?? new Set<string>();
  return [...ids].flatMap((id) => io.sockets.sockets.get(id) ?? []);
}
