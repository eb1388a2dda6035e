/** Who is put before whom, paper by paper. Equal ranks count for neither; unranked is tied last, or says nothing. */
import { indexes, papersOf, type RankedPoll, type Ranking } from './papers';

export type PairsPoll = RankedPoll & { unranked: 'last' | 'exhausted'; strength: 'margins' | 'winning' };

/** [i][j]: how many papers put i before j. */
export function pairwise(poll: PairsPoll): number[][] {
  const papers = papersOf(poll.ballots);
  return indexes(poll).map((i) =>
    indexes(poll).map((j) => papers.filter(({ ranking }) => isBefore(poll, ranking, i, j)).length),
  );
}

function isBefore({ unranked }: PairsPoll, ranking: Ranking, i: number, j: number): boolean {
  const place = (option: number): number => ranking.findIndex((rank) => rank.includes(option));
  if (place(i) < 0) return false;
  if (place(j) < 0) return unranked === 'last';
  return place(i) < place(j);
}

/** How strong the majority of i over j is; 0 where there is none. */
export function strengthOf(matrix: number[][], { strength }: PairsPoll, i: number, j: number): number {
  const [pro, contra] = [matrix[i]?.[j] ?? 0, matrix[j]?.[i] ?? 0];
  if (pro <= contra) return 0;
  return strength === 'margins' ? pro - contra : pro;
}

export function condorcetWinner(matrix: number[][]): number | null {
  const winner = matrix.findIndex((row, i) => row.every((pro, j) => i === j || pro > (matrix[j]?.[i] ?? 0)));
  return winner < 0 ? null : winner;
}
