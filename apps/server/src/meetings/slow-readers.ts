/**
 * A device that does not read what it is sent must not fill the server's memory: with more than 1 MiB unread for ten
 * seconds its line is ended. It comes back by itself and asks for what it missed.
 */
import { wireLimits } from '@mufakat/protocol';
import type { LiveServer } from './live-socket';

const lookMs = 1_000;

/** What Engine.IO has of a line, as far as it is looked at here; its own types hide the socket below. */
export interface Line {
  transport: { socket?: { bufferedAmount?: number } };
  writeBuffer: readonly { data?: unknown }[];
  close(discard: boolean): void;
}

export function watchSlowReaders(io: LiveServer, now: () => number): () => void {
  const since = new WeakMap<Line, number>();
  const timer = setInterval(() => {
    for (const line of linesOf(io)) look(line, since, now());
  }, lookMs);
  timer.unref();
  return () => clearInterval(timer);
}

export function look(line: Line, since: WeakMap<Line, number>, now: number): void {
  if (unreadBytes(line) <= wireLimits.unreadBytes) {
    since.delete(line);
    return;
  }
  const from = since.get(line) ?? now;
  since.set(line, from);
  if (now - from >= wireLimits.unreadMs) line.close(true);
}

/** What waits below the WebSocket, and what Engine.IO has not handed on yet. */
function unreadBytes({ transport, writeBuffer }: Line): number {
  const waiting = writeBuffer.reduce(
    (sum, { data }) => sum + (typeof data === 'string' ? data.length : 0),
    0,
  );
  return waiting + (transport.socket?.bufferedAmount ?? 0);
}

function linesOf(io: LiveServer): Line[] {
  return [...io.sockets.sockets.values()].flatMap(({ conn }) => (isLine(conn) ? conn : []));
}

/** Engine.IO's types keep both fields to themselves; they are looked for at run time, so that a change there shows. */
function isLine(conn: object): conn is Line {
  return 'transport' in conn && 'writeBuffer' in conn && Array.isArray(conn.writeBuffer);
}
