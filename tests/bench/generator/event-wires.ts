/**
 * The wires of session events. The peers' servers speak one small protocol, over Socket.IO or as bare text:
 *   up    say {q, …} · vote {poll, choice}, answered
 *   down  say {q, …} · tally {poll, n, …} · presence {n}
 * Over Socket.IO a packet is `42["say",{…}]`, a vote `42<id>["vote",{…}]`, its answer `43<id>[…]`; as bare text
 * `["say",{…}]`, `["vote",id,{…}]`, `["ack",id]`.
 */
import { EventClient } from './event-client';
import { eventIn, other, type EventNews } from './event-news';
import type { EventRun } from './event-run';

export const socketIoPath = '/socket.io/?EIO=4&transport=websocket';

const choices = ['yes', 'no', 'abstain'];
/** So that a broadcast is about 200 bytes. */
const note = 'x'.repeat(130);
const spoken = (number: number) => ({ q: number, item: 'agenda-4', at: 1_764_000_000_000 + number, note });

function newsOf(bytes: Buffer): readonly EventNews[] {
  const [name, data] = eventIn(bytes);
  const { q, poll, n } = data as { q: number; poll: string; n: number };
  switch (name) {
    case 'say':
      return [{ kind: 'said', number: q }];
    case 'tally':
      return [{ kind: 'tally', poll, votes: n }];
    case 'presence':
      return [{ kind: 'presence' }];
    default:
      return other;
  }
}

const digit = (n: number) => 0x30 + n;

/** Engine.IO 4 and Socket.IO 5, by hand. */
export abstract class SocketIoClient extends EventClient {
  opened(): void {
    // The server speaks first.
  }

  protected emit(id: number | '', name: string, data: object): void {
    this.socket.sendText(`42${id}${JSON.stringify([name, data])}`);
  }

  protected abstract connected(now: number): void;
  protected abstract answered(buffer: Buffer, start: number, end: number, now: number): void;
  protected abstract event(buffer: Buffer, start: number, end: number, now: number): void;

  protected read(buffer: Buffer, start: number, end: number, now: number): void {
    const type = buffer[start];
    if (type === digit(0)) this.socket.sendText('40');
    else if (type === digit(2)) this.socket.sendText('3');
    else if (type === digit(4)) {
      const kind = buffer[start + 1];
      if (kind === digit(0)) this.connected(now);
      else if (kind === digit(2)) this.event(buffer, start, end, now);
      else if (kind === digit(3)) this.answered(buffer, start, end, now);
    }
  }
}

export class PlainSocketIoClient extends SocketIoClient {
  constructor(run: EventRun) {
    super(run, socketIoPath, '');
  }

  say(number: number): void {
    this.emit('', 'say', spoken(number));
  }

  vote(poll: string, nth: number): void {
    this.emit(nth, 'vote', { poll, choice: choices[nth % choices.length] });
  }

  protected connected(now: number): void {
    this.cameIn(now);
  }

  protected answered(_buffer: Buffer, _start: number, _end: number, now: number): void {
    this.run.acked(now);
  }

  protected event(buffer: Buffer, start: number, end: number, now: number): void {
    this.hear(buffer, start, end, now, newsOf);
  }
}

export class BareTextClient extends EventClient {
  constructor(run: EventRun) {
    super(run, '/', '');
  }

  opened(): void {
    this.cameIn(performance.now());
  }

  say(number: number): void {
    this.socket.sendText(JSON.stringify(['say', spoken(number)]));
  }

  vote(poll: string, nth: number): void {
    this.socket.sendText(JSON.stringify(['vote', nth, { poll, choice: choices[nth % choices.length] }]));
  }

  protected read(buffer: Buffer, start: number, end: number, now: number): void {
    const isAck = buffer[start + 2] === 0x61 && buffer[start + 3] === 0x63;
    if (isAck) this.run.acked(now);
    else this.hear(buffer, start, end, now, newsOf);
  }
}
