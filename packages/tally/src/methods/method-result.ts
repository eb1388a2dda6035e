/**
 * What the count of an election comes to, as plain JSON: whole numbers are safe integers, decimals and
 * fractions are text ("128.00000", "7/2"), options are indexes. A recount must reproduce it exactly.
 *
 * How ties are broken, everywhere: by the method's own rule first (look back, head to head …), then by the
 * published order, in which the earlier option wins. Where neither helps, a tie stays a tie: in `ranking` as an
 * inner list; at the last seat, or where the count cannot go on, as `unfilled`. With a published order no
 * inner list is longer than one. Never is a tie broken by the place of an option in the list.
 *
 * Not here: wording (words/).
 */
import type { Method, TieOrder } from './election';

/**
 * Sums of weights, except `papers`, which counts heads; valid + blank = weight. Blank is: no mark at all; every
 * figure null (or 0 in dots and quadratic); nothing ranked, or for IRV and STV no rank that counts at first. A paper
 * that approves none is valid: approval's shares are of all.
 */
export type BallotCounts = { papers: number; weight: number; valid: number; blank: number };

/** What narrowed a tie, and who was left: those still tied, or who won (who lost, for an exclusion). */
export type TieStep =
  /** The latest earlier round in which not all were equal; `round` counts from 1. Narrows again from there. */
  | { by: 'look-back'; round: number; left: number[] }
  /** STAR: those who lost the most match-ups among the tied went out. */
  | { by: 'head-to-head'; left: number[] }
  /** STAR: the higher total in the runoff. */
  | { by: 'score'; left: number[] }
  /** STAR: top marks. Those with the fewest went out. */
  | { by: 'top-marks'; left: number[] }
  /** Majority judgment: so many medians were removed from each before they differed. */
  | { by: 'medians-removed'; removed: number; left: number[] }
  /** The published order; `left` is the option taken, or for a rank all of them in that order. */
  | { by: 'published-order'; from: TieOrder['from']; left: number[] };

/** `chosen` is who was taken (into the rank, out of the count, for transfer), null where it takes a lot. */
export type TieBreak = {
  at: 'rank' | 'exclusion' | 'surplus' | 'finalists' | 'runoff';
  /** The round in which it stood, from 1; null for methods without rounds. */
  round: number | null;
  between: number[];
  steps: TieStep[];
  chosen: number[] | null;
};

type Base<M extends Method, V extends string> = {
  method: M;
  variant: V;
  options: number;
  seats: number;
  counts: BallotCounts;
  /**
   * In order of election; those elected at once and equal in all stand by index. Nobody is elected without
   * support: more than 0 votes (plurality, approval, dots, quadratic, hand count), somebody who scored it (score),
   * a continuing ballot (IRV), a valid ballot at all (the others, also for last vacancies in STV).
   */
  elected: number[];
  /** Every option, best first; an inner list is a tie and is in ascending order, which is no order of merit. */
  ranking: number[][];
  /** Seats that a tie keeps empty, and the options among which a lot would have to decide. */
  unfilled: { seats: number; between: number[] } | null;
  ties: TieBreak[];
  /** Several seats by a method that lets the largest group take them all: it must be said. */
  proportional: 'one-seat' | 'proportional' | 'not-proportional';
};

/** `share` is of valid ballots, in lowest terms; "0/1" of none. */
export type VotesRow = { votes: number; share: string };
export type PluralityResult = Base<'plurality', 'plurality' | 'block-plurality'> & { rows: VotesRow[] };

/** `most` marks at most: multiple choice. Shares are of ballots, not of marks. */
export type ApprovalResult = Base<'approval', 'approval' | 'multiple-choice' | 'block-approval'> & {
  most: number | null;
  marks: number;
  rows: VotesRow[];
};

/** `count` scored it; `mean` in lowest terms ("7/2"), null where nobody did, and then it ranks last by mean. */
export type ScoreRow = { sum: number; count: number; mean: string | null };
export type ScoreResult = Base<
  'score',
  'sum-unscored-zero' | 'sum-unscored-skipped' | 'mean-unscored-zero' | 'mean-unscored-skipped'
> & { rows: ScoreRow[] };

/** `votes` weighted; `supporters` gave at least one. `leftover` are weighted dots or credits that nobody spent. */
export type SpendRow = { votes: number; supporters: number };
export type DotsResult = Base<'dots', 'dots' | 'dots-all-spent'> & { rows: SpendRow[]; leftover: number };
export type QuadraticResult = Base<'quadratic', 'quadratic' | 'quadratic-with-against'> & {
  rows: SpendRow[];
  leftover: number;
};

/** What a round came to. `awaits-lot`: a tie that could not be broken; `nobody`: no ballot continues. The count stops. */
export type IrvEnd =
  | { kind: 'elected'; option: number }
  | { kind: 'excluded'; option: number }
  | { kind: 'awaits-lot'; between: number[] }
  | { kind: 'nobody' };

/** `votes` by option, null once it is out. `need` is more than half of `continuing`; `exhausted` + `continuing` = valid. */
export type IrvRound = {
  votes: (number | null)[];
  continuing: number;
  exhausted: number;
  need: number;
  end: IrvEnd;
};
/**
 * With two left the one with more votes is elected; a tie of the two is broken like one for exclusion. One
 * for exclusion that cannot be broken never stops a count in which somebody has more than half: then that one is elected. Ranking: the
 * winner, the others left by the votes of the last round (then looking back), those excluded in reverse. After
 * `awaits-lot` all who are left are one inner list, and `unfilled.between`.
 */
export type IrvResult = Base<'irv', 'irv-to-majority' | 'irv-to-two'> & { rounds: IrvRound[] };

/**
 * Votes after the stage, five decimals, "0.00000" once excluded. `nonTransferable`: value of papers without a next
 * preference; `truncated`: what the ignored remainders have lost. All of them together are the valid papers.
 */
export type ScottishRound = {
  stage: { kind: 'first' } | { kind: 'surplus'; option: number } | { kind: 'exclusion'; option: number };
  votes: string[];
  nonTransferable: string;
  truncated: string;
  /** Reached the quota at the end of this stage, or fill the last seats (rule 52); most votes first. */
  elected: number[];
  /** Elected without the quota, as the last left. */
  lastVacancies: boolean;
};
/**
 * Ranking: elected in order; those left, by the votes of the last stage (then looking back); excluded in reverse.
 * Where the count stops for a lot, those left are one inner list, and `unfilled.between`.
 */
export type ScottishStvResult = Base<'stv-scottish', 'ssi-2007-42'> & {
  quota: number;
  rounds: ScottishRound[];
};

/** The last distribution of the round: nine decimals; `excess` is the weight of ballots that nobody keeps. */
export type MeekRound = {
  votes: string[];
  keep: string[];
  quota: string;
  surplus: string;
  excess: string;
  iterations: number;
  elected: number[];
  /** Defeated at the end of the round. */
  excluded: number | null;
};
/**
 * A tie for defeat (within the surplus, B.3) goes straight to the published order. Ranking as in Scottish STV, but
 * equal votes are not looked back for. `quota` is that of the last round; `lastSeats` were filled at step C, without
 * the quota, most votes first.
 */
export type MeekStvResult = Base<'stv-meek', 'prf-reference'> & {
  quota: string | null;
  rounds: MeekRound[];
  lastSeats: number[];
};

/** [i][j]: weight of ballots that put i before j; the diagonal is 0. */
export type Pairwise = number[][];

/**
 * Ranking: those whom nobody beats (by path) first, then the same among the rest; with a published order, one at a
 * time: the earliest of those whom nobody left beats. Strength of a majority i over j by the field: the lead, or the votes
 * for it; 0 where there is none.
 */
export type SchulzeResult = Base<'schulze', 'schulze-margins' | 'schulze-winning'> & {
  pairwise: Pairwise;
  /** Strength of the widest path from i to j. */
  paths: Pairwise;
  condorcetWinner: number | null;
};

/**
 * A majority, in the order looked at: stronger first; equal ones by the published order: the one whose winner is
 * earlier, of the same winner the one whose loser is later. `cycle`: it would contradict those locked. Without a
 * published order equal ones stand by index, and one is `undecided` where it is in a cycle with equal or undecided ones
 * that the locked alone do not close. Ranking as in Schulze, by what is locked.
 */
export type Lock = {
  winner: number;
  loser: number;
  strength: number;
  state: 'locked' | 'cycle' | 'undecided';
};
export type RankedPairsResult = Base<'ranked-pairs', 'ranked-pairs-margins' | 'ranked-pairs-winning'> & {
  pairwise: Pairwise;
  locks: Lock[];
  condorcetWinner: number | null;
};

/** `points` as decimals: whole ("126") or halves ("126.5"). */
export type BordaResult = Base<
  'borda',
  'borda-unranked-average' | 'borda-unranked-zero' | 'borda-modified'
> & {
  points: string[];
};

/**
 * `finalists` are the two in the runoff, higher score first (one where there is one option), `null` where
 * it takes a lot (then the ranking is by score) or no ballot is valid. Ranking: winner, other finalist, the rest by score.
 */
export type StarResult = Base<'star', 'star-official-ties'> & {
  scores: number[];
  topMarks: number[];
  pairwise: Pairwise;
  finalists: number[] | null;
  runoff: { for: [number, number]; equal: number } | null;
};

/** `grades`: weight of each grade, worst first; `median`: the lower one, null without valid ballots. */
export type GradesRow = { grades: number[]; median: number | null };
export type MajorityJudgmentResult = Base<'majority-judgment', 'majority-judgment'> & { rows: GradesRow[] };

/** `steps`: weight of each of the five steps; `mean` of those who answered, null of none. Nothing is elected. */
export type TemperatureResult = Base<'temperature', 'five-steps-unbinding'> & {
  rows: { steps: number[]; count: number; mean: string | null }[];
};

export type HandCountResult = Base<'hand-count', 'hand-count'> & {
  rows: VotesRow[];
  present: number | null;
  by: string;
};

export type MethodResult =
  | PluralityResult
  | ApprovalResult
  | ScoreResult
  | DotsResult
  | QuadraticResult
  | IrvResult
  | ScottishStvResult
  | MeekStvResult
  | SchulzeResult
  | RankedPairsResult
  | BordaResult
  | StarResult
  | MajorityJudgmentResult
  | TemperatureResult
  | HandCountResult;
