/**
 * How often a room is told something: at once where it is quiet, and where telling it costs, seldom enough that this stays
 * a small part of the work, and what comes meanwhile shares a frame.
 */

/** Costs times this until the next, but not longer than `longestMs`, nor than many readers would explain. */
const costTimes = 8;
const longestMs = 25;
const msPerReader = 0.1;

export class TellingPace {
  #notBefore = 0;

  /** Milliseconds to wait from `now` on. */
  waitMs(now: number): number {
    return Math.max(0, this.#notBefore - now);
  }

  /** Tells so many readers, and takes the time. */
  tell(readers: number, run: () => void): void {
    const startedAt = performance.now();
    run();
    const tookMs = performance.now() - startedAt;
    const pauseMs = Math.min(longestMs, costTimes * tookMs, readers * msPerReader);
    this.#notBefore = startedAt + Math.max(tookMs, pauseMs);
  }
}
