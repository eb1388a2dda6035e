/** Consent. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Electorate } from './electorate';
import type { Answer, ConsentTally } from './result';
import type { DecisionRule } from './rule';
import { electorateOf, majority, ruleOf } from './testing';
import { tallyConsent } from './tally-consent';

const bare = ruleOf(majority('attended'), { ladder: ['consent', 'vote'] });
type Said = Partial<Record<Answer, number>> & { silent?: number };

function consent(
  rule: DecisionRule,
  rooms: Record<string, Said>,
  more: Partial<Electorate> = {},
): ConsentTally {
  const said = Object.entries(rooms).flatMap(([chamber, answers]) =>
    Object.entries(answers).flatMap(([answer, n]) =>
      Array.from({ length: n }, (_, i) => ({ key: `${chamber}-${answer}-${i}`, chamber, answer })),
    ),
  );
  const roll = said.map(({ key, chamber }) => ({ key, chamber, weight: 1 }));
  const answers = said.flatMap(({ key, answer }) =>
    answer === 'silent' ? [] : [{ voter: key, answer: answer as Answer }],
  );
  return tallyConsent({ rule, answers, electorate: electorateOf(roll, more) });
}

describe('consent', () => {
  test('[T14] passes when nobody objects and somebody agrees', () => {
    expect(consent(bare, { a: { agree: 3, 'agree-with-note': 1, 'not-yet': 2, silent: 9 } })).toMatchObject({
      passes: true,
      rung: 'consent',
      variant: 'silence-does-not-count',
      counts: { agree: 3, 'agree-with-note': 1, 'not-yet': 2, object: 0, answered: 6, silent: 9 },
    });
  });

  test('[T14] one standing objection blocks, however many agree', () => {
    expect(consent(bare, { a: { agree: 99, object: 1 } })).toMatchObject({
      passes: false,
      reasons: [{ code: 'objection_stands' }],
    });
  });

  test('[T14] "not yet" does not block and is no agreement; neither is silence', () => {
    expect(consent(bare, { a: { 'not-yet': 5, silent: 5 } }).reasons).toEqual([
      { code: 'nobody_agreed', chamber: null },
    ]);
    expect(consent(bare, { a: { agree: 1, 'not-yet': 5 } }).passes).toBe(true);
  });

  const quorum = { base: 'attended' as const, atLeast: '1/2', strict: true, ifNot: [] };

  test('[T14] where silence does not count, those who answered must meet the quorum', () => {
    const rule = { ...bare, quorum };
    expect(consent(rule, { a: { agree: 21, silent: 20 } })).toMatchObject({
      passes: true,
      quorum: { of: 41, have: 21, need: 21 },
    });
    expect(consent(rule, { a: { agree: 20, silent: 21 } })).toMatchObject({
      passes: false,
      reasons: [{ code: 'no_quorum' }],
    });
    expect(consent(rule, { a: { agree: 1, 'not-yet': 20, silent: 20 } }).passes).toBe(true);
  });

  test('[T14] where silence counts, those who are here must meet it', () => {
    const invited = [{ chamber: 'a', weight: 60 }];
    const silenceCounts = {
      ...bare,
      consent: { silence: 'counts' as const },
      quorum: { ...quorum, base: 'invited' as const },
    };
    expect(consent(silenceCounts, { a: { agree: 1, silent: 30 } }, { invited })).toMatchObject({
      variant: 'silence-counts',
      passes: true,
      quorum: { of: 60, have: 31, need: 31 },
    });
    expect(consent(silenceCounts, { a: { agree: 1, silent: 29 } }, { invited }).passes).toBe(false);
    expect(consent(silenceCounts, { a: { silent: 31 } }, { invited })).toMatchObject({ passes: true });
  });

  test('[T14] where silence counts, the silence of those who are here agrees, that of the absent does not', () => {
    const rule = { ...bare, consent: { silence: 'counts' as const } };
    expect(consent(rule, { a: { silent: 3 } }).passes).toBe(true);
    const nobody = { present: [], attended: [] };
    expect(consent(rule, { a: { silent: 3 } }, nobody).reasons).toEqual([
      { code: 'nobody_agreed', chamber: null },
    ]);
    expect(consent(rule, { a: { object: 1, silent: 40 } }).reasons).toEqual([
      { code: 'objection_stands', chamber: null },
    ]);
  });

  test('[T5] `per` asks it of each chamber named', () => {
    const rule = { ...bare, quorum: { ...quorum, per: ['a', 'b'] } };
    expect(consent(rule, { a: { agree: 9 }, b: { agree: 1, silent: 1 } })).toMatchObject({
      quorum: { met: true },
      reasons: [{ code: 'chamber_no_quorum', chamber: 'b' }],
    });
  });

  test('[T7] a chamber of which somebody must have come, and nobody has, blocks', () => {
    const own = {
      id: 'b',
      quorum: { base: 'invited' as const, atLeast: '0/1', strict: true },
      majority: majority('present'),
    };
    const rule = { ...bare, chambers: [own] };
    expect(consent(rule, { a: { agree: 9 }, b: { agree: 1, silent: 5 } }).passes).toBe(true);
    const away = { present: [], attended: [] };
    expect(consent(rule, { a: { agree: 9 }, b: { silent: 5 } }, away).reasons).toEqual([
      { code: 'chamber_empty', chamber: 'b' },
    ]);
    expect(
      consent({ ...rule, emptyChamber: 'skipped' }, { a: { agree: 9 }, b: { silent: 5 } }, away).passes,
    ).toBe(true);
  });

  test('[T10] who left for a conflict cannot block', () => {
    const conflicted = [{ key: 'a-object-0', present: true, attended: true }];
    const rooms = { a: { agree: 2, object: 1 } };
    expect(consent({ ...bare, conflicted: 'leave-the-base' }, rooms, { conflicted }).passes).toBe(true);
    expect(consent(bare, rooms, { conflicted }).passes).toBe(false);
  });

  test('[T12] the order of answers does not matter; [T20] the result is plain JSON', () => {
    const answer = fc.constantFrom<Answer>('agree', 'agree-with-note', 'not-yet', 'object');
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 9 }), (said) => {
        const answers = said.map((each, i) => ({ voter: `${i}`, answer: each }));
        const roll = said.map((_, i) => ({ key: `${i}`, chamber: i % 2 ? 'a' : null, weight: 1 }));
        const input = { rule: { ...bare, quorum }, answers, electorate: electorateOf(roll) };
        const tally = tallyConsent(input);
        expect(tallyConsent({ ...input, answers: answers.toReversed() })).toEqual(tally);
        expect(JSON.parse(JSON.stringify(tally))).toEqual(tally);
        expect(tally.passes).toBe(tally.reasons.length === 0);
      }),
    );
  });
});
