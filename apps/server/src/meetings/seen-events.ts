/**
 * The record of a meeting as each person may see it: event by event, and for who joins as packs that all share who may
 * see the same. What is hidden travels as a stub; from who holds no seat all is hidden, and nothing is packed for them.
 */
import {
  isSeenByAll,
  isVisibleTo,
  rightsOf,
  seatedPerson,
  type Meeting,
  type MeetingCommand,
  type MeetingEvent,
  type MeetingState,
  type Viewer,
} from '@mufakat/domain';
import { wireLimits, type EventsFrame, type WireEvent } from '@mufakat/protocol';
import type { SealedEvent } from '@mufakat/record';
import type { ArrivedAccess } from '../access/proofs';
import { meetingAggregate } from '../streams/aggregates';
import { readEvent } from '../streams/plan';
import type { Stream } from '../streams/stream';
import { blocksOf, EventPacks, type EventPack, type PackSpan } from './event-packs';
import { PersonalEvents } from './personal-events';

export class SeenEvents {
  readonly #meetingId: string;
  readonly #stream: Stream<MeetingState, MeetingCommand, MeetingEvent>;
  readonly #stateNow: () => Meeting | null;
  readonly #packs = new EventPacks();
  readonly #personal: PersonalEvents;

  constructor(
    meetingId: string,
    stream: Stream<MeetingState, MeetingCommand, MeetingEvent>,
    stateNow: () => Meeting | null,
  ) {
    this.#meetingId = meetingId;
    this.#stream = stream;
    this.#stateNow = stateNow;
    this.#personal = new PersonalEvents(stream);
  }

  by(personId: string, sealed: readonly SealedEvent[]): WireEvent[] {
    return asSeen(sealed, this.#viewer(personId));
  }

  /**
   * Many events at once for who joins, to be told before the answer; none where they are few. Blocks that are filled
   * while others are packed come too: what is left for the answer, which is each person's own, stays little.
   */
  async packsFor({ personId }: ArrivedAccess, afterSeq: number): Promise<EventPack[]> {
    const packs: EventPack[] = [];
    for (;;) {
      // The seat may have been taken while others were packed.
      const viewer = this.#viewer(personId);
      const end = packs.at(-1)?.upTo ?? afterSeq;
      const upTo = Math.min(this.#stream.seq, afterSeq + wireLimits.eventsPerPacks);
      const spans = viewer ? blocksOf(this.#meetingId, end, upTo) : [];
      if (!viewer || spans.length === 0) return packs;
      packs.push(...(await Promise.all(spans.map((span) => this.#packFor(span, viewer)))));
    }
  }

  /** All events after `afterSeq` as one frame that joiners share; null where there are none, or too many. */
  fewFor({ personId }: ArrivedAccess, afterSeq: number): EventsFrame | null {
    const viewer = this.#viewer(personId);
    const { seq } = this.#stream;
    if (!viewer || seq - afterSeq > wireLimits.eventsPerFrame) return null;
    const span = { meetingId: this.#meetingId, afterSeq, upTo: seq };
    return this.#packs.few(span, this.#personal.hiddenIn(span, viewer), () => this.#seenIn(span, viewer));
  }

  /** What was made of the record is made anew: something in it was erased. */
  drop(): void {
    this.#packs.drop();
  }

  #packFor(span: PackSpan, viewer: Viewer): Promise<EventPack> {
    return this.#packs.of(span, this.#personal.hiddenIn(span, viewer), () => this.#seenIn(span, viewer));
  }

  #seenIn({ afterSeq, upTo }: PackSpan, viewer: Viewer): WireEvent[] {
    return asSeen(this.#stream.eventsAfter(afterSeq, upTo - afterSeq), viewer);
  }

  /** Null for who holds no seat. */
  #viewer(personId: string): Viewer | null {
    const state = this.#stateNow();
    const person = state ? seatedPerson(state, personId) : null;
    return person && { personId, rights: rightsOf(person.roles) };
  }
}

function asSeen(sealed: readonly SealedEvent[], viewer: Viewer | null): WireEvent[] {
  const sees = (event: SealedEvent) =>
    viewer && (isSeenByAll(event.type) || isVisibleTo(readEvent(meetingAggregate, event), viewer));
  return sealed.map((event) =>
    sees(event) ? event : { seq: event.seq, prev: event.prev, leaf: event.leaf },
  );
}
