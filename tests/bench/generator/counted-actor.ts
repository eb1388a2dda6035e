/** Someone who does the same thing at a pace, and whose doings are counted by those who see them. */
import type { Counted } from './document-parts';
import type { Actor } from './pacer';

export abstract class CountedActor implements Actor, Counted {
  /** When each was done. */
  readonly sentAt: Float64Array;
  /** So many were done; those from `mark` on are measured, `got` counts how often those were seen. */
  done = 0;
  mark = Infinity;
  got = 0;
  dueAt = 0;
  gapMs = 0;

  constructor(capacity: number) {
    this.sentAt = new Float64Array(capacity);
  }

  act(now: number): void {
    if (this.done >= this.sentAt.length) return;
    const nth = this.done++;
    this.sentAt[nth] = now;
    this.perform(nth);
  }

  protected abstract perform(nth: number): void;
}
