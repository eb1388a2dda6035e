// Times at which a pause may end, on full five minutes of the server's clock.
export interface ReturnTime {
  /** About how long from now; stays the same while the clock runs on. */
  readonly minutes: number;
  readonly at: number;
}

const stepMs = 5 * 60_000;
const spans = [5, 10, 15, 20, 30, 45, 60, 90] as const;

export function returnTimes(now: number): ReturnTime[] {
  const base = Math.ceil(now / stepMs) * stepMs;
  return spans
    .map((minutes) => ({ minutes, at: base + minutes * 60_000 - (base - now < stepMs / 2 ? 0 : stepMs) }))
    .filter((one) => one.at > now);
}
