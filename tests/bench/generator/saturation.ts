/**
 * Finds the highest rate that a server bears: 1.7 times as much at each step until one is not borne, then two
 * bisections. Steps are coarse: 10 to 15 % is noise.
 */
export interface Step {
  /** Asked for and really sent, a second. */
  rate: number;
  sent: number;
  ok: boolean;
}

const growth = 1.7;
const mostSteps = 14;
const bisections = 2;
/** Below this the search for a first rate that is borne ends. */
const leastRate = 5;

export async function saturate<S extends Step>(
  firstRate: number,
  maxRate: number,
  tryRate: (rate: number) => Promise<S>,
): Promise<{ best: S | null; steps: S[] }> {
  const steps: S[] = [];
  const borne = () => steps.filter(({ ok }) => ok).at(-1) ?? null;
  // The lowest rate of those that were not borne is the last of them.
  const tooMuch = () => refused.at(-1) ?? null;
  const refused: number[] = [];
  const attempt = async (rate: number) => {
    const step = await tryRate(rate);
    steps.push(step);
    if (!step.ok) refused.push(rate);
    return step;
  };
  let rate = firstRate;
  while (steps.length < mostSteps) {
    const step = await attempt(rate);
    const isAllWeCanSend = step.ok && step.sent < 0.9 * step.rate;
    if (isAllWeCanSend) return { best: step, steps };
    if (step.ok) {
      if (rate >= maxRate || tooMuch() !== null) break;
      rate = Math.min(maxRate, rate * growth);
    } else {
      // The very first may be too much: go down.
      if (borne() !== null || rate < leastRate) break;
      rate /= 2;
    }
  }
  for (let i = 0; i < bisections; i++) {
    const [from, to] = [borne(), tooMuch()];
    if (from && to !== null) await attempt((from.rate + to) / 2);
  }
  return { best: borne(), steps };
}
