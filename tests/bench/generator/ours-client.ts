/**
 * A person in a meeting of ours (packages/protocol): joins, and again while there is more; says by extending the running
 * item; votes by ballot. Polls are opened and closed by the chair.
 */
import { randomBytes } from 'node:crypto';
import { protocolVersion } from '@mufakat/protocol';
import type { MeetingPlace } from '../job';
import { eventIn, other, type EventNews } from './event-news';
import type { EventRun } from './event-run';
import { SocketIoClient, socketIoPath } from './event-wires';

const votes = ['yes', 'no', 'abstain'];
const newId = () => randomBytes(16).toString('base64url');
/** A broadcast's number is told by the minutes of its `item.extended`, which are from 1 to this. */
const mostMinutes = 600;

const joinId = 0;
const commandId = 1;
const ballotId = 2;

export class OursClient extends SocketIoClient {
  readonly #place: MeetingPlace;

  constructor(run: EventRun, place: MeetingPlace, cookie: string) {
    super(run, socketIoPath, cookie);
    this.#place = place;
  }

  say(number: number): void {
    this.command({ type: 'item.extend', minutes: (number % mostMinutes) + 1 });
  }

  vote(poll: string, nth: number): void {
    const choice = { kind: 'vote', vote: votes[nth % votes.length] };
    const ballot = { ballotId: newId(), pollId: poll, choice };
    this.emit(ballotId, 'ballot', { meetingId: this.#place.meetingId, ballot });
  }

  command(command: object): void {
    this.emit(commandId, 'command', { id: newId(), meetingId: this.#place.meetingId, command });
  }

  protected connected(): void {
    this.#join(0);
  }

  protected event(buffer: Buffer, start: number, end: number, now: number): void {
    this.hear(buffer, start, end, now, (bytes) => newsOf(bytes, this.run.lastSaid));
  }

  protected answered(buffer: Buffer, start: number, end: number, now: number): void {
    const id = buffer[start + 2]! - 0x30;
    const head = buffer.toString('latin1', start, Math.min(end, start + 80));
    if (!head.includes('"ok":true')) return this.run.refusedBy(head);
    if (id === joinId) this.#joined(buffer.subarray(start, end), now);
    else if (id === ballotId) this.run.acked(now);
  }

  #join(afterSeq: number): void {
    this.emit(joinId, 'join', {
      v: protocolVersion,
      meetingId: this.#place.meetingId,
      afterSeq,
      packed: true,
    });
  }

  /** The answer may be large and is read only where it says whether there is more. */
  #joined(answer: Buffer, now: number): void {
    const more = answer.lastIndexOf('"more":');
    const isMore = more >= 0 && answer[more + 7] === 't'.charCodeAt(0);
    if (!isMore) return this.cameIn(now);
    const seq = answer.lastIndexOf('"seq":', more);
    this.#join(parseInt(answer.toString('latin1', seq + 6, seq + 20), 10));
  }
}

interface WireEvents {
  events: { type?: string; body?: { minutes?: number; pollId?: string } }[];
}

function newsOf(bytes: Buffer, lastSaid: number): readonly EventNews[] {
  const [name, data] = eventIn(bytes);
  switch (name) {
    case 'events':
      return (data as WireEvents).events.map((event) => newsOfEvent(event, lastSaid));
    case 'turnout': {
      const { pollId, cast } = data as { pollId: string; cast: number };
      return [{ kind: 'tally', poll: pollId, votes: cast }];
    }
    case 'presence':
      return [{ kind: 'presence' }];
    default:
      return other;
  }
}

function newsOfEvent({ type, body }: WireEvents['events'][number], lastSaid: number): EventNews {
  const poll = body?.pollId ?? '';
  switch (type) {
    case 'item.extended':
      return { kind: 'said', number: numberOf(body?.minutes ?? 0, lastSaid) };
    case 'poll.opened':
      return { kind: 'opened', poll };
    case 'poll.closed':
      return { kind: 'closed', poll };
    default:
      return { kind: 'other' };
  }
}

/** The latest number with these minutes that was said. */
export function numberOf(minutes: number, lastSaid: number): number {
  const behind = (((lastSaid - (minutes - 1)) % mostMinutes) + mostMinutes) % mostMinutes;
  return lastSaid - behind;
}
