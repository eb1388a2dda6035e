/**
 * Coming in by the open code: the session is seated in the transaction that makes the person. A device that is in
 * already comes back as whom it was, also when it knocks twice at once.
 */
import { ok, refused, seatedPerson, type Meeting, type MeetingEvent, type Result } from '@mufakat/domain';
import { Turns } from '../platform/turns';
import type { AccessStore, IndexRow } from '../store/ports';

/** Who came in, and whether they were not here before. */
export interface Arrival {
  personId: string;
  isNew: boolean;
}

type SeatRows = (events: readonly MeetingEvent[]) => IndexRow[];

export class Arrivals {
  readonly #turns = new Turns();

  constructor(
    readonly meetingId: string,
    readonly store: Pick<AccessStore, 'findSeat'>,
    readonly stateNow: () => Meeting | null,
  ) {}

  /** `come` asks for the person, with the rows that seat the session. */
  take(sessionHash: string, come: (rows: SeatRows) => Promise<Result<unknown>>): Promise<Result<Arrival>> {
    return this.#turns.take(sessionHash, async () => {
      const before = await this.#seatOf(sessionHash);
      if (before !== null) return ok({ personId: before, isNew: false });
      const done = await come((events) => seatRows(sessionHash, events));
      if (!done.ok) return done;
      // Null where the command was another device's, sent again by this one.
      const personId = await this.#seatOf(sessionHash);
      return personId === null ? refused('not_signed_in') : ok({ personId, isNew: true });
    });
  }

  async #seatOf(sessionHash: string): Promise<string | null> {
    const seat = await this.store.findSeat(sessionHash, this.meetingId);
    const state = this.stateNow();
    return seat && state && seatedPerson(state, seat.personId) ? seat.personId : null;
  }
}

function seatRows(sessionHash: string, events: readonly MeetingEvent[]): IndexRow[] {
  return events.flatMap((event) =>
    event.type === 'person.seated'
      ? [{ row: 'seat', sessionHash, personId: event.personId } satisfies IndexRow]
      : [],
  );
}
