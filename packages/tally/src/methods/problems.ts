/**
 * What is wrong with an election or a ballot, as codes from a closed list: the ballot page says it while the ballot
 * is filled in, the server refuses by it, readers of files name it, and a count throws at the first. For one ballot
 * pass the election with that ballot alone.
 *
 * Not here: whether a legal ballot counts (an equal rank in IRV is the voter's right, and spends the ballot).
 */
import type {
  ApprovalElection,
  DotsElection,
  Election,
  FiguresBallot,
  HandCountElection,
  Papers,
  QuadraticElection,
} from './election';

export const problemCodes = [
  'no_options',
  'bad_seats',
  'bad_tie_order',
  'bad_limits',
  'bad_count',
  'unknown_option',
  'option_twice',
  'wrong_length',
  'not_whole',
  'below_least',
  'above_most',
  'too_many_marks',
  'over_budget',
  'under_budget',
  'more_than_present',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** `ballot` and `option` are indexes where it lies in one; `limit` is what was overstepped, `have` by what. */
export type ElectionProblem = {
  code: ProblemCode;
  ballot: number | null;
  option: number | null;
  have?: number;
  limit?: number;
};

/** Empty where it can be counted. Those of the poll first, then ballot by ballot. */
export function electionProblems(election: Election): ElectionProblem[] {
  return [...problemsOf(election)];
}

/** Throws RangeError at the first problem. */
export function refuseBroken(election: Election): void {
  for (const { code, ballot, option } of problemsOf(election))
    throw new RangeError(`${code} (ballot ${ballot ?? '-'}, option ${option ?? '-'})`);
}

type Found = Omit<ElectionProblem, 'ballot' | 'option'> & { option?: number };

function* problemsOf(election: Election): Generator<ElectionProblem> {
  for (const found of pollProblems(election)) yield { ballot: null, option: null, ...found };
  if (election.method === 'hand-count') return;
  for (const [index, ballot] of election.ballots.entries()) {
    if (!isPositive(ballot.count) || !isPositive(ballot.weight ?? 1))
      yield { code: 'bad_count', ballot: index, option: null };
  }
  for (const [index, found] of ballotProblems(election)) yield { ballot: index, option: null, ...found };
}

function* pollProblems(election: Election): Generator<Found> {
  const { options, seats, tieOrder, method } = election;
  const one = method === 'irv' || method === 'star';
  const least = method === 'temperature' ? 0 : 1;
  if (options.length === 0) yield { code: 'no_options' };
  if (!Number.isSafeInteger(seats) || seats < least || (one && seats > 1))
    yield { code: 'bad_seats', have: seats };
  if (tieOrder && !isPermutation(tieOrder.order, options.length)) yield { code: 'bad_tie_order' };
  if (!limitsOf(election).every(Number.isSafeInteger) || !hasRoom(election)) yield { code: 'bad_limits' };
  if (method === 'hand-count') yield* handProblems(election);
}

function limitsOf(election: Election): number[] {
  switch (election.method) {
    case 'approval':
      return [election.most ?? 1];
    case 'score':
      return [election.least, election.most];
    case 'dots':
      return [election.budget, election.cap ?? 1];
    case 'quadratic':
      return [election.credits];
    case 'star':
      return [election.most];
    default:
      return [];
  }
}

/** The limits leave something to say. */
function hasRoom(election: Election): boolean {
  switch (election.method) {
    case 'score':
      return election.least < election.most;
    case 'majority-judgment':
      return election.grades.length > 1;
    case 'dots':
      return limitsOf(election).every((limit) => limit > 0) && canBeSpent(election);
    default:
      return limitsOf(election).every((limit) => limit > 0);
  }
}

function canBeSpent({ leftovers, budget, cap, options }: DotsElection): boolean {
  return leftovers === 'allowed' || cap === null || cap * options.length >= budget;
}

function* handProblems({ numbers, options, present }: HandCountElection): Generator<Found> {
  if (numbers.length !== options.length) yield { code: 'wrong_length', have: numbers.length };
  for (const [option, have] of numbers.entries()) {
    if (!Number.isSafeInteger(have)) yield { code: 'not_whole', option };
    else if (have < 0) yield { code: 'below_least', option, have, limit: 0 };
    else if (present !== null && have > present)
      yield { code: 'more_than_present', option, have, limit: present };
  }
}

type WithBallots = Exclude<Election, HandCountElection>;

function ballotProblems(election: WithBallots): Generator<[number, Found]> {
  const size = election.options.length;
  switch (election.method) {
    case 'plurality':
      return each(election.ballots, ({ choice }) => (choice === null ? [] : optionProblems([choice], size)));
    case 'approval':
      return each(election.ballots, ({ marks }) => [
        ...optionProblems(marks, size),
        ...tooManyMarks(marks, election),
      ]);
    case 'irv':
    case 'stv-scottish':
    case 'stv-meek':
    case 'schulze':
    case 'ranked-pairs':
    case 'borda':
      return each(election.ballots, ({ ranking }) => optionProblems(ranking.flat(), size));
    case 'dots':
      return each(election.ballots, ({ figures }) => [
        ...figureProblems(figures, size, 0, election.cap ?? election.budget),
        ...dotsProblems(figures, election),
      ]);
    case 'quadratic':
      return each(election.ballots, ({ figures }) => quadraticProblems(figures, election));
    default:
      return each(election.ballots, ({ figures }) => figureProblems(figures, size, ...scaleOf(election)));
  }
}

type OnScale = Extract<Election, { method: 'score' | 'star' | 'majority-judgment' | 'temperature' }>;

/** The least and the most that a figure may say. */
function scaleOf(election: OnScale): [number, number] {
  switch (election.method) {
    case 'score':
      return [election.least, election.most];
    case 'star':
      return [0, election.most];
    case 'majority-judgment':
      return [0, election.grades.length - 1];
    default:
      return [0, 4];
  }
}

function* each<B extends Papers>(
  ballots: readonly B[],
  problems: (ballot: B) => readonly Found[],
): Generator<[number, Found]> {
  for (const [index, ballot] of ballots.entries()) {
    for (const found of problems(ballot)) yield [index, found];
  }
}

function optionProblems(options: readonly number[], size: number): Found[] {
  const seen = new Set<number>();
  const found: Found[] = [];
  for (const option of options) {
    if (!Number.isSafeInteger(option) || option < 0 || option >= size)
      found.push({ code: 'unknown_option', option });
    else if (seen.has(option)) found.push({ code: 'option_twice', option });
    seen.add(option);
  }
  return found;
}

function tooManyMarks(marks: readonly number[], { most }: ApprovalElection): Found[] {
  return most !== null && marks.length > most
    ? [{ code: 'too_many_marks', have: marks.length, limit: most }]
    : [];
}

function figureProblems(
  figures: FiguresBallot['figures'],
  size: number,
  least: number,
  most: number,
): Found[] {
  const found: Found[] =
    figures.length === size ? [] : [{ code: 'wrong_length', have: figures.length, limit: size }];
  for (const [option, have] of figures.entries()) {
    if (have === null) continue;
    if (!Number.isSafeInteger(have)) found.push({ code: 'not_whole', option });
    else if (have < least) found.push({ code: 'below_least', option, have, limit: least });
    else if (have > most) found.push({ code: 'above_most', option, have, limit: most });
  }
  return found;
}

/** A ballot that spends nothing is blank, not one that leaves dots over. */
function dotsProblems(figures: FiguresBallot['figures'], { budget, leftovers }: DotsElection): Found[] {
  const have = figures.reduce<number>((sum, dots) => sum + (dots ?? 0), 0);
  if (have > budget) return [{ code: 'over_budget', have, limit: budget }];
  const under = leftovers === 'refused' && have < budget && have > 0;
  return under ? [{ code: 'under_budget', have, limit: budget }] : [];
}

function quadraticProblems(figures: FiguresBallot['figures'], election: QuadraticElection): Found[] {
  const { credits, against, options } = election;
  const least = against === 'allowed' ? -credits : 0;
  const found = figureProblems(figures, options.length, least, credits);
  const have = figures.reduce<number>((sum, votes) => sum + (votes ?? 0) ** 2, 0);
  return have > credits ? [...found, { code: 'over_budget', have, limit: credits }] : found;
}

function isPositive(value: number): boolean {
  return Number.isSafeInteger(value) && value > 0;
}

function isPermutation(order: readonly number[], size: number): boolean {
  return order.length === size && optionProblems(order, size).length === 0;
}
