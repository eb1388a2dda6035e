/**
 * What is counted: options, seats, the method's own fields, and ballots. Options are indexes into `options`
 * everywhere, in ballots and results; only words need the names.
 *
 * Ballots are anonymous: `count` equal papers, each of integer `weight` (1 where it is not said). Papers may
 * arrive merged or apart and in any order. A broken ballot (ballot-problems.ts) makes a count throw RangeError:
 * the ballot box and the readers of files refuse it before.
 *
 * Counted by `tallyElection(election)`, which gives a MethodResult (method-result.ts).
 * Not here: who may vote, secrecy, chambers. Everything is plain JSON.
 */

/** `count` papers that say the same, each of this weight; both positive integers. */
export type Papers = { count: number; weight?: number };

/** `order` names every option once and was published before the poll opened: the earlier one wins a tie. */
export type TieOrder = { order: readonly number[]; from: 'lot' | 'chair' | 'listed' };

/** Without a published order a tie stays a tie; a count that cannot go on without one says so and stops. */
export type Poll = { options: readonly string[]; seats: number; tieOrder: TieOrder | null };

/** One mark. Null is a blank paper. */
export type ChoiceBallot = Papers & { choice: number | null };

/** Options marked, in no order. */
export type MarksBallot = Papers & { marks: readonly number[] };

/** A whole number for each option, in the order of the options; null where nothing is said. */
export type FiguresBallot = Papers & { figures: readonly (number | null)[] };

/** Best first; an inner list is one rank, of equals where it is longer than one, skipped where it is empty. */
export type RankedBallot = Papers & { ranking: readonly (readonly number[])[] };

/** What a ballot that does not rank an option says of it: tied last, or nothing. */
export type Unranked = 'last' | 'exhausted';

/** Schulze and ranked pairs: a majority is as strong as its lead, or as the votes for it. */
export type Strength = 'margins' | 'winning';

export type PluralityElection = Poll & { method: 'plurality'; ballots: readonly ChoiceBallot[] };

/** `most` marks a paper at most (multiple choice), or as many as one likes. */
export type ApprovalElection = Poll & {
  method: 'approval';
  most: number | null;
  ballots: readonly MarksBallot[];
};

/** Figures from `least` to `most`. A mean is a share of those who scored, or of all where unscored is 0. */
export type ScoreElection = Poll & {
  method: 'score';
  least: number;
  most: number;
  unscored: 'zero' | 'skipped';
  by: 'sum' | 'mean';
  ballots: readonly FiguresBallot[];
};

/** Figures from 0 to `cap` that add up to `budget`, or to less where leftovers are allowed. */
export type DotsElection = Poll & {
  method: 'dots';
  budget: number;
  cap: number | null;
  leftovers: 'allowed' | 'refused';
  ballots: readonly FiguresBallot[];
};

/** v votes cost v² credits; against counts less where it is allowed. Weight multiplies votes, not credits. */
export type QuadraticElection = Poll & {
  method: 'quadratic';
  credits: number;
  against: 'allowed' | 'refused';
  ballots: readonly FiguresBallot[];
};

/**
 * One seat. A skipped rank is passed over, ends the ballot, or ends it where two follow each other. A rank of
 * equals ends the ballot (`exhaust`), is passed over, or ends it while more than one of them is continuing.
 * Unranked `last` is one more rank at the end, of all that are not ranked.
 */
export type IrvElection = Poll & {
  method: 'irv';
  unranked: Unranked;
  skippedRanks: 'pass-over' | 'exhaust' | 'exhaust-at-two';
  equalRanks: 'exhaust' | 'pass-over' | 'exhaust-while-several';
  stopAt: 'majority' | 'two';
  ballots: readonly RankedBallot[];
};

/** A paper counts up to its first skipped or equal rank; one that starts with such a rank is not valid. */
export type ScottishStvElection = Poll & { method: 'stv-scottish'; ballots: readonly RankedBallot[] };
export type MeekStvElection = Poll & { method: 'stv-meek'; ballots: readonly RankedBallot[] };

export type SchulzeElection = Poll & {
  method: 'schulze';
  unranked: Unranked;
  strength: Strength;
  ballots: readonly RankedBallot[];
};
export type RankedPairsElection = Poll & {
  method: 'ranked-pairs';
  unranked: Unranked;
  strength: Strength;
  ballots: readonly RankedBallot[];
};

/**
 * n−1 points for the first of n, 0 for the last; equals share the mean of their places; a skipped rank is no
 * place. Options left unranked share the mean of the places left (`average`), or get `zero`; or a ballot that
 * ranks m options gives m … 1 (`modified`, as the de Borda Institute counts).
 */
export type BordaElection = Poll & {
  method: 'borda';
  unrankedPoints: 'average' | 'zero' | 'modified';
  ballots: readonly RankedBallot[];
};

/** One seat. Figures from 0 to `most` (5 stars); unscored is 0. */
export type StarElection = Poll & { method: 'star'; most: number; ballots: readonly FiguresBallot[] };

/** Figures are places in `grades`, which stand worst first; ungraded is the worst grade. */
export type MajorityJudgmentElection = Poll & {
  method: 'majority-judgment';
  grades: readonly string[];
  ballots: readonly FiguresBallot[];
};

/** Figures 0 to 4, for each option or question. Binds nobody; `seats` is 0, nothing is elected. */
export type TemperatureElection = Poll & { method: 'temperature'; ballots: readonly FiguresBallot[] };

/** Numbers that were counted by hand in the room and typed in by somebody; `present` where it was counted. */
export type HandCountElection = Poll & {
  method: 'hand-count';
  numbers: readonly number[];
  present: number | null;
  by: string;
};

export type Election =
  | PluralityElection
  | ApprovalElection
  | ScoreElection
  | DotsElection
  | QuadraticElection
  | IrvElection
  | ScottishStvElection
  | MeekStvElection
  | SchulzeElection
  | RankedPairsElection
  | BordaElection
  | StarElection
  | MajorityJudgmentElection
  | TemperatureElection
  | HandCountElection;

export type Method = Election['method'];

/** Methods that count ballots. */
export const ballotMethods = [
  'plurality',
  'approval',
  'score',
  'dots',
  'quadratic',
  'irv',
  'stv-scottish',
  'stv-meek',
  'schulze',
  'ranked-pairs',
  'borda',
  'star',
  'majority-judgment',
  'temperature',
] as const satisfies readonly Method[];
export type BallotMethod = (typeof ballotMethods)[number];

/** Of a hand count only the numbers are known. */
export const votingMethods = [...ballotMethods, 'hand-count'] as const satisfies readonly Method[];
