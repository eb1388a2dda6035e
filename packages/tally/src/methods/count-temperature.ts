/**
 * Temperature check: five steps from 0 to 4 for each option or question. It binds nobody, so nothing is elected and
 * its result may be shown while it runs; it tells a room whether it is ready to decide.
 *
 * Source: the house's own, after the gradients of agreement of Kaner, *Facilitator's Guide to Participatory
 * Decision-Making*, in five steps.
 */
import type { TemperatureElection } from './election';
import type { TemperatureResult } from './method-result';
import { exactSum } from './by-votes';
import { exactProduct, fraction } from './decimals';
import { countsOf, weightOf } from './papers';
import { refuseBroken } from './problems';
import { indexes, standingBy } from './standing';

type Row = TemperatureResult['rows'][number];

/** Ranked by mean of those who answered; what nobody answered stands last. Throws RangeError on broken ballots. */
export function countTemperature(election: TemperatureElection): TemperatureResult {
  refuseBroken(election);
  const { options, seats, ballots, tieOrder } = election;
  const rows = options.map((_, option) => rowOf(option, election));
  return {
    method: 'temperature',
    variant: 'five-steps-unbinding',
    options: options.length,
    seats,
    counts: countsOf(ballots, ({ figures }) => figures.some((figure) => figure !== null)),
    rows,
    ...standingBy(indexes(options), (a, b) => warmer(rows[a], rows[b]), tieOrder),
    elected: [],
    unfilled: null,
    proportional: 'one-seat',
  };
}

function rowOf(option: number, { ballots }: TemperatureElection): Row {
  const steps = [0, 1, 2, 3, 4].map((step) =>
    exactSum(ballots.filter(({ figures }) => figures[option] === step).map(weightOf)),
  );
  const count = exactSum(steps);
  return { steps, count, mean: fraction(degreesOf(steps), count) };
}

function degreesOf(steps: readonly number[]): number {
  return exactSum(steps.map((weight, step) => exactProduct(weight, step)));
}

function warmer(a: Row | undefined, b: Row | undefined): number {
  if (!a?.count || !b?.count) return (b?.count ? 1 : 0) - (a?.count ? 1 : 0);
  const [left, right] = [
    BigInt(degreesOf(a.steps)) * BigInt(b.count),
    BigInt(degreesOf(b.steps)) * BigInt(a.count),
  ];
  return left === right ? 0 : left > right ? -1 : 1;
}
