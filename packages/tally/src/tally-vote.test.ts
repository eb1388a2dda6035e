/** The vote, rule by rule; the numbers of the rules are in the package's README. */
import { describe, expect, test } from 'vitest';
import { electorateOf, majority, ruleOf, vote } from './testing';
import { tallyVote } from './tally-vote';

const simple = ruleOf(majority('yes+no'));
const twoThirds = ruleOf(majority('yes+no', '2/3'));

describe('bases and majorities', () => {
  test('[T2] simple majority: more yes than no; abstentions and blanks do not count', () => {
    expect(vote(simple, { yes: 2, no: 1, abstain: 30, blank: 9 })).toMatchObject({
      variant: 'simple-majority',
      passes: true,
      majority: { of: 3, yes: 2, need: 2 },
    });
    expect(vote(simple, { yes: 1, no: 2, abstain: 30 })).toMatchObject({
      passes: false,
      reasons: [{ code: 'no_majority' }],
    });
  });

  test('[T2] two thirds of yes and no: 17–8 passes, 17–9 does not', () => {
    expect(vote(twoThirds, { yes: 17, no: 8 })).toMatchObject({ variant: 'two-thirds', passes: true });
    expect(vote(twoThirds, { yes: 17, no: 9 }).passes).toBe(false);
  });

  test('[T2] two thirds of those present: 30–15–15 of 60 fails, though 30 is two thirds of 45', () => {
    expect(vote(ruleOf(majority('present', '2/3')), { yes: 30, no: 15, abstain: 15 })).toMatchObject({
      passes: false,
      majority: { of: 60, need: 40, yes: 30 },
    });
    expect(vote(twoThirds, { yes: 30, no: 15, abstain: 15 }).passes).toBe(true);
  });

  test('[T2] who is present and casts nothing works like a no on the base of those present', () => {
    expect(vote(ruleOf(majority('present')), { yes: 20, no: 5, silent: 15 })).toMatchObject({
      variant: 'more-than-half-of-present',
      passes: false,
      majority: { of: 40, need: 21 },
    });
  });

  test('[T2] more than half of those who signed: 21 of 41, also when some have gone', () => {
    const attended = [{ chamber: null, weight: 41 }];
    const present = [{ chamber: null, weight: 30 }];
    const rule = ruleOf(majority('attended'));
    const at = (yes: number): unknown =>
      vote(rule, { yes, no: 41 - yes - 11, silent: 11 }, { attended, present });
    expect(at(21)).toMatchObject({
      variant: 'more-than-half-of-attended',
      passes: true,
      majority: { of: 41, need: 21 },
    });
    expect(at(20)).toMatchObject({ passes: false });
  });

  test('[T2] absolute majority: more than half of the roll; who is absent works like a no', () => {
    const rule = ruleOf(majority('roll'));
    expect(vote(rule, { yes: 30, silent: 30 })).toMatchObject({
      variant: 'absolute-majority',
      passes: false,
      majority: { need: 31 },
    });
    expect(vote(rule, { yes: 31, silent: 29 }).passes).toBe(true);
  });

  test('[T2] unanimity of yes and no: nobody against and somebody for; an abstention does not block', () => {
    const rule = ruleOf(majority('yes+no', '1/1'));
    expect(vote(rule, { yes: 1, abstain: 40 })).toMatchObject({ variant: 'unanimity', passes: true });
    expect(vote(rule, { yes: 40, no: 1 }).passes).toBe(false);
    expect(vote(rule, { abstain: 40 })).toMatchObject({
      passes: false,
      reasons: [{ code: 'nobody_to_count' }],
    });
  });

  test('[T2] unanimity of votes cast: an abstention blocks', () => {
    const rule = ruleOf(majority('cast', '1/1'));
    expect(vote(rule, { yes: 40, abstain: 1 }).passes).toBe(false);
    expect(vote(rule, { yes: 40, blank: 1 }).passes).toBe(true);
  });

  test('[T2] votes cast hold invalid ballots and no blanks (RONR §45)', () => {
    const rule = ruleOf(majority('cast'));
    expect(vote(rule, { yes: 10, no: 8, invalid: 2 })).toMatchObject({
      majority: { of: 20, need: 11 },
      passes: false,
    });
    expect(vote(rule, { yes: 10, no: 8, blank: 2 })).toMatchObject({
      majority: { of: 18, need: 10 },
      passes: true,
    });
  });

  test('[T2] two thirds of 10000 votes: 6666 fails, 6667 passes', () => {
    const ballots = (yes: number): Parameters<typeof tallyVote>[0]['ballots'] => [
      { choice: 'yes', chamber: null, weight: 1, count: yes },
      { choice: 'no', chamber: null, weight: 1, count: 10_000 - yes },
    ];
    const electorate = electorateOf([{ key: 'all', chamber: null, weight: 10_000 }]);
    const passes = (yes: number): boolean =>
      tallyVote({ rule: twoThirds, rung: 'vote', ballots: ballots(yes), electorate }).passes;
    expect([passes(6666), passes(6667)]).toEqual([false, true]);
  });

  test('[T1] nothing passes on a base of 0', () => {
    expect(vote(simple, { silent: 5 })).toMatchObject({
      passes: false,
      reasons: [{ code: 'nobody_to_count', chamber: null }],
    });
    expect(vote(ruleOf(majority('roll')), {})).toMatchObject({ passes: false });
  });

  test('[T3] a base is not smaller than the ballots in it: who voted and left does not leave the base', () => {
    const present = [{ chamber: null, weight: 11 }];
    expect(vote(ruleOf(majority('present')), { yes: 15, no: 26 }, { present })).toMatchObject({
      majority: { of: 41, need: 21 },
      passes: false,
    });
  });
});

describe('quorum', () => {
  const invited = [{ chamber: null, weight: 60 }];
  const rule = ruleOf(majority('yes+no'), {
    quorum: { base: 'invited', atLeast: '2/3', strict: false, ifNot: [] },
  });
  const signed = (weight: number): unknown =>
    vote(rule, { yes: 10 }, { invited, attended: [{ chamber: null, weight }], present: [] });

  test('[T4] of those invited, two thirds have signed: 40 of 60, not 39', () => {
    expect(signed(40)).toMatchObject({ passes: true, quorum: { of: 60, have: 40, need: 40, met: true } });
    expect(signed(39)).toMatchObject({
      passes: false,
      quorum: { met: false },
      reasons: [{ code: 'no_quorum', chamber: null }],
    });
  });

  test('[T4] of the roll, who took part counts, with a ballot of any kind', () => {
    const ofRoll = ruleOf(majority('yes+no'), {
      quorum: { base: 'roll', atLeast: '1/2', strict: true, ifNot: [] },
    });
    expect(vote(ofRoll, { yes: 1, blank: 2, invalid: 1, abstain: 2, silent: 5 }).quorum).toMatchObject({
      of: 11,
      have: 6,
      need: 6,
      met: true,
    });
    expect(vote(ofRoll, { yes: 5, silent: 6 })).toMatchObject({ passes: false, quorum: { have: 5 } });
  });

  test('[T5] `per` asks the same share of each chamber named', () => {
    const each = ruleOf(majority('yes+no'), {
      quorum: { base: 'roll', atLeast: '1/2', strict: false, per: ['a', 'b'], ifNot: [] },
    });
    const tally = vote(each, { a: { yes: 9 }, b: { yes: 1, silent: 2 }, c: { silent: 1 } });
    expect(tally).toMatchObject({
      quorum: { met: true },
      passes: false,
      reasons: [{ code: 'chamber_no_quorum', chamber: 'b' }],
    });
  });
});

describe('chambers', () => {
  const half = majority('yes+no');
  const each = (emptyChamber: 'blocks' | 'skipped'): Parameters<typeof vote>[0] =>
    ruleOf(majority('yes+no', '2/3'), {
      emptyChamber,
      chambers: [
        { id: 'a', majority: half },
        { id: 'b', majority: half },
      ],
    });

  test('[T6] double majority: the whole and every chamber', () => {
    expect(vote(each('blocks'), { a: { yes: 9, no: 1 }, b: { yes: 2, no: 1 } })).toMatchObject({
      variant: 'double-majority',
      passes: true,
    });
    expect(vote(each('blocks'), { a: { yes: 20, no: 1 }, b: { yes: 1, no: 2 } })).toMatchObject({
      majority: { passed: true },
      passes: false,
      reasons: [{ code: 'chamber_no_majority', chamber: 'b' }],
    });
    expect(vote(each('blocks'), { a: { yes: 3, no: 2 }, b: { yes: 3, no: 2 } }).reasons).toEqual([
      { code: 'no_majority', chamber: null },
    ]);
  });

  test('[T6] a chamber has its own quorum', () => {
    const quorum = { base: 'roll' as const, atLeast: '1/2', strict: false };
    const rule = ruleOf(half, { chambers: [{ id: 'a', quorum, majority: half }] });
    expect(vote(rule, { a: { yes: 1, silent: 3 }, b: { yes: 9 } }).reasons).toEqual([
      { code: 'chamber_no_quorum', chamber: 'a' },
    ]);
  });

  test('[T7] a chamber of which nobody is here blocks, or is skipped, as the rule says', () => {
    const away = { present: [{ chamber: 'a', weight: 3 }], attended: [{ chamber: 'a', weight: 3 }] };
    const crowds = { a: { yes: 3 }, b: { silent: 4 } };
    expect(vote(each('blocks'), crowds, away)).toMatchObject({
      passes: false,
      reasons: [{ code: 'chamber_empty', chamber: 'b' }],
    });
    expect(vote(each('skipped'), crowds, away).passes).toBe(true);
  });

  test('[T7] a chamber that is here and only abstains is not empty: it does not pass', () => {
    expect(vote(each('skipped'), { a: { yes: 9 }, b: { abstain: 2 } }).reasons).toEqual([
      { code: 'chamber_no_majority', chamber: 'b' },
    ]);
  });

  test('[T8] support must come from so many chambers; those without a chamber are none', () => {
    const rule = ruleOf(half, { supportFrom: 2 });
    expect(vote(rule, { a: { yes: 9 }, b: { no: 2 } })).toMatchObject({
      passes: false,
      support: { need: 2, have: 1, chambers: ['a'] },
      reasons: [{ code: 'too_little_support', chamber: null }],
    });
    expect(vote(rule, { a: { yes: 9 }, b: { yes: 1, no: 2 } }).passes).toBe(true);
    expect(vote(rule, { yes: 9 }).support.have).toBe(0);
  });

  test('[T6] the rung "qualified" is counted by its own threshold', () => {
    const rule = ruleOf(half, {
      qualified: { majority: majority('present', '2/3'), supportFrom: 0, chambers: [] },
    });
    expect(vote(rule, { yes: 6, no: 4 }, { rung: 'qualified' })).toMatchObject({
      rung: 'qualified',
      passes: false,
    });
    expect(vote(rule, { yes: 6, no: 4 })).toMatchObject({ rung: 'vote', passes: true });
    expect(() => vote(simple, { yes: 1 }, { rung: 'qualified' })).toThrow(RangeError);
  });
});

describe('ties', () => {
  const tied = (tie: Parameters<typeof ruleOf>[1], more = {}): unknown =>
    vote(ruleOf(majority('yes+no'), tie), { yes: 20, no: 20, abstain: 1 }, more);

  test('[T9] a tied motion fails', () => {
    expect(tied({ tie: { kind: 'fails' } })).toMatchObject({
      outcome: 'fails',
      passes: false,
      tie: { state: 'fails' },
      reasons: [{ code: 'tied' }],
    });
  });

  test('[T9] unless the chair has a casting vote, for which it waits', () => {
    const tie = { kind: 'chair' } as const;
    expect(tied({ tie })).toMatchObject({ outcome: 'tied', passes: false, tie: { state: 'awaits-chair' } });
    expect(tied({ tie }, { casting: 'yes' })).toMatchObject({
      outcome: 'passes',
      passes: true,
      reasons: [],
      tie: { state: 'chair-yes' },
    });
    expect(tied({ tie }, { casting: 'no' })).toMatchObject({ outcome: 'fails', tie: { state: 'chair-no' } });
  });

  test('[T9] or it is voted on again, once, or drawn by lot', () => {
    const tie = { kind: 'revote', afterHours: 24 } as const;
    expect(tied({ tie })).toMatchObject({ outcome: 'tied', tie: { state: 'awaits-revote' } });
    expect(tied({ tie }, { again: true })).toMatchObject({ outcome: 'fails', tie: { state: 'fails' } });
    expect(tied({ tie: { kind: 'lot' } })).toMatchObject({ outcome: 'tied', tie: { state: 'awaits-lot' } });
  });

  test('[T9] the chair cannot give what one vote cannot reach: 18–18–5 of 41 present', () => {
    const rule = ruleOf(majority('present'), { tie: { kind: 'chair' } });
    expect(vote(rule, { yes: 18, no: 18, abstain: 5 }, { casting: 'yes' })).toMatchObject({
      outcome: 'fails',
      tie: { state: 'fails' },
    });
    expect(vote(rule, { yes: 20, no: 20, abstain: 1 }, { casting: 'yes' }).passes).toBe(true);
  });

  test('[T9] a tie waits for nobody when something else is missing too', () => {
    expect(tied({ tie: { kind: 'chair' }, supportFrom: 1 }, { casting: 'yes' })).toMatchObject({
      outcome: 'fails',
      reasons: [{ code: 'too_little_support' }, { code: 'tied' }],
    });
  });

  test('[T9] as many yes as no is no tie where two thirds are asked for, nor where half is enough', () => {
    expect(vote(twoThirds, { yes: 2, no: 2 }).tie).toBeNull();
    expect(vote(ruleOf(majority('yes+no', '1/2', false)), { yes: 2, no: 2 })).toMatchObject({
      tie: null,
      passes: true,
    });
  });
});

describe('conflicts and weights', () => {
  const conflicted = [{ key: '-0', present: true, attended: true }];

  test('[T10] who declared a conflict leaves the base and the count, and is not missing from the quorum', () => {
    const quorum = { base: 'roll' as const, atLeast: '1/1', strict: false, ifNot: [] };
    const rule = ruleOf(majority('roll'), { conflicted: 'leave-the-base', quorum });
    expect(vote(rule, { yes: 3, no: 2 }, { conflicted })).toMatchObject({
      counts: { yes: 2, no: 2, ballots: 4, left: 1 },
      majority: { of: 4 },
      quorum: { of: 5, have: 5 },
      passes: false,
    });
  });

  test('[T10] or stays, when the rule says so', () => {
    expect(vote(simple, { yes: 3, no: 2 }, { conflicted })).toMatchObject({
      counts: { yes: 3, left: 0 },
      passes: true,
    });
  });

  test('[T11] weights are summed, exactly', () => {
    const roll = [
      { key: 'big', chamber: null, weight: 2 ** 52 },
      { key: 'x', chamber: null, weight: 2 ** 51 },
      { key: 'y', chamber: null, weight: 2 ** 51 - 1 },
    ];
    const ballots = [
      { voter: 'big', choice: 'yes' as const },
      { voter: 'x', choice: 'no' as const },
      { voter: 'y', choice: 'no' as const },
    ];
    const tally = tallyVote({ rule: simple, rung: 'vote', ballots, electorate: electorateOf(roll) });
    expect(tally).toMatchObject({ counts: { yes: 2 ** 52, no: 2 ** 52 - 1 }, passes: true });
  });
});

describe('broken input', () => {
  const roll = [{ key: 'v', chamber: null, weight: 1 }];
  const count = (
    ballots: Parameters<typeof tallyVote>[0]['ballots'],
    electorate = electorateOf(roll),
  ): unknown => tallyVote({ rule: simple, rung: 'vote', ballots, electorate });
  const yes = { voter: 'v', choice: 'yes' as const };

  test('[T19] a stranger, two ballots of one voter, more ballots than voters', () => {
    expect(() => count([{ voter: 'w', choice: 'yes' }])).toThrow('not on the roll');
    expect(() => count([yes, yes])).toThrow('two ballots');
    expect(() => count([{ choice: 'yes', chamber: null, weight: 1, count: 2 }])).toThrow('more ballots');
  });

  test('[T19] weights that are no positive integers, or too large to be exact; a roll with someone twice', () => {
    for (const weight of [0, -1, 1.5, NaN, 2 ** 53]) {
      expect(() => count([], electorateOf([{ key: 'v', chamber: null, weight }]))).toThrow(RangeError);
    }
    const many = ['a', 'b', 'c'].map((key) => ({ key, chamber: null, weight: 2 ** 52 }));
    expect(() => count([], electorateOf(many))).toThrow('too large');
    expect(() => count([], electorateOf([...roll, ...roll]))).toThrow('twice');
  });
});
