/**
 * How much longer this machine takes just now than a quiet one, by the clock: for bounds of seconds on what a person waits for. It
 * times a fixed piece of work; such a bound holds for the machine that `quietMs` was taken on and is stretched on one that is slower
 * or busy with something else, never shrunk. For a page's own tasks see stopwatch.ts.
 */

/** What a piece takes where nothing else runs: the median of 31, on a virtual machine with two cores of an AMD EPYC, Node 20. */
const quietMs = 24;
const pieces = 5;

/** 1 on a quiet machine of that kind, 2 where everything takes twice as long; 1 at least. Takes about a sixth of a second. */
export function machinePace(): number {
  const took = Array.from({ length: pieces }, pieceMs).sort((a, b) => a - b);
  return Math.max(1, (took[Math.floor(pieces / 2)] ?? 0) / quietMs);
}

/** Milliseconds by the clock for one piece. */
function pieceMs(): number {
  const since = performance.now();
  const words = Array.from({ length: 40_000 }, (_, n) => `${(n * 7919) % 40_009} kata`).sort();
  if (new Map(words.map((word, n) => [word, n])).size !== words.length) throw new Error('words are lost');
  return performance.now() - since;
}
