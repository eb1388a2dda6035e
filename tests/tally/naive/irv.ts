/**
 * Instant runoff by its definition: a recursion over who is still in, in which every paper is read from its top each round.
 * Source: the project's rules for IRV; fields as RCTab names them (skipped ranks, overvotes).
 */
import { countsOf, indexes, papersOf, type RankedPoll, type Ranking } from './papers';
import { apart } from './places';

export type IrvPoll = RankedPoll & {
  unranked: 'last' | 'exhausted';
  skippedRanks: 'pass-over' | 'exhaust' | 'exhaust-at-two';
  equalRanks: 'exhaust' | 'pass-over' | 'exhaust-while-several';
  stopAt: 'majority' | 'two';
};

type Round = {
  votes: (number | null)[];
  continuing: number;
  exhausted: number;
  need: number;
  end: unknown;
};

export function irv(poll: IrvPoll) {
  const all = indexes(poll);
  const says = ({ ranking }: { ranking: Ranking }): boolean =>
    ranking.flat().length > 0 && topOf(poll, ranking, all) !== null;
  const papers = papersOf(poll.ballots).filter(says);
  const { winner, rounds, ranking, unfilled } = roundsOf(poll, papers.length, papers, all, []);
  return {
    counts: countsOf(poll.ballots, says),
    elected: winner === null ? [] : [winner],
    ranking,
    unfilled,
    rounds,
  };
}

type Outcome = {
  winner: number | null;
  rounds: Round[];
  ranking: number[][];
  unfilled: { seats: number; between: number[] } | null;
};

/** A paper that is spent stays spent: the next round reads only those that still count. */
function roundsOf(
  poll: IrvPoll,
  valid: number,
  papers: readonly { ranking: Ranking }[],
  still: number[],
  before: Round[],
): Outcome {
  const tops = papers.map(({ ranking }) => topOf(poll, ranking, still));
  const votesOf = (option: number): number => tops.filter((top) => top === option).length;
  const continuing = tops.filter((top) => top !== null).length;
  const round: Round = {
    votes: indexes(poll).map((option) => (still.includes(option) ? votesOf(option) : null)),
    continuing,
    exhausted: valid - continuing,
    need: Math.floor(continuing / 2) + 1,
    end: null,
  };
  const rounds = [...before, round];
  const stopped = (between: number[]): Outcome => {
    round.end = { kind: 'awaits-lot', between };
    return { winner: null, rounds, ranking: [still], unfilled: { seats: 1, between: still } };
  };
  if (continuing === 0) {
    round.end = { kind: 'nobody' };
    return { winner: null, rounds, ranking: standing(poll, still, rounds), unfilled: null };
  }

  const most = Math.max(...still.map(votesOf));
  const leaders = still.filter((option) => votesOf(option) === most);
  const hasMajority = most * 2 > continuing;
  const won = (winner: number): Outcome => {
    round.end = { kind: 'elected', option: winner };
    const rest = still.filter((option) => option !== winner);
    return { winner, rounds, ranking: [[winner], ...standing(poll, rest, rounds)], unfilled: null };
  };
  if (still.length <= 2 || (hasMajority && poll.stopAt === 'majority')) {
    const winner = pick(poll, leaders, before, 'most');
    return winner === null ? stopped(leaders) : won(winner);
  }

  const fewest = Math.min(...still.map(votesOf));
  const last = still.filter((option) => votesOf(option) === fewest);
  const out = pick(poll, last, before, 'fewest');
  // A tie at the end does not keep back whom more than half want.
  if (out === null) return hasMajority && leaders[0] !== undefined ? won(leaders[0]) : stopped(last);
  round.end = { kind: 'excluded', option: out };
  const next = roundsOf(
    poll,
    valid,
    papers.filter((_, i) => tops[i] !== null),
    still.filter((option) => option !== out),
    rounds,
  );
  return { ...next, ranking: [...next.ranking, [out]] };
}

/** Those still in by their last votes; equals by the rounds before, then as published. */
function standing(poll: IrvPoll, of: readonly number[], rounds: readonly Round[]): number[][] {
  const [latest] = rounds.slice(-1);
  if (!latest || of.length <= 1) return of.length === 0 ? [] : apart(poll, of);
  const values = [...new Set(of.map((option) => latest.votes[option] ?? 0))].sort((a, b) => b - a);
  return values.flatMap((value) => {
    const equals = of.filter((option) => (latest.votes[option] ?? 0) === value);
    return rounds.length > 1 ? standing(poll, equals, rounds.slice(0, -1)) : apart(poll, equals);
  });
}

/** Who of the equals it is: by the latest round before in which they differ, again from there, then as published. */
function pick(
  poll: IrvPoll,
  equals: readonly number[],
  before: readonly Round[],
  which: 'most' | 'fewest',
): number | null {
  const [only] = equals;
  if (equals.length === 1 && only !== undefined) return only;
  const [latest] = before.slice(-1);
  if (!latest) {
    const order = which === 'most' ? poll.tieOrder?.order : poll.tieOrder?.order.toReversed();
    return order?.find((option) => equals.includes(option)) ?? null;
  }
  const votes = equals.map((option) => latest.votes[option] ?? 0);
  const wanted = which === 'most' ? Math.max(...votes) : Math.min(...votes);
  return pick(
    poll,
    equals.filter((_, i) => votes[i] === wanted),
    before.slice(0, -1),
    which,
  );
}

/** Who gets the paper while these are still in, or null. */
function topOf(poll: IrvPoll, ranking: Ranking, still: readonly number[]): number | null {
  const ranked = ranking.flat();
  const rest = indexes(poll).filter((option) => !ranked.includes(option));
  const ranks = poll.unranked === 'last' && rest.length > 0 ? [...ranking, rest] : ranking;
  for (const [i, rank] of ranks.entries()) {
    if (rank.length === 0) {
      if (poll.skippedRanks === 'exhaust') return null;
      if (poll.skippedRanks === 'exhaust-at-two' && ranks[i + 1]?.length === 0) return null;
      continue;
    }
    const here = rank.filter((option) => still.includes(option));
    if (rank.length > 1) {
      if (poll.equalRanks === 'exhaust') return null;
      if (poll.equalRanks === 'pass-over') continue;
      if (here.length > 1) return null;
    }
    const [one] = here;
    if (one !== undefined) return one;
  }
  return null;
}
