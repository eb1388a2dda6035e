/**
 * Majority judgment: the option with the highest median grade. Equal medians: one median grade is removed from each,
 * again and again, until they differ.
 *
 * Source: Balinski and Laraki, *Majority Judgment* (MIT Press, 2011), chapter 1 and the majority-value; with an even
 * number of grades the lower middle one. Removing medians one by one takes the grades in a fixed order, outward from
 * the middle, so equal stretches are compared at once. An ungraded option has the worst grade.
 */
import type { MajorityJudgmentElection } from './election';
import type { GradesRow, MajorityJudgmentResult, TieBreak } from './method-result';
import { exactSum } from './by-votes';
import { countsOf, weightOf } from './papers';
import { refuseBroken } from './problems';
import { indexes, seated, standingBy, unproportional, type Standing } from './standing';

/** Throws RangeError on broken ballots. */
export function countMajorityJudgment(election: MajorityJudgmentElection): MajorityJudgmentResult {
  refuseBroken(election);
  const { options, seats, ballots, tieOrder } = election;
  const says = ({ figures }: { figures: readonly (number | null)[] }): boolean =>
    figures.some((figure) => figure !== null);
  const counts = countsOf(ballots, says);
  const graded = { ...election, ballots: ballots.filter(says) };
  const rows = options.map((_, option) => rowOf(option, graded));
  const standing = withMedians(
    rows,
    standingBy(indexes(options), (a, b) => compare(rows[a], rows[b]).sign, tieOrder),
  );
  return {
    method: 'majority-judgment',
    variant: 'majority-judgment',
    options: options.length,
    seats,
    counts,
    rows,
    ...standing,
    ...seated(standing.ranking, seats, () => counts.valid > 0),
    proportional: unproportional(seats),
  };
}

function rowOf(option: number, { ballots, grades }: MajorityJudgmentElection): GradesRow {
  const weights = grades.map((_, grade) =>
    exactSum(ballots.filter(({ figures }) => (figures[option] ?? 0) === grade).map(weightOf)),
  );
  const all = exactSum(weights);
  return { grades: weights, median: all === 0 ? null : gradeAt(weights, Math.ceil(all / 2)).grade };
}

/** The grade of the n-th paper, from 1, worst first; and how many papers from there up, and down, have it. */
function gradeAt(grades: readonly number[], n: number): { grade: number; up: number; down: number } {
  let below = 0;
  for (const [grade, weight] of grades.entries()) {
    if (n <= below + weight) return { grade, up: below + weight - n + 1, down: n - below };
    below += weight;
  }
  return { grade: grades.length, up: Infinity, down: Infinity };
}

type Compared = { sign: number; removed: number };

/**
 * Negative sign: a is before b. `removed` medians were taken from each before they differed. In an odd number the
 * middle goes first; then, in pairs, the one below the gap and the one above it.
 */
function compare(a: GradesRow | undefined, b: GradesRow | undefined): Compared {
  if (!a || !b) return { sign: 0, removed: 0 };
  const all = exactSum(a.grades);
  const odd = all % 2;
  if (odd && a.median !== b.median) return { sign: (b.median ?? 0) - (a.median ?? 0), removed: 0 };
  const half = (all - odd) / 2;
  for (let taken = 0; taken < half;) {
    const [low, high] = [half - taken, half + odd + taken + 1];
    const below = [gradeAt(a.grades, low), gradeAt(b.grades, low)] as const;
    const above = [gradeAt(a.grades, high), gradeAt(b.grades, high)] as const;
    const removed = odd + 2 * taken;
    if (below[0].grade !== below[1].grade) return { sign: below[1].grade - below[0].grade, removed };
    if (above[0].grade !== above[1].grade)
      return { sign: above[1].grade - above[0].grade, removed: removed + 1 };
    taken += Math.min(below[0].down, below[1].down, above[0].up, above[1].up);
  }
  return { sign: 0, removed: all };
}

/** Also says of neighbours with equal medians how many had to be removed. */
function withMedians(rows: readonly GradesRow[], { ranking, ties }: Standing): Standing {
  const found = ranking.flatMap((group, at) => medianTie(rows, group, ranking[at + 1] ?? []));
  return { ranking, ties: [...found, ...ties] };
}

function medianTie(
  rows: readonly GradesRow[],
  before: readonly number[],
  after: readonly number[],
): TieBreak[] {
  const [a, b] = [rows[before[0] ?? -1], rows[after[0] ?? -1]];
  const { sign, removed } = compare(a, b);
  if (!a || a.median !== b?.median || sign === 0) return [];
  const step = { by: 'medians-removed' as const, removed, left: [...before] };
  const between = [...before, ...after].sort((x, y) => x - y);
  return [{ at: 'rank', round: null, between, steps: [step], chosen: [...before] }];
}
