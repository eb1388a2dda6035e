/**
 * How often a room is told something: at once where it is quiet, and where telling it costs, seldom enough that this stays
 * a small part of the work, and what comes meanwhile shares a frame.
 */

/** Costs times this until the next, but not longer than `longestMs`, nor than many readers would explain. */
const costTimes = 16;
const longestMs = 40;
const msPerReader = 0.13;

export class TellingPace {
  #notBefore = 0;
  #toldAt = -Infinity;

  /** Milliseconds to wait from `now` on; `quietMs` more than that after the last where nobody waits for it and it costs. */
  waitMs(now: number, quietMs = 0): number {
    const costs = this.#notBefore - this.#toldAt > 1;
    const quiet = costs ? this.#toldAt + quietMs : 0;
    return Math.max(0, this.#notBefore - now, quiet - now);
  }

  /** Tells so many readers, and takes the time. */
  tell(readers: number, run: () => void): void {
    const startedAt = performance.now();
    run();
    const tookMs = performance.now() - startedAt;
    const pauseMs = Math.min(longestMs, costTimes * tookMs, readers * msPerReader);
    this.#toldAt = startedAt;
    this.#notBefore = startedAt + Math.max(tookMs, pauseMs);
  }
}
