/** Approval. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ApprovalTally } from './result';
import { electorateOf } from './testing';
import { tallyApproval, type ApprovalBallot } from './tally-approval';

function approval(options: string[], ballots: string[][], seats = 1): ApprovalTally {
  const roll = ballots.map((_, i) => ({ key: `${i}`, chamber: i % 2 ? 'b' : 'a', weight: 1 }));
  const cast = ballots.map((approves, i) => ({ voter: `${i}`, approves }));
  return tallyApproval({ options, ballots: cast, electorate: electorateOf(roll), seats });
}

describe('approval', () => {
  test('[T15] shares are of ballots, not of marks', () => {
    const tally = approval(['x', 'y', 'z'], [['x', 'y'], ['x', 'y'], ['x'], []]);
    expect(tally).toMatchObject({
      variant: 'approval',
      counts: { ballots: 4, approvedNone: 1, marks: 5 },
      elected: ['x'],
      tie: null,
      blockVoting: false,
      rows: [
        { option: 'x', approvals: 3, share: '3/4', rank: 1, elected: true },
        { option: 'y', approvals: 2, share: '1/2', rank: 2, elected: false },
        { option: 'z', approvals: 0, share: '0/1', rank: 3, elected: false },
      ],
    });
  });

  test('[T15] options equal at the last seat are named, and none of them is elected', () => {
    expect(approval(['x', 'y', 'z'], [['x', 'y', 'z'], ['z']], 2)).toMatchObject({
      elected: ['z'],
      tie: { options: ['x', 'y'], seats: 1 },
    });
    expect(approval(['y', 'x'], [['x', 'y']], 1)).toMatchObject({
      elected: [],
      tie: { options: ['x', 'y'], seats: 1 },
    });
    expect(approval(['y', 'x'], [['x', 'y']], 2)).toMatchObject({ elected: ['x', 'y'], tie: null });
  });

  test('[T15] several seats are block voting, and the result says so', () => {
    const party = [
      ...Array.from({ length: 6 }, () => ['a1', 'a2', 'a3']),
      ...Array.from({ length: 4 }, () => ['b1', 'b2', 'b3']),
    ];
    expect(approval(['a1', 'a2', 'a3', 'b1', 'b2', 'b3'], party, 3)).toMatchObject({
      variant: 'block-approval',
      blockVoting: true,
      elected: ['a1', 'a2', 'a3'],
    });
  });

  test('[T15] an option that nobody approves is not elected to an empty seat', () => {
    expect(approval(['x', 'y'], [['x'], []], 2)).toMatchObject({ elected: ['x'], tie: null });
    expect(approval(['x'], [], 1)).toMatchObject({ elected: [], rows: [{ share: '0/1' }] });
  });

  test('[T12] neither the order of ballots and options nor merging changes the result', () => {
    const options = ['x', 'y', 'z'];
    fc.assert(
      fc.property(
        fc.array(fc.subarray(options), { maxLength: 10 }),
        fc.integer({ min: 1, max: 4 }),
        (ballots, seats) => {
          const tally = approval(options, ballots, seats);
          const roll = ballots.map((_, i) => ({ key: `${i}`, chamber: i % 2 ? 'b' : 'a', weight: 1 }));
          const input = { options: options.toReversed(), electorate: electorateOf(roll.toReversed()), seats };
          expect(tallyApproval({ ...input, ballots: merged(ballots) })).toEqual(tally);
          expect(JSON.parse(JSON.stringify(tally))).toEqual(tally);
          expect(tally.elected.length + (tally.tie?.seats ?? 0)).toBeLessThanOrEqual(seats);
        },
      ),
    );
  });

  test('[T19] unknown or repeated options and broken seats throw', () => {
    expect(() => approval(['x'], [['y']])).toThrow('not an option');
    expect(() => approval(['x'], [['x', 'x']])).toThrow('twice');
    expect(() => approval(['x', 'x'], [])).toThrow('twice');
    expect(() => approval(['x'], [], 0)).toThrow('seats');
  });
});

function merged(ballots: readonly string[][]): ApprovalBallot[] {
  const counts = new Map<string, { approves: string[]; chamber: string; weight: 1; count: number }>();
  ballots.forEach((approves, i) => {
    const chamber = i % 2 ? 'b' : 'a';
    const key = `${chamber} ${approves.join()}`;
    counts.set(key, { approves, chamber, weight: 1, count: (counts.get(key)?.count ?? 0) + 1 });
  });
  return [...counts.values()].toReversed();
}
