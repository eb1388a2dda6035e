/**
 * A meeting folded from the events that the server sends: frames in, state out. No socket, no clock, no runes.
 *
 * Every event, or stub of one, must follow the one before it in the hash chain and fit its leaf; one that is known
 * already must be the same as then. What is *shown* moves on only when a join is answered to its end, so that
 * nobody sees a meeting half folded. The shape of events is the server's to check; nothing is parsed here.
 */
import {
  evolveMeeting,
  unplanned,
  upcast,
  type Meeting,
  type MeetingEvent,
  type MeetingState,
} from '@mufakat/domain';
import { protocolVersion, type Join, type WireEvent } from '@mufakat/protocol';
import { checkLink, genesis, linkHash, openBody, type SealedEvent } from '@mufakat/record';

/** What is to be done next: nothing, join (again) after the last seq, or throw all away because the chain is broken. */
export type Next = 'nothing' | 'join' | 'broken';

export class MeetingFold {
  #state: MeetingState = unplanned;
  /** Link of each event folded, by seq; that of seq 0 is the stream's genesis. */
  #links: string[];
  #shown: Meeting | null = null;
  #joining = false;
  #kept: WireEvent[] = [];

  constructor(readonly meetingId: string) {
    this.#links = [genesis(meetingId)];
  }

  /** Seq of the last event folded. */
  get seq(): number {
    return this.#links.length - 1;
  }

  /** The meeting as of the last time that everything sent was folded; null before the first. */
  get shown(): Meeting | null {
    return this.#shown;
  }

  /** The join to send now. Until it is answered, frames that come are kept. */
  join(): Join {
    this.#joining = true;
    return { v: protocolVersion, meetingId: this.meetingId, afterSeq: this.seq };
  }

  /** The answer to the last join(). What came before it is news, or what it leaves out: in whatever order. */
  answered(events: readonly WireEvent[], more: boolean): Next {
    const next = this.#take(events);
    // An answer starts where it was asked to; a gap in it is no accident of the line.
    if (next !== 'nothing') return 'broken';
    if (more && events.length > 0) return 'join';
    this.#joining = false;
    return this.heard(this.#kept.splice(0).sort((one, other) => one.seq - other.seq));
  }

  /** News. */
  heard(events: readonly WireEvent[]): Next {
    if (this.#joining) {
      this.#kept.push(...events);
      return 'nothing';
    }
    const next = this.#take(events);
    if (this.#state.status === 'planned') this.#shown = this.#state;
    return next;
  }

  /** Forgets everything but what is shown, which stays until the next join is answered. */
  forget(): void {
    this.#state = unplanned;
    this.#links = [genesis(this.meetingId)];
    this.#kept = [];
  }

  #take(events: readonly WireEvent[]): Next {
    for (const event of events) {
      if (event.seq > this.seq + 1) return 'join';
      if (event.seq <= this.seq) {
        if (this.#links[event.seq] !== linkHash(event)) return 'broken';
        continue;
      }
      if (!checkLink(this.#links[this.seq] ?? '', event)) return 'broken';
      this.#links.push(linkHash(event));
      if ('body' in event) this.#state = evolveMeeting(this.#state, read(event), event);
    }
    return 'nothing';
  }
}

function read({ v, type, body, openings }: SealedEvent): MeetingEvent {
  // The server has checked it against the schema before it was sealed.
  return { ...upcast(v, type, openBody(body, openings)), type } as MeetingEvent;
}
