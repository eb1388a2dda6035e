/**
 * The single transferable vote by Meek's method: each elected candidate keeps just the part of every ballot that
 * holds them at the quota, found by iteration, and passes on the rest; excluded candidates keep nothing, as if
 * they had never stood. Nine decimals, omega 10⁻⁶.
 *
 * Source: Proportional Representation Foundation, *Reference Meek Rule* (after Hill, Wichmann and Woodall, The
 * Computer Journal 30, 1987); its step stands at each function. Procedure T is the published order.
 */
import type { MeekStvElection } from './election';
import { decimal, dividedUp } from './decimals';
import { takeOne } from './look-back';
import { meekDistribution, type Distribution } from './meek-distribution';
import type { MeekRound, MeekStvResult } from './method-result';
import { countsWith, type OnProgress } from './papers';
import { refuseBroken } from './problems';
import { rankingsOf, upToDoubt, type Rankings } from './rankings';
import { indexes, moreFirst } from './standing';
import { elect, isComplete, outcomeResult, seatsLeft, type Outcome } from './stv-outcome';

const places = 9;
const one = 1_000_000_000;
const omega = 1000n;

/** Throws RangeError on broken ballots. `onProgress` is called at each round. */
export function countMeekStv(election: MeekStvElection, onProgress?: OnProgress): MeekStvResult {
  refuseBroken(election);
  const { options, seats, ballots, tieOrder } = election;
  const rankings = rankingsOf(ballots, upToDoubt);
  const counts = countsWith(ballots, rankings.valid);
  const count = begin(rankings, election);
  const lastSeats = counts.valid > 0 ? run(count, election, onProgress) : [];
  const { rounds, outcome, votes } = count;
  return {
    method: 'stv-meek',
    variant: 'prf-reference',
    options: options.length,
    seats,
    counts,
    quota: rounds.at(-1)?.quota ?? null,
    rounds,
    lastSeats,
    ...outcomeResult(outcome, seats, moreFirst(votes), tieOrder, rounds.length),
    proportional: seats > 1 ? 'proportional' : 'one-seat',
  };
}

/** Votes in thousand-millionths; `keep` is the keep factor of each candidate in the same unit. */
type Count = {
  rankings: Rankings;
  valid: bigint;
  keep: number[];
  votes: bigint[];
  outcome: Outcome;
  rounds: MeekRound[];
};

/** A. */
function begin(rankings: Rankings, { options }: MeekStvElection): Count {
  return {
    rankings,
    valid: BigInt(rankings.valid) * BigInt(one),
    keep: options.map(() => one),
    votes: options.map(() => 0n),
    outcome: { hopeful: indexes(options), elected: [], excluded: [], ties: [], awaitsLot: false },
    rounds: [],
  };
}

/** B and C. Who fills the last seats. */
function run(count: Count, election: MeekStvElection, onProgress?: OnProgress): number[] {
  const { options, seats, tieOrder } = election;
  const { outcome } = count;
  while (!isComplete(outcome, seats)) {
    onProgress?.(options.length - outcome.hopeful.length, options.length);
    const surplus = iterate(count, election);
    if (count.rounds.at(-1)?.elected.length === 0) excludeLowest(count, surplus, tieOrder);
    if (outcome.awaitsLot) return [];
  }
  if (seatsLeft(outcome, seats) <= 0) return [];
  return elect(outcome, outcome.hopeful, moreFirst(count.votes), tieOrder, count.rounds.length);
}

/** B.2, until somebody is elected or the surplus is small or does not shrink. The surplus. */
function iterate(count: Count, { seats, tieOrder }: MeekStvElection): bigint {
  const { outcome, keep, valid } = count;
  const distribution = meekDistribution(count.rankings, new Set(outcome.hopeful), new Set(outcome.excluded));
  for (let iterations = 1, before: bigint | null = null; ; iterations++) {
    const votes = distribute(count, distribution);
    const sum = votes.reduce((total, n) => total + n, 0n);
    const quota = sum / BigInt(seats + 1) + 1n;
    const reached = outcome.hopeful.filter((option) => (votes[option] ?? 0n) >= quota);
    const round = count.rounds.length + 1;
    const elected = elect(outcome, reached, moreFirst(votes), tieOrder, round);
    const surplus = surplusOf(votes, quota, outcome);
    if (elected.length > 0 || surplus < omega || (before !== null && surplus >= before)) {
      const figures = { quota, surplus, excess: valid - sum, iterations };
      count.rounds.push(roundOf(votes, keep, figures, elected));
      return surplus;
    }
    before = surplus;
    updateKeep(keep, votes, quota, outcome);
  }
}

/** B.2.a. */
function distribute(count: Count, distribution: Distribution): bigint[] {
  count.votes = distribution(count.keep);
  return count.votes;
}

/** B.2.d. */
function surplusOf(votes: readonly bigint[], quota: bigint, { elected }: Outcome): bigint {
  const sum = elected.flat().reduce((total, option) => total + (votes[option] ?? 0n) - quota, 0n);
  return sum > 0n ? sum : 0n;
}

/** B.2.f: times the quota, then divided by the votes, each rounded up. */
function updateKeep(keep: number[], votes: readonly bigint[], quota: bigint, { elected }: Outcome): void {
  for (const option of elected.flat()) {
    const product = dividedUp(BigInt(keep[option] ?? 0) * quota, BigInt(one));
    keep[option] = Number(dividedUp(product * BigInt(one), votes[option] ?? 1n));
  }
}

/** B.3: who has no more than the lowest and the surplus together is tied with the lowest. */
function excludeLowest(
  { outcome, votes, keep, rounds }: Count,
  surplus: bigint,
  tieOrder: MeekStvElection['tieOrder'],
): void {
  const votesOf = (option: number): bigint => votes[option] ?? 0n;
  const lowest = outcome.hopeful.map(votesOf).reduce((least, n) => (n < least ? n : least));
  const tied = outcome.hopeful.filter((option) => votesOf(option) <= lowest + surplus);
  const round = rounds.length;
  const { chosen, tie } = takeOne(tied, { wants: 'lowest', at: 'exclusion', round, history: [], tieOrder });
  if (tie) outcome.ties.push(tie);
  if (chosen === null) {
    outcome.awaitsLot = true;
    return;
  }
  keep[chosen] = 0;
  outcome.hopeful = outcome.hopeful.filter((option) => option !== chosen);
  outcome.excluded.push(chosen);
  const here = rounds.at(-1);
  if (here) here.excluded = chosen;
}

function roundOf(
  votes: readonly bigint[],
  keep: readonly number[],
  figures: { quota: bigint; surplus: bigint; excess: bigint; iterations: number },
  elected: number[],
): MeekRound {
  return {
    votes: votes.map((sum) => decimal(sum, places)),
    keep: keep.map((factor) => decimal(BigInt(factor), places)),
    quota: decimal(figures.quota, places),
    surplus: decimal(figures.surplus, places),
    excess: decimal(figures.excess, places),
    iterations: figures.iterations,
    elected,
    excluded: null,
  };
}
