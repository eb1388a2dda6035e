/**
 * One document's way to disk: changes that arrive within the same turn of the event loop, or while a flush is under
 * way, go in one append, one flush and one frame.
 *
 * There is no fixed delay: an idle queue flushes at the end of the turn, a busy one as often as telling people allows
 * (telling-pace.ts). One append at a time; after a failure nothing more is written.
 */
import { TellingPace } from '../platform/telling-pace';

interface Outcomes<T> {
  append(updates: readonly T[]): Promise<unknown>;
  /** On disk: tell people. */
  flushed(updates: readonly T[]): void;
  failed(error: unknown): void;
  /** How many are told. */
  readers(): number;
  /** Nothing is unflushed any more. */
  rested(): void;
}

export class FlushQueue<T> {
  readonly #outcomes: Outcomes<T>;
  #waiting: T[] = [];
  #state: 'resting' | 'due' | 'flushing' | 'failed' = 'resting';
  readonly #pace = new TellingPace();

  constructor(outcomes: Outcomes<T>) {
    this.#outcomes = outcomes;
  }

  get resting(): boolean {
    return this.#state === 'resting';
  }

  add(update: T): void {
    this.#waiting.push(update);
    if (this.#state === 'resting') this.#schedule();
  }

  #schedule(): void {
    this.#state = 'due';
    const run = () => void this.#flush();
    const waitMs = this.#pace.waitMs(performance.now());
    if (waitMs < 1) setImmediate(run);
    else setTimeout(run, waitMs);
  }

  async #flush(): Promise<void> {
    const batch = this.#waiting;
    this.#waiting = [];
    this.#state = 'flushing';
    try {
      await this.#outcomes.append(batch);
      this.#pace.tell(this.#outcomes.readers(), () => this.#outcomes.flushed(batch));
    } catch (error) {
      this.#state = 'failed';
      this.#outcomes.failed(error);
      return;
    }
    if (this.#waiting.length > 0) return this.#schedule();
    this.#state = 'resting';
    this.#outcomes.rested();
  }
}
