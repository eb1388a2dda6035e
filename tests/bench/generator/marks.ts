/**
 * Tells the runner, a line on stdout each, when the part that counts begins and ends: that much is profiled. The
 * result is the last line.
 */
export type Mark = 'measuring' | 'measured';

export function mark(name: Mark): void {
  process.stdout.write(`${JSON.stringify({ mark: name })}\n`);
}
