/**
 * The physical limit in Node: forwards document and awareness frames to everyone else in the room and knows nothing of
 * CRDTs, sessions, rights or disks. A message of more than 32 KB is kept as the room's document and given, as a frame
 * built once, to those who join. LIMIT says how frames go out:
 * - `pre`: the frame is built once, the same buffer is written to every socket;
 * - `batch`: frames also wait up to WINDOW ms (0: the end of the event-loop turn); each receiver gets one write.
 */
import { createServer } from 'node:http';
import type { Socket } from 'node:net';
import * as ws from 'ws';
import type { WebSocket } from 'ws';
import { port } from './peer';

interface Room {
  /** What each connection is written to. */
  lines: Map<WebSocket, Socket>;
  document: Buffer | null;
  queue: { frame: Buffer; from: WebSocket }[];
  isDue: boolean;
}

const isBatching = process.env.LIMIT === 'batch';
const windowMs = Number(process.env.WINDOW ?? 0);
const largestUpdate = 32_768;
const emptyStep2Length = 5;
const rooms = new Map<string, Room>();

const framing = { fin: true, opcode: 2, mask: false, readOnly: true, rsv1: false };
// Exported by ws, but not by its types.
const { Sender } = ws as unknown as { Sender: { frame(data: Buffer, options: object): Buffer[] } };

function frameOf(payload: Buffer): Buffer {
  return Buffer.concat(Sender.frame(payload, framing));
}

const noDocument = frameOf(Buffer.from([0, 1, 2, 0, 0]));
const askForAll = frameOf(Buffer.from([0, 0, 1, 0]));

function flush(room: Room): void {
  room.isDue = false;
  const { queue, lines } = room;
  room.queue = [];
  const [first] = queue;
  const all = queue.length === 1 && first ? first.frame : Buffer.concat(queue.map(({ frame }) => frame));
  const senders = new Set(queue.map(({ from }) => from));
  for (const [line, socket] of lines) {
    if (!senders.has(line)) {
      socket.write(all);
      continue;
    }
    const others = queue.filter(({ from }) => from !== line);
    if (others.length > 0) socket.write(Buffer.concat(others.map(({ frame }) => frame)));
  }
}

function forward(room: Room, from: WebSocket, message: Buffer): void {
  const frame = frameOf(message);
  if (!isBatching) {
    for (const [line, socket] of room.lines) if (line !== from) socket.write(frame);
    return;
  }
  room.queue.push({ frame, from });
  if (room.isDue) return;
  room.isDue = true;
  if (windowMs > 0) setTimeout(flush, windowMs, room);
  else setImmediate(flush, room);
}

function receive(room: Room, from: WebSocket, socket: Socket, message: Buffer): void {
  const isSync = message[0] === 0;
  if (isSync && message[1] === 0) {
    socket.write(room.document ?? noDocument);
  } else if (isSync && message.length <= emptyStep2Length) {
    return;
  } else if (message.length > largestUpdate) {
    const step2 = Buffer.from(message);
    step2[1] = 1;
    room.document = frameOf(step2);
  } else forward(room, from, message);
}

function roomNamed(name: string): Room {
  const known = rooms.get(name);
  if (known) return known;
  const room: Room = { lines: new Map(), document: null, queue: [], isDue: false };
  rooms.set(name, room);
  return room;
}

const sockets = new ws.WebSocketServer({ noServer: true, perMessageDeflate: false });
const server = createServer((_request, answer) => answer.end('ok'));
server.on('upgrade', (request, duplex, head) =>
  sockets.handleUpgrade(request, duplex, head, (line) => {
    const name = request.url ?? '';
    const room = roomNamed(name);
    const socket = duplex as Socket;
    room.lines.set(line, socket);
    line.on('close', () => {
      room.lines.delete(line);
      if (room.lines.size === 0) rooms.delete(name);
    });
    line.on('error', () => undefined);
    socket.write(askForAll);
    line.on('message', (message: Buffer) => receive(room, line, socket, message));
  }),
);
server.listen(port, '127.0.0.1');
