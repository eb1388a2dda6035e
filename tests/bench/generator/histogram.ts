/**
 * Log-linear histogram of milliseconds: 1 µs resolution at the bottom, about 1.6 % error above. Adding costs no
 * allocation, so that a million deliveries a second can be timed by the process that also makes them.
 */
const perOctave = 64;
const half = perOctave / 2;

export interface Distribution {
  n: number;
  mean: number | null;
  p50: number | null;
  p95: number | null;
  p99: number | null;
  max: number;
}

export class Histogram {
  readonly #counts = new Uint32Array(perOctave * 40);
  #n = 0;
  #max = 0;
  #sum = 0;

  add(ms: number): void {
    if (ms < 0) ms = 0;
    if (ms > this.#max) this.#max = ms;
    this.#sum += ms;
    this.#n++;
    const last = this.#counts.length - 1;
    const bucket = bucketOf(ms * 1000);
    this.#counts[bucket < last ? bucket : last]!++;
  }

  reset(): void {
    this.#counts.fill(0);
    this.#n = this.#max = this.#sum = 0;
  }

  /** Milliseconds under which the share `p` (0 to 1) lies; null where nothing was added. */
  quantile(p: number): number | null {
    if (this.#n === 0) return null;
    let left = Math.max(1, Math.ceil(p * this.#n));
    for (let bucket = 0; bucket < this.#counts.length; bucket++) {
      left -= this.#counts[bucket]!;
      if (left <= 0) return bucket < perOctave ? bucket / 1000 : Math.min(this.#max, middleOf(bucket));
    }
    return this.#max;
  }

  summary(): Distribution {
    const at = (p: number) => rounded(this.quantile(p));
    return {
      n: this.#n,
      mean: this.#n > 0 ? rounded(this.#sum / this.#n) : null,
      p50: at(0.5),
      p95: at(0.95),
      p99: at(0.99),
      max: rounded(this.#max) ?? 0,
    };
  }
}

function bucketOf(us: number): number {
  if (us < perOctave) return us | 0;
  const octave = 31 - Math.clz32(us | 0) - 5;
  return octave * half + ((us / (1 << octave)) | 0);
}

/** Milliseconds. */
function middleOf(bucket: number): number {
  const octave = Math.floor(bucket / half) - 1;
  return ((bucket - octave * half + 0.5) * (1 << octave)) / 1000;
}

function rounded(ms: number | null): number | null {
  return ms === null ? null : Number(ms.toFixed(ms < 10 ? 3 : 1));
}
