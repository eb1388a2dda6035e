// Which rows of a long list stand on the page: those in sight, some around them, and those that must not leave. Pure. Heights are of
// a row with what separates it from the next, in pixels; those not measured yet count as the estimate.
export interface Row {
  readonly index: number;
  /** Space that rows left out take before this one, in pixels. */
  readonly gap: number;
}

export interface Sight {
  readonly rows: readonly Row[];
  /** Space below the last row, in pixels. */
  readonly after: number;
}

export interface Strip {
  /** From the start of the list, in pixels; what lies between is in sight. */
  readonly from: number;
  readonly to: number;
}

/** [first, last): the last is not in it. */
export type Range = readonly [first: number, last: number];

/** The range [first, last) of rows that touch the strip; one row at least, where there is any. */
export function touched(heights: readonly number[], { from, to }: Strip): Range {
  let [at, first] = [0, 0];
  while (first < heights.length - 1 && at + (heights[first] ?? 0) <= from) at += heights[first++] ?? 0;
  let last = first;
  while (last < heights.length && (at < to || last === first)) at += heights[last++] ?? 0;
  return [first, last];
}

/**
 * The range to go to from `now`, with at most `atOnce` new rows: those that are `seen` first, from what is there on, then the others
 * of `wide`. Of what is there nothing goes that stays.
 */
export function nextRange(now: Range, seen: Range, wide: Range, atOnce: number): Range {
  const stay: Range = [Math.max(now[0], wide[0]), Math.min(now[1], wide[1])];
  const touches = stay[0] < stay[1] && stay[0] <= seen[1] && stay[1] >= seen[0];
  const from: Range = touches ? stay : [seen[0], seen[0]];
  const first = grown(from, seen, atOnce);
  return grown(first, wide, atOnce - (first[1] - first[0]) + (from[1] - from[0]));
}

/** Grown by at most so many rows to cover the goal, at its end first. */
function grown([from, to]: Range, goal: Range, most: number): Range {
  const after = Math.min(most, Math.max(0, goal[1] - to));
  return [from - Math.min(most - after, Math.max(0, from - goal[0])), to + after];
}

/** Milliseconds that a frame with new rows should take the page. */
const frameMs = 16;
/** New rows in a frame, before it is known what they take, and at most. */
export const firstPace = 2;
const mostPace = 12;

/** How many new rows the next frame may have, after one with so many took `ms`; fewer on a slow machine and of heavy rows. */
export function nextPace(pace: number, rows: number, ms: number): number {
  const fit = Math.floor((rows * frameMs) / Math.max(ms, 1));
  if (fit < rows) return Math.max(1, Math.min(pace, fit));
  return rows >= pace && fit > rows ? Math.min(pace + 1, mostPace) : pace;
}

/** Rows to show, in order: the range, and single ones that stay. */
export function rowsIn(heights: readonly number[], [first, last]: Range, kept: readonly number[]): Sight {
  const single = kept.filter(
    (index) => index >= 0 && index < heights.length && (index < first || index >= last),
  );
  const range = Array.from({ length: Math.max(0, last - first) }, (_, n) => first + n);
  const shown = [...new Set([...single, ...range])].sort((a, b) => a - b);
  let next = 0;
  const rows = shown.map((index): Row => {
    const gap = total(heights, next, index);
    next = index + 1;
    return { index, gap };
  });
  return { rows, after: total(heights, next, heights.length) };
}

function total(heights: readonly number[], from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at += 1) sum += heights[at] ?? 0;
  return sum;
}
