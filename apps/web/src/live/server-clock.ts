/**
 * The server's time on this device. Each answer to *what time is it?* is a sample; the one with the shortest round
 * trip is the most exact, by half of it. The device's own clock may be wrong, or be set meanwhile: only how much time
 * has passed is taken from it, from a timer that nobody can set.
 */
interface Sample {
  roundTripMs: number;
  /** Server time less local time. */
  offsetMs: number;
  heardAt: number;
}

const keptMs = 15 * 60_000;

export class ServerClock {
  #samples: readonly Sample[] = [];
  #doubted = false;

  /** `local` in milliseconds, steady; where it starts does not matter. */
  constructor(readonly local: () => number = steady) {}

  /** An answer has come: asked at `askedAt` by the local timer, `serverNow` by the server's clock. */
  heard(askedAt: number, serverNow: number): void {
    const heardAt = this.local();
    const roundTripMs = heardAt - askedAt;
    const sample = { roundTripMs, offsetMs: serverNow - (askedAt + heardAt) / 2, heardAt };
    const before = this.#doubted ? [] : this.#samples.filter((one) => heardAt - one.heardAt < keptMs);
    this.#samples = [...before, sample].sort((a, b) => a.roundTripMs - b.roundTripMs);
    this.#doubted = false;
  }

  /** After a sleep the local timer may have stood still: the next answer replaces all before it. */
  doubt(): void {
    this.#doubted = true;
  }

  /** Milliseconds since 1970; before the first answer, what this device believes. */
  now(): number {
    return Math.round(this.local() + (this.#samples[0]?.offsetMs ?? 0));
  }
}

function steady(): number {
  return performance.timeOrigin + performance.now();
}
