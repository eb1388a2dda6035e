/**
 * One message to everyone in a circle: encoded once, framed once, and written to every WebSocket as the same bytes.
 * Socket.IO's own way does its bookkeeping for each receiver, which for a thousand of them costs more than the writing.
 *
 * Where a line is anything but a WebSocket to which all before has been handed on (polling, changing over, with packets
 * that wait), Socket.IO sends as ever, so that nothing overtakes what was sent before; to all such lines at once, since it
 * encodes anew each time.
 */
import { framed, type Framed, type MessageName, type MessageOf } from './framed';
import type { LiveServer, LiveSocket } from './live-socket';

export function broadcast<N extends MessageName>(
  io: LiveServer,
  circle: string,
  name: N,
  data: MessageOf<N>,
): void {
  const ids = io.sockets.adapter.rooms.get(circle);
  if (!ids) return;
  const { frame } = framed(name, data);
  const others: string[] = [];
  for (const id of ids) {
    const socket = io.sockets.sockets.get(id);
    const line = socket && freeLine(socket);
    if (line) line.write(frame);
    else if (socket) others.push(id);
  }
  if (others.length > 0) emitOf(io.to(others))(name, data);
}

export function sendFramed<N extends MessageName>(
  socket: LiveSocket,
  { name, data, frame }: Framed<N>,
): void {
  const line = freeLine(socket);
  if (line) line.write(frame);
  else emitOf(socket)(name, data);
}

/** The compiler cannot tell that a name and a message belong together which are given as such. */
function emitOf(to: { emit: LiveSocket['emit'] }) {
  return to.emit.bind(to) as (name: MessageName, data: MessageOf<MessageName>) => void;
}

/** Several messages to one line, written at once where that is possible. */
export function sendTogether(socket: LiveSocket, send: () => void): void {
  const line = freeLine(socket);
  line?.cork();
  send();
  line?.uncork();
}

interface Writable {
  write(bytes: Buffer): unknown;
  cork(): void;
  uncork(): void;
}

/** What Engine.IO has of a line, as far as it is looked at here; its own types hide it. */
interface Line {
  readyState?: unknown;
  upgrading?: unknown;
  writeBuffer?: unknown;
  transport?: { name?: unknown; socket?: { readyState?: unknown; _socket?: unknown } };
}

const wsIsOpen = 1;

/**
 * The TCP socket of a line on which Engine.IO holds nothing back; null for any other. What it has handed to the WebSocket
 * before stands in that socket's own queue already, since nothing is compressed.
 */
function freeLine(socket: LiveSocket): Writable | null {
  const line: Line = socket.conn as object;
  const { transport, writeBuffer } = line;
  const isFree = Array.isArray(writeBuffer) && writeBuffer.length === 0;
  if (!isFree || line.readyState !== 'open' || line.upgrading === true) return null;
  if (transport?.name !== 'websocket' || transport.socket?.readyState !== wsIsOpen) return null;
  return isWritable(transport.socket._socket) ? transport.socket._socket : null;
}

function isWritable(raw: unknown): raw is Writable {
  return (
    typeof raw === 'object' && raw !== null && 'cork' in raw && 'writable' in raw && raw.writable === true
  );
}
