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

type Range = readonly [first: number, last: number];

/** The range [first, last) of rows that touch the strip; one row at least, where there is any. */
export function touched(heights: readonly number[], { from, to }: Strip): Range {
  let [at, first] = [0, 0];
  while (first < heights.length - 1 && at + (heights[first] ?? 0) <= from) at += heights[first++] ?? 0;
  let last = first;
  while (last < heights.length && (at < to || last === first)) at += heights[last++] ?? 0;
  return [first, last];
}

/** More new rows than these do not come in one frame, unless they are in sight. */
const mostAtOnce = 4;

/** The range to go to from `now`: `wide`, or what is `seen` first where much of it is new; of what is there nothing goes that stays. */
export function nextRange(now: Range, seen: Range, wide: Range): Range {
  const stay: Range = [Math.max(now[0], wide[0]), Math.min(now[1], wide[1])];
  const staying = Math.max(0, stay[1] - stay[0]);
  if (wide[1] - wide[0] - staying <= mostAtOnce) return wide;
  const touches = staying > 0 && stay[0] <= seen[1] && stay[1] >= seen[0];
  const first: Range = touches ? [Math.min(stay[0], seen[0]), Math.max(stay[1], seen[1])] : seen;
  return first[0] === wide[0] && first[1] === wide[1] ? wide : grown(first, now, wide);
}

/** Where all that is in sight stands there already, some more of what is around it. */
function grown(first: Range, now: Range, wide: Range): Range {
  if (first[0] !== now[0] || first[1] !== now[1]) return first;
  const after = Math.min(mostAtOnce, wide[1] - first[1]);
  return [Math.max(wide[0], first[0] - (mostAtOnce - after)), first[1] + after];
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
