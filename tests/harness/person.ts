/**
 * A person as a client: a cookie, HTTP calls, a live line with a folded meeting, documents over the stock y-websocket
 * client. Written against the protocol's description, not against our own client, so that it checks the server alone.
 */
import { randomBytes } from 'node:crypto';
import {
  evolveMeeting,
  meetingEventSchema,
  unplanned,
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
  type PresenceFrame,
  type ServerToClient,
  type TurnoutFrame,
  type WaitingFrame,
  type WireEvent,
} from '@mufakat/protocol';
import { openBody } from '@mufakat/record';
import { io, type Socket } from 'socket.io-client';

export function newId(): string {
  return randomBytes(16).toString('base64url');
}

type LiveSocket = Socket<ServerToClient, ClientToServer>;

export interface HttpAnswer {
  status: number;
  body: unknown;
  headers: Headers;
}

export class Person {
  cookie = '';
  socket: LiveSocket | null = null;
  meetingId = '';
  you = '';
  state: MeetingState = unplanned;
  events: WireEvent[] = [];
  turnouts = new Map<string, TurnoutFrame>();
  here: string[] = [];
  chairsAwaySince: number | null = null;
  /** What this line is told while its person waits to be let in. */
  waiting: WaitingFrame | null = null;
  /** Every frame that came, by name: for tests of what must not come. */
  frames: [string, unknown][] = [];
  /** Codes with which this line was told to go. */
  gone: string[] = [];
  refolds = 0;
  readonly #early = new Map<number, WireEvent>();

  constructor(
    public url: string,
    readonly headers: Record<string, string> = {},
  ) {}

  async http(method: string, path: string, body?: unknown): Promise<HttpAnswer> {
    const response = await fetch(this.url + path, {
      method,
      headers: {
        ...(this.cookie ? { cookie: this.cookie } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...this.headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const set = response.headers.get('set-cookie');
    if (set) this.cookie = set.split(';')[0] ?? '';
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('application/json') === true;
    return {
      status: response.status,
      body: isJson && text ? JSON.parse(text) : text,
      headers: response.headers,
    };
  }

  /** Comes in by the open code as a guest. */
  async come(code: string, name: string, partnerId: string | null = null): Promise<HttpAnswer> {
    return this.http('POST', `/api/doors/${code}`, { id: newId(), name, address: '', partnerId });
  }

  /** Opens the live line and folds the meeting; stays joined over reconnects. */
  async join(meetingId: string): Promise<JoinAck> {
    this.meetingId = meetingId;
    const socket = await this.connect();
    const first = await this.resume();
    socket.on('connect', () => void this.resume().catch(() => undefined));
    return first;
  }

  /** Opens the live line alone; rejects where the server says no. */
  async connect(): Promise<LiveSocket> {
    const socket: LiveSocket = io(this.url, {
      transports: ['websocket'],
      forceNew: true,
      reconnectionDelay: 50,
      reconnectionDelayMax: 300,
      extraHeaders: { cookie: this.cookie, ...this.headers },
    });
    this.socket = socket;
    socket.on('events', (frame) => this.#take(frame.events));
    socket.on('turnout', (frame) => this.turnouts.set(frame.pollId, frame));
    socket.onAny((name: string, frame: unknown) => this.frames.push([name, frame]));
    socket.on('presence', (frame) => this.#present(frame));
    socket.on('waiting', (frame) => (this.waiting = frame));
    socket.on('gone', (frame) => this.gone.push(frame.code));
    socket.on('refold', () => {
      this.refolds += 1;
      void this.resume(0);
    });
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.on('connect_error', (error) => {
        if (!socket.active) reject(error);
      });
    });
    return socket;
  }

  async resume(afterSeq = this.events.length): Promise<JoinAck> {
    if (afterSeq === 0) {
      this.events = [];
      this.#early.clear();
      this.state = unplanned;
    }
    for (;;) {
      const ack = await this.emit('join', {
        v: protocolVersion,
        meetingId: this.meetingId,
        afterSeq: this.events.length,
      });
      if (!ack.ok) return ack;
      this.you = ack.you;
      this.waiting = 'waiting' in ack ? ack.waiting : null;
      if ('waiting' in ack) return ack;
      for (const turnout of ack.turnouts) this.turnouts.set(turnout.pollId, turnout);
      this.#take(ack.events);
      if (!ack.more) return ack;
    }
  }

  #present({ people, chairsAwaySince }: PresenceFrame): void {
    this.here = people;
    this.chairsAwaySince = chairsAwaySince;
  }

  get meeting(): Meeting {
    if (this.state.status !== 'planned') throw new Error('no meeting is folded yet');
    return this.state;
  }

  emit(name: 'join', message: unknown): Promise<JoinAck>;
  emit(name: 'command', message: unknown): Promise<CommandAck>;
  emit(name: 'ballot', message: unknown): Promise<BallotAck>;
  emit(name: string, message: unknown): Promise<unknown>;
  async emit(name: string, message: unknown): Promise<unknown> {
    if (!this.socket) throw new Error('not connected');
    // Hostile messages are sent too, so this goes past the typed emit.
    const raw = this.socket as unknown as Socket;
    const answer: unknown = await raw.timeout(10_000).emitWithAck(name, message);
    return answer;
  }

  command(command: MeetingCommand, id = newId()): Promise<CommandAck> {
    return this.emit('command', { id, meetingId: this.meetingId, command });
  }

  /** A command that must be done; where this line has said much at once, it waits as people would. */
  async do(command: MeetingCommand): Promise<number> {
    const id = newId();
    let ack = await this.command(command, id);
    while (!ack.ok && ack.code === 'too_many_requests') {
      await new Promise((resolve) => setTimeout(resolve, 100));
      ack = await this.command(command, id);
    }
    if (!ack.ok) throw new Error(`${command.type} was refused: ${ack.code}`);
    await this.until(() => this.events.length >= ack.seq);
    return ack.seq;
  }

  vote(pollId: string, choice: Choice, ballotId = newId()): Promise<BallotAck> {
    return this.emit('ballot', { meetingId: this.meetingId, ballot: { ballotId, pollId, choice } });
  }

  async until(condition: () => boolean, timeoutMs = 10_000): Promise<void> {
    const end = Date.now() + timeoutMs;
    while (!condition()) {
      if (Date.now() > end) throw new Error('waited in vain');
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  close(): void {
    this.socket?.disconnect();
    this.socket = null;
  }

  /** Node hands over an ack's promise after frames that came behind it: what is early waits for its turn. */
  #take(events: readonly WireEvent[]): void {
    for (const event of events) if (event.seq > this.events.length) this.#early.set(event.seq, event);
    for (;;) {
      const event = this.#early.get(this.events.length + 1);
      if (!event) return;
      this.#early.delete(event.seq);
      this.events.push(event);
      if (!('body' in event)) continue;
      const { seq, at, by } = event;
      const opened = meetingEventSchema.parse({ ...openBody(event.body, event.openings), type: event.type });
      this.state = evolveMeeting(this.state, opened, { seq, at, by });
    }
  }
}
