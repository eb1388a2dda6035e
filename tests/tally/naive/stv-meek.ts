/**
 * Meek's method, step by step as it is written.
 * Source: Proportional Representation Foundation, Reference Meek Rule (https://prfound.org/resources/reference/reference-meek-rule/):
 * nine places, omega 0.000001. Letters and numbers below are those of the rule.
 */
import { Decimals, smallest, sum } from './decimals';
import { countsOf, indexes, papersOf, type RankedPoll } from './papers';
import { choicesOf } from './stv-scottish';
import { apart } from './places';

const nine = new Decimals(9);
const omega = 1000n;

type State = 'hopeful' | 'elected' | 'defeated';
type Step = { votes: bigint[]; quota: bigint; surplus: bigint; weightLeft: bigint; winners: number[] };

export function stvMeek(poll: RankedPoll) {
  // A.
  const papers = papersOf(poll.ballots).map(({ ranking }) => choicesOf(ranking));
  const valid = papers.filter((choices) => choices.length > 0);
  const states: State[] = indexes(poll).map(() => 'hopeful');
  const keep = indexes(poll).map(() => nine.one);
  const those = (state: State): number[] => indexes(poll).filter((option) => states[option] === state);
  const elected: number[] = [];
  const ranks: number[][] = [];
  const out: number[] = [];
  const rounds: unknown[] = [];
  let latest: bigint[] = indexes(poll).map(() => 0n);
  let quota: string | null = null;
  let unfilled: { seats: number; between: number[] } | null = null;

  // B.1.
  while (
    valid.length > 0 &&
    elected.length < poll.seats &&
    elected.length + those('hopeful').length > poll.seats
  ) {
    let step: Step;
    let before: bigint | null = null;
    let iterations = 0;
    // B.2.
    for (;;) {
      step = distribute(poll, valid, keep, states);
      iterations += 1;
      if (step.winners.length > 0 || step.surplus < omega || (before !== null && step.surplus >= before))
        break;
      before = step.surplus;
      for (const option of those('elected')) {
        const times = nine.up(keep[option] ?? 0n, step.quota, nine.one);
        keep[option] = nine.up(times, nine.one, step.votes[option] ?? 0n);
      }
    }
    quota = nine.text(step.quota);
    const winners = byVotes(poll, step.winners, step.votes);
    ranks.push(...winners);
    const round = {
      votes: step.votes.map((votes) => nine.text(votes)),
      keep: keep.map((each) => nine.text(each)),
      quota,
      surplus: nine.text(step.surplus),
      excess: nine.text(step.weightLeft),
      iterations,
      elected: winners.flat(),
      excluded: null as number | null,
    };
    rounds.push(round);
    latest = step.votes;
    for (const option of round.elected) states[option] = 'elected';
    elected.push(...round.elected);
    if (round.elected.length > 0) continue;

    // B.3.
    const low = smallest(those('hopeful').map((option) => step.votes[option] ?? 0n));
    const tied = those('hopeful').filter((option) => (step.votes[option] ?? 0n) <= low + step.surplus);
    const loser = tied.length === 1 ? tied[0] : lastOf(poll, tied);
    if (loser === undefined) {
      unfilled = { seats: poll.seats - elected.length, between: those('hopeful') };
      break;
    }
    round.excluded = loser;
    states[loser] = 'defeated';
    keep[loser] = 0n;
    out.unshift(loser);
  }

  // C.
  const fills = valid.length > 0 && unfilled === null && elected.length < poll.seats;
  const lastRanks = fills ? byVotes(poll, those('hopeful'), latest) : [];
  const lastSeats = lastRanks.flat();
  const rest = those('hopeful').filter((option) => !lastSeats.includes(option));
  return {
    counts: countsOf(poll.ballots, ({ ranking }) => choicesOf(ranking).length > 0),
    elected: [...elected, ...lastSeats],
    ranking: [
      ...ranks,
      ...lastRanks,
      ...(unfilled ? [rest] : byVotes(poll, rest, latest)),
      ...out.map((option) => [option]),
    ],
    unfilled,
    quota,
    rounds,
    lastSeats,
  };
}

/** B.2.a to B.2.d. */
function distribute(
  poll: RankedPoll,
  papers: readonly (readonly number[])[],
  keep: readonly bigint[],
  states: readonly State[],
): Step {
  const votes = indexes(poll).map(() => 0n);
  let weightLeft = 0n;
  for (const choices of papers) {
    let weight = nine.one;
    for (const option of choices) {
      const kept = nine.up(weight, keep[option] ?? 0n, nine.one);
      votes[option] = (votes[option] ?? 0n) + kept;
      weight -= kept;
    }
    weightLeft += weight;
  }
  const quota = sum(votes) / BigInt(poll.seats + 1) + 1n;
  const winners = indexes(poll).filter(
    (option) => states[option] === 'hopeful' && (votes[option] ?? 0n) >= quota,
  );
  const over = indexes(poll).filter((option) => states[option] === 'elected' || winners.includes(option));
  const surplus = sum(over.map((option) => (votes[option] ?? 0n) - quota));
  return { votes, quota, surplus: surplus < 0n ? 0n : surplus, weightLeft, winners };
}

/** Procedure T: the published order, whose last goes. */
function lastOf(poll: RankedPoll, tied: readonly number[]): number | undefined {
  return poll.tieOrder?.order.toReversed().find((option) => tied.includes(option));
}

/** Most votes first; equals as published. */
function byVotes(poll: RankedPoll, options: readonly number[], votes: readonly bigint[]): number[][] {
  const values = [...new Set(options.map((option) => votes[option] ?? 0n))].sort((a, b) => (a > b ? -1 : 1));
  return values.flatMap((value) =>
    apart(
      poll,
      options.filter((option) => votes[option] === value),
    ),
  );
}
