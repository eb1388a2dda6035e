/**
 * Who is connected, one entry a person however many devices, with a grace for dead lines. Of the moment: rules read
 * attendance and the roll, never this; its number is copied into the event that needs it.
 */
import { wireLimits } from '@mufakat/protocol';

export class Presence {
  readonly #lines = new Map<string, number>();
  readonly #leaving = new Map<string, NodeJS.Timeout>();
  #sorted: string[] | null = null;

  readonly #lastHere = new Map<string, number>();

  /** Whoever never came since `since` (server time) counts as gone from then on. */
  constructor(
    readonly since: number,
    readonly clock: { now(): number },
    readonly changed: () => void,
  ) {}

  enter(personId: string): void {
    clearTimeout(this.#leaving.get(personId));
    this.#leaving.delete(personId);
    const isHere = this.#lines.has(personId);
    const before = this.#lines.get(personId) ?? 0;
    this.#lines.set(personId, before + 1);
    if (!isHere) this.#sorted = null;
    if (before === 0) this.changed();
  }

  /** One line less; the person counts as here until the grace is over. */
  leave(personId: string): void {
    const lines = this.#lines.get(personId);
    // Dropped before, or in its grace already.
    if (!lines) return;
    if (lines === 1) this.#lastHere.set(personId, this.clock.now());
    if (lines > 1) {
      this.#lines.set(personId, lines - 1);
      return;
    }
    const timer = setTimeout(() => this.#gone(personId), wireLimits.presenceGraceMs);
    timer.unref();
    this.#lines.set(personId, 0);
    this.#leaving.set(personId, timer);
  }

  /** At once, without grace: the person said goodbye or was removed. */
  drop(personId: string): void {
    if (this.#lines.get(personId)) this.#lastHere.set(personId, this.clock.now());
    clearTimeout(this.#leaving.get(personId));
    this.#gone(personId);
  }

  /** Server time at which the person's last line went; `now` while one is open. */
  lastHere(personId: string, now: number): number {
    return this.#lines.get(personId) ? now : (this.#lastHere.get(personId) ?? this.since);
  }

  /** Has a line open now; in the grace after the last one a person is here, but not connected. */
  isConnected(personId: string): boolean {
    return (this.#lines.get(personId) ?? 0) > 0;
  }

  has(personId: string): boolean {
    return this.#lines.has(personId);
  }

  get isEmpty(): boolean {
    return this.#lines.size === 0;
  }

  /** In order of their ids; made once until someone comes or goes. */
  people(): string[] {
    this.#sorted ??= [...this.#lines.keys()].sort();
    return this.#sorted;
  }

  close(): void {
    for (const timer of this.#leaving.values()) clearTimeout(timer);
  }

  #gone(personId: string): void {
    this.#leaving.delete(personId);
    if (!this.#lines.delete(personId)) return;
    this.#sorted = null;
    this.changed();
  }
}
