/**
 * A WebSocket as the hub sees it. Frames are built once and written to every socket as they are; a sender that costs
 * too much is not read from for a while; a reader that does not read is sent away; something small goes out every
 * 15 seconds, since a stock client hangs up after 30 without a message.
 */
import { closeCodes, wireLimits } from '@mufakat/protocol';
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import { frameHeader, opcodes, wholeFrame } from '../platform/websocket-frame';
import type { DocConnection, DocumentSocket } from './doc-connection';
import { keepAliveFrame } from './frames';
import { connectionSpending, Spending } from './spending';

const keepAliveMs = 15_000;
const silenceMs = 3 * keepAliveMs;
const closingMs = 2_000;
/** Two of the largest frames: more than this unsettled, and reading waits until some of it is on disk. */
const maxUnsettledBytes = 2 * wireLimits.documentSyncBytes;
const backlogLookMs = 20;

export class DocSocket implements DocumentSocket {
  readonly #ws: WebSocket;
  readonly #raw: Duplex;
  readonly #spending: Spending;
  #connection: DocConnection | null = null;
  #unread: { bytes: number; since: number } | null = null;
  #keptAliveAt: number;
  #heardAt: number;
  #resumeTimer: NodeJS.Timeout | null = null;

  constructor(ws: WebSocket, raw: Duplex, now: number) {
    this.#ws = ws;
    this.#raw = raw;
    this.#spending = new Spending(connectionSpending, now);
    this.#keptAliveAt = now;
    this.#heardAt = now;
    // Reading starts with `attach`: nothing is heard before it is known who speaks.
    ws.pause();
    ws.on('error', () => this.#over());
    ws.on('close', () => this.#over());
    ws.on('pong', () => (this.#heardAt = performance.now()));
    ws.on('message', (data, isBinary) => this.#receive(data, isBinary));
  }

  get isOpen(): boolean {
    return this.#ws.readyState === this.#ws.OPEN;
  }

  attach(connection: DocConnection): void {
    this.#connection = connection;
    if (this.isOpen) this.#ws.resume();
    else connection.closed();
  }

  send(frame: Uint8Array): void {
    if (!this.isOpen) return;
    if (frame.length <= maxCopied) {
      this.#raw.write(onWire(frame));
      return;
    }
    this.#raw.cork();
    this.#raw.write(frameHeader(opcodes.binary, frame.length));
    this.#raw.write(frame);
    this.#raw.uncork();
  }

  close(code: number, reason: string): void {
    this.#over();
    this.#ws.resume();
    this.#ws.close(code, reason);
    setTimeout(() => this.#ws.terminate(), closingMs).unref();
  }

  terminate(): void {
    this.#ws.terminate();
  }

  /** Called every second or so. */
  look(now: number): void {
    if (!this.isOpen) return;
    if (this.#isStuck(now)) return this.#drop('too slow');
    if (this.#ws.isPaused) this.#heardAt = now;
    if (now - this.#heardAt > silenceMs) return this.terminate();
    if (now - this.#keptAliveAt < keepAliveMs) return;
    this.#keptAliveAt = now;
    this.send(keepAliveFrame);
    this.#ws.ping();
  }

  /** Much is unread for long, and does not get less. */
  #isStuck(now: number): boolean {
    const bytes = this.#raw.writableLength;
    if (bytes <= wireLimits.unreadBytes) {
      this.#unread = null;
      return false;
    }
    const before = this.#unread;
    const since = before && bytes >= before.bytes ? before.since : now;
    this.#unread = { bytes, since };
    return now - since >= wireLimits.unreadMs;
  }

  #receive(data: WebSocket.RawData, isBinary: boolean): void {
    const connection = this.#connection;
    if (!connection) return;
    if (!isBinary || !(data instanceof Uint8Array)) return connection.drop(closeCodes.badFrame, 'not binary');
    const startedAt = performance.now();
    this.#heardAt = startedAt;
    connection.receive(data);
    const now = performance.now();
    this.#spending.spend(now, now - startedAt);
    this.#pauseIfDue(now);
  }

  #pauseIfDue(now: number): void {
    const waitMs = this.#waitMs(now);
    if (waitMs === 0 || this.#resumeTimer || !this.isOpen) return;
    this.#ws.pause();
    this.#resumeLater(waitMs);
  }

  #resumeLater(waitMs: number): void {
    this.#resumeTimer = setTimeout(() => {
      this.#resumeTimer = null;
      const stillMs = this.#waitMs(performance.now());
      if (stillMs > 0 && this.isOpen) this.#resumeLater(stillMs);
      else this.#ws.resume();
    }, waitMs);
  }

  #waitMs(now: number): number {
    const backlog = (this.#connection?.unsettledBytes ?? 0) > maxUnsettledBytes ? backlogLookMs : 0;
    return Math.max(backlog, this.#spending.waitMs(now));
  }

  #drop(reason: string): void {
    if (this.#connection) this.#connection.drop(closeCodes.resync, reason);
    else this.close(closeCodes.resync, reason);
  }

  #over(): void {
    const connection = this.#connection;
    this.#connection = null;
    connection?.closed();
  }
}

/** Larger frames are not copied behind their header. */
const maxCopied = 16 * 1024;
let lastFrame: Uint8Array | null = null;
let lastWhole: Buffer = Buffer.alloc(0);

/** The frame as it goes over the wire; for the same frame the same bytes, so that a broadcast builds it once. */
function onWire(frame: Uint8Array): Buffer {
  if (frame !== lastFrame) {
    lastWhole = wholeFrame(opcodes.binary, frame);
    lastFrame = frame;
  }
  return lastWhole;
}
