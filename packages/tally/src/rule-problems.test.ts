/** What is wrong with a rule, and that the presets have nothing wrong. */
import { describe, expect, test } from 'vitest';
import type { DecisionRule } from './rule';
import { presetRules } from './preset-rules';
import { ruleProblems } from './rule-problems';
import { electorateOf, majority, ruleOf, vote } from './testing';
import { tallyConsent } from './tally-consent';

const half = majority('yes+no');
const quorum: DecisionRule['quorum'] = { base: 'roll', atLeast: '1/2', strict: false, ifNot: [] };

describe('a rule', () => {
  test.each<[string, Partial<DecisionRule>, string[]]>([
    [
      'sound',
      {
        ladder: ['acclamation', 'consent', 'qualified', 'vote'],
        qualified: { majority: half, supportFrom: 0, chambers: [] },
      },
      [],
    ],
    ['consent before acclamation', { ladder: ['consent', 'acclamation'] }, []],
    ['no ladder', { ladder: [] }, ['ladder_empty']],
    ['a rung twice', { ladder: ['vote', 'vote'] }, ['ladder_repeats']],
    ['a ladder that climbs', { ladder: ['vote', 'consent'] }, ['ladder_order']],
    ['qualified without its threshold', { ladder: ['qualified'] }, ['qualified_missing']],
    ['a share in per cent', { majority: majority('cast', '66%') }, ['share_invalid']],
    ['more than all', { majority: majority('cast', '1/1', true) }, ['share_unreachable']],
    ['at least nothing', { majority: majority('cast', '0/1', false) }, ['share_of_nothing']],
    ['more than nothing', { majority: majority('cast', '0/1', true) }, []],
    ['a chamber that is not one', { chambers: [{ id: 'x', majority: half }] }, ['chamber_unknown']],
    [
      'a chamber twice',
      {
        chambers: [
          { id: 'a', majority: half },
          { id: 'a', majority: half },
        ],
      },
      ['chamber_repeats'],
    ],
    [
      'a quorum per stranger',
      { quorum: { ...quorum, per: ['x', 'x'] } },
      ['chamber_unknown', 'chamber_repeats'],
    ],
    ['support from half a chamber', { supportFrom: 0.5 }, ['support_invalid']],
    ['support from too many', { supportFrom: 4 }, ['support_above_chambers']],
    [
      'waiting no hours',
      { quorum: { ...quorum, ifNot: [{ step: 'wait', hours: 0 }] } },
      ['quorum_step_invalid'],
    ],
    [
      'waiting after going on',
      { quorum: { ...quorum, ifNot: [{ step: 'proceed' }, { step: 'wait', hours: 1 }] } },
      ['quorum_step_invalid'],
    ],
    ['a second vote before the first', { tie: { kind: 'revote', afterHours: -1 } }, ['tie_invalid']],
    ['a day that is none', { expires: '2026-02-30' }, ['expires_invalid']],
    ['a day', { expires: '2028-02-29' }, []],
    [
      'a bad share in a chamber',
      { chambers: [{ id: 'a', quorum: { base: 'roll', atLeast: '2/1', strict: false }, majority: half }] },
      ['share_invalid'],
    ],
  ])('[T16] %s', (_, change, problems) => {
    expect(ruleProblems(ruleOf(half, change), ['a', 'b', 'c'])).toEqual(problems);
  });
});

describe('the presets', () => {
  const presets = Object.entries(presetRules);

  test.each(presets)('[T17] %s has no problems, however many chambers there are', (_, preset) => {
    for (const ids of [[], ['a'], ['a', 'b'], ['a', 'b', 'c', 'd']])
      expect(ruleProblems(preset(ids), ids)).toEqual([]);
  });

  test.each(presets)('[T17] %s asks for mufakat first', (_, preset) => {
    expect(preset(['a']).ladder[0]).toBe('consent');
  });

  test('[T17] founding: two thirds of those present and a majority in each unsur; none may be missing', () => {
    const rule = presetRules.founding(['a', 'b']);
    const qualified = { rung: 'qualified' as const };
    expect(vote(rule, { a: { yes: 4 }, b: { yes: 2, no: 1 } }, qualified).passes).toBe(true);
    expect(vote(rule, { a: { yes: 9 }, b: { yes: 1, no: 2 } }, qualified).reasons).toEqual([
      { code: 'chamber_no_majority', chamber: 'b' },
    ]);
    expect(vote(rule, { a: { yes: 9 } }, qualified).reasons).toEqual([
      { code: 'chamber_empty', chamber: 'b' },
    ]);
  });

  test('[T17] working: more than half of those who signed, not from one unsur alone', () => {
    const rule = presetRules.working(['a', 'b']);
    expect(vote(rule, { a: { yes: 21 }, b: { no: 20 } }).reasons).toEqual([
      { code: 'too_little_support', chamber: null },
    ]);
    expect(vote(rule, { a: { yes: 20 }, b: { yes: 1, no: 20 } }).passes).toBe(true);
  });

  test('[T17] emergency: silence is not consent, and the chair breaks a tie', () => {
    const rule = presetRules.emergency([]);
    const roll = [{ key: 'v', chamber: null, weight: 1 }];
    expect(tallyConsent({ rule, answers: [], electorate: electorateOf(roll) }).passes).toBe(false);
    expect(vote(rule, { yes: 2, no: 2 }).tie?.state).toBe('awaits-chair');
  });
});
