/** What holds for every rule and every vote. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { breakTie } from './break-tie';
import type { Ballot, VoteTally } from './result';
import { anyVote } from './testing';
import { tallyVote, type VoteInput } from './tally-vote';

const runs = { numRuns: 1500 };

test('[T12] the result does not depend on the order of ballots, roll, counts or chambers', () => {
  fc.assert(
    fc.property(anyVote, (input) => {
      const { electorate, rule } = input;
      const turned = {
        ...input,
        rule: { ...rule, chambers: rule.chambers.toReversed() },
        ballots: input.ballots.toReversed(),
        electorate: {
          ...electorate,
          roll: electorate.roll.toReversed(),
          present: electorate.present.toReversed(),
          attended: electorate.attended.toReversed(),
        },
      };
      expect(tallyVote(turned)).toEqual(tallyVote(input));
    }),
    runs,
  );
});

test('[T12] nor on whether equal ballots arrive apart or as one with a count', () => {
  fc.assert(
    fc.property(anyVote, (input) => {
      const plain = { ...input, electorate: { ...input.electorate, conflicted: [] } };
      expect(tallyVote({ ...plain, ballots: merged(plain) })).toEqual(tallyVote(plain));
    }),
    runs,
  );
});

test('[T11] a voter of weight n counts like n voters of weight 1', () => {
  fc.assert(
    fc.property(anyVote, (input) => {
      const plain = { ...input, electorate: { ...input.electorate, conflicted: [] } };
      expect(tallyVote(split(plain))).toEqual(tallyVote(plain));
    }),
    runs,
  );
});

test('[T13] a ballot that turns to yes never makes a motion fail that passed', () => {
  fc.assert(
    fc.property(anyVote, fc.nat({ max: 11 }), (input, at) => {
      const ballots = input.ballots.map((ballot, i): Ballot =>
        i === at ? { ...ballot, choice: 'yes' } : ballot,
      );
      if (tallyVote(input).passes) expect(tallyVote({ ...input, ballots }).passes).toBe(true);
    }),
    runs,
  );
});

test('[T13] one more yes never makes a motion fail that passed, unless it wakes a chamber that was skipped', () => {
  fc.assert(
    fc.property(anyVote, (input) => {
      fc.pre(input.rule.emptyChamber === 'blocks');
      const cast = new Set(input.ballots.map((ballot) => ('voter' in ballot ? ballot.voter : '')));
      const silent = input.electorate.roll.find(({ key }) => !cast.has(key));
      fc.pre(silent !== undefined && tallyVote(input).passes);
      const ballots: Ballot[] = [...input.ballots, { voter: silent?.key ?? '', choice: 'yes' }];
      expect(tallyVote({ ...input, ballots }).passes).toBe(true);
    }),
    { numRuns: 300, maxSkipsPerRun: 1000 },
  );
});

test('[T20] passes exactly when there is no reason why not, and every comparison is in the trace', () => {
  fc.assert(
    fc.property(anyVote, (input) => {
      const tally = tallyVote(input);
      expect(tally.passes).toBe(tally.reasons.length === 0);
      expect(tally.passes).toBe(tally.outcome === 'passes');
      expect(tally.passes).toBe(tally.trace.every(({ holds }) => holds || isAllowed(tally)));
    }),
    runs,
  );
});

test('[T20] the result is plain JSON', () => {
  fc.assert(
    fc.property(anyVote, (input) => {
      const tally = tallyVote(input);
      expect(JSON.parse(JSON.stringify(tally))).toEqual(tally);
      expect(JSON.stringify(tally)).not.toMatch(/\d\.\d|e\+|null,null/);
    }),
    runs,
  );
});

test('[T12] chambers add up to the whole', () => {
  fc.assert(
    fc.property(anyVote, (input) => {
      const { counts, byChamber } = tallyVote(input);
      const sums = Object.keys(counts).map((key) =>
        byChamber.reduce((sum, part) => sum + Number(Reflect.get(part.counts, key)), 0),
      );
      expect(sums).toEqual(Object.values(counts));
    }),
    runs,
  );
});

test('[T9] breaking a tie afterwards comes to what a count that knows of it comes to', () => {
  fc.assert(
    fc.property(anyVote, fc.constantFrom('yes' as const, 'no' as const), (input, casting) => {
      const tally = tallyVote(input);
      const waits = tally.tie?.state === 'awaits-chair' || tally.tie?.state === 'awaits-lot';
      if (waits) expect(breakTie(tally, casting)).toEqual(tallyVote({ ...input, casting }));
      else {
        expect(() => breakTie(tally, casting)).toThrow(RangeError);
        expect(tallyVote({ ...input, casting })).toEqual(tally);
      }
    }),
    runs,
  );
});

/** Only a casting vote or a lot passes against the numbers, and neither is given here. */
function isAllowed(tally: VoteTally): boolean {
  return tally.tie?.state === 'chair-yes' || tally.tie?.state === 'lot-yes';
}

function merged({ ballots, electorate }: VoteInput): Ballot[] {
  const counts = new Map<string, Ballot & { count: number }>();
  for (const ballot of ballots) {
    const voter = electorate.roll.find(({ key }) => 'voter' in ballot && key === ballot.voter);
    const { chamber, weight } = voter ?? { chamber: null, weight: 1 };
    const key = JSON.stringify([ballot.choice, chamber, weight]);
    const count = (counts.get(key)?.count ?? 0) + 1;
    counts.set(key, { choice: ballot.choice, chamber, weight, count });
  }
  return [...counts.values()];
}

function split(input: VoteInput): VoteInput {
  const parts = (key: string, weight: number): string[] =>
    Array.from({ length: weight }, (_, i) => `${key}.${i}`);
  const weightOf = (key: string): number =>
    input.electorate.roll.find((voter) => voter.key === key)?.weight ?? 0;
  const roll = input.electorate.roll.flatMap(({ key, chamber, weight }) =>
    parts(key, weight).map((part) => ({ key: part, chamber, weight: 1 })),
  );
  const ballots = input.ballots.flatMap((ballot): Ballot[] =>
    'voter' in ballot
      ? parts(ballot.voter, weightOf(ballot.voter)).map((voter) => ({ ...ballot, voter }))
      : [ballot],
  );
  return { ...input, ballots, electorate: { ...input.electorate, roll } };
}
