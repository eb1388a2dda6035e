/**
 * Methods that add marks up: plurality, approval, scores, dots, quadratic voting, temperature check, hand count.
 * Source: the project's rules; quadratic voting after S. Lalley and E. G. Weyl, "Quadratic Voting" (2018): v votes cost v².
 */
import { countsOf, indexes, papersOf, share, type FiguresPoll, type Papers, type Poll } from './papers';
import { byMost, places } from './places';

type Figures = { figures: readonly (number | null)[] };

export function plurality(poll: Poll & { ballots: readonly (Papers & { choice: number | null })[] }) {
  const marked = poll.ballots.filter(({ choice }) => choice !== null);
  const papers = papersOf(marked);
  const votes = indexes(poll).map((option) => papers.filter(({ choice }) => choice === option).length);
  return {
    counts: countsOf(poll.ballots, ({ choice }) => choice !== null),
    ...votesPlaces(poll, votes, papers.length),
  };
}

export function approval(poll: Poll & { ballots: readonly (Papers & { marks: readonly number[] })[] }) {
  const papers = papersOf(poll.ballots);
  const votes = indexes(poll).map((option) => papers.filter(({ marks }) => marks.includes(option)).length);
  let marks = 0;
  for (const paper of papers) marks += paper.marks.length;
  return { counts: countsOf(poll.ballots, () => true), ...votesPlaces(poll, votes, papers.length), marks };
}

function votesPlaces(poll: Poll, votes: readonly number[], of: number) {
  const value = (option: number): number => votes[option] ?? 0;
  return {
    ...places(poll, byMost(poll, value), (option) => value(option) > 0),
    rows: votes.map((each) => ({ votes: each, share: share(each, of) })),
  };
}

export type ScorePoll = FiguresPoll & { unscored: 'zero' | 'skipped'; by: 'sum' | 'mean' };

export function score(poll: ScorePoll) {
  const says = ({ figures }: Figures): boolean => figures.some((figure) => figure !== null);
  const papers = papersOf(poll.ballots).filter(says);
  const rows = indexes(poll).map((option) => {
    const given = papers.flatMap(({ figures }) => figures[option] ?? []);
    let sum = 0;
    for (const figure of given) sum += figure;
    const of = poll.unscored === 'zero' ? papers.length : given.length;
    return { sum, count: given.length, mean: of === 0 ? null : fraction(sum, of), of };
  });
  // Compared over the product of all that is divided by, so that nothing is rounded.
  const whole = rows.reduce((product, { of }) => product * BigInt(Math.max(1, of)), 1n);
  const meanOf = ({ sum, of }: { sum: number; of: number }): bigint =>
    (BigInt(sum) * whole) / BigInt(Math.max(1, of));
  const order = rows.map((row) => (poll.by === 'sum' ? BigInt(row.sum) : row.of === 0 ? null : meanOf(row)));
  const values = [...new Set(order)].sort((a, b) => (a === null ? 1 : b === null ? -1 : a > b ? -1 : 1));
  const groups = values.map((value) => indexes(poll).filter((option) => order[option] === value));
  return {
    counts: countsOf(poll.ballots, says),
    ...places(poll, groups, (option) => (rows[option]?.count ?? 0) > 0),
    rows: rows.map(({ sum, count, mean }) => ({ sum, count, mean })),
  };
}

export function dots(poll: FiguresPoll & { budget: number }) {
  return spent(poll, (figure) => figure, poll.budget);
}

export function quadratic(poll: FiguresPoll & { credits: number }) {
  return spent(poll, (figure) => figure * figure, poll.credits);
}

function spent(poll: FiguresPoll, cost: (figure: number) => number, budget: number) {
  const says = ({ figures }: Figures): boolean => figures.some((figure) => (figure ?? 0) !== 0);
  const papers = papersOf(poll.ballots).filter(says);
  const rows = indexes(poll).map((option) => {
    let [votes, supporters] = [0, 0];
    for (const { figures } of papers) {
      votes += figures[option] ?? 0;
      if ((figures[option] ?? 0) > 0) supporters += 1;
    }
    return { votes, supporters };
  });
  let leftover = 0;
  for (const { figures } of papers) {
    leftover += budget;
    for (const figure of figures) leftover -= cost(figure ?? 0);
  }
  const value = (option: number): number => rows[option]?.votes ?? 0;
  return {
    counts: countsOf(poll.ballots, says),
    ...places(poll, byMost(poll, value), (option) => value(option) > 0),
    rows,
    leftover,
  };
}

export function temperature(poll: FiguresPoll) {
  const says = ({ figures }: Figures): boolean => figures.some((figure) => figure !== null);
  const papers = papersOf(poll.ballots).filter(says);
  const rows = indexes(poll).map((option) => {
    const given = papers.flatMap(({ figures }) => figures[option] ?? []);
    let sum = 0;
    for (const figure of given) sum += figure;
    const steps = [0, 1, 2, 3, 4].map((step) => given.filter((figure) => figure === step).length);
    return { steps, count: given.length, mean: given.length === 0 ? null : fraction(sum, given.length) };
  });
  return { counts: countsOf(poll.ballots, says), elected: [], rows };
}

export function handCount(poll: Poll & { numbers: readonly number[] }) {
  let all = 0;
  for (const number of poll.numbers) all += number;
  return votesPlaces(poll, poll.numbers, all);
}

/** In lowest terms, also below 0. */
function fraction(of: number, whole: number): string {
  return of < 0 ? `-${share(-of, whole)}` : share(of, whole);
}
