/**
 * Coming in by the open code: the session is seated in the transaction that makes the person. A device that is in
 * already comes back as whom it was, also when it knocks twice at once.
 */
import {
  ok,
  refused,
  type MeetingCommand,
  type MeetingEvent,
  type MeetingState,
  type Result,
} from '@mufakat/domain';
import { Turns } from '../platform/turns';
import type { IndexRow } from '../store/ports';
import { meetingAggregate } from '../streams/aggregates';
import { readEvent } from '../streams/plan';
import { retryMs, type Stream } from '../streams/stream';

/** Who came in, and whether they were not here before. */
export interface Arrival {
  personId: string;
  isNew: boolean;
}

type SeatRows = (events: readonly MeetingEvent[]) => IndexRow[];

type Come = (rows: SeatRows) => Promise<Result<{ seq: number }>>;
type MeetingStream = Stream<MeetingState, MeetingCommand, MeetingEvent>;

export class Arrivals {
  readonly #turns = new Turns();

  constructor(readonly stream: MeetingStream) {}

  /** `come` asks for the person, with the rows that seat the session. */
  take(sessionHash: string, come: Come): Promise<Result<Arrival>> {
    return this.#turns.take(sessionHash, async () => {
      const before = await this.#seatOf(sessionHash);
      if (before !== null) return ok({ personId: before, isNew: false });
      const done = await come((events) => seatRows(sessionHash, events));
      if (!done.ok) return done;
      const seated = await this.#seatOf(sessionHash);
      const personId = seated ?? (await this.#knocksAgain(sessionHash, done.value.seq));
      return personId === null ? refused('not_signed_in') : ok({ personId, isNew: true });
    });
  }

  /**
   * The answer to the first knock was lost, and its cookie with it. The command's id, 128 random bits that only this
   * device and the store know, is proof enough for a while that it is the same device.
   */
  async #knocksAgain(sessionHash: string, seq: number): Promise<string | null> {
    const { ref, ports } = this.stream;
    const [sealed] = this.stream.eventsAfter(seq - 1, 1);
    if (!sealed || ports.clock.now() - sealed.at > retryMs) return null;
    const event = readEvent(meetingAggregate, sealed);
    if (event.type !== 'person.seated') return null;
    await ports.store.putSeat(sessionHash, ref.id, event.personId);
    return this.#seatOf(sessionHash);
  }

  async #seatOf(sessionHash: string): Promise<string | null> {
    const { ref, ports, state } = this.stream;
    const seat = await ports.store.findSeat(sessionHash, ref.id);
    const person = seat && state.status === 'planned' ? state.people.get(seat.personId) : undefined;
    // Whoever was removed comes as another person; who waits is here.
    return person && person.seat !== 'removed' ? person.id : null;
  }
}

function seatRows(sessionHash: string, events: readonly MeetingEvent[]): IndexRow[] {
  return events.flatMap((event) =>
    event.type === 'person.seated'
      ? [{ row: 'seat', sessionHash, personId: event.personId } satisfies IndexRow]
      : [],
  );
}
