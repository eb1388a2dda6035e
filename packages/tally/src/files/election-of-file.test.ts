import { describe, expect, test } from 'vitest';
import type { ElectionFile } from './election-file';
import { electionOfFile, type CountWishes } from './election-of-file';
import { readElection } from './read-election';

function fileOf(fields: object): ElectionFile {
  const read = readElection(JSON.stringify({ candidates: ['A', 'B', 'C'], ballots: [], ...fields }), 'ranks');
  if (!read.ok) throw new Error(read.problem.code);
  return read.election;
}

function counted(fields: object, wishes: CountWishes = {}): unknown {
  const countable = electionOfFile(fileOf(fields), wishes);
  return countable.ok ? countable.election : countable.problem;
}

const ranked = { ballots: [{ count: 2, ranking: [[1], [0, 2]] }, { ranking: [[1, 2], [], [0]] }] };
const marked = { ballots: [{ count: 2, marks: [2, 5, null] }, { marks: [0, 0, 1] }] };

describe('a file becomes an election', () => {
  test('who has withdrawn is off the ballots, and leaves no skipped rank', () => {
    expect(counted({ ...ranked, method: 'irv', withdrawn: [1], tieBreak: [2, 1, 0] })).toMatchObject({
      options: ['A', 'C'],
      tieOrder: { order: [1, 0], from: 'listed' },
      ballots: [{ ranking: [[0, 1]] }, { ranking: [[1], [], [0]] }],
    });
  });

  test('a wish goes before what the file says', () => {
    const file = { ...ranked, method: 'schulze', strength: 'margins', seats: 1, tieBreak: 'candidate-order' };
    const wishes = { method: 'ranked-pairs', strength: 'winning', seats: 2, tieOrder: null } as const;
    expect(counted(file, wishes)).toMatchObject({
      method: 'ranked-pairs',
      strength: 'winning',
      seats: 2,
      tieOrder: null,
    });
  });

  test('what nobody says follows the method', () => {
    expect(counted(ranked, { method: 'schulze' })).toMatchObject({ unranked: 'last', strength: 'winning' });
    expect(counted(ranked, { method: 'ranked-pairs' })).toMatchObject({ strength: 'margins' });
    expect(counted(ranked, { method: 'irv' })).toMatchObject({ unranked: 'exhausted', stopAt: 'majority' });
    expect(counted(ranked, { method: 'borda' })).toMatchObject({ unrankedPoints: 'zero' });
    expect(counted({ ...ranked, unranked: 'last' }, { method: 'borda' })).toMatchObject({
      unrankedPoints: 'average',
    });
    expect(counted(marked, { method: 'score' })).toMatchObject({
      least: 0,
      most: 5,
      unscored: 'zero',
      by: 'sum',
    });
    expect(counted(marked, { method: 'dots' })).toMatchObject({ budget: 7 });
    expect(counted(marked, { method: 'majority-judgment' })).toMatchObject({
      grades: ['0', '1', '2', '3', '4', '5'],
    });
  });

  test('marks are a ranking where a method ranks, the highest first', () => {
    expect(counted(marked, { method: 'borda' })).toMatchObject({
      ballots: [{ ranking: [[1], [0]] }, { ranking: [[2], [0, 1]] }],
    });
  });

  test('a first choice that is shared is no mark', () => {
    expect(counted(ranked, { method: 'plurality' })).toMatchObject({
      ballots: [{ choice: 1 }, { choice: null }],
    });
  });

  test.each<[string, object, CountWishes, string]>([
    ['no method', ranked, {}, 'no_method'],
    ['a method that there is not', ranked, { method: 'toString' }, 'unknown_method'],
    ['scores of a ranking', ranked, { method: 'score' }, 'needs_marks'],
    ['approval of a whole ranking', ranked, { method: 'approval' }, 'needs_marks'],
    ['plurality of several marks', marked, { method: 'plurality' }, 'several_marks'],
    ['two seats by instant runoff', ranked, { method: 'irv', seats: 2 }, 'one_seat'],
    ['an order of too few', ranked, { method: 'irv', tieOrder: [0, 1] }, 'bad_order'],
    ['nobody left', { ...ranked, withdrawn: [0, 1, 2] }, { method: 'irv' }, 'all_withdrawn'],
  ])('%s is a code', (_what, fields, wishes, code) => {
    expect(counted(fields, wishes)).toMatchObject({ code });
  });
});
