/**
 * A token bucket: `rate` tokens a second up to `burst`. The sender alone pays: each session, connection or address
 * has its own. Time comes from outside.
 */
export class TokenBucket {
  #tokens: number;
  #at: number;

  constructor(
    readonly rate: number,
    readonly burst: number,
    now: number,
  ) {
    this.#tokens = burst;
    this.#at = now;
  }

  /** Takes `cost` tokens; false, and nothing taken, where there are not enough. */
  take(now: number, cost = 1): boolean {
    this.#refill(now);
    if (this.#tokens < cost) return false;
    this.#tokens -= cost;
    return true;
  }

  /** Milliseconds until `cost` tokens are there. */
  waitMs(now: number, cost = 1): number {
    this.#refill(now);
    return Math.max(0, Math.ceil(((cost - this.#tokens) / this.rate) * 1000));
  }

  #refill(now: number): void {
    const elapsed = Math.max(0, now - this.#at);
    this.#tokens = Math.min(this.burst, this.#tokens + (elapsed * this.rate) / 1000);
    this.#at = now;
  }
}

const lookThroughMs = 1_000;

/** Buckets by key; those that are full again are forgotten, so that memory follows the present load. */
export class TokenBuckets {
  readonly #buckets = new Map<string, TokenBucket>();
  #lookedThroughAt = -Infinity;

  constructor(
    readonly rate: number,
    readonly burst: number,
    readonly maxKeys = 50_000,
  ) {}

  take(key: string, now: number, cost = 1): boolean {
    return this.#bucket(key, now).take(now, cost);
  }

  /** Whether a token is there, without taking it. */
  has(key: string, now: number): boolean {
    const bucket = this.#buckets.get(key);
    return bucket === undefined || bucket.waitMs(now) === 0;
  }

  #bucket(key: string, now: number): TokenBucket {
    let bucket = this.#buckets.get(key);
    if (!bucket) {
      if (this.#buckets.size >= this.maxKeys) this.#forgetFull(now);
      bucket = new TokenBucket(this.rate, this.burst, now);
      this.#buckets.set(key, bucket);
    }
    return bucket;
  }

  #forgetFull(now: number): void {
    // Not for each new key: that would let many keys stall the server.
    if (Math.abs(now - this.#lookedThroughAt) >= lookThroughMs) {
      this.#lookedThroughAt = now;
      for (const [key, bucket] of this.#buckets) {
        if (bucket.waitMs(now, this.burst) === 0) this.#buckets.delete(key);
      }
    }
    // All are in use: the oldest goes, which favours its owner and bounds the memory.
    const oldest = this.#buckets.keys().next();
    if (this.#buckets.size >= this.maxKeys && !oldest.done) this.#buckets.delete(oldest.value);
  }
}
