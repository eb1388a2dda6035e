/** Ballots of questions: whose, which fit, what is published of them, and what a host is warned of. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideBallot } from '../decide-ballot';
import { limits } from '../limits';
import type { Meeting } from '../meeting/state';
import {
  chambers,
  closed,
  content,
  drafted,
  fold,
  given,
  hashBox,
  id,
  marks,
  opened,
  option,
  partners,
  questionDrafted,
  questionId,
  questionOpened,
  rollOfMany,
  who,
  worded,
  type Entry,
} from '../testing';
import { inOneForm, isPadded, paddingOf } from './choice';
import type { OptionsChoice, QuestionMethod } from './content';
import { breakdownOf, publishedVoices, stepsSoFar, tallyQuestion, type Voice } from './count';
import type { PlainContent } from './schemas';
import type { Opening, Question } from './state';
import { secrecyWarnings } from './warnings';

const secret = { kind: 'secret', breakdown: 'none' } as const;

function meeting(part: Partial<PlainContent>, ...more: Entry[]): Meeting {
  const state = fold([...opened(), questionDrafted(part), questionOpened(), ...more]);
  if (state.status === 'unplanned') throw new Error('unplanned');
  return state;
}

function cast(state: Meeting, choice: OptionsChoice, personId: string, padding?: string) {
  return decideBallot(
    state,
    { ballotId: id(1), pollId: questionId, choice, ...(padding !== undefined && { padding }) },
    personId,
  );
}

const first: OptionsChoice = { kind: 'marks', marks: [0] };

describe('casting', () => {
  test('[B1][B2] into an open question, for a voice of its roll', () => {
    const state = meeting({});
    expect(cast(state, first, who.participant)).toEqual({
      ok: true,
      value: { voter: who.participant, castBy: who.participant, choice: first },
    });
    expect(cast(state, first, who.observer)).toMatchObject({ code: 'not_on_the_roll' });
    const off = meeting(
      {},
      { type: 'question.voided', pollId: questionId, reason: { id: id(5), text: 'x' } },
    );
    expect(cast(off, first, who.participant)).toMatchObject({ code: 'poll_not_open' });
    const draft = fold([...opened(), questionDrafted()]) as Meeting;
    expect(cast(draft, first, who.participant)).toMatchObject({ code: 'poll_not_open' });
  });

  test('[B2] a delegate casts for the partner', () => {
    const roll = Object.values(partners).map(({ id: key, chamber }) => ({ key, chamber, weight: 1 }));
    const state = fold([
      ...opened(),
      questionDrafted({ electorate: 'weighted' }),
      questionOpened({ roll }),
    ]) as Meeting;
    expect(cast(state, first, who.companyDelegate)).toMatchObject({ value: { voter: partners.company.id } });
    expect(cast(state, first, who.participant)).toMatchObject({ code: 'not_on_the_roll' });
  });

  const methods: [QuestionMethod, OptionsChoice[], OptionsChoice[]][] = [
    [
      { method: 'plurality', seats: 1 },
      [
        { kind: 'one', choice: null },
        { kind: 'one', choice: 2 },
      ],
      [{ kind: 'one', choice: 3 }, first],
    ],
    [
      { method: 'approval', seats: 1, most: 2 },
      [
        { kind: 'marks', marks: [] },
        { kind: 'marks', marks: [2, 0] },
      ],
      [
        { kind: 'marks', marks: [0, 1, 2] },
        { kind: 'marks', marks: [0, 0] },
      ],
    ],
    [
      { method: 'dots', seats: 1, budget: 5, cap: 3, leftovers: 'allowed' },
      [{ kind: 'figures', figures: [3, 1, null] }],
      [
        { kind: 'figures', figures: [4, 1, 0] },
        { kind: 'figures', figures: [1, 1] },
      ],
    ],
    [
      { method: 'quadratic', seats: 1, credits: 9, against: 'refused' },
      [{ kind: 'figures', figures: [2, 2, 1] }],
      [
        { kind: 'figures', figures: [3, 1, 0] },
        { kind: 'figures', figures: [-1, 0, 0] },
      ],
    ],
    [
      {
        method: 'irv',
        seats: 1,
        unranked: 'exhausted',
        skippedRanks: 'pass-over',
        equalRanks: 'exhaust',
        stopAt: 'two',
      },
      [{ kind: 'ranking', ranking: [[2], [], [0, 1]] }],
      [
        { kind: 'ranking', ranking: [[2], [2]] },
        { kind: 'ranking', ranking: [[3]] },
      ],
    ],
    [
      { method: 'majority-judgment', seats: 1, grades: ['kurang', 'baik'] },
      [{ kind: 'figures', figures: [0, 1, null] }],
      [{ kind: 'figures', figures: [2, 0, 0] }],
    ],
  ];

  test.each(methods)(
    '[Q7] $method: what fits is taken, what does not is refused',
    (method, fits, misfits) => {
      const state = meeting({ method: method as PlainContent['method'] });
      for (const choice of fits)
        expect(cast(state, choice, who.participant), JSON.stringify(choice)).toMatchObject({ ok: true });
      for (const choice of misfits)
        expect(cast(state, choice, who.participant), JSON.stringify(choice)).toMatchObject({
          code: 'choice_invalid',
        });
    },
  );

  test('[Q7] an answer to a decision does not fit a question, nor the other way round', () => {
    const vote = { kind: 'vote', vote: 'yes' } as const;
    expect(
      decideBallot(meeting({}), { ballotId: id(1), pollId: questionId, choice: vote }, who.participant),
    ).toMatchObject({ code: 'choice_invalid' });
  });

  test('[Q7] equal ballots are kept in one form', () => {
    expect(inOneForm({ kind: 'marks', marks: [2, 0] })).toEqual({ kind: 'marks', marks: [0, 2] });
    expect(inOneForm({ kind: 'ranking', ranking: [[2, 1], [], [0], []] })).toEqual({
      kind: 'ranking',
      ranking: [[1, 2], [], [0]],
    });
  });

  test('[Q8] secret ballots are of one length, whatever they say', () => {
    const state = meeting({ secrecy: secret });
    expect(cast(state, first, who.participant)).toMatchObject({ code: 'ballot_unpadded' });
    expect(cast(state, first, who.participant, `${paddingOf(first)} `)).toMatchObject({
      code: 'ballot_unpadded',
    });
    expect(cast(state, first, who.participant, paddingOf(first))).toMatchObject({ ok: true });
  });

  test('[Q8] the longest choice can be padded', () => {
    const figures = Array.from({ length: limits.options }, () => -limits.figure);
    const ranking = Array.from({ length: limits.options }, (_, place) => [place]);
    for (const choice of [
      { kind: 'figures', figures },
      { kind: 'ranking', ranking },
    ] as const) {
      expect(isPadded(choice, paddingOf(choice))).toBe(true);
      expect(JSON.stringify(choice).length).toBeLessThan(limits.secretChoiceLength);
    }
  });

  test('[Q9] no rule without a clock judges a deadline: the box does', () => {
    expect(cast(meeting({ deadline: 1, revote: 'none' }), first, who.participant)).toMatchObject({
      ok: true,
    });
  });
});

describe('publishing', () => {
  function question(part: Partial<PlainContent>): Question {
    return { id: questionId, content: worded(content(part)), draftedAt: 0, stage: { status: 'draft' } };
  }
  const voices = (chamber: string | null, many: number, weight = 1): Voice[] =>
    rollOfMany(many, weight).map(({ key }, n) => ({
      voter: `${chamber}${key}`,
      chamber,
      weight,
      choice: { kind: 'marks', marks: [n % 3] },
    }));
  const announced = question({ secrecy: { kind: 'secret', breakdown: 'chamber' } });
  const [a, b] = [chambers[0]!.id, chambers[1]!.id];

  test('[Q11] of a secret question neither a voter nor an order of arrival is left', () => {
    const all = voices(a, 6);
    const published = publishedVoices(question({ secrecy: secret }), all);
    expect(published).toEqual(publishedVoices(question({ secrecy: secret }), [...all].reverse()));
    expect(published.map((one) => Object.keys(one))).toEqual(all.map(() => ['choice', 'weight']));
    const box: Entry[] = [...opened(), questionDrafted({ secrecy: secret }), questionOpened()];
    const ballots = [marks(who.participant, 0), marks(who.companyDelegate, 1)];
    const close = { type: 'question.close' as const, pollId: questionId };
    const swapped = [marks(who.participant, 1), marks(who.companyDelegate, 0)];
    const events = given(...box).when(close, { gathered: { ballots, hashBox } }).events;
    expect(events).toEqual(given(...box).when(close, { gathered: { ballots: swapped, hashBox } }).events);
    expect(events).toMatchObject([{ voted: [who.participant, who.companyDelegate].sort() }]);
  });

  test('[Q12] chambers are told where that was announced and each has five ballots or more', () => {
    expect(breakdownOf(announced, [...voices(a, 5), ...voices(b, 5)])).toBe('shown');
    expect(breakdownOf(announced, [...voices(a, 5), ...voices(b, 4)])).toBe('too-few');
    expect(breakdownOf(announced, [...voices(a, 5), ...voices(a, 4, 2)])).toBe('too-few');
    expect(breakdownOf(question({ secrecy: secret }), voices(a, 9))).toBe('none');
    expect(publishedVoices(announced, voices(a, 5))[0]).toHaveProperty('chamber', a);
    expect(publishedVoices(announced, voices(a, 4))[0]).not.toHaveProperty('chamber');
  });

  test('[Q15] a temperature check tells numbers as it goes', () => {
    const check = question({ method: { method: 'temperature', seats: 0 }, options: [option(1, 'Jalan')] });
    const choices = [4, 4, 0, null].map((step): OptionsChoice => ({ kind: 'figures', figures: [step] }));
    expect(stepsSoFar(check, choices)).toEqual([[1, 0, 0, 0, 2]]);
  });

  test('[Q10][Q11] the count does not depend on the order of ballots', () => {
    const asked = question({
      method: { method: 'schulze', seats: 1, unranked: 'last', strength: 'winning' },
    });
    const opening: Opening = { ...questionOpened(), at: 0, additions: [] };
    const ranking = fc
      .shuffledSubarray([[0], [1], [2]])
      .map((ranks): OptionsChoice => ({ kind: 'ranking', ranking: ranks }));
    const ballots = fc.array(fc.record({ choice: ranking, weight: fc.integer({ min: 1, max: 3 }) }), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(ballots, (all) => {
        expect(tallyQuestion(asked, opening, all)).toEqual(tallyQuestion(asked, opening, [...all].reverse()));
      }),
    );
  });
});

describe('warnings', () => {
  const warn = (part: Partial<PlainContent>, weights: readonly number[]) => {
    const invited = Object.values(partners).flatMap((one) =>
      weights.map((weight, n) => ({ ...one, id: `${one.id}${n}`, weight })),
    );
    const state = fold(opened({ partners: invited })) as Meeting;
    return secrecyWarnings(state, worded(content({ electorate: 'weighted', secrecy: secret, ...part })));
  };

  test('[Q6] name what may give a secret ballot away', () => {
    expect(warn({ secrecy: { kind: 'open' } }, [1])).toEqual([]);
    expect(warn({}, [1, 1])).toEqual([]);
    expect(warn({}, [1])).toEqual([{ code: 'few_voters', voters: 4, blocks: false }]);
    expect(warn({}, [1, 1, 2])).toEqual([{ code: 'few_in_weight', weight: 2, voters: 4, blocks: true }]);
    expect(warn({ electorate: 'partner' }, [1, 1, 2])).toEqual([]);
    const chamberly = warn({ secrecy: { kind: 'secret', breakdown: 'chamber' } }, [1, 1]);
    expect(chamberly.map(({ code, voters }) => [code, voters])).toEqual(
      chambers.map(() => ['few_in_chamber', 2]),
    );
  });
});

test('[B1] a decision’s poll is asked as before', () => {
  const state = fold([...opened(), drafted(), closed(false)]) as Meeting;
  expect(
    decideBallot(state, { ballotId: id(1), pollId: id(7), choice: first }, who.participant),
  ).toMatchObject({ code: 'poll_unknown' });
});
