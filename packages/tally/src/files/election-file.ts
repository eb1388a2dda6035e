/**
 * An election as a file tells it, whatever the format: who stands, how many seats, the ballots, and what the file says
 * about the count. What a file does not say is null, and whoever counts decides.
 *
 * Invariants of one that was read: at least one candidate; names differ, hold no control characters and are not blank;
 * ballots are all rankings or all marks; each names a candidate at most once; counts are positive and their sum is safe.
 *
 * Not here: whether the method exists, and what a ballot is worth under it.
 */

/** Best first, by index into `candidates`; an inner list of several is a tie, an empty one a rank that was skipped. */
export type RankedFileBallot = { count: number; ranking: number[][] };

/** A whole number for each candidate, in their order (points, stars, dots, place of a grade, 1 for an approval); null where none was given. */
export type MarkedFileBallot = { count: number; marks: (number | null)[] };

export type FileBallots =
  { kind: 'ranked'; ballots: RankedFileBallot[] } | { kind: 'marked'; ballots: MarkedFileBallot[] };

export type ElectionFile = FileBallots & {
  title: string;
  /** As the file writes it, such as "stv-scottish". */
  method: string | null;
  seats: number;
  candidates: string[];
  /** Indexes, ascending: they stand on the ballots and are passed over. */
  withdrawn: number[];
  /** What it means that a candidate is not ranked. */
  unranked: 'last' | 'exhausted' | null;
  /** How a pairwise majority is measured (Schulze, ranked pairs). */
  strength: 'margins' | 'winning' | null;
  /** The published order for ties: every index once, the earlier one wins. */
  tieOrder: number[] | null;
  /** What the method's own fields are (methods/election.ts), as far as the file says. */
  settings: FileSettings;
  /** Majority judgment: names of the grades, worst first. */
  grades: string[] | null;
};

/** The words that each field of a method may be. */
export const settingWords = {
  skippedRanks: ['pass-over', 'exhaust', 'exhaust-at-two'],
  equalRanks: ['exhaust', 'pass-over', 'exhaust-while-several'],
  stopAt: ['majority', 'two'],
  unrankedPoints: ['average', 'zero', 'modified'],
  unscored: ['zero', 'skipped'],
  by: ['sum', 'mean'],
  leftovers: ['allowed', 'refused'],
  against: ['allowed', 'refused'],
} as const;
export const settingNumbers = ['least', 'most', 'budget', 'cap', 'credits'] as const;

type SettingWords = typeof settingWords;
export type FileSettings = { -readonly [Key in keyof SettingWords]?: SettingWords[Key][number] } & {
  [Key in (typeof settingNumbers)[number]]?: number;
};

/** What a file may be at most, so that a hostile one ends in a sentence and not in an exhausted machine. */
export const fileLimits = {
  /** UTF-16 code units of the whole text. */
  characters: 64 * 1024 * 1024,
  candidates: 1_000,
  /** Ballots as written, each with its count. */
  ballots: 1_000_000,
  /** Sum of the counts. */
  voters: 1_000_000_000,
  nameCharacters: 1_000,
  mark: 1_000_000,
  /** Nested lists and objects of JSON. */
  depth: 32,
} as const;
