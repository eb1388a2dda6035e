/** What decided an election, method by method: the numbers of those elected and of who came next. */
import { assertNever } from '../majority';
import type {
  BordaResult,
  IrvResult,
  MeekStvResult,
  MethodResult,
  RankedPairsResult,
  SchulzeResult,
  ScoreResult,
  ScottishStvResult,
  StarResult,
} from '../methods/method-result';
import { optionName, type ElectionNames, type ListNames } from './election-names';
import type { MethodPhrases } from './method-phrases';

type Said = { say: MethodPhrases; names: ElectionNames; list: ListNames };

export function decisiveSentences(
  say: MethodPhrases,
  result: MethodResult,
  names: ElectionNames,
  list: ListNames,
): string[] {
  const said = { say, names, list };
  switch (result.method) {
    case 'plurality':
    case 'hand-count':
      return [...ofVotes(said, result), ...(result.method === 'hand-count' ? [say.byHand(result.by)] : [])];
    case 'approval':
      return [...ofVotes(said, result), ...(result.most === null ? [] : [say.marks(result.most)])];
    case 'dots':
      return [...ofSpending(said, result, 'dots'), say.leftover.dots(result.leftover)];
    case 'quadratic':
      return [...ofSpending(said, result, 'votes'), say.leftover.credits(result.leftover)];
    case 'score':
      return ofScore(said, result);
    case 'borda':
      return ofBorda(said, result);
    case 'irv':
      return ofIrv(said, result);
    case 'stv-scottish':
      return ofScottish(said, result);
    case 'stv-meek':
      return ofMeek(said, result);
    case 'schulze':
      return [...condorcet(said, result), ...ofPaths(said, result)];
    case 'ranked-pairs':
      return [...condorcet(said, result), ...ofLocks(said, result)];
    case 'star':
      return ofStar(said, result);
    case 'majority-judgment':
      return result.ranking.flat().map((option) => {
        const median = result.rows[option]?.median ?? 0;
        return say.median(optionName(names, option), names.grades?.[median] ?? `${median}`);
      });
    case 'temperature':
      return result.rows.map(({ mean, count }, option) =>
        say.temperature(optionName(names, option), mean ?? '–', count),
      );
    default:
      return assertNever(result);
  }
}

/** The last that is elected, and who comes next: between them lies what decided. */
function atTheLine({ elected, ranking }: MethodResult): { last: number; next: number } | null {
  const rest = ranking.flat().filter((option) => !elected.includes(option));
  const [last, next] = [elected.at(-1), rest[0]];
  return last === undefined || next === undefined ? null : { last, next };
}

/** How far the last elected is ahead; nothing where they are equal. */
function lead(
  { say, names }: Said,
  result: MethodResult,
  of: (option: number) => number,
  halves = 1,
): string[] {
  const line = atTheLine(result);
  const by = line ? (of(line.last) - of(line.next)) / halves : 0;
  return line && by > 0 ? [say.ahead(`${by}`, optionName(names, line.next))] : [];
}

type ByVotes = Extract<MethodResult, { rows: { votes: number }[] }>;

function ofVotes(said: Said, result: ByVotes): string[] {
  const votes = (option: number): number => result.rows[option]?.votes ?? 0;
  const { say, names } = said;
  return [
    ...result.elected.map((option) =>
      say.votesOf(optionName(names, option), votes(option), result.counts.valid),
    ),
    ...lead(said, result, votes),
  ];
}

function ofSpending(said: Said, result: ByVotes, unit: 'dots' | 'votes'): string[] {
  const votes = (option: number): number => result.rows[option]?.votes ?? 0;
  const { say, names } = said;
  return [
    ...result.elected.map((option) => say.has[unit](optionName(names, option), `${votes(option)}`)),
    ...lead(said, result, votes),
  ];
}

function ofScore(said: Said, result: ScoreResult): string[] {
  const { say, names } = said;
  const sum = (option: number): number => result.rows[option]?.sum ?? 0;
  if (result.variant.startsWith('sum'))
    return [
      ...result.elected.map((option) => say.has.score(optionName(names, option), `${sum(option)}`)),
      ...lead(said, result, sum),
    ];
  return result.ranking.flat().map((option) => {
    const row = result.rows[option];
    return say.mean(optionName(names, option), row?.mean ?? '–', row?.count ?? 0);
  });
}

/** Points are whole or halves, so twice their number is exact. */
function ofBorda(said: Said, result: BordaResult): string[] {
  const points = (option: number): string => result.points[option] ?? '0';
  const { say, names } = said;
  return [
    ...result.elected.map((option) => say.has.points(optionName(names, option), points(option))),
    ...lead(said, result, (option) => Number(points(option)) * 2, 2),
  ];
}

function ofIrv({ say, names }: Said, { rounds, elected, ranking }: IrvResult): string[] {
  const [winner, last] = [elected[0], rounds.at(-1)];
  if (!last) return [];
  const exhausted = last.exhausted > 0 ? [say.exhausted(last.exhausted)] : [];
  if (winner === undefined) return [say.stopped(rounds.length), ...exhausted];
  const second = ranking.flat().find((option) => option !== winner && typeof last.votes[option] === 'number');
  return [
    say.irvWon(optionName(names, winner), rounds.length, last.votes[winner] ?? 0, last.continuing),
    ...(second === undefined ? [] : [say.irvSecond(optionName(names, second), last.votes[second] ?? 0)]),
    ...exhausted,
  ];
}

function ofScottish({ say, names, list }: Said, result: ScottishStvResult): string[] {
  const { rounds, quota, unfilled } = result;
  const without = (option: number, votes: readonly string[]): boolean =>
    BigInt((votes[option] ?? '0').replace('.', '')) < BigInt(quota) * 100_000n;
  const reached = rounds.flatMap(({ elected, votes }, round) =>
    elected
      .filter((option) => !without(option, votes))
      .map((option) => say.reached(optionName(names, option), round + 1, votes[option] ?? '')),
  );
  const last = rounds.flatMap(({ elected, votes }) => elected.filter((option) => without(option, votes)));
  return [
    say.quota(`${quota}`),
    ...reached,
    ...(last.length > 0 ? [say.lastSeats(list(last))] : []),
    ...(unfilled ? [say.stopped(rounds.length)] : []),
    say.notPassedOn(rounds.at(-1)?.nonTransferable ?? '0.00000'),
  ];
}

function ofMeek({ say, names, list }: Said, { rounds, quota, lastSeats, unfilled }: MeekStvResult): string[] {
  return [
    ...(quota === null ? [] : [say.quota(quota)]),
    ...rounds.flatMap(({ elected, votes }, round) =>
      elected.map((option) => say.reached(optionName(names, option), round + 1, votes[option] ?? '')),
    ),
    ...(lastSeats.length > 0 ? [say.lastSeats(list(lastSeats))] : []),
    ...(unfilled ? [say.stopped(rounds.length)] : []),
    ...rounds.slice(-1).map(({ excess }) => say.notPassedOn(excess)),
  ];
}

function condorcet({ say, names }: Said, { condorcetWinner }: SchulzeResult | RankedPairsResult): string[] {
  return [condorcetWinner === null ? say.noCondorcet : say.condorcet(optionName(names, condorcetWinner))];
}

function ofPaths({ say, names }: Said, result: SchulzeResult): string[] {
  const line = atTheLine(result);
  if (!line) return [];
  const [there, back] = [
    result.paths[line.last]?.[line.next] ?? 0,
    result.paths[line.next]?.[line.last] ?? 0,
  ];
  return there > back
    ? [say.path(optionName(names, line.last), optionName(names, line.next), there, back)]
    : [];
}

function ofLocks({ say }: Said, { locks }: RankedPairsResult): string[] {
  const count = (state: RankedPairsResult['locks'][number]['state']): number =>
    locks.filter((lock) => lock.state === state).length;
  return [say.locks(count('locked'), count('cycle'), count('undecided'))];
}

function ofStar({ say, names, list }: Said, { finalists, runoff, elected }: StarResult): string[] {
  const [a, b] = finalists ?? [];
  if (!finalists || !runoff || a === undefined || b === undefined) return [];
  const [forA, forB] = runoff.for;
  const turned = elected[0] === b;
  const [first, second] = turned ? [b, a] : [a, b];
  const [higher, lower] = turned ? [forB, forA] : [forA, forB];
  return [
    say.finalists(list(finalists)),
    say.runoff(optionName(names, first), optionName(names, second), higher, lower, runoff.equal),
  ];
}
