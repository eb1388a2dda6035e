/** For the tests of this package: short ways to say a rule, a roll and ballots; and arbitrary ones. */
import fc from 'fast-check';
import type { Electorate, Voter } from './electorate';
import type { Ballot, Choice, VoteTally } from './result';
import type { DecisionRule, Majority, QuorumStep } from './rule';
import { tallyVote, type VoteInput } from './tally-vote';

export function majority(base: Majority['base'], atLeast = '1/2', strict = atLeast === '1/2'): Majority {
  return { base, atLeast, strict };
}

/** A bare rule: one majority, nothing else. */
export function ruleOf(base: Majority, more: Partial<DecisionRule> = {}): DecisionRule {
  return {
    ladder: ['vote'],
    quorum: null,
    majority: base,
    supportFrom: 0,
    chambers: [],
    qualified: null,
    consent: { silence: 'does-not-count' },
    emptyChamber: 'blocks',
    tie: { kind: 'fails' },
    conflicted: 'stay',
    expires: null,
    ...more,
  };
}

export type Numbers = Partial<Record<Choice, number>> & { silent?: number };

/** Voters and ballots of one chamber: as many of each choice as said, and some who cast none. */
export function crowd(numbers: Numbers, chamber: string | null = null): { roll: Voter[]; ballots: Ballot[] } {
  const choices = (['yes', 'no', 'abstain', 'blank', 'invalid'] as const).flatMap((choice) =>
    Array.from({ length: numbers[choice] ?? 0 }, () => choice),
  );
  const keyOf = (i: number): string => `${chamber ?? '-'}${i}`;
  const roll = Array.from({ length: choices.length + (numbers.silent ?? 0) }, (_, i) => ({
    key: keyOf(i),
    chamber,
    weight: 1,
  }));
  return { roll, ballots: choices.map((choice, i) => ({ voter: keyOf(i), choice })) };
}

/** Everyone on the roll is invited, signed the list and is present, unless said otherwise. */
export function electorateOf(roll: Voter[], more: Partial<Electorate> = {}): Electorate {
  const here = roll.map(({ chamber, weight }) => ({ chamber, weight }));
  return { roll, invited: here, present: here, attended: here, ...more };
}

/** Counts one crowd, or one for each chamber. */
export function vote(
  rule: DecisionRule,
  crowds: Numbers | Record<string, Numbers>,
  more: Partial<Electorate> & Partial<Pick<VoteInput, 'casting' | 'again' | 'rung'>> = {},
): VoteTally {
  const { casting, again, rung = 'vote', ...electorate } = more;
  const parts = isOne(crowds)
    ? [crowd(crowds)]
    : Object.entries(crowds).map(([id, numbers]) => crowd(numbers, id));
  const [roll, ballots] = [parts.flatMap((part) => part.roll), parts.flatMap((part) => part.ballots)];
  return tallyVote({
    rule,
    rung,
    ballots,
    electorate: electorateOf(roll, electorate),
    ...(casting && { casting }),
    ...(again && { again }),
  });
}

function isOne(crowds: Numbers | Record<string, Numbers>): crowds is Numbers {
  return Object.values(crowds).every((value) => typeof value === 'number');
}

export const chamberIds = ['a', 'b', 'c'];
const shares = fc.constantFrom('0/1', '1/3', '1/2', '2/3', '3/4');
const anyMajority: fc.Arbitrary<Majority> = fc.record({
  base: fc.constantFrom(
    'yes+no' as const,
    'cast' as const,
    'present' as const,
    'attended' as const,
    'roll' as const,
  ),
  atLeast: shares,
  strict: fc.boolean(),
});
const anyQuorum = fc.record({
  base: fc.constantFrom('roll' as const, 'invited' as const, 'present' as const, 'attended' as const),
  atLeast: shares,
  strict: fc.boolean(),
});

export const anyRule: fc.Arbitrary<DecisionRule> = fc
  .record({
    majority: anyMajority,
    supportFrom: fc.nat({ max: 3 }),
    chambers: fc
      .subarray(chamberIds)
      .chain((ids) =>
        fc.tuple(
          ...ids.map((id) => fc.record({ id: fc.constant(id), quorum: anyQuorum, majority: anyMajority })),
        ),
      ),
    quorum: fc.option(
      fc.record({ ...anyQuorumParts(), ifNot: fc.constant<QuorumStep[]>([]), per: fc.subarray(chamberIds) }),
    ),
    emptyChamber: fc.constantFrom('blocks' as const, 'skipped' as const),
    conflicted: fc.constantFrom('leave-the-base' as const, 'stay' as const),
    tie: fc.constantFrom<DecisionRule['tie']>(
      { kind: 'fails' },
      { kind: 'chair' },
      { kind: 'lot' },
      { kind: 'revote', afterHours: 24 },
    ),
  })
  .map(({ majority: whole, ...more }) => ruleOf(whole, more));

function anyQuorumParts(): {
  base: fc.Arbitrary<'invited' | 'roll'>;
  atLeast: fc.Arbitrary<string>;
  strict: fc.Arbitrary<boolean>;
} {
  return { base: fc.constantFrom('invited', 'roll'), atLeast: shares, strict: fc.boolean() };
}

const anyChoice = fc.constantFrom<Choice | 'none'>('yes', 'no', 'abstain', 'blank', 'invalid', 'none');
const anyVoter = fc.record({
  chamber: fc.constantFrom(...chamberIds, null),
  weight: fc.integer({ min: 1, max: 5 }),
  choice: anyChoice,
  here: fc.boolean(),
  conflicted: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
});

/** A rule, a small electorate and the ballots of some of it. */
export const anyVote: fc.Arbitrary<VoteInput> = fc
  .tuple(anyRule, fc.array(anyVoter, { maxLength: 12 }))
  .map(([rule, voters]) => {
    const keyed = voters.map((voter, i) => ({ ...voter, key: `v${i}` }));
    const roll = keyed.map(({ key, chamber, weight }) => ({ key, chamber, weight }));
    const here = keyed.filter((voter) => voter.here).map(({ chamber, weight }) => ({ chamber, weight }));
    const conflicted = keyed
      .filter((voter) => voter.conflicted)
      .map((voter) => ({ key: voter.key, present: voter.here, attended: voter.here }));
    const ballots = keyed.flatMap(({ key, choice }): Ballot[] =>
      choice === 'none' ? [] : [{ voter: key, choice }],
    );
    return {
      rule,
      rung: 'vote',
      ballots,
      electorate: electorateOf(roll, { present: here, attended: here, conflicted }),
    };
  });
