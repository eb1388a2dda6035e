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

/** The range [first, last) of rows that touch the strip; one row at least, where there is any. */
export function touched(heights: readonly number[], { from, to }: Strip): [first: number, last: number] {
  let [at, first] = [0, 0];
  while (first < heights.length - 1 && at + (heights[first] ?? 0) <= from) at += heights[first++] ?? 0;
  let last = first;
  while (last < heights.length && (at < to || last === first)) at += heights[last++] ?? 0;
  return [first, last];
}

/** Rows to show, in order: the range, and single ones that stay. */
export function rowsIn(
  heights: readonly number[],
  [first, last]: readonly [number, number],
  kept: readonly number[],
): Sight {
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
