/**
 * The limit for session events in Node: `ws`, a frame built once and written to every socket. Tallies wait for the end
 * of the event-loop turn, presence for PRESENCE ms; nothing is stored.
 */
import { createServer } from 'node:http';
import type { Socket } from 'node:net';
import * as ws from 'ws';
import { port } from './peer';

// Exported by ws, but not by its types.
const { Sender } = ws as unknown as { Sender: { frame(data: Buffer, options: object): Buffer[] } };
const framing = { fin: true, opcode: 1, mask: false, readOnly: true, rsv1: false };

interface Count {
  poll: string;
  n: number;
  yes: number;
  no: number;
  abstain: number;
}

const sockets = new Set<Socket>();
const polls = new Map<string, Count>();
const presenceMs = Number(process.env.PRESENCE ?? 50);
let due: Set<Count> | null = null;
let isArrivalDue = false;

function frameOf(text: string): Buffer {
  return Buffer.concat(Sender.frame(Buffer.from(text), framing));
}

function tellAll(text: string): void {
  const frame = frameOf(text);
  for (const socket of sockets) socket.write(frame);
}

function tellTally(count: Count): void {
  if (due) return void due.add(count);
  due = new Set([count]);
  setImmediate(() => {
    const counts = due ?? [];
    due = null;
    for (const one of counts) tellAll(JSON.stringify(['tally', one]));
  });
}

function tellPresence(): void {
  if (isArrivalDue) return;
  isArrivalDue = true;
  setTimeout(() => {
    isArrivalDue = false;
    tellAll(JSON.stringify(['presence', { n: sockets.size }]));
  }, presenceMs);
}

function receive(socket: Socket, text: string): void {
  if (text.startsWith('["say"')) return tellAll(text);
  const [, id, { poll, choice }] = JSON.parse(text) as ['vote', number, { poll: string; choice: 'yes' }];
  const count = polls.get(poll) ?? { poll, n: 0, yes: 0, no: 0, abstain: 0 };
  polls.set(poll, count);
  count.n++;
  count[choice]++;
  socket.write(frameOf(`["ack",${id}]`));
  tellTally(count);
}

const upgrades = new ws.WebSocketServer({ noServer: true, perMessageDeflate: false });
const server = createServer((_request, answer) => answer.end('ok'));
server.on('upgrade', (request, duplex, head) =>
  upgrades.handleUpgrade(request, duplex, head, (line) => {
    const socket = duplex as Socket;
    sockets.add(socket);
    line.on('close', () => sockets.delete(socket));
    line.on('error', () => undefined);
    line.on('message', (message: Buffer) => receive(socket, message.toString()));
    tellPresence();
  }),
);
server.listen(port, '127.0.0.1');
