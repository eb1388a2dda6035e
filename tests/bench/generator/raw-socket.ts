/**
 * A WebSocket client that costs almost nothing per connection, so that one core can be a thousand clients:
 * - one read buffer shared by every socket (net's `onread`), no streams, no allocation per frame;
 * - the mask key is 0,0,0,0: legal on the wire, and lets a payload be written as it is;
 * - a frame of more than 64 KiB is not gathered unless the connection asks for it (`whole`): its first 512 bytes are
 *   handed on once all of it has come.
 */
import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

export interface FrameListener {
  opened(): void;
  /** A message's bytes are `buffer` from `start` to `end`, good for this call only; `length` is that of all of it. */
  frame(buffer: Buffer, start: number, end: number, opcode: number, now: number, length: number): void;
  closed(error: Error | null): void;
}

export interface RawSocketOptions {
  port: number;
  path: string;
  /** The Cookie header; '' for none. */
  cookie: string;
  listener: FrameListener;
  whole: boolean;
}

/** An unfinished big frame of which only the head is kept. */
interface Skipped {
  head: Buffer;
  opcode: number;
  length: number;
  left: number;
}

const big = 64 * 1024;
const keptHead = 512;
const shared = Buffer.allocUnsafe(1024 * 1024);

export const opText = 1;
const opBinary = 2;
const opClose = 8;
const opPing = 9;
const opPong = 10;

export class RawSocket {
  isOpen = false;
  isClosed = false;
  receivedBytes = 0;
  receivedFrames = 0;
  readonly #listener: FrameListener;
  readonly #whole: boolean;
  readonly #socket: Socket;
  /** Bytes of an unfinished frame or header. */
  #part: Buffer | null = null;
  #partLength = 0;
  #skipped: Skipped | null = null;

  constructor({ port, path, cookie, listener, whole }: RawSocketOptions) {
    this.#listener = listener;
    this.#whole = whole;
    const take = (length: number, buffer: Uint8Array) => {
      this.#read(buffer as Buffer, length);
      return true;
    };
    this.#socket = connect({
      host: '127.0.0.1',
      port,
      noDelay: true,
      onread: { buffer: shared, callback: take },
    });
    this.#socket.on('connect', () => this.#socket.write(upgradeRequest(port, path, cookie)));
    this.#socket.on('error', (error) => this.#close(error));
    this.#socket.on('close', () => this.#close(null));
  }

  send(payload: Uint8Array, opcode = opBinary): void {
    if (!this.isClosed) this.#socket.write(clientFrame(payload, opcode));
  }

  sendText(text: string): void {
    this.send(Buffer.from(text), opText);
  }

  destroy(): void {
    this.isClosed = true;
    this.#socket.destroy();
  }

  #close(error: Error | null): void {
    if (this.isClosed) return;
    this.isClosed = true;
    this.#listener.closed(error);
  }

  #read(chunk: Buffer, length: number): void {
    const now = performance.now();
    this.receivedBytes += length;
    let from = 0;
    if (this.#skipped) {
      from = this.#skip(this.#skipped, length, now);
      if (this.#skipped) return;
    }
    if (this.#part) return this.#continue(this.#part, chunk, from, length, now);
    const rest = this.#parse(chunk, from, length, now);
    if (rest < length) {
      this.#partLength = length - rest;
      this.#part = Buffer.allocUnsafe(Math.max(4096, this.#partLength * 2));
      chunk.copy(this.#part, 0, rest, length);
    }
  }

  /** Answers the position after what was thrown away. */
  #skip(skipped: Skipped, length: number, now: number): number {
    const taken = Math.min(skipped.left, length);
    skipped.left -= taken;
    if (skipped.left > 0) return taken;
    this.#skipped = null;
    this.receivedFrames++;
    const { head, opcode } = skipped;
    this.#listener.frame(head, 0, head.length, opcode, now, skipped.length);
    return taken;
  }

  #continue(part: Buffer, chunk: Buffer, from: number, to: number, now: number): void {
    const need = this.#partLength + (to - from);
    let gathered = part;
    if (need > part.length) {
      gathered = Buffer.allocUnsafe(Math.max(need, Math.min(part.length * 2, 64 << 20)));
      part.copy(gathered, 0, 0, this.#partLength);
    }
    chunk.copy(gathered, this.#partLength, from, to);
    this.#part = null;
    const rest = this.#parse(gathered, 0, need, now);
    if (rest === need) return;
    this.#part = gathered;
    if (rest > 0) {
      this.#part = Buffer.allocUnsafe(Math.max(4096, need - rest));
      gathered.copy(this.#part, 0, rest, need);
    }
    this.#partLength = need - rest;
  }

  /** Takes all whole frames; answers the position of the first byte not used. */
  #parse(buffer: Buffer, start: number, end: number, now: number): number {
    let at = start;
    if (!this.isOpen) {
      at = this.#openAt(buffer, start, end);
      if (!this.isOpen) return at;
    }
    while (end - at >= 2 && !this.isClosed) {
      const opcode = buffer[at]! & 0x0f;
      let length = buffer[at + 1]! & 0x7f;
      let header = 2;
      if (length === 126) {
        if (end - at < 4) return at;
        length = buffer.readUInt16BE(at + 2);
        header = 4;
      } else if (length === 127) {
        if (end - at < 10) return at;
        length = buffer.readUInt32BE(at + 2) * 4294967296 + buffer.readUInt32BE(at + 6);
        header = 10;
      }
      const from = at + header;
      if (end - from < length) return this.#beginSkip(buffer, from, end, opcode, length) ? end : at;
      at = from + length;
      if (opcode === opText || opcode === opBinary) {
        this.receivedFrames++;
        this.#listener.frame(buffer, from, at, opcode, now, length);
      } else if (this.#control(buffer, from, length, opcode)) return end;
    }
    return at;
  }

  /** The position after the answer's head; the same where it is not all there, `end` where it is no upgrade. */
  #openAt(buffer: Buffer, start: number, end: number): number {
    const length = buffer.subarray(start, end).indexOf('\r\n\r\n');
    if (length < 0) return start;
    const status = buffer.toString('latin1', start, start + length).split('\r\n')[0] ?? '';
    if (!status.includes(' 101')) {
      this.#close(new Error(status));
      this.#socket.destroy();
      return end;
    }
    this.isOpen = true;
    this.#listener.opened();
    return start + length + 4;
  }

  #beginSkip(buffer: Buffer, from: number, end: number, opcode: number, length: number): boolean {
    if (length <= big || this.#whole || end - from < keptHead) return false;
    const head = Buffer.from(buffer.subarray(from, from + keptHead));
    this.#skipped = { head, opcode, length, left: length - (end - from) };
    return true;
  }

  /** Answers pings; true where the connection is over. */
  #control(buffer: Buffer, from: number, length: number, opcode: number): boolean {
    if (opcode === opPing) this.send(buffer.subarray(from, from + length), opPong);
    if (opcode !== opClose) return false;
    this.#socket.end();
    const code = length >= 2 ? buffer.readUInt16BE(from) : '';
    this.#close(new Error(`close frame ${code}`));
    return true;
  }
}

function upgradeRequest(port: number, path: string, cookie: string): string {
  return [
    `GET ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    'Upgrade: websocket',
    'Connection: Upgrade',
    `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
    'Sec-WebSocket-Version: 13',
    ...(cookie === '' ? [] : [`Cookie: ${cookie}`]),
    '\r\n',
  ].join('\r\n');
}

/** One unfragmented message, masked with zeros. */
function clientFrame(payload: Uint8Array, opcode: number): Buffer {
  const length = payload.length;
  const header = length < 126 ? 6 : length < 65536 ? 8 : 14;
  const frame = Buffer.allocUnsafe(header + length);
  frame[0] = 0x80 | opcode;
  if (length < 126) frame[1] = 0x80 | length;
  else if (length < 65536) {
    frame[1] = 0x80 | 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 0x80 | 127;
    frame.writeUInt32BE(0, 2);
    frame.writeUInt32BE(length, 6);
  }
  frame.fill(0, header - 4, header);
  frame.set(payload, header);
  return frame;
}
