/** Whole hours until then, at least one: a copy is never said to go in no time. */
export function hoursLeft(until: number, now: number): number {
  return Math.max(1, Math.floor((until - now) / 3_600_000));
}
