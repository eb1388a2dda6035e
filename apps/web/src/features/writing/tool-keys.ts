// Keys of a toolbar: along the line, to its ends, and round.

/** Which tool a key leads to; null for keys that move nothing. */
export function toolAfter(key: string, at: number, count: number, rtl = false): number | null {
  const on = rtl ? -1 : 1;
  const goal: Partial<Record<string, number>> = {
    ArrowRight: (at + on + count) % count,
    ArrowLeft: (at - on + count) % count,
    Home: 0,
    End: count - 1,
  };
  return goal[key] ?? null;
}
