/** The events of a record that not everyone sees, which are few: found once, and from then on as the record grows. */
import { isSeenByAll, isVisibleTo, type MeetingEvent, type Viewer } from '@mufakat/domain';
import type { SealedEvent } from '@mufakat/record';
import { meetingAggregate } from '../streams/aggregates';
import { readEvent } from '../streams/plan';

interface Record {
  readonly seq: number;
  eventsAfter(seq: number, limit: number): readonly SealedEvent[];
}

export class PersonalEvents {
  readonly #record: Record;
  #events: { seq: number; event: MeetingEvent }[] = [];
  /** How far the record has been looked through. */
  #seq = 0;

  constructor(record: Record) {
    this.#record = record;
  }

  /** Numbers of the events after `afterSeq` up to `upTo` that someone may not see. */
  hiddenIn({ afterSeq, upTo }: { afterSeq: number; upTo: number }, viewer: Viewer): number[] {
    this.#lookOn();
    return this.#events.flatMap(({ seq, event }) =>
      seq > afterSeq && seq <= upTo && !isVisibleTo(event, viewer) ? [seq] : [],
    );
  }

  #lookOn(): void {
    if (this.#record.seq < this.#seq) this.#forget();
    for (const sealed of this.#record.eventsAfter(this.#seq, this.#record.seq - this.#seq)) {
      if (isSeenByAll(sealed.type)) continue;
      this.#events.push({ seq: sealed.seq, event: readEvent<MeetingEvent>(meetingAggregate, sealed) });
    }
    this.#seq = this.#record.seq;
  }

  /** The record was read anew, and may have ended elsewhere. */
  #forget(): void {
    this.#events = [];
    this.#seq = 0;
  }
}
