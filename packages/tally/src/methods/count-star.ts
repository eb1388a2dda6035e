/**
 * STAR, score then automatic runoff: the two options with the most stars, and of them the one that more ballots score
 * higher.
 *
 * Source: Equal Vote Coalition, starvoting.org/star and starvoting.org/ties, *Official Tiebreaker Protocol*: in the
 * scoring round those who lose the most match-ups among the tied go out, again and again, then those with the fewest
 * top marks; a runoff that is tied goes to the higher score, then to more top marks; then the published order.
 */
import type { StarElection } from './election';
import type { Pairwise, StarResult, TieBreak, TieStep } from './method-result';
import { exactSum } from './by-votes';
import { exactProduct } from './decimals';
import { extremes } from './look-back';
import { pairwiseOfFigures } from './pairwise';
import { countsOf, weightOf } from './papers';
import { refuseBroken } from './problems';
import { indexes, inOrder, moreFirst, standingBy, type Seated, type Standing } from './standing';

type Figures = Pick<StarResult, 'scores' | 'topMarks' | 'pairwise'>;

/** Throws RangeError on broken ballots and where a sum is not exact. */
export function countStar(election: StarElection): StarResult {
  refuseBroken(election);
  const { options, ballots, tieOrder } = election;
  const counts = countsOf(ballots, ({ figures }) => figures.some((figure) => figure !== null));
  const figures = figuresOf(election);
  const found = counts.valid > 0 ? finalistsOf(figures, tieOrder) : null;
  const placed = found ? place(figures, found, tieOrder) : unsupported(figures, tieOrder);
  const finalists = found?.finalists ?? null;
  const [first, second] = finalists ?? [];
  return {
    method: 'star',
    variant: 'star-official-ties',
    options: options.length,
    seats: 1,
    counts,
    ...figures,
    finalists,
    runoff:
      first === undefined || second === undefined
        ? null
        : runoffOf(figures.pairwise, first, second, counts.valid),
    ...placed,
    proportional: 'one-seat',
  };
}

function figuresOf({ options, ballots, most }: StarElection): Figures {
  const sum = (worth: (figure: number, weight: number) => number): number[] =>
    options.map((_, option) =>
      exactSum(ballots.map((paper) => worth(paper.figures[option] ?? 0, weightOf(paper)))),
    );
  return {
    scores: sum(exactProduct),
    topMarks: sum((figure, weight) => (figure === most ? weight : 0)),
    pairwise: pairwiseOfFigures(options, ballots),
  };
}

function runoffOf(pairwise: Pairwise, a: number, b: number, valid: number): StarResult['runoff'] {
  const [forA, forB] = [pairwise[a]?.[b] ?? 0, pairwise[b]?.[a] ?? 0];
  return { for: [forA, forB], equal: valid - forA - forB };
}

/** `lot`: among whom it would have to decide, where there are no finalists without it. */
type Finalists = ({ finalists: number[] } | { finalists: null; lot: number[] }) & { ties: TieBreak[] };

/** The two with the highest scores; with one option, that one. Null where it takes a lot. */
function finalistsOf(figures: Figures, tieOrder: StarElection['tieOrder']): Finalists {
  const { scores } = figures;
  const finalists: number[] = [];
  const ties: TieBreak[] = [];
  let rest = indexes(scores);
  while (finalists.length < 2 && rest.length > 0) {
    const best = extremes(rest, scores, 'highest');
    const places = 2 - finalists.length;
    const { found, steps } = advance(best, places, figures, tieOrder);
    if (best.length > places)
      ties.push({ at: 'finalists', round: null, between: best, steps, chosen: found.chosen });
    if (!found.chosen) return { finalists: null, lot: found.lot, ties };
    finalists.push(...found.chosen);
    rest = rest.filter((option) => !best.includes(option));
  }
  return { finalists, ties };
}

/** Of options with equal scores, so many that go into the runoff. */
function advance(
  tied: readonly number[],
  places: number,
  figures: Figures,
  tieOrder: StarElection['tieOrder'],
): { found: Narrowed; steps: TieStep[] } {
  const steps: TieStep[] = [];
  const found = narrow([...tied], places, figures, tieOrder, steps);
  return { found, steps };
}

type Narrowed = { chosen: number[] } | { chosen: null; lot: number[] };

/** Where more go out together than may, those who stay are in, and the others go on for the places left. */
function narrow(
  tied: readonly number[],
  places: number,
  figures: Figures,
  tieOrder: StarElection['tieOrder'],
  steps: TieStep[],
): Narrowed {
  if (tied.length <= places) return { chosen: [...tied] };
  const out = losers(tied, figures);
  if (!out) {
    if (!tieOrder) return { chosen: null, lot: [...tied] };
    const left = inOrder(tied, tieOrder).slice(0, places);
    steps.push({ by: 'published-order', from: tieOrder.from, left });
    return { chosen: left };
  }
  const left = tied.filter((option) => !out.options.includes(option));
  steps.push({ by: out.by, left });
  if (left.length >= places) return narrow(left, places, figures, tieOrder, steps);
  const more = narrow(out.options, places - left.length, figures, tieOrder, steps);
  return more.chosen ? { chosen: [...left, ...more.chosen] } : more;
}

/** Who goes out of the tie first; null where the ballots do not tell the tied apart. */
function losers(
  tied: readonly number[],
  { pairwise, topMarks }: Figures,
): { by: 'head-to-head' | 'top-marks'; options: number[] } | null {
  const beats = (a: number, b: number): boolean => (pairwise[a]?.[b] ?? 0) > (pairwise[b]?.[a] ?? 0);
  const losses = pairwise.map((_, option) => tied.filter((other) => beats(other, option)).length);
  const lost = extremes(tied, losses, 'highest');
  if (lost.length < tied.length) return { by: 'head-to-head', options: lost };
  const fewest = extremes(tied, topMarks, 'lowest');
  return fewest.length < tied.length ? { by: 'top-marks', options: fewest } : null;
}

type Placed = Standing & Seated;

/** Winner, other finalist, the rest by score. */
function place(figures: Figures, found: Finalists, tieOrder: StarElection['tieOrder']): Placed {
  const { finalists, ties } = found;
  if (!finalists) return awaiting(figures, ties, found.lot);
  const { ranking, tie } = runOff(finalists, figures, tieOrder);
  const others = indexes(figures.scores).filter((option) => !finalists.includes(option));
  const rest = standingBy(others, moreFirst(figures.scores), tieOrder);
  const all = [...ties, ...(tie ? [tie] : []), ...rest.ties];
  const winners = ranking[0] ?? [];
  return {
    ranking: [...ranking, ...rest.ranking],
    ties: all,
    elected: winners.length === 1 ? winners : [],
    unfilled: winners.length === 1 ? null : { seats: 1, between: winners },
  };
}

function runOff(
  finalists: readonly number[],
  { pairwise, scores, topMarks }: Figures,
  tieOrder: StarElection['tieOrder'],
): { ranking: number[][]; tie: TieBreak | null } {
  const [a, b] = finalists;
  if (a === undefined || b === undefined) return { ranking: [[...finalists]], tie: null };
  const between = [a, b].sort((x, y) => x - y);
  const ordered = (winner: number): number[][] => [[winner], between.filter((option) => option !== winner)];
  const votes = between.map((option) => pairwise[option]?.[option === a ? b : a] ?? 0);
  const [x = 0, y = 0] = votes;
  if (x !== y) return { ranking: ordered(x > y ? (between[0] ?? a) : (between[1] ?? b)), tie: null };
  const step = runoffStep(between, scores, topMarks, tieOrder);
  const tie = {
    at: 'runoff' as const,
    round: null,
    between,
    steps: step ? [step] : [],
    chosen: step?.left ?? null,
  };
  const winner = step?.left[0];
  return { ranking: winner === undefined ? [between] : ordered(winner), tie };
}

function runoffStep(
  between: readonly number[],
  scores: readonly number[],
  topMarks: readonly number[],
  tieOrder: StarElection['tieOrder'],
): TieStep | null {
  const byScore = extremes(between, scores, 'highest');
  if (byScore.length === 1) return { by: 'score', left: byScore };
  const byTop = extremes(between, topMarks, 'highest');
  if (byTop.length === 1) return { by: 'top-marks', left: byTop };
  return (
    tieOrder && { by: 'published-order', from: tieOrder.from, left: inOrder(between, tieOrder).slice(0, 1) }
  );
}

function awaiting({ scores }: Figures, ties: TieBreak[], between: number[]): Placed {
  const standing = standingBy(indexes(scores), moreFirst(scores), null);
  return {
    ranking: standing.ranking,
    ties: [...ties, ...standing.ties],
    elected: [],
    unfilled: { seats: 1, between },
  };
}

/** No ballot says anything: nobody is elected. */
function unsupported({ scores }: Figures, tieOrder: StarElection['tieOrder']): Placed {
  return { ...standingBy(indexes(scores), moreFirst(scores), tieOrder), elected: [], unfilled: null };
}
