/**
 * The second count begins here: every ballot as single papers, one by one, and what an election is to this folder.
 * Nothing of packages/tally is used, so that a mistake there is not repeated here.
 */
export type Poll = {
  options: readonly string[];
  seats: number;
  tieOrder: { order: readonly number[] } | null;
};
export type Papers = { count: number; weight?: number };
export type Ranking = readonly (readonly number[])[];
export type RankedPoll = Poll & { ballots: readonly (Papers & { ranking: Ranking })[] };
export type FiguresPoll = Poll & { ballots: readonly (Papers & { figures: readonly (number | null)[] })[] };

/** A paper of weight 3 that was cast twice is six papers. */
export function papersOf<Ballot extends Papers>(ballots: readonly Ballot[]): Ballot[] {
  const papers: Ballot[] = [];
  for (const ballot of ballots)
    for (let i = 0; i < ballot.count * (ballot.weight ?? 1); i += 1) papers.push(ballot);
  return papers;
}

/** Heads, weight, and how much of it says something. */
export function countsOf<Ballot extends Papers>(
  ballots: readonly Ballot[],
  says: (ballot: Ballot) => boolean,
): { papers: number; weight: number; valid: number; blank: number } {
  const all = papersOf(ballots);
  const valid = all.filter(says).length;
  let papers = 0;
  for (const { count } of ballots) papers += count;
  return { papers, weight: all.length, valid, blank: all.length - valid };
}

export function indexes(poll: Poll): number[] {
  return poll.options.map((_, i) => i);
}

/** Who of these comes first in the published order. */
export function firstPublished(poll: Poll, of: readonly number[]): number | undefined {
  return poll.tieOrder?.order.find((option) => of.includes(option));
}

/** A fraction in lowest terms. */
export function share(of: number, whole: number): string {
  if (whole === 0) return '0/1';
  let divisor = whole;
  while (of % divisor !== 0 || whole % divisor !== 0) divisor -= 1;
  return `${of / divisor}/${whole / divisor}`;
}
