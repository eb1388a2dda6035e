/**
 * Instant-runoff: each ballot counts for its best option still in; the option with the fewest votes goes out, one a
 * round, until one has more than half of the ballots that continue, or until two are left.
 *
 * Sources: RONR (12th ed.) 45:62–69 (preferential voting); for skipped and equal ranks the rules of RCTab and Maine's
 * 21-A M.R.S. §723-A. A tie for last is looked back for (look-back.ts), then broken by the published order.
 */
import type { IrvElection } from './election';
import type { IrvEnd, IrvResult, IrvRound, TieBreak } from './method-result';
import { byLatest, extremes, takeOne, type History } from './look-back';
import { countsWith, type OnProgress } from './papers';
import { refuseBroken } from './problems';
import { rankingsOf, withUnrankedLast, type Ranking, type Rankings } from './rankings';
import { indexes, standingBy, type Seated, type Standing } from './standing';

/** Throws RangeError on broken ballots. `onProgress` is called before each round. */
export function countIrv(election: IrvElection, onProgress?: OnProgress): IrvResult {
  refuseBroken(election);
  const { options, ballots, stopAt } = election;
  const rankings = rankingsOf(ballots, (ranking) => effective(ranking, election));
  const state = firstPreferences(rankings, options.length);
  const counted = countRounds(state, election, onProgress);
  return {
    method: 'irv',
    variant: stopAt === 'majority' ? 'irv-to-majority' : 'irv-to-two',
    options: options.length,
    seats: 1,
    counts: countsWith(ballots, rankings.valid),
    rounds: counted.rounds,
    ...result(counted, election),
    proportional: 'one-seat',
  };
}

/**
 * The ranks that can count: without those that the rules pass over, cut where the rules end the ballot. None where it
 * starts with several options that are all in, and so never counts.
 */
function effective(ranking: Ranking, { options, unranked, skippedRanks, equalRanks }: IrvElection): Ranking {
  const whole = unranked === 'last' ? withUnrankedLast(ranking, indexes(options)) : ranking;
  const end = whole.findIndex((rank, at) => {
    if (rank.length > 1) return equalRanks === 'exhaust';
    if (rank.length === 1 || skippedRanks === 'pass-over') return false;
    return skippedRanks === 'exhaust' || whole[at + 1]?.length === 0;
  });
  const counted = end < 0 ? whole : whole.slice(0, end);
  const kept = counted.filter((rank) => rank.length === 1 || (rank.length > 1 && equalRanks !== 'pass-over'));
  return kept[0]?.length === 1 ? kept : [];
}

/** `piles[option]` are the ballots that count for it; `at[ballot]` is the entry by which it does. */
type State = {
  rankings: Rankings;
  at: Int32Array;
  piles: number[][];
  votes: (number | null)[];
  exhausted: number;
};

function firstPreferences(rankings: Rankings, options: number): State {
  const state: State = {
    rankings,
    at: rankings.starts.slice(0, rankings.size),
    piles: Array.from({ length: options }, () => []),
    votes: Array.from({ length: options }, () => 0),
    exhausted: 0,
  };
  for (let ballot = 0; ballot < rankings.size; ballot++) give(state, ballot);
  return state;
}

/** To the best option on the ballot that is still in. */
function give(state: State, ballot: number): void {
  const { rankings, at, piles, votes } = state;
  const weight = rankings.weights[ballot] ?? 0;
  const end = rankings.starts[ballot + 1] ?? 0;
  for (let entry = at[ballot] ?? end; entry < end; entry++) {
    const option = optionAt(state, rankings.entries[entry] ?? 0);
    if (option === 'several') break;
    const had = option === null ? null : (votes[option] ?? null);
    if (option === null || had === null) continue;
    at[ballot] = entry;
    votes[option] = had + weight;
    piles[option]?.push(ballot);
    return;
  }
  state.exhausted += weight;
}

/** Of a shared rank the one that is still in: none yet out of the count counts while several are. */
function optionAt({ rankings, votes }: State, entry: number): number | 'several' | null {
  if (entry >= 0) return entry;
  const left = (rankings.shared[-entry - 1] ?? []).filter((option) => (votes[option] ?? null) !== null);
  return left.length > 1 ? 'several' : (left[0] ?? null);
}

type Counted = { rounds: IrvRound[]; excluded: number[]; ties: TieBreak[] };

function countRounds(state: State, election: IrvElection, onProgress?: OnProgress): Counted {
  const counted: Counted = { rounds: [], excluded: [], ties: [] };
  for (;;) {
    onProgress?.(counted.rounds.length, election.options.length);
    const votes = [...state.votes];
    const continuing = votes.reduce<number>((sum, n) => sum + (n ?? 0), 0);
    const { end, tie } = endOf(votes, continuing, counted.rounds, election);
    const need = Math.floor(continuing / 2) + 1;
    counted.rounds.push({ votes, continuing, exhausted: state.exhausted, need, end });
    if (tie) counted.ties.push(tie);
    if (end.kind !== 'excluded') return counted;
    counted.excluded.push(end.option);
    exclude(state, end.option);
  }
}

function exclude(state: State, option: number): void {
  const pile = state.piles[option] ?? [];
  state.piles[option] = [];
  state.votes[option] = null;
  for (const ballot of pile) give(state, ballot);
}

type Ended = { end: IrvEnd; tie: TieBreak | null };

function endOf(
  votes: IrvRound['votes'],
  continuing: number,
  rounds: readonly IrvRound[],
  { stopAt, tieOrder }: IrvElection,
): Ended {
  const left = continuingOf(votes);
  if (continuing === 0) return { end: { kind: 'nobody' }, tie: null };
  const first = left.find((option) => (votes[option] ?? 0) * 2 > continuing);
  const byMajority: Ended | null =
    first === undefined ? null : { end: { kind: 'elected', option: first }, tie: null };
  if (byMajority && (stopAt === 'majority' || left.length <= 2)) return byMajority;
  const { chosen, tie } = takeOne(extremes(left, votes, 'lowest'), {
    wants: 'lowest',
    at: 'exclusion',
    round: rounds.length + 1,
    history: rounds.map((round) => round.votes),
    tieOrder,
  });
  if (chosen === null && byMajority) return byMajority;
  if (chosen === null) return { end: { kind: 'awaits-lot', between: tie?.between ?? [] }, tie };
  const winner = left.length === 2 ? left.find((option) => option !== chosen) : undefined;
  if (winner !== undefined) return { end: { kind: 'elected', option: winner }, tie };
  return { end: { kind: 'excluded', option: chosen }, tie };
}

function continuingOf(votes: IrvRound['votes']): number[] {
  return votes.flatMap((n, option) => (n === null ? [] : [option]));
}

/** Winner, the others left by the last round, and those excluded, the last of them first. */
function result({ rounds, excluded, ties }: Counted, { tieOrder }: IrvElection): Standing & Seated {
  const last = rounds.at(-1);
  const left = continuingOf(last?.votes ?? []);
  const out = excluded.toReversed().map((option) => [option]);
  if (last?.end.kind === 'awaits-lot')
    return { ranking: [left, ...out], ties, elected: [], unfilled: { seats: 1, between: left } };
  const winner = last?.end.kind === 'elected' ? [last.end.option] : [];
  const history: History = rounds.map(({ votes }) => votes);
  const rest = standingBy(
    left.filter((option) => !winner.includes(option)),
    byLatest(history),
    tieOrder,
    rounds.length,
  );
  const ranking = [...winner.map((option) => [option]), ...rest.ranking, ...out];
  return { ranking, ties: [...ties, ...rest.ties], elected: winner, unfilled: null };
}
