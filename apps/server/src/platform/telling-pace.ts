/**
 * How often a room is told something: at once where it is quiet, and where telling it costs, seldom enough that this stays
 * a small part of the work, and what comes meanwhile shares a frame.
 */
export interface Pace {
  /** A telling's cost times this until the next … */
  costTimes: number;
  /** … but not longer than this, milliseconds, … */
  longestMs: number;
  /** … nor than many readers would explain. */
  msPerReader: number;
}

/** For what moves on the screen: events, pointers. */
export const livePace: Pace = { costTimes: 16, longestMs: 40, msPerReader: 0.1 };

/** For text, where a flush to disk and a frame for each of many readers are saved by waiting a little longer. */
export const textPace: Pace = { costTimes: 12, longestMs: 56, msPerReader: 0.18 };

export class TellingPace {
  readonly #pace: Pace;
  #notBefore = 0;
  #toldAt = -Infinity;

  constructor(pace: Pace) {
    this.#pace = pace;
  }

  /** Milliseconds to wait from `now` on; `quietMs` more than that after the last where nobody waits for it and it costs. */
  waitMs(now: number, quietMs = 0): number {
    const costs = this.#notBefore - this.#toldAt > 1;
    const quiet = costs ? this.#toldAt + quietMs : 0;
    return Math.max(0, this.#notBefore - now, quiet - now);
  }

  /** Tells so many readers, and takes the time. */
  tell(readers: number, run: () => void): void {
    const { costTimes, longestMs, msPerReader } = this.#pace;
    const startedAt = performance.now();
    run();
    const tookMs = performance.now() - startedAt;
    const pauseMs = Math.min(longestMs, costTimes * tookMs, readers * msPerReader);
    this.#toldAt = startedAt;
    this.#notBefore = startedAt + Math.max(tookMs, pauseMs);
  }
}
