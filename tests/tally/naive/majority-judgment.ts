/**
 * Majority judgment with every grade written out: the lower middle one is compared, and where it is the same one of it is
 * struck from each, as often as needed.
 * Source: M. Balinski and R. Laraki, "Majority Judgment" (2011), chapter 1: the lower middlemost grade and the majority-value.
 */
import { countsOf, indexes, papersOf, type FiguresPoll } from './papers';
import { places } from './places';

export type JudgmentPoll = FiguresPoll & { grades: readonly string[] };

export function majorityJudgment(poll: JudgmentPoll) {
  const says = ({ figures }: { figures: readonly (number | null)[] }): boolean =>
    figures.some((figure) => figure !== null);
  const papers = papersOf(poll.ballots).filter(says);
  const written = indexes(poll).map((option) =>
    papers.map(({ figures }) => figures[option] ?? 0).sort((a, b) => a - b),
  );
  const values = written.map(majorityValue);
  const better = (i: number, j: number): boolean => isBetter(values[i] ?? [], values[j] ?? []);
  return {
    counts: countsOf(poll.ballots, says),
    ...places(poll, sorted(indexes(poll), better), () => papers.length > 0),
    rows: written.map((grades, i) => ({
      grades: poll.grades.map((_, grade) => grades.filter((each) => each === grade).length),
      median: values[i]?.[0] ?? null,
    })),
  };
}

/** The grades in the order in which they are struck. */
function majorityValue(grades: readonly number[]): number[] {
  if (grades.length === 0) return [];
  const middle = Math.ceil(grades.length / 2) - 1;
  return [grades[middle] ?? 0, ...majorityValue(grades.filter((_, i) => i !== middle))];
}

function isBetter(mine: readonly number[], theirs: readonly number[]): boolean {
  const at = mine.findIndex((grade, i) => grade !== theirs[i]);
  return at >= 0 && (mine[at] ?? 0) > (theirs[at] ?? 0);
}

function sorted(options: readonly number[], better: (i: number, j: number) => boolean): number[][] {
  if (options.length === 0) return [];
  const best = options.filter((i) => !options.some((j) => better(j, i)));
  return [
    best,
    ...sorted(
      options.filter((option) => !best.includes(option)),
      better,
    ),
  ];
}
