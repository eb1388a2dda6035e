/**
 * The live line to the server as the session needs it, and its making with Socket.IO: comes back by itself, says
 * when it is up and when it is down, and gives up only where the server says that there is no way back.
 *
 * Not here: what the messages mean. One line a meeting, so that closing it closes the socket.
 */
import { refusalCodes, type RefusalCode } from '@mufakat/domain';
import type { ClientToServer, Join, JoinAck, ServerToClient } from '@mufakat/protocol';
import { io, type Socket } from 'socket.io-client';
import { isPassing } from './outbox';
import { opensPacks, Packs } from './packs';

type MessageName = keyof ClientToServer;
type MessageOf<K extends MessageName> = Parameters<ClientToServer[K]>[0];
type AnswerOf<K extends MessageName> = Parameters<Parameters<ClientToServer[K]>[1]>[0];

export interface Wire {
  /** As `send`; events that come in a pack are in the answer. */
  join(message: Join): Promise<JoinAck | null>;
  /** The server's answer; null where none came, because the line died or was found dead by waiting. */
  send<K extends Exclude<MessageName, 'join'>>(name: K, message: MessageOf<K>): Promise<AnswerOf<K> | null>;
  /** Somebody is back at the device, or the network is: do not wait for the next try. */
  hurry(): void;
  close(): void;
}

export type WireEvents = Omit<ServerToClient, 'pack'> & {
  up: () => void;
  down: () => void;
  /** The server does not let this device in, for good. */
  refused: (code: RefusalCode) => void;
};

export type OpenWire = (events: WireEvents) => Wire;

/** Long enough for a bad line, short enough that a dead one is not mistaken for it. */
const patienceMs: Readonly<Record<MessageName, number>> = {
  join: 60_000,
  command: 15_000,
  ballot: 15_000,
  clock: 8000,
};

export const openSocket: OpenWire = (events) => {
  const socket: Socket<ServerToClient, ClientToServer> = io({
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    forceNew: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 5000,
  });
  const comeBack = backer(socket);
  const packs = new Packs();
  socket.on('connect', () => {
    comeBack.reset();
    packs.forget();
    events.up();
  });
  socket.on('disconnect', () => {
    events.down();
    if (!socket.active) comeBack.later();
  });
  socket.on('connect_error', ({ message }) => {
    const code = refusalCodes.find((one) => one === message);
    if (code && !isPassing(code)) events.refused(code);
    else if (!socket.active) comeBack.later();
  });
  socket.on('pack', (frame) => packs.came(frame));
  socket.on('events', (frame) => events.events(frame));
  socket.on('presence', (frame) => events.presence(frame));
  socket.on('turnout', (frame) => events.turnout(frame));
  socket.on('waiting', (frame) => events.waiting(frame));
  socket.on('refold', (frame) => events.refold(frame));
  socket.on('gone', (frame) => events.gone(frame));
  return {
    send: (name, message) => send(socket, name, message),
    join: (message) => join(socket, packs, message),
    hurry: () => {
      if (!socket.connected) socket.disconnect().connect();
    },
    close: () => {
      comeBack.stop();
      socket.off();
      socket.disconnect();
    },
  };
};

async function join(
  socket: Socket<ServerToClient, ClientToServer>,
  packs: Packs,
  message: Join,
): Promise<JoinAck | null> {
  const answer = await send(socket, 'join', opensPacks ? { ...message, packed: true } : message);
  return answer && packs.open(answer);
}

async function send<K extends MessageName>(
  socket: Socket<ServerToClient, ClientToServer>,
  name: K,
  message: MessageOf<K>,
): Promise<AnswerOf<K> | null> {
  if (!socket.connected) return null;
  try {
    // Socket.IO's types do not follow a name that is a type parameter.
    const line = socket.timeout(patienceMs[name]) as unknown as {
      emitWithAck(name: K, message: MessageOf<K>): Promise<AnswerOf<K>>;
    };
    return await line.emitWithAck(name, message);
  } catch {
    // Either the line has died, or it looks alive and carries nothing: a new one is the cure.
    if (socket.connected) socket.disconnect().connect();
    return null;
  }
}

/** Socket.IO comes back by itself from a dead line, but not where the server has hung up or turned it away. */
function backer(socket: Socket<ServerToClient, ClientToServer>) {
  let tries = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    later(): void {
      clearTimeout(timer);
      const delayMs = Math.min(500 * 2 ** tries, 8000) * (0.5 + Math.random());
      tries += 1;
      timer = setTimeout(() => socket.connect(), delayMs);
    },
    reset(): void {
      tries = 0;
      clearTimeout(timer);
    },
    stop: () => clearTimeout(timer),
  };
}
