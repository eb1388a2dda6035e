/** Every problem that an election or a ballot can have, by its code. */
import { describe, expect, test } from 'vitest';
import type { Election } from './election';
import { electionProblems, problemCodes, type ProblemCode } from './problems';
import { figures, listed, poll, ranked } from './testing';

const plurality = { ...poll(2), method: 'plurality' as const, ballots: [] };
const dots = { ...poll(2), method: 'dots' as const, budget: 5, cap: 3, leftovers: 'refused' as const };
const score = {
  ...poll(2),
  method: 'score' as const,
  least: 1,
  most: 5,
  unscored: 'skipped' as const,
  by: 'mean' as const,
};
const hand = { ...poll(2), method: 'hand-count' as const, present: 10, by: 'Notulis' };
const quadratic = { ...poll(2), method: 'quadratic' as const, credits: 9, against: 'refused' as const };

const broken: [ProblemCode, string, Election][] = [
  ['no_options', 'a poll without options', { ...plurality, options: [] }],
  ['bad_seats', 'no seat', { ...plurality, seats: 0 }],
  ['bad_seats', 'half a seat', { ...plurality, seats: 1.5 }],
  ['bad_seats', 'two seats by STAR', { ...poll(3, { seats: 2 }), method: 'star', most: 5, ballots: [] }],
  ['bad_tie_order', 'an order without one option', { ...plurality, tieOrder: listed(0) }],
  ['bad_tie_order', 'an order with one twice', { ...plurality, tieOrder: listed(1, 1) }],
  ['bad_limits', 'a scale of nothing', { ...score, most: 1, ballots: [] }],
  ['bad_limits', 'a budget that the cap leaves over', { ...dots, budget: 7, ballots: [] }],
  ['bad_limits', 'one grade', { ...poll(1), method: 'majority-judgment', grades: ['Good'], ballots: [] }],
  ['bad_count', 'no papers', { ...plurality, ballots: [{ count: 0, choice: 0 }] }],
  ['bad_count', 'a weight of 0', { ...plurality, ballots: [{ count: 1, weight: 0, choice: 0 }] }],
  ['unknown_option', 'a mark for nobody', { ...plurality, ballots: [{ count: 1, choice: 2 }] }],
  ['option_twice', 'ranked twice', { ...poll(2), method: 'stv-meek', ballots: ranked('1 A>B=A') }],
  ['wrong_length', 'a figure missing', { ...score, ballots: [figures(1, 3)] }],
  ['not_whole', 'half a point', { ...score, ballots: [figures(1, 2.5, 3)] }],
  ['below_least', 'under the scale', { ...score, ballots: [figures(1, 0, 3)] }],
  ['below_least', 'a vote against', { ...quadratic, ballots: [figures(1, -1, 0)] }],
  ['above_most', 'over the cap', { ...dots, ballots: [figures(1, 4, 1)] }],
  [
    'too_many_marks',
    'more than may be marked',
    { ...poll(2), method: 'approval', most: 1, ballots: [{ count: 1, marks: [0, 1] }] },
  ],
  ['over_budget', 'more dots than there are', { ...dots, ballots: [figures(1, 3, 3)] }],
  ['over_budget', 'more credits than there are', { ...quadratic, ballots: [figures(1, 3, 1)] }],
  ['under_budget', 'dots left over', { ...dots, ballots: [figures(1, 3, 1)] }],
  ['more_than_present', 'more hands than people', { ...hand, numbers: [11, 0] }],
];

describe('[M6] problems', () => {
  test.each(broken)('%s: %s', (code, _, election) => {
    expect(electionProblems(election).map((problem) => problem.code)).toContain(code);
  });

  test('every code of the list can occur', () => {
    expect(new Set(broken.map(([code]) => code))).toEqual(new Set(problemCodes));
  });

  test('a problem says where it lies and what was overstepped', () => {
    expect(electionProblems({ ...dots, ballots: [figures(1, 3, 2), figures(1, 0, 4)] })).toEqual([
      { code: 'above_most', ballot: 1, option: 1, have: 4, limit: 3 },
      { code: 'under_budget', ballot: 1, option: null, have: 4, limit: 5 },
    ]);
  });

  test('a blank ballot, equal ranks and skipped ranks are everyone’s right', () => {
    expect(electionProblems({ ...dots, ballots: [figures(1, 0, 0), figures(1, null, null)] })).toEqual([]);
    const ballots = ranked('1 A=B', '1 ->A', '1 ');
    expect(electionProblems({ ...poll(2), method: 'stv-scottish', ballots })).toEqual([]);
  });
});
