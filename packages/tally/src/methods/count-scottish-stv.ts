/**
 * The single transferable vote as Scotland counts it (weighted inclusive Gregory): whole papers at a value; of a
 * surplus each paper passes on surplus × value ÷ votes, to five decimals, the remainder ignored.
 *
 * Source: The Scottish Local Government Elections Order 2007 (SSI 2007/42), schedule 1, rules 45–52; the rule stands
 * at each step. Rule 52(2) is read as in the published counts: the papers of the last candidate excluded are still
 * transferred. The lot of rules 49(3) and 51(2)(b) is drawn before the poll, as the published order.
 */
import type { ScottishStvElection } from './election';
import { decimal } from './decimals';
import { byLatest, extremes, takeOne, type RoundTie } from './look-back';
import type { ScottishRound, ScottishStvResult } from './method-result';
import { countsWith, type OnProgress } from './papers';
import { refuseBroken } from './problems';
import { rankingsOf, upToDoubt, type Rankings } from './rankings';
import { indexes } from './standing';
import { elect, isComplete, outcomeResult, seatsLeft, type Outcome } from './stv-outcome';

const places = 5;
const one = 100_000;

/** Throws RangeError on broken ballots. `onProgress` is called at each stage. */
export function countScottishStv(election: ScottishStvElection, onProgress?: OnProgress): ScottishStvResult {
  refuseBroken(election);
  const { options, seats, ballots, tieOrder } = election;
  const rankings = rankingsOf(ballots, upToDoubt);
  const counts = countsWith(ballots, rankings.valid);
  const quota = Math.floor(counts.valid / (seats + 1)) + 1; // rule 46
  const count = begin(rankings, election, quota);
  if (counts.valid > 0) run(count, election, onProgress);
  return {
    method: 'stv-scottish',
    variant: 'ssi-2007-42',
    options: options.length,
    seats,
    counts,
    quota,
    rounds: count.rounds,
    ...outcomeResult(count.outcome, seats, byLatest(count.history), tieOrder, count.rounds.length),
    proportional: seats > 1 ? 'proportional' : 'one-seat',
  };
}

/**
 * Votes are in hundred-thousandths. `piles` are the papers of each candidate, `value` what each paper is worth,
 * `at` the entry by which it counts. `surpluses` are candidates whose surplus is still to be transferred.
 */
type Count = {
  rankings: Rankings;
  at: Int32Array;
  value: Int32Array;
  piles: number[][];
  votes: bigint[];
  quota: bigint;
  valid: bigint;
  nonTransferable: bigint;
  surpluses: number[];
  outcome: Outcome;
  history: bigint[][];
  rounds: ScottishRound[];
};

function begin(rankings: Rankings, { options }: ScottishStvElection, quota: number): Count {
  return {
    rankings,
    at: rankings.starts.slice(0, rankings.size),
    value: new Int32Array(rankings.size).fill(one),
    piles: options.map(() => []),
    votes: options.map(() => 0n),
    quota: BigInt(quota) * BigInt(one),
    valid: BigInt(rankings.valid) * BigInt(one),
    nonTransferable: 0n,
    surpluses: [],
    outcome: { hopeful: indexes(options), elected: [], excluded: [], ties: [], awaitsLot: false },
    history: [],
    rounds: [],
  };
}

function run(count: Count, election: ScottishStvElection, onProgress?: OnProgress): void {
  const { options, seats, tieOrder } = election;
  transfer(count, Array.from(count.rankings.weights.keys())); // rule 45
  endStage(count, { kind: 'first' });
  for (;;) {
    onProgress?.(options.length - count.outcome.hopeful.length, options.length);
    electByQuota(count, election);
    if (isComplete(count.outcome, seats)) break;
    const stage = count.surpluses.length > 0 ? passSurplus(count, tieOrder) : excludeLowest(count, tieOrder);
    if (!stage) return;
    endStage(count, stage);
    if (stage.kind === 'exclusion' && isComplete(count.outcome, seats)) break;
  }
  if (seatsLeft(count.outcome, seats) > 0) electHere(count, election, count.outcome.hopeful); // rule 52
}

/** Rule 47; who has more than the quota has a surplus (rule 48(1)). */
function electByQuota(count: Count, election: ScottishStvElection): void {
  const reached = count.outcome.hopeful.filter((option) => votesOf(count, option) >= count.quota);
  const elected = electHere(count, election, reached);
  count.surpluses.push(...elected.filter((option) => votesOf(count, option) > count.quota));
}

function electHere(count: Count, { tieOrder }: ScottishStvElection, options: readonly number[]): number[] {
  const round = count.rounds.length;
  const elected = elect(count.outcome, options, byLatest(count.history), tieOrder, round);
  const here = count.rounds.at(-1);
  here?.elected.push(...elected);
  if (here && elected.some((option) => votesOf(count, option) < count.quota)) here.lastVacancies = true;
  return elected;
}

type Stage = ScottishRound['stage'];

/** Rules 48 and 49: the largest surplus first. Null where it takes a lot. */
function passSurplus(count: Count, tieOrder: RoundTie['tieOrder']): Stage | null {
  const option = pick(count, extremes(count.surpluses, count.votes, 'highest'), 'surplus', tieOrder);
  if (option === null) return null;
  const votes = votesOf(count, option);
  count.surpluses = count.surpluses.filter((other) => other !== option);
  const pile = emptied(count, option);
  devalue(count, pile, votes - count.quota, votes);
  count.votes[option] = count.quota;
  transfer(count, pile);
  return { kind: 'surplus', option };
}

/** Rule 48(3). Papers of equal value stay of equal value, so each value is divided once. */
function devalue({ value }: Count, pile: readonly number[], surplus: bigint, votes: bigint): void {
  const passedOn = new Map<number, number>();
  for (const paper of pile) {
    const had = value[paper] ?? 0;
    const has = passedOn.get(had) ?? Number((BigInt(had) * surplus) / votes);
    passedOn.set(had, has);
    value[paper] = has;
  }
}

/** Rules 50 and 51. Null where it takes a lot. */
function excludeLowest(count: Count, tieOrder: RoundTie['tieOrder']): Stage | null {
  const { outcome } = count;
  const option = pick(count, extremes(outcome.hopeful, count.votes, 'lowest'), 'exclusion', tieOrder);
  if (option === null) return null;
  outcome.hopeful = outcome.hopeful.filter((other) => other !== option);
  outcome.excluded.push(option);
  const pile = emptied(count, option);
  count.votes[option] = 0n;
  transfer(count, pile);
  return { kind: 'exclusion', option };
}

function pick(
  { outcome, rounds, history }: Count,
  tied: readonly number[],
  at: 'surplus' | 'exclusion',
  tieOrder: RoundTie['tieOrder'],
): number | null {
  const wants = at === 'surplus' ? 'highest' : 'lowest';
  const earlier = history.slice(0, -1);
  const { chosen, tie } = takeOne(tied, { wants, at, round: rounds.length, history: earlier, tieOrder });
  if (tie) outcome.ties.push(tie);
  outcome.awaitsLot = chosen === null;
  return chosen;
}

function emptied(count: Count, option: number): number[] {
  const pile = count.piles[option] ?? [];
  count.piles[option] = [];
  return pile;
}

/**
 * To the next available preference: the best continuing candidate on each paper (rules 48(2), 50(3)); those without
 * one are a parcel of non-transferable papers. Papers are summed by value, so that sums stay exact.
 */
function transfer(count: Count, papers: readonly number[]): void {
  const { rankings, value, piles, votes } = count;
  const hopeful = new Set(count.outcome.hopeful);
  const parcels = new Map<number, Float64Array>();
  for (const paper of papers) {
    const option = nextOn(count, paper, hopeful);
    if (option !== null) piles[option]?.push(paper);
    const to = option ?? votes.length;
    const worth = value[paper] ?? 0;
    const parcel = parcels.get(worth) ?? new Float64Array(votes.length + 1);
    parcel[to] = (parcel[to] ?? 0) + (rankings.weights[paper] ?? 0);
    parcels.set(worth, parcel);
  }
  for (const [worth, parcel] of parcels) credit(count, worth, parcel);
}

/** `parcel` is the weight of papers for each candidate, and last of those that nobody gets. */
function credit(count: Count, worth: number, parcel: Float64Array): void {
  const { votes } = count;
  for (const [to, weight] of parcel.entries()) {
    const value = BigInt(weight) * BigInt(worth);
    if (to < votes.length) votes[to] = (votes[to] ?? 0n) + value;
    else count.nonTransferable += value;
  }
}

function nextOn({ rankings, at }: Count, paper: number, hopeful: ReadonlySet<number>): number | null {
  const end = rankings.starts[paper + 1] ?? 0;
  for (let entry = at[paper] ?? end; entry < end; entry++) {
    const option = rankings.entries[entry] ?? -1;
    if (!hopeful.has(option)) continue;
    at[paper] = entry;
    return option;
  }
  return null;
}

function endStage({ votes, valid, nonTransferable, rounds, history }: Count, stage: Stage): void {
  const credited = votes.reduce((sum, n) => sum + n, nonTransferable);
  history.push([...votes]);
  rounds.push({
    stage,
    votes: votes.map((sum) => decimal(sum, places)),
    nonTransferable: decimal(nonTransferable, places),
    truncated: decimal(valid - credited, places),
    elected: [],
    lastVacancies: false,
  });
}

function votesOf({ votes }: Count, option: number): bigint {
  return votes[option] ?? 0n;
}
