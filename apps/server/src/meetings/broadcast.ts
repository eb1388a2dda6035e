/**
 * One message to everyone in a circle: encoded once, framed once, and written to every WebSocket as the same bytes.
 * Socket.IO's own way does its bookkeeping for each receiver, which for a thousand of them costs more than the writing.
 *
 * Where a line is anything but an idle WebSocket (polling, changing over, with packets waiting), Socket.IO sends as ever,
 * so that nothing overtakes what was sent before.
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
  const one = framed(name, data);
  for (const id of ids) {
    const socket = io.sockets.sockets.get(id);
    if (socket) sendFramed(socket, one);
  }
}

export function sendFramed<N extends MessageName>(
  socket: LiveSocket,
  { name, data, frame }: Framed<N>,
): void {
  const line = idleLine(socket);
  if (line) line.write(frame);
  // The compiler cannot tell that this name and this message belong together.
  else (socket.emit as (name: MessageName, data: MessageOf<MessageName>) => void).call(socket, name, data);
}

/** Several messages to one line, written at once where that is possible. */
export function sendTogether(socket: LiveSocket, send: () => void): void {
  const line = idleLine(socket);
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
  transport?: { name?: unknown; writable?: unknown; socket?: { readyState?: unknown; _socket?: unknown } };
}

const wsIsOpen = 1;

/** The TCP socket of a line on which nothing waits; null for any other. */
function idleLine(socket: LiveSocket): Writable | null {
  const line: Line = socket.conn as object;
  const { transport, writeBuffer } = line;
  const isIdle = Array.isArray(writeBuffer) && writeBuffer.length === 0 && transport?.writable === true;
  if (!isIdle || line.readyState !== 'open' || line.upgrading === true) return null;
  if (transport.name !== 'websocket' || transport.socket?.readyState !== wsIsOpen) return null;
  return isWritable(transport.socket._socket) ? transport.socket._socket : null;
}

function isWritable(raw: unknown): raw is Writable {
  return (
    typeof raw === 'object' && raw !== null && 'cork' in raw && 'writable' in raw && raw.writable === true
  );
}
