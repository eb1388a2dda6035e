/**
 * Every decision rule at its exact edge: the last numbers that pass beside the first that do not. One row a case:
 * name, rule, crowds, what comes out. An outcome is followed by its reasons, `@` the chamber where it is one's own.
 */
import { describe, expect, test } from 'vitest';
import type { Electorate } from './electorate';
import { hasLapsed } from './expiry';
import { presetRules } from './preset-rules';
import type { Answer, Reason } from './result';
import type { DecisionRule, Quorum, Threshold } from './rule';
import { crowd, electorateOf, majority, ruleOf, vote, type Numbers } from './testing';
import { tallyConsent } from './tally-consent';
import { tallyVote, type VoteInput } from './tally-vote';

type Crowds = Numbers | Record<string, Numbers>;
type More = Parameters<typeof vote>[2];
type Case = readonly [name: string, rule: DecisionRule, crowds: Crowds, outcome: string, more?: More];

const half = majority('yes+no');
const simple = ruleOf(half);
const twoThirds = ruleOf(majority('yes+no', '2/3'));
const threeQuarters = ruleOf(majority('yes+no', '3/4'));
const ofCast = ruleOf(majority('cast'));
const ofPresent = ruleOf(majority('present'));
const ofAttended = ruleOf(majority('attended'));
const ofRoll = ruleOf(majority('roll'));
const heads = (weight: number, chamber: string | null = null): Electorate['present'] =>
  weight === 0 ? [] : [{ chamber, weight }];
const nobody: More = { present: [], attended: [] };

const bases: readonly Case[] = [
  ['simple: one more for than against', simple, { yes: 13, no: 12 }, 'passes'],
  ['simple: one more against than for', simple, { yes: 12, no: 13 }, 'fails no_majority'],
  ['simple: a single yes and a hall of abstentions', simple, { yes: 1, abstain: 99 }, 'passes'],
  [
    'simple: blanks and invalid ballots do not count',
    simple,
    { yes: 2, no: 1, blank: 9, invalid: 9 },
    'passes',
  ],
  ['two thirds: 17–8', twoThirds, { yes: 17, no: 8 }, 'passes'],
  ['two thirds: 16–8 is exactly two thirds', twoThirds, { yes: 16, no: 8 }, 'passes'],
  ['two thirds: 15–8 is one short', twoThirds, { yes: 15, no: 8 }, 'fails no_majority'],
  ['two thirds: 17–9', twoThirds, { yes: 17, no: 9 }, 'fails no_majority'],
  ['two thirds: 2–1', twoThirds, { yes: 2, no: 1 }, 'passes'],
  ['two thirds: 6666 of 10000', twoThirds, { yes: 6666, no: 3334 }, 'fails no_majority'],
  ['two thirds: 6667 of 10000', twoThirds, { yes: 6667, no: 3333 }, 'passes'],
  [
    'more than two thirds: 16–8 is not more',
    ruleOf(majority('yes+no', '2/3', true)),
    { yes: 16, no: 8 },
    'fails no_majority',
  ],
  ['more than two thirds: 17–8', ruleOf(majority('yes+no', '2/3', true)), { yes: 17, no: 8 }, 'passes'],
  ['three quarters: 30–10', threeQuarters, { yes: 30, no: 10 }, 'passes'],
  ['three quarters: 29–10', threeQuarters, { yes: 29, no: 10 }, 'fails no_majority'],
  [
    'at least half: 20–20 is enough where half is',
    ruleOf(majority('yes+no', '1/2', false)),
    { yes: 20, no: 20 },
    'passes',
  ],
  [
    'at least half: 19–20',
    ruleOf(majority('yes+no', '1/2', false)),
    { yes: 19, no: 20 },
    'fails no_majority',
  ],
  ['of votes cast: 10 of 20 with two invalid', ofCast, { yes: 10, no: 8, invalid: 2 }, 'fails no_majority'],
  ['of votes cast: 11 of 21 with two invalid', ofCast, { yes: 11, no: 8, invalid: 2 }, 'passes'],
  ['of votes cast: abstentions count', ofCast, { yes: 10, no: 9, abstain: 1 }, 'fails no_majority'],
  ['of votes cast: blanks do not', ofCast, { yes: 10, no: 9, blank: 20 }, 'passes'],
  [
    'two thirds of votes cast: 20–8–2 of 30',
    ruleOf(majority('cast', '2/3')),
    { yes: 20, no: 8, abstain: 2 },
    'passes',
  ],
  [
    'two thirds of votes cast: 20–8–3 of 31',
    ruleOf(majority('cast', '2/3')),
    { yes: 20, no: 8, abstain: 3 },
    'fails no_majority',
  ],
  ['of those present: 20 of 41', ofPresent, { yes: 20, no: 5, abstain: 16 }, 'fails no_majority'],
  ['of those present: 21 of 41', ofPresent, { yes: 21, no: 5, abstain: 15 }, 'passes'],
  [
    'of those present: who casts nothing works like a no',
    ofPresent,
    { yes: 20, silent: 20 },
    'fails no_majority',
  ],
  ['of those present: a blank works like a no', ofPresent, { yes: 20, blank: 20 }, 'fails no_majority'],
  [
    'of those present: an invalid ballot works like a no',
    ofPresent,
    { yes: 20, invalid: 20 },
    'fails no_majority',
  ],
  [
    'two thirds of those present: 30–15–15 of 60',
    ruleOf(majority('present', '2/3')),
    { yes: 30, no: 15, abstain: 15 },
    'fails no_majority',
  ],
  [
    'two thirds of those present: 40–5–15 of 60',
    ruleOf(majority('present', '2/3')),
    { yes: 40, no: 5, abstain: 15 },
    'passes',
  ],
  [
    'of those present: opponents who left after voting stay in the base',
    ofPresent,
    { yes: 20, no: 21 },
    'fails no_majority',
    { present: heads(20) },
  ],
  [
    'of those who signed: 20 of 41, eleven gone',
    ofAttended,
    { yes: 20, no: 10, silent: 11 },
    'fails no_majority',
    { present: heads(30) },
  ],
  [
    'of those who signed: 21 of 41, eleven gone',
    ofAttended,
    { yes: 21, no: 9, silent: 11 },
    'passes',
    { present: heads(30) },
  ],
  [
    'of those who signed: who voted unsigned is in the base',
    ofAttended,
    { yes: 3, no: 3 },
    'fails tied',
    { attended: heads(2) },
  ],
  ['of the roll: 30 of 60', ofRoll, { yes: 30, silent: 30 }, 'fails no_majority', nobody],
  ['of the roll: 31 of 60', ofRoll, { yes: 31, silent: 29 }, 'passes', nobody],
  ['of the roll: 21 of 41', ofRoll, { yes: 21, abstain: 20 }, 'passes'],
  [
    'unanimity: an abstention does not block where votes for and against are counted',
    ruleOf(majority('yes+no', '1/1')),
    { yes: 1, abstain: 40 },
    'passes',
  ],
  ['unanimity: one no blocks', ruleOf(majority('yes+no', '1/1')), { yes: 99, no: 1 }, 'fails no_majority'],
  [
    'unanimity of votes cast: an abstention blocks',
    ruleOf(majority('cast', '1/1')),
    { yes: 99, abstain: 1 },
    'fails no_majority',
  ],
  [
    'unanimity of votes cast: a blank does not',
    ruleOf(majority('cast', '1/1')),
    { yes: 99, blank: 1 },
    'passes',
  ],
  [
    'unanimity of those present: one who casts nothing blocks',
    ruleOf(majority('present', '1/1')),
    { yes: 99, silent: 1 },
    'fails no_majority',
  ],
  ['unanimity of the roll: everyone', ruleOf(majority('roll', '1/1')), { yes: 5 }, 'passes'],
  [
    'unanimity of the roll: one is away',
    ruleOf(majority('roll', '1/1')),
    { yes: 4, silent: 1 },
    'fails no_majority',
    nobody,
  ],
  [
    'more than nothing: one yes among a thousand',
    ruleOf(majority('roll', '0/1', true)),
    { yes: 1, no: 999 },
    'passes',
  ],
  [
    'more than nothing: no yes at all',
    ruleOf(majority('roll', '0/1', true)),
    { no: 10 },
    'fails no_majority',
  ],
];

const nothing: readonly Case[] = [
  ['base 0: votes for and against, all abstain', simple, { abstain: 5 }, 'fails nobody_to_count'],
  ['base 0: votes for and against, all blank', simple, { blank: 5 }, 'fails nobody_to_count'],
  ['base 0: votes cast, all blank', ofCast, { blank: 5 }, 'fails nobody_to_count'],
  ['base 0: votes cast, all silent', ofCast, { silent: 5 }, 'fails nobody_to_count'],
  ['base 0: nobody is present', ofPresent, { silent: 5 }, 'fails nobody_to_count', nobody],
  ['base 0: nobody has signed', ofAttended, { silent: 5 }, 'fails nobody_to_count', nobody],
  ['base 0: nobody may vote', ofRoll, {}, 'fails nobody_to_count'],
  [
    'base 0: more than nothing of nothing is nothing',
    ruleOf(majority('yes+no', '0/1', true)),
    { abstain: 3 },
    'fails nobody_to_count',
  ],
  [
    'base 0: at least half of nothing',
    ruleOf(majority('yes+no', '1/2', false)),
    { abstain: 3 },
    'fails nobody_to_count',
  ],
];

const tieOf = (tie: DecisionRule['tie'], base = half): DecisionRule => ruleOf(base, { tie });
const chair = { kind: 'chair' } as const;
const lot = { kind: 'lot' } as const;
const revote = { kind: 'revote', afterHours: 24 } as const;
const even: Numbers = { yes: 20, no: 20, abstain: 1 };

const ties: readonly Case[] = [
  ['tie: fails', simple, even, 'fails tied'],
  ['tie: one more is none', simple, { yes: 21, no: 20 }, 'passes'],
  ['tie: nobody for and nobody against is none', tieOf(chair), { abstain: 4 }, 'fails nobody_to_count'],
  ['tie: waits for the chair', tieOf(chair), even, 'tied tied'],
  ['tie: the chair says yes', tieOf(chair), even, 'passes', { casting: 'yes' }],
  ['tie: the chair says no', tieOf(chair), even, 'fails tied', { casting: 'no' }],
  [
    'tie: a casting vote against numbers that are not even counts for nothing',
    tieOf(chair),
    { yes: 19, no: 20 },
    'fails no_majority',
    { casting: 'yes' },
  ],
  ['tie: the chair has none where the rule gives none', simple, even, 'fails tied', { casting: 'yes' }],
  ['tie: waits for the lot', tieOf(lot), even, 'tied tied'],
  ['tie: the lot falls to yes', tieOf(lot), even, 'passes', { casting: 'yes' }],
  ['tie: the lot falls to no', tieOf(lot), even, 'fails tied', { casting: 'no' }],
  ['tie: waits for a second vote', tieOf(revote), even, 'tied tied'],
  ['tie: a second tie fails', tieOf(revote), even, 'fails tied', { again: true }],
  [
    'tie: a second vote that is not tied passes',
    tieOf(revote),
    { yes: 21, no: 20 },
    'passes',
    { again: true },
  ],
  ['tie: nobody casts for a second vote', tieOf(revote), even, 'tied tied', { casting: 'yes' }],
  [
    'tie of those present: 20–20–1 of 41, one more is 21',
    tieOf(chair, majority('present')),
    even,
    'passes',
    { casting: 'yes' },
  ],
  [
    'tie of those present: 20–20–2 of 42, one more is only half',
    tieOf(chair, majority('present')),
    { yes: 20, no: 20, abstain: 2 },
    'fails tied',
    { casting: 'yes' },
  ],
  ['tie of votes cast: 20–20–1, one more is 21 of 42', tieOf(lot, majority('cast')), even, 'fails tied'],
  [
    'tie of the roll: 20–20, one more is 21 of 40',
    tieOf(chair, majority('roll')),
    { yes: 20, no: 20 },
    'passes',
    { casting: 'yes' },
  ],
  [
    'tie: two thirds know none',
    ruleOf(majority('yes+no', '2/3'), { tie: chair }),
    even,
    'fails no_majority',
    { casting: 'yes' },
  ],
  [
    'tie: waits for nobody where support is missing too',
    ruleOf(half, { tie: chair, supportFrom: 2 }),
    { a: { yes: 3 }, b: { no: 3 } },
    'fails too_little_support tied',
    { casting: 'yes' },
  ],
];

const quorumOf = (more: Partial<Quorum>, rule: Partial<DecisionRule> = {}): DecisionRule =>
  ruleOf(half, { quorum: { base: 'invited', atLeast: '2/3', strict: false, ifNot: [], ...more }, ...rule });
const invited60 = (signed: number): More => ({ invited: heads(60), attended: heads(signed), present: [] });
const strictHalf = { atLeast: '1/2', strict: true };
const per = (signed: number): More => ({
  invited: [...heads(4, 'a'), ...heads(4, 'b')],
  attended: [...heads(4, 'a'), ...heads(signed, 'b')],
});

const quorums: readonly Case[] = [
  ['quorum: 39 of 60 invited', quorumOf({}), { yes: 10 }, 'fails no_quorum', invited60(39)],
  ['quorum: 40 of 60 invited', quorumOf({}), { yes: 10 }, 'passes', invited60(40)],
  ['quorum: more than half, 30 of 60', quorumOf(strictHalf), { yes: 10 }, 'fails no_quorum', invited60(30)],
  ['quorum: more than half, 31 of 60', quorumOf(strictHalf), { yes: 10 }, 'passes', invited60(31)],
  ['quorum: at least half, 30 of 60', quorumOf({ atLeast: '1/2' }), { yes: 10 }, 'passes', invited60(30)],
  [
    'quorum: at least half, 29 of 60',
    quorumOf({ atLeast: '1/2' }),
    { yes: 10 },
    'fails no_quorum',
    invited60(29),
  ],
  ['quorum: missed on the first call', quorumOf({}), { yes: 20, no: 19 }, 'fails no_quorum', invited60(39)],
  [
    'quorum: met on the second call by one who came',
    quorumOf({}),
    { yes: 20, no: 20 },
    'fails tied',
    invited60(40),
  ],
  [
    'quorum: missed again, and gone on with those here',
    { ...quorumOf({}), quorum: null },
    { yes: 20, no: 19 },
    'passes',
    invited60(39),
  ],
  ['quorum: whoever voted unsigned is there', quorumOf({}), { yes: 39, no: 1 }, 'passes', invited60(0)],
  [
    'quorum of the roll: 5 of 10, more than half',
    quorumOf({ base: 'roll', ...strictHalf }),
    { yes: 3, blank: 2, silent: 5 },
    'fails no_quorum',
  ],
  [
    'quorum of the roll: 6 of 10, a blank among them',
    quorumOf({ base: 'roll', ...strictHalf }),
    { yes: 3, blank: 3, silent: 4 },
    'passes',
  ],
  [
    'quorum of those present: 5 of 10 vote, half asked',
    quorumOf({ base: 'present', atLeast: '1/2' }),
    { yes: 5, silent: 5 },
    'passes',
  ],
  [
    'quorum of those present: 4 of 10 vote',
    quorumOf({ base: 'present', atLeast: '1/2' }),
    { yes: 4, silent: 6 },
    'fails no_quorum',
  ],
  [
    'quorum of those who signed: 6 of 9 vote, two thirds asked',
    quorumOf({ base: 'attended' }),
    { yes: 6, silent: 3 },
    'passes',
    { present: heads(6) },
  ],
  [
    'quorum of those who signed: 5 of 9 vote',
    quorumOf({ base: 'attended' }),
    { yes: 5, silent: 4 },
    'fails no_quorum',
    { present: heads(5) },
  ],
  [
    'quorum: nobody was invited, which is no quorum',
    quorumOf({ atLeast: '0/1' }),
    { yes: 3 },
    'fails no_quorum',
    { invited: [] },
  ],
  [
    'quorum of each chamber: 3 of 4 and two thirds asked',
    quorumOf({ per: ['a', 'b'] }),
    { a: { yes: 4 }, b: { yes: 1, silent: 2 } },
    'passes',
    per(3),
  ],
  [
    'quorum of each chamber: 2 of 4',
    quorumOf({ per: ['a', 'b'] }),
    { a: { yes: 4 }, b: { yes: 1, silent: 2 } },
    'fails chamber_no_quorum@b',
    per(2),
  ],
  [
    'quorum missed takes the tie’s way out',
    quorumOf({}, { tie: chair }),
    { yes: 5, no: 5 },
    'fails no_quorum tied',
    { ...invited60(39), casting: 'yes' },
  ],
];

const each = (more: Partial<DecisionRule> = {}, whole = half): DecisionRule =>
  ruleOf(whole, { chambers: ['a', 'b'].map((id) => ({ id, majority: half })), ...more });
const onlyA: More = { present: heads(3, 'a'), attended: heads(3, 'a') };
const ownQuorum: Threshold['chambers'] = [
  { id: 'a', quorum: { base: 'roll', atLeast: '1/2', strict: true }, majority: half },
];

const chambers: readonly Case[] = [
  ['chambers: both', each(), { a: { yes: 2, no: 1 }, b: { yes: 2, no: 1 } }, 'passes'],
  [
    'chambers: one is tied',
    each(),
    { a: { yes: 3, no: 1 }, b: { yes: 2, no: 2 } },
    'fails chamber_no_majority@b',
  ],
  [
    'chambers: one is tied, and no chair mends it',
    each({ tie: chair }),
    { a: { yes: 3, no: 1 }, b: { yes: 2, no: 2 } },
    'fails chamber_no_majority@b',
    { casting: 'yes' },
  ],
  [
    'chambers: both tied, the whole with them',
    each({ tie: chair }),
    { a: { yes: 2, no: 2 }, b: { yes: 2, no: 2 } },
    'fails chamber_no_majority@a chamber_no_majority@b tied',
    { casting: 'yes' },
  ],
  [
    'chambers: the whole misses two thirds',
    each({}, majority('yes+no', '2/3')),
    { a: { yes: 3, no: 2 }, b: { yes: 3, no: 2 } },
    'fails no_majority',
  ],
  [
    'chambers: the large one cannot carry the small',
    each(),
    { a: { yes: 99 }, b: { no: 1 } },
    'fails chamber_no_majority@b',
  ],
  [
    'chambers: an empty one blocks',
    each(),
    { a: { yes: 3 }, b: { silent: 4 } },
    'fails chamber_empty@b',
    onlyA,
  ],
  [
    'chambers: an empty one is passed over',
    each({ emptyChamber: 'skipped' }),
    { a: { yes: 3 }, b: { silent: 4 } },
    'passes',
    onlyA,
  ],
  ['chambers: one of which nobody may vote is empty', each(), { a: { yes: 3 } }, 'fails chamber_empty@b'],
  [
    'chambers: one that came and abstains is not empty',
    each({ emptyChamber: 'skipped' }),
    { a: { yes: 9 }, b: { abstain: 2 } },
    'fails chamber_no_majority@b',
  ],
  [
    'chambers: one that came and casts nothing is not empty',
    each({ emptyChamber: 'skipped' }),
    { a: { yes: 9 }, b: { silent: 2 } },
    'fails chamber_no_majority@b',
  ],
  [
    'chambers: all empty and passed over, nobody to count',
    each({ emptyChamber: 'skipped' }),
    { a: { silent: 1 }, b: { silent: 1 } },
    'fails nobody_to_count',
    nobody,
  ],
  [
    'chambers: own quorum, 2 of 4',
    ruleOf(half, { chambers: ownQuorum }),
    { a: { yes: 2, silent: 2 }, b: { yes: 9 } },
    'fails chamber_no_quorum@a',
  ],
  [
    'chambers: own quorum, 3 of 4',
    ruleOf(half, { chambers: ownQuorum }),
    { a: { yes: 3, silent: 1 }, b: { yes: 9 } },
    'passes',
  ],
  [
    'support: from one chamber where two are asked',
    ruleOf(half, { supportFrom: 2 }),
    { a: { yes: 9 }, b: { no: 2 } },
    'fails too_little_support',
  ],
  [
    'support: a single yes from the second',
    ruleOf(half, { supportFrom: 2 }),
    { a: { yes: 9 }, b: { yes: 1, no: 2 } },
    'passes',
  ],
  [
    'support: those without a chamber are none',
    ruleOf(half, { supportFrom: 1 }),
    { yes: 9 },
    'fails too_little_support',
  ],
  [
    'support: two of three where three are asked',
    ruleOf(half, { supportFrom: 3 }),
    { a: { yes: 1 }, b: { yes: 1 }, c: { abstain: 1 } },
    'fails too_little_support',
  ],
];

const first = [{ key: '-0', present: true, attended: true }];
const leaving = (base = half, more: Partial<DecisionRule> = {}): DecisionRule =>
  ruleOf(base, { conflicted: 'leave-the-base', ...more });

const conflicts: readonly Case[] = [
  ['conflict: stays and carries 3–2', simple, { yes: 3, no: 2 }, 'passes', { conflicted: first }],
  ['conflict: leaves, and 3–2 is a tie', leaving(), { yes: 3, no: 2 }, 'fails tied', { conflicted: first }],
  [
    'conflict: leaves the base of those present, 20 of 40 becomes 20 of 39',
    leaving(majority('present')),
    { silent: 20, yes: 20 },
    'passes',
    { conflicted: [{ key: '-20', present: true, attended: true }] },
  ],
  [
    'conflict: leaves the base of the roll, also when away',
    leaving(majority('roll')),
    { yes: 2, silent: 2 },
    'passes',
    { ...nobody, conflicted: [{ key: '-3', present: false, attended: false }] },
  ],
  [
    'conflict: stays in the base of the roll',
    ofRoll,
    { yes: 2, silent: 2 },
    'fails no_majority',
    { ...nobody, conflicted: [{ key: '-3', present: false, attended: false }] },
  ],
  [
    'conflict: is not missing from the quorum',
    leaving(half, { quorum: { base: 'roll', atLeast: '1/1', strict: false, ifNot: [] } }),
    { yes: 3, no: 1 },
    'passes',
    { conflicted: first },
  ],
  [
    'conflict: the only one for it leaves',
    leaving(),
    { yes: 1, abstain: 3 },
    'fails nobody_to_count',
    { conflicted: first },
  ],
  [
    'conflict: their yes is no support of their chamber',
    leaving(half, { supportFrom: 2 }),
    { a: { yes: 3 }, b: { yes: 1 } },
    'fails too_little_support',
    { conflicted: [{ key: 'b0', present: true, attended: true }] },
  ],
  [
    'conflict: the whole chamber leaves, and it does not pass without it',
    leaving(half, { chambers: [{ id: 'b', majority: half }] }),
    { a: { yes: 3 }, b: { yes: 1 } },
    'fails chamber_no_majority@b',
    { conflicted: [{ key: 'b0', present: true, attended: true }] },
  ],
];

/** A name and the rest, since a table with cells left out is not taken as one. */
const byName = <Rest extends readonly unknown[]>(cases: readonly (readonly [string, ...Rest])[]) =>
  cases.map(([name, ...rest]) => [name, rest] as const);

const everyCase = [...bases, ...nothing, ...ties, ...quorums, ...chambers, ...conflicts];

describe('a vote at the exact edge', () => {
  test.each(byName(everyCase))('[T21] %s', (_, [rule, crowds, outcome, more]) => {
    const tally = isBig(crowds) ? merged(rule, crowds) : vote(rule, crowds, more);
    expect(told(tally)).toBe(outcome);
  });

  test('[T21] the table has at least eighty cases, each named once', () => {
    expect(new Set(everyCase.map(([name]) => name)).size).toBe(everyCase.length);
    expect(everyCase.length).toBeGreaterThanOrEqual(80);
  });
});

describe('weights at the exact edge', () => {
  const weighed = (rule: DecisionRule, weights: readonly (readonly [number, 'yes' | 'no'])[]): string => {
    const roll = weights.map(([weight], i) => ({ key: `v${i}`, chamber: null, weight }));
    const ballots = weights.map(([, choice], i) => ({ voter: `v${i}`, choice }));
    return told(tallyVote({ rule, rung: 'vote', ballots, electorate: electorateOf(roll) }));
  };
  const cases = [
    [
      'one of 3 outweighs two of 1',
      simple,
      [
        [3, 'yes'],
        [1, 'no'],
        [1, 'no'],
      ],
      'passes',
    ],
    [
      'one of 2 ties with two of 1',
      simple,
      [
        [2, 'yes'],
        [1, 'no'],
        [1, 'no'],
      ],
      'fails tied',
    ],
    [
      'two thirds by weight: 4 of 6',
      twoThirds,
      [
        [4, 'yes'],
        [2, 'no'],
      ],
      'passes',
    ],
    [
      'two thirds by weight: 4 of 7',
      twoThirds,
      [
        [4, 'yes'],
        [3, 'no'],
      ],
      'fails no_majority',
    ],
    [
      'one short of half of 2⁵³−1',
      simple,
      [
        [2 ** 52 - 1, 'yes'],
        [2 ** 52, 'no'],
      ],
      'fails no_majority',
    ],
    [
      'one more than half of 2⁵³−1',
      simple,
      [
        [2 ** 52, 'yes'],
        [2 ** 52 - 1, 'no'],
      ],
      'passes',
    ],
  ] as const;
  test.each(cases)('[T21] [T11] %s', (_, rule, weights, outcome) => {
    expect(weighed(rule, weights)).toBe(outcome);
  });
});

describe('consent at the exact edge', () => {
  const consent = presetRules.emergency(['a', 'b']);
  const open = { ...consent, quorum: null };
  const silence = { ...open, consent: { silence: 'counts' as const } };
  const halfInvited: Quorum = { base: 'invited', atLeast: '1/2', strict: true, ifNot: [] };
  const conflicted = [{ key: 'silent0', present: true, attended: true }];
  type Said = Partial<Record<Answer | 'silent', number>>;
  const cases: readonly (readonly [string, DecisionRule, Said, string, Partial<Electorate>?])[] = [
    ['one agrees, nobody objects', open, { agree: 1, silent: 40 }, 'passes'],
    ['agreement with a note is agreement', open, { 'agree-with-note': 1 }, 'passes'],
    ['one objection against forty', open, { agree: 40, object: 1 }, 'fails objection_stands'],
    ['an objection that was resolved is an agreement', open, { agree: 41 }, 'passes'],
    ['an objection that was withdrawn without agreeing is silence', open, { agree: 40, silent: 1 }, 'passes'],
    ['all withdrawn, nobody agrees', open, { silent: 41 }, 'fails nobody_agreed'],
    ['not yet is neither', open, { 'not-yet': 3 }, 'fails nobody_agreed'],
    ['silence agrees where the rule says so', silence, { silent: 3 }, 'passes'],
    [
      'silence of an empty room does not',
      silence,
      { silent: 3 },
      'fails nobody_agreed',
      { present: [], attended: [] },
    ],
    ['silence does not outweigh an objection', silence, { silent: 40, object: 1 }, 'fails objection_stands'],
    [
      'the silence of who left for a conflict is no agreement',
      { ...silence, conflicted: 'leave-the-base' },
      { silent: 1 },
      'fails nobody_agreed',
      { conflicted },
    ],
    ['the silence of who stays with a conflict is', silence, { silent: 1 }, 'passes', { conflicted }],
    ['quorum: 5 of 10 answer', { ...open, quorum: halfInvited }, { agree: 5, silent: 5 }, 'fails no_quorum'],
    ['quorum: 6 of 10 answer', { ...open, quorum: halfInvited }, { agree: 6, silent: 4 }, 'passes'],
    [
      'quorum: where silence counts, those who signed are enough',
      { ...silence, quorum: halfInvited },
      { agree: 1, silent: 9 },
      'passes',
    ],
    [
      'quorum: where silence counts, 5 of 10 signed',
      { ...silence, quorum: halfInvited },
      { agree: 1, silent: 9 },
      'fails no_quorum',
      { attended: heads(5), present: heads(5) },
    ],
  ];
  test.each(byName(cases))('[T21] [T14] %s', (_, [rule, said, outcome, more]) => {
    const kinds = ['agree', 'agree-with-note', 'not-yet', 'object', 'silent'] as const;
    const spoken = kinds.flatMap((answer) =>
      Array.from({ length: said[answer] ?? 0 }, (__, i) => ({ key: `${answer}${i}`, answer })),
    );
    const roll = spoken.map(({ key }) => ({ key, chamber: null, weight: 1 }));
    const answers = spoken.flatMap(({ key, answer }) =>
      answer === 'silent' ? [] : [{ voter: key, answer }],
    );
    expect(told(tallyConsent({ rule, answers, electorate: electorateOf(roll, more) }))).toBe(outcome);
  });
});

describe('the last day', () => {
  const emergency = { ...simple, expires: '2026-12-31' };
  test.each([
    ['the day before', '2026-12-30', false],
    ['the day itself', '2026-12-31', false],
    ['the day after', '2027-01-01', true],
  ] as const)('[T23] a decision is in force through its last day: %s', (_, day, lapsed) => {
    expect(hasLapsed(emergency, day)).toBe(lapsed);
  });

  test('[T23] without a last day it stays', () => {
    expect(hasLapsed(simple, '9999-12-31')).toBe(false);
  });

  test('[T19] a day of another form', () => {
    expect(() => hasLapsed(emergency, '2027-1-1')).toThrow(RangeError);
  });
});

function told({ outcome, reasons }: { outcome: string; reasons: readonly Reason[] }): string {
  const said = reasons.map(({ code, chamber }) => (chamber === null ? code : `${code}@${chamber}`));
  return [outcome, ...said].join(' ');
}

function isBig(crowds: Crowds): crowds is Numbers {
  return typeof crowds.yes === 'number' && crowds.yes > 1000;
}

/** Ten thousand ballots as two entries with a count. */
function merged(rule: DecisionRule, { yes = 0, no = 0 }: Numbers): ReturnType<typeof tallyVote> {
  const ballots: VoteInput['ballots'] = [
    { choice: 'yes', chamber: null, weight: 1, count: yes },
    { choice: 'no', chamber: null, weight: 1, count: no },
  ];
  return tallyVote({
    rule,
    rung: 'vote',
    ballots,
    electorate: electorateOf(crowd({ silent: yes + no }).roll),
  });
}
