/**
 * STAR with its official protocol for ties.
 * Source: Equal Vote Coalition, "How are ties in STAR Voting broken?", Official Tiebreaker Protocol (https://www.starvoting.org/ties):
 * 1. among several who are scored equally those who lost the most match-ups go out, as often as needed; 2. a tied runoff goes to the higher
 * score; 3. then most top marks, and those with the fewest go out; 4. the lot.
 */
import { countsOf, firstPublished, indexes, papersOf, type FiguresPoll } from './papers';
import { apart, byMost } from './places';

export type StarPoll = FiguresPoll & { most: number };

export function star(poll: StarPoll) {
  const says = ({ figures }: { figures: readonly (number | null)[] }): boolean =>
    figures.some((figure) => figure !== null);
  const papers = papersOf(poll.ballots).filter(says);
  const stars = (paper: { figures: readonly (number | null)[] }, option: number): number =>
    paper.figures[option] ?? 0;
  const scores = indexes(poll).map((option) => {
    let score = 0;
    for (const paper of papers) score += stars(paper, option);
    return score;
  });
  const topMarks = indexes(poll).map(
    (option) => papers.filter((paper) => stars(paper, option) === poll.most).length,
  );
  const matrix = indexes(poll).map((i) =>
    indexes(poll).map((j) => papers.filter((paper) => stars(paper, i) > stars(paper, j)).length),
  );
  return {
    counts: countsOf(poll.ballots, says),
    scores,
    topMarks,
    pairwise: matrix,
    ...decided(poll, papers.length, scores, topMarks, matrix),
  };
}

function decided(poll: StarPoll, valid: number, scores: number[], topMarks: number[], matrix: number[][]) {
  const groups = byMost(poll, (option) => scores[option] ?? 0);
  const byScore = groups.flatMap((group) => apart(poll, group));
  if (valid === 0) return { elected: [], ranking: byScore, unfilled: null, finalists: null, runoff: null };
  const finalists: number[] = [];
  for (const group of groups) {
    const lot = enter(poll, group, finalists, topMarks, matrix);
    if (lot)
      return {
        elected: [],
        ranking: byScore,
        unfilled: { seats: 1, between: lot },
        finalists: null,
        runoff: null,
      };
  }
  const [a, b] = finalists;
  const rest = groups.flatMap((group) =>
    apart(
      poll,
      group.filter((option) => !finalists.includes(option)),
    ),
  );
  if (a === undefined || b === undefined) {
    return { elected: finalists, ranking: [finalists], unfilled: null, finalists, runoff: null };
  }
  const [pro, contra] = [matrix[a]?.[b] ?? 0, matrix[b]?.[a] ?? 0];
  const { elected, ranking, unfilled } = winnerOf(poll, a, b, [
    [pro, contra],
    [scores[a] ?? 0, scores[b] ?? 0],
    [topMarks[a] ?? 0, topMarks[b] ?? 0],
  ]);
  const runoff = { for: [pro, contra], equal: valid - pro - contra };
  return { finalists, runoff, elected, ranking: [...ranking, ...rest], unfilled };
}

/**
 * Lets equals into the runoff as long as there is room. Where there is not enough for all, the losers stand back, and are asked again
 * among themselves if the others leave room. Gives back those among whom only a lot could choose.
 */
function enter(
  poll: StarPoll,
  equals: number[],
  finalists: number[],
  topMarks: number[],
  matrix: number[][],
): number[] | null {
  const room = 2 - finalists.length;
  if (room === 0) return null;
  if (equals.length <= room) {
    finalists.push(...equals);
    return null;
  }
  const lost = (i: number): number =>
    equals.filter((j) => (matrix[i]?.[j] ?? 0) < (matrix[j]?.[i] ?? 0)).length;
  for (const badness of [lost, (i: number) => -(topMarks[i] ?? 0)]) {
    const worst = Math.max(...equals.map(badness));
    const better = equals.filter((option) => badness(option) < worst);
    const losers = equals.filter((option) => badness(option) === worst);
    if (better.length > 0)
      return (
        enter(poll, better, finalists, topMarks, matrix) ?? enter(poll, losers, finalists, topMarks, matrix)
      );
  }
  if (!poll.tieOrder) return equals;
  finalists.push(...poll.tieOrder.order.filter((option) => equals.includes(option)).slice(0, room));
  return null;
}

function winnerOf(poll: StarPoll, a: number, b: number, rungs: [number, number][]) {
  const rung = rungs.find(([mine, theirs]) => mine !== theirs);
  const published = firstPublished(poll, [a, b]);
  const winner = rung ? (rung[0] > rung[1] ? a : b) : published;
  if (winner === undefined)
    return { elected: [], ranking: [[a, b].sort((x, y) => x - y)], unfilled: { seats: 1, between: [a, b] } };
  return { elected: [winner], ranking: [[winner], [winner === a ? b : a]], unfilled: null };
}
