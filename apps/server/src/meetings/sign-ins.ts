/**
 * Those who come sign the attendance list together: the first at once, and whoever comes in the moment after in one append,
 * since in a hall hundreds come within a second. Nobody waits for it; it is told like any other fact, once it is stored.
 *
 * Whoever gives a command calls `now` before, so that it is decided on a list which has all who came.
 */
import type { MeetingCommand, MeetingEvent, MeetingState } from '@mufakat/domain';
import { coalesce } from '../platform/coalesce';
import type { Stream } from '../streams/stream';

const momentMs = 100;

type Together = Pick<Stream<MeetingState, MeetingCommand, MeetingEvent>, 'askTogether'>;

export class SignIns {
  readonly #record: Together;
  readonly #moments = coalesce(momentMs, () => this.now());
  #coming = new Set<string>();

  constructor(record: Together) {
    this.#record = record;
  }

  add(personId: string): void {
    this.#coming.add(personId);
    this.#moments.call();
  }

  /** Whoever waits for the moment to end signs before anything that is asked from here on. */
  now(): void {
    if (this.#coming.size === 0) return;
    const acts = [...this.#coming].map((personId) => ({
      actor: { kind: 'person', personId } as const,
      command: { type: 'attendance.sign' } as const,
    }));
    this.#coming = new Set();
    // A failed store refuses louder acts than this one; the next join signs again.
    void this.#record.askTogether(acts).catch(() => undefined);
  }

  stop(): void {
    this.#moments.stop();
  }
}
