/** Reading figures out of result lines. */

/** The number at a path such as `lat.p99`; null where there is none. */
export function figureAt(line: object, path: string): number | null {
  let value: unknown = line;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null) return null;
    value = (value as Record<string, unknown>)[key];
  }
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const below = sorted[(sorted.length - 1) >> 1] ?? NaN;
  const above = sorted[sorted.length >> 1] ?? NaN;
  return (below + above) / 2;
}
