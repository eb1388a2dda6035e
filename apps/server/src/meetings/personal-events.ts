/** The events of a record that not everyone sees, which are few: found once, and from then on as the record grows. */
import { isSeenByAll } from '@mufakat/domain';
import type { SealedEvent } from '@mufakat/record';

interface Record {
  readonly seq: number;
  eventsAfter(seq: number, limit: number): readonly SealedEvent[];
}

export class PersonalEvents {
  readonly #record: Record;
  #events: SealedEvent[] = [];
  /** How far the record has been looked through. */
  #seq = 0;

  constructor(record: Record) {
    this.#record = record;
  }

  upTo(seq: number): readonly SealedEvent[] {
    if (this.#record.seq < this.#seq) this.#forget();
    const more = this.#record.eventsAfter(this.#seq, this.#record.seq - this.#seq);
    this.#events.push(...more.filter(({ type }) => !isSeenByAll(type)));
    this.#seq = this.#record.seq;
    return this.#events.filter((event) => event.seq <= seq);
  }

  /** The record was read anew, and may have ended elsewhere. */
  #forget(): void {
    this.#events = [];
    this.#seq = 0;
  }
}
