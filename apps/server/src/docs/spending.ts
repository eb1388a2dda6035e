/**
 * What a connection may cost: milliseconds of the server's work per second, with a reserve for bursts. It pays after
 * the fact and may owe; while it owes, nothing more is read from its socket, so that the sender alone waits and
 * nothing is lost. Many small changes and few costly ones are measured by the same rule.
 */
export interface SpendingLimits {
  /** Milliseconds of work per second, for as long as it takes. */
  msPerSecond: number;
  /** Milliseconds of work at once. */
  reserveMs: number;
  /** Added to each message for what is not measured: storing and telling. */
  perMessageMs: number;
}

/** About three thousand keystrokes a second; a tenth of that is more than a person or an import needs. */
export const connectionSpending: SpendingLimits = { msPerSecond: 300, reserveMs: 3000, perMessageMs: 0.05 };

export class Spending {
  readonly #limits: SpendingLimits;
  #left: number;
  #at: number;

  constructor(limits: SpendingLimits, now: number) {
    this.#limits = limits;
    this.#left = limits.reserveMs;
    this.#at = now;
  }

  spend(now: number, workMs: number): void {
    this.#refill(now);
    this.#left -= workMs + this.#limits.perMessageMs;
  }

  /** Milliseconds until nothing is owed; 0 where nothing is. */
  waitMs(now: number): number {
    this.#refill(now);
    return this.#left >= 0 ? 0 : Math.ceil((-this.#left * 1000) / this.#limits.msPerSecond);
  }

  #refill(now: number): void {
    const earned = ((now - this.#at) * this.#limits.msPerSecond) / 1000;
    this.#left = Math.min(this.#limits.reserveMs, this.#left + earned);
    this.#at = now;
  }
}
