/** For the tests of this folder: a recorded meeting, and a server that is one function call away. */
import type { MeetingEvent } from '@mufakat/domain';
import { at, id, who } from '@mufakat/domain/testing';
import type { CommandMessage, JoinAck } from '@mufakat/protocol';
import {
  genesis,
  linkHash,
  sealEvent,
  type JsonObject,
  type SealedEvent,
  type StubEvent,
} from '@mufakat/record';
import type { OpenWire, WireEvents } from './wire';

export const meetingId = id(3);

/** The record of these events, sealed and linked as a server does it, a minute apart and by the chair. */
export function recorded(events: readonly MeetingEvent[], stream = meetingId): SealedEvent[] {
  const log: SealedEvent[] = [];
  for (const event of events) log.push(sealAfter(log, event, stream));
  return log;
}

export function sealAfter(log: readonly SealedEvent[], event: MeetingEvent, stream = meetingId): SealedEvent {
  const { type, ...body } = event;
  const last = log.at(-1);
  const seq = log.length + 1;
  const prev = last ? linkHash(last) : genesis(stream);
  // Events are plain JSON by their schemas.
  const sealed = { v: 1, seq, at: at(seq), type, by: who.chair, body: body as JsonObject, prev };
  return sealEvent(sealed, () => seq.toString(16).padStart(32, '0'));
}

export function stubOf({ seq, prev, leaf }: SealedEvent): StubEvent {
  return { seq, prev, leaf };
}

type Sent = { name: string; message: unknown };

/**
 * A server behind a line that tests cut and mend. `answers` may replace what it says to a message; by default joins
 * are answered from `log`, commands with the next seq, and all else with ok.
 */
export class FakeServer {
  log: SealedEvent[];
  you: string = who.chair;
  now = at(60);
  pageSize = 500;
  up = false;
  closed = false;
  readonly sent: Sent[] = [];
  answer: (name: string, message: unknown) => unknown = (name, message) => this.usual(name, message);
  #events: WireEvents | null = null;

  constructor(events: readonly MeetingEvent[]) {
    this.log = recorded(events);
  }

  readonly openWire: OpenWire = (events) => {
    this.#events = events;
    return {
      // Answers are what the type of the name says, or a test means them not to be.
      send: (name, message) => this.#take(name, message) as never,
      join: (message) => this.#take('join', message) as never,
      hurry: () => undefined,
      close: () => {
        this.closed = true;
        this.up = false;
      },
    };
  };

  get client(): WireEvents {
    if (!this.#events) throw new Error('nobody has opened the line');
    return this.#events;
  }

  connect(): void {
    this.up = true;
    this.client.up();
  }

  cut(): void {
    this.up = false;
    this.client.down();
  }

  /** Appends to the record and tells the client. */
  happens(...events: MeetingEvent[]): void {
    const before = this.log.length;
    for (const event of events) this.log.push(sealAfter(this.log, event));
    if (this.up) this.client.events({ meetingId, events: this.log.slice(before) });
  }

  sentAs<T = CommandMessage>(name: string): T[] {
    return this.sent.filter((one) => one.name === name).map((one) => one.message as T);
  }

  usual(name: string, message: unknown): unknown {
    if (name === 'join') {
      this.client.presence({ meetingId, people: [this.you], chairsAwaySince: null });
      return this.joined((message as { afterSeq: number }).afterSeq);
    }
    if (name === 'command') return { ok: true, seq: this.log.length };
    return { ok: true, now: this.now };
  }

  joined(afterSeq: number): JoinAck {
    const events = this.log.slice(afterSeq, afterSeq + this.pageSize);
    const more = afterSeq + events.length < this.log.length;
    return { ok: true, now: this.now, you: this.you, events, more, turnouts: [], given: [] };
  }

  async #take(name: string, message: unknown): Promise<unknown> {
    if (!this.up) return null;
    this.sent.push({ name, message: structuredClone(message) });
    const answer = await this.answer(name, message);
    return this.up ? answer : null;
  }
}
