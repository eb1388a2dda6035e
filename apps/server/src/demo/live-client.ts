/**
 * A person's live line as any client has it: Socket.IO, a folded meeting, commands and ballots with their answers. For the
 * demo's companions, who come in over the loopback and see and may no more than others in their seats.
 */
import {
  evolveMeeting,
  meetingEventSchema,
  unplanned,
  upcast,
  type Choice,
  type Meeting,
  type MeetingCommand,
  type MeetingState,
} from '@mufakat/domain';
import {
  protocolVersion,
  type BallotAck,
  type ClientToServer,
  type CommandAck,
  type JoinAck,
  type ServerToClient,
  type WireEvent,
} from '@mufakat/protocol';
import { openBody } from '@mufakat/record';
import { io, type Socket } from 'socket.io-client';
import type { Ids } from '../platform/ports';

export interface Line {
  url: string;
  cookie: string;
  meetingId: string;
}

const patienceMs = 10_000;

export class LiveClient {
  readonly #socket: Socket<ServerToClient, ClientToServer>;
  #state: MeetingState = unplanned;
  #seq = 0;
  #you = '';
  #here: readonly string[] = [];

  constructor(
    readonly line: Line,
    readonly ids: Pick<Ids, 'newId'>,
  ) {
    this.#socket = io(line.url, {
      transports: ['websocket'],
      forceNew: true,
      extraHeaders: { cookie: line.cookie },
    });
    this.#socket.on('connect', () => void this.#join(this.#seq));
    this.#socket.on('events', ({ meetingId, events }) => {
      if (meetingId === line.meetingId) this.#take(events);
    });
    this.#socket.on('presence', ({ people }) => (this.#here = people));
    this.#socket.on('refold', () => void this.#join(0));
    this.#socket.on('gone', ({ meetingId }) => {
      if (meetingId === line.meetingId) this.close();
    });
  }

  /** Null until the meeting is folded. */
  get state(): Meeting | null {
    return this.#state.status === 'planned' ? this.#state : null;
  }

  get you(): string {
    return this.#you;
  }

  /** Who is connected now. */
  get here(): readonly string[] {
    return this.#here;
  }

  /** Whether it was done. */
  async do(command: MeetingCommand): Promise<boolean> {
    const message = { id: this.ids.newId(), meetingId: this.line.meetingId, command };
    const ack = await this.#ask<CommandAck>('command', message);
    return ack?.ok === true;
  }

  async vote(pollId: string, choice: Choice): Promise<boolean> {
    const message = {
      meetingId: this.line.meetingId,
      ballot: { ballotId: this.ids.newId(), pollId, choice },
    };
    const ack = await this.#ask<BallotAck>('ballot', message);
    return ack?.ok === true;
  }

  close(): void {
    this.#socket.disconnect();
  }

  /** Null where no answer comes. */
  async #ask<Ack>(name: keyof ClientToServer, message: unknown): Promise<Ack | null> {
    // Acks are those of the protocol; emitWithAck behind a timeout forgets their types.
    const asked: Promise<unknown> = this.#socket.timeout(patienceMs).emitWithAck(name, message as never);
    return asked.then((ack) => ack as Ack).catch(() => null);
  }

  async #join(afterSeq: number): Promise<void> {
    if (afterSeq === 0) {
      this.#state = unplanned;
      this.#seq = 0;
    }
    for (;;) {
      const message = { v: protocolVersion, meetingId: this.line.meetingId, afterSeq: this.#seq };
      const ack = await this.#ask<JoinAck>('join', message);
      // Companions have a seat from the beginning: they never wait to be let in.
      if (!ack?.ok || 'waiting' in ack) return;
      this.#you = ack.you;
      this.#take(ack.events);
      if (!ack.more) return;
    }
  }

  /** A gap means that something was missed: asked for again. */
  #take(events: readonly WireEvent[]): void {
    for (const event of events) {
      if (event.seq <= this.#seq) continue;
      if (event.seq > this.#seq + 1) return void this.#join(this.#seq);
      this.#seq = event.seq;
      if (!('body' in event)) continue;
      const body = upcast(event.v, event.type, openBody(event.body, event.openings));
      const { seq, at, by } = event;
      this.#state = evolveMeeting(this.#state, meetingEventSchema.parse({ ...body, type: event.type }), {
        seq,
        at,
        by,
      });
    }
  }
}
