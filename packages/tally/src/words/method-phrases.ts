/**
 * What can be said about the count of an election, once per language; a phrase that is missing does not compile.
 * Kept apart from the counting, so that a page may load the words alone.
 */
import type { Method, TieOrder } from '../methods/election';
import type { TieBreak } from '../methods/method-result';

/** Round: an integer from 1, or null for a method without rounds. */
export type MethodPhrases = {
  name: Record<Method, string>;
  /** When it fits, in one line. */
  fits: Record<Method, string>;
  ballots: (valid: number, blank: number) => string;
  noBallots: string;
  /** "A has 42 of 100 votes." */
  votesOf: (name: string, votes: number, of: number) => string;
  /** "A has 12 dots." with the unit of the method. */
  has: Record<'dots' | 'votes' | 'points' | 'score', (name: string, figure: string) => string>;
  ahead: (lead: string, second: string) => string;
  mean: (name: string, mean: string, count: number) => string;
  marks: (most: number) => string;
  leftover: Record<'dots' | 'credits', (left: number) => string>;
  irvWon: (name: string, round: number, votes: number, continuing: number) => string;
  irvSecond: (name: string, votes: number) => string;
  exhausted: (votes: number) => string;
  stopped: (round: number) => string;
  quota: (quota: string) => string;
  reached: (name: string, round: number, votes: string) => string;
  lastSeats: (names: string) => string;
  notPassedOn: (votes: string) => string;
  condorcet: (name: string) => string;
  noCondorcet: string;
  path: (name: string, second: string, there: number, back: number) => string;
  locks: (locked: number, cycles: number, undecided: number) => string;
  finalists: (names: string) => string;
  runoff: (name: string, other: string, higher: number, lower: number, equal: number) => string;
  median: (name: string, grade: string) => string;
  temperature: (name: string, mean: string, count: number) => string;
  unbinding: string;
  byHand: (by: string) => string;
  tied: Record<TieBreak['at'], (names: string, round: number | null) => string>;
  lookBack: (names: string, round: number, fewest: boolean) => string;
  headToHead: (names: string) => string;
  byScore: (names: string) => string;
  topMarks: (names: string) => string;
  mediansRemoved: (names: string, removed: number) => string;
  order: Record<TieOrder['from'], string>;
  orderSays: (order: string, names: string, at: TieBreak['at']) => string;
  needsLot: string;
};
