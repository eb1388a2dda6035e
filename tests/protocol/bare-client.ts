/**
 * A client from packages/protocol/README.md alone: Engine.IO and Socket.IO frames by hand, the chain checked with
 * Node's own SHA-256, documents as bytes. Knows nothing of our packages, nor of socket.io-client and y-websocket.
 */
import { createHash, randomBytes } from 'node:crypto';
import WebSocket, { type RawData } from 'ws';
import * as Y from 'yjs';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type Fields = Record<string, Json>;

export interface BareEvent {
  seq: number;
  prev: string;
  leaf: string;
  type?: string;
  body?: Fields;
  [key: string]: Json | undefined;
}

/** What must be text is text, or the test fails where it is used. */
export const said = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

export const newId = (): string => randomBytes(16).toString('base64url');

/** §1 and §2: a device with its cookie. */
export class Device {
  cookie = '';

  constructor(readonly url: string) {}

  async http(method: string, path: string, body?: Fields): Promise<{ status: number; body: Fields }> {
    const response = await fetch(this.url + path, {
      method,
      headers: {
        'accept-language': 'en',
        ...(this.cookie ? { cookie: this.cookie } : {}),
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const set = response.headers.get('set-cookie');
    if (set) this.cookie = set.split(';')[0] ?? '';
    const text = await response.text();
    return { status: response.status, body: (text ? JSON.parse(text) : {}) as Fields };
  }
}

/** §3: one line, one meeting. */
export class Line {
  readonly events: BareEvent[] = [];
  readonly frames: { name: string; frame: Fields }[] = [];
  /** Link of the last event. */
  link: string;
  you = '';
  refusedWith = '';
  #ws: WebSocket | null = null;
  #acks = new Map<number, (answer: Fields) => void>();
  #lastAck = 0;
  #held: BareEvent[] | null = null;

  constructor(
    readonly device: Device,
    readonly meetingId: string,
  ) {
    this.link = hashOf('genesis', { stream: meetingId });
  }

  /** Resolves when the namespace is joined, or refused. */
  connect(): Promise<void> {
    const address = `${this.device.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
    const ws = new WebSocket(address, this.device.cookie ? { headers: { cookie: this.device.cookie } } : {});
    this.#ws = ws;
    return new Promise((resolve, reject) => {
      ws.on('error', reject);
      ws.on('message', (data) => this.#hear(textOf(data), resolve));
    });
  }

  close(): void {
    this.#ws?.close();
    this.#ws = null;
  }

  /** Joins, or resumes after what is known; frames that come meanwhile are taken after the answer. */
  async join(): Promise<Fields> {
    this.#held = [];
    const answer = await this.#joinWhole();
    const held = this.#held;
    this.#held = null;
    this.#take(held);
    return answer;
  }

  async #joinWhole(): Promise<Fields> {
    for (;;) {
      const answer = await this.send('join', {
        v: 1,
        meetingId: this.meetingId,
        afterSeq: this.events.length,
      });
      if (answer.ok !== true) return answer;
      this.you = said(answer.you);
      this.#take(answer.events as unknown as BareEvent[]);
      if (answer.more !== true) return answer;
    }
  }

  command(command: Fields, id = newId()): Promise<Fields> {
    return this.send('command', { id, meetingId: this.meetingId, command });
  }

  vote(pollId: string, choice: Fields, ballotId = newId()): Promise<Fields> {
    return this.send('ballot', { meetingId: this.meetingId, ballot: { ballotId, pollId, choice } });
  }

  send(name: string, message: Fields): Promise<Fields> {
    const ack = (this.#lastAck += 1);
    this.#ws?.send(`42${ack}${JSON.stringify([name, message])}`);
    return new Promise((resolve) => this.#acks.set(ack, resolve));
  }

  last(type: string): Fields {
    const event = this.events.findLast((one) => one.type === type);
    if (!event?.body) throw new Error(`no ${type} has happened`);
    return event.body;
  }

  #hear(packet: string, joined: () => void): void {
    if (packet.startsWith('0')) this.#ws?.send('40');
    else if (packet === '2') this.#ws?.send('3');
    else if (packet.startsWith('40')) joined();
    else if (packet.startsWith('44')) {
      this.refusedWith = (JSON.parse(packet.slice(2)) as { message: string }).message;
      joined();
    } else if (packet.startsWith('42')) {
      const [name, frame] = JSON.parse(packet.slice(2)) as [string, Fields];
      this.frames.push({ name, frame });
      if (name === 'events') this.#news(frame.events as unknown as BareEvent[]);
    } else {
      const [, ack, answer] = /^43(\d+)(\[.*)$/s.exec(packet) ?? [];
      if (answer) this.#acks.get(Number(ack))?.((JSON.parse(answer) as [Fields])[0]);
    }
  }

  #news(events: readonly BareEvent[]): void {
    if (this.#held) this.#held.push(...events);
    else this.#take(events);
  }

  /** Leaves out what is known; checks the chain. */
  #take(events: readonly BareEvent[]): void {
    for (const event of events) {
      if (event.seq <= this.events.length) continue;
      if (event.seq !== this.events.length + 1) throw new Error(`a gap before ${event.seq}`);
      if (event.prev !== this.link) throw new Error(`${event.seq} does not follow`);
      if (event.body) checkWhole(event, event.body);
      this.link = hashOf('link', { seq: event.seq, prev: event.prev, leaf: event.leaf });
      this.events.push(event);
    }
  }
}

function checkWhole(event: BareEvent, body: Fields): void {
  const { v, seq, at, type, by, salt } = event as unknown as Fields;
  const leaf = hashOf('leaf', { v, seq, at, type, by, salt, body } as Fields);
  if (leaf !== event.leaf) throw new Error(`${event.seq} has another leaf`);
  const commitments = new Map(commitmentsIn(body));
  for (const [id, opening] of Object.entries(event.openings as unknown as Record<string, Fields>)) {
    if (hashOf('words', opening) !== commitments.get(id)) throw new Error(`${id} is not what was said`);
  }
}

function commitmentsIn(value: Json): [string, string][] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(commitmentsIn);
  const own =
    typeof value.commitment === 'string' ? [[said(value.id), value.commitment] as [string, string]] : [];
  return [...own, ...Object.values(value).flatMap(commitmentsIn)];
}

export function hashOf(kind: string, value: Json): string {
  return createHash('sha256')
    .update(`mufakat:${kind}:1\0${canonical(value)}`)
    .digest('hex');
}

function canonical(value: Json): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key] ?? null)}`).join(',')}}`;
}

/** §4: a document as bytes. */
export class DocumentLine {
  readonly doc = new Y.Doc();
  readonly frames: Uint8Array[] = [];
  saved = -1;
  readOnly: string | null = null;
  isSynced = false;
  closedWith = 0;
  readonly #ws: WebSocket;

  constructor(
    url: string,
    document: string,
    cookie: string,
    query: Record<string, string> = { mufakat: '1' },
  ) {
    const address = `${url.replace('http', 'ws')}/sync/${document}?${new URLSearchParams(query).toString()}`;
    this.#ws = new WebSocket(address, cookie ? { headers: { cookie } } : {});
    this.#ws.on('open', () => this.#send(0, 0, Y.encodeStateVector(this.doc)));
    this.#ws.on('message', (data) => this.#hear(bytesOf(data)));
    this.#ws.on('close', (code) => (this.closedWith = code));
    this.#ws.on('error', () => undefined);
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.#send(0, 2, update);
    });
  }

  close(): void {
    this.#ws.close();
  }

  #hear(bytes: Uint8Array): void {
    this.frames.push(bytes);
    const [type, ...rest] = bytes;
    const tail = Uint8Array.from(rest);
    if (type === 0) this.#sync(tail);
    if (type === 100) this.saved = varUint(tail)[0];
    if (type === 101) this.readOnly = new TextDecoder().decode(varBytes(tail)) || null;
  }

  #sync(bytes: Uint8Array): void {
    const body = varBytes(bytes.subarray(1));
    if (bytes[0] === 0) return this.#send(0, 1, Y.encodeStateAsUpdate(this.doc, body));
    Y.applyUpdate(this.doc, body, this);
    this.isSynced ||= bytes[0] === 1;
  }

  #send(type: number, step: number, body: Uint8Array): void {
    this.#ws.send(Uint8Array.from([type, step, ...lengthOf(body.length), ...body]));
  }
}

function lengthOf(length: number): number[] {
  return length < 128 ? [length] : [(length % 128) + 128, ...lengthOf(Math.floor(length / 128))];
}

function varUint(bytes: Uint8Array): [value: number, size: number] {
  let value = 0;
  for (let size = 0; ; size += 1) {
    const byte = bytes[size] ?? 0;
    value += (byte % 128) * 128 ** size;
    if (byte < 128) return [value, size + 1];
  }
}

function varBytes(bytes: Uint8Array): Uint8Array {
  const [length, size] = varUint(bytes);
  return bytes.subarray(size, size + length);
}

function textOf(data: RawData): string {
  return bytesOf(data).toString();
}

function bytesOf(data: RawData): Buffer {
  if (Array.isArray(data)) return Buffer.concat(data);
  return data instanceof ArrayBuffer ? Buffer.from(data) : data;
}

export async function until(condition: () => boolean, what: string): Promise<void> {
  const end = Date.now() + 10_000;
  while (!condition()) {
    if (Date.now() > end) throw new Error(`waited in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
