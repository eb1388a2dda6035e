/**
 * The live channel of facts: Socket.IO in, room out. Asks access/ for each message and never caches a right; who may
 * open a line is socket-admission.ts, what comes in passes message-door.ts, what goes out is tell.ts.
 */
import { refused, type RefusalCode, type Result } from '@mufakat/domain';
import { oldestServed, protocolVersion } from '@mufakat/protocol';
import type { FastifyBaseLogger } from 'fastify';
import { whyOutside, type MeetingEntry } from '../access/access';
import type { Services } from '../services';
import type { LiveServer, LiveSocket } from './live-socket';
import { sendFramed, sendTogether } from './broadcast';
import { framed } from './framed';
import { MessageDoor, type Handler } from './message-door';
import { seedDraft } from './seed-wording';
import { SocketAdmission } from './socket-admission';
import { enterMeeting, leaveMeeting } from './circles';
import { Teller } from './tell';

export function attachSocketHandlers(io: LiveServer, services: Services, log: FastifyBaseLogger): void {
  const admission = new SocketAdmission(services);
  io.use((socket, next) => {
    admission.admit(socket).then(
      (code) => next(code === null ? undefined : new Error(code)),
      (error: unknown) => {
        log.error({ err: error }, 'handshake failed');
        next(new Error('storage_failed' satisfies RefusalCode));
      },
    );
  });
  const door = new MessageDoor(
    { join: joinMeeting, command: runCommand, ballot: castBallot, clock: tellTime },
    services,
    log,
  );
  io.on('connection', (socket) => {
    void socket.join(roomOfSession(socket.data.session.hash));
    socket.on('disconnect', () => leaveMeeting(socket));
    socket.onAny((name: unknown, ...rest: unknown[]) => door.receive(socket, name, rest));
  });
  const teller = new Teller(io);
  const stops = [
    services.fanOut.subscribe((meetingId, news) => teller.tell(meetingId, news)),
    services.sessions.onDrop(({ hash }) => io.in(roomOfSession(hash)).disconnectSockets(true)),
  ];
  io.engine.on('close', () => stops.forEach((stop) => stop()));
}

/** Socket.IO's rooms are meetings by their id, and devices by this name, which is no id. */
function roomOfSession(hash: string): string {
  return `session:${hash}`;
}

async function accessTo(
  { data: { session, joined } }: LiveSocket,
  { access }: Services,
  meetingId: string,
): Promise<Result<MeetingEntry>> {
  return joined?.entry.room.id === meetingId
    ? access.still(joined.entry)
    : access.meeting(session, meetingId);
}

const joinMeeting: Handler<'join'> = async (message, socket, services) => {
  if (message.v < oldestServed || message.v > protocolVersion) return refused('old_client');
  const access = await services.access.arrived(socket.data.session, message.meetingId);
  if (!access.ok) return access;
  // The line went while we looked: nobody would ever count it out again.
  if (!socket.connected) return refused('not_found');
  const { room, personId } = access.value;
  // First into the circle, then the answer: what is published meanwhile arrives twice rather than never. The answer
  // is made as it leaves, so that no later event leaves before it; and someone may have been removed meanwhile.
  if (!(await enterMeeting(socket, access.value)))
    return refused(whyOutside(room, personId) ?? 'server_busy');
  // The seat may have been taken from this device while we looked; from here on it would hear of it.
  const still = await services.access.arrived(socket.data.session, message.meetingId);
  if (!still.ok) {
    leaveMeeting(socket);
    return still;
  }
  room.signIn(personId, message.afterSeq === 0 ? 'anew' : 'back');
  const isPacked = message.packed && socket.data.joined?.seat === 'held';
  const packs = isPacked ? await room.seen.packsFor(access.value, message.afterSeq) : [];
  return () => {
    const { joined } = socket.data;
    if (joined?.entry.room !== room) return refused(whyOutside(room, personId) ?? 'signed_out');
    const packedUpTo = packs.at(-1)?.upTo ?? null;
    const events = isPacked ? room.seen.fewFor(access.value, packedUpTo ?? message.afterSeq) : null;
    sendTogether(socket, () => {
      for (const pack of packs) sendFramed(socket, pack.framed);
      if (events) sendFramed(socket, framed('events', events));
      if (joined.seat === 'held') sendFramed(socket, framed('presence', room.presenceTold()));
    });
    const answer = room.join(access.value, message.afterSeq, { packedUpTo, events });
    if (joined.seat === 'waiting' && 'waiting' in answer) joined.told = JSON.stringify(answer.waiting);
    return answer;
  };
};

const runCommand: Handler<'command'> = async ({ id, meetingId, command }, socket, services) => {
  const access = await accessTo(socket, services, meetingId);
  if (!access.ok) return access;
  const done = await access.value.room.command(access.value, id, command);
  if (done.ok && command.type === 'decision.draft') {
    await seedDraft(services, access.value, command, done.value.seq);
  }
  if (done.ok && command.type === 'attendance.leave') access.value.room.presence.drop(access.value.personId);
  return done.ok ? { ok: true, seq: done.value.seq } : done;
};

const castBallot: Handler<'ballot'> = async ({ meetingId, ballot }, socket, services) => {
  const access = await accessTo(socket, services, meetingId);
  if (!access.ok) return access;
  const cast = await access.value.room.cast(access.value, ballot);
  return cast.ok ? { ok: true } : cast;
};

const tellTime: Handler<'clock'> = async (_message, _socket, { clock }) => ({ ok: true, now: clock.now() });
