/** Questions: polls with options, from the draft to the outcome. */
import { describe, expect, test } from 'vitest';
import type { MeetingEvent } from '../meeting-events';
import {
  at,
  closed,
  content,
  drafted,
  drawLot,
  fold,
  gathered,
  given,
  hashBox,
  hashRoll,
  id,
  marks,
  opened,
  option,
  partners,
  personRoll,
  pollId,
  pollOpened,
  frozen,
  questionDrafted,
  questionId,
  questionOpened,
  seated,
  who,
  worded,
  type Entry,
} from '../testing';
import type { Meeting } from '../meeting/state';
import { textOf } from '../words';
import type { PlainContent } from './schemas';

const draft = (part: Partial<PlainContent> = {}) => ({
  type: 'question.draft' as const,
  content: content(part),
});
const open = { type: 'question.open' as const, pollId: questionId };
const close = { type: 'question.close' as const, pollId: questionId };
const publish = { type: 'question.publish' as const, pollId: questionId };
const makeVoid = { type: 'question.void' as const, pollId: questionId, reason: 'salah' };
const withdraw = { type: 'question.withdraw' as const, pollId: questionId };
const words = (text: string, n = 9001) => ({ id: id(n), text });
const atOpening = { gathered: { drawLot, hashRoll } };
const paused: MeetingEvent = { type: 'meeting.paused', kind: 'break', reason: words('', 90), until: at(200) };

function withBallots(...ballots: ReturnType<typeof marks>[]) {
  return { gathered: { ballots, hashBox } };
}

function meeting(...entries: Entry[]): Meeting {
  const state = fold(entries);
  if (state.status === 'unplanned') throw new Error('unplanned');
  return state;
}

const asked = (part: Partial<PlainContent> = {}): Entry[] => [
  ...opened(),
  questionDrafted(part),
  questionOpened(),
];
const counted = given(...asked()).when(close, withBallots(marks(who.participant, 1))).events;

describe('a draft', () => {
  test('[Q1] is made before the meeting opens and until it closes', () => {
    given(...gathered())
      .when(draft(), { firstId: 8000 })
      .then([{ type: 'question.drafted', pollId: id(8000), content: worded() }]);
    given(...opened(), { type: 'meeting.closed' })
      .when(draft())
      .thenRefused('meeting_closed');
  });

  test('[Q1] changes until it is opened, and keeps the words that stay', () => {
    const revise = (part: Partial<PlainContent>) => ({
      type: 'question.revise' as const,
      pollId: questionId,
      content: content(part),
    });
    const [event] = given(...opened(), questionDrafted()).when(revise({ title: 'Lain' })).events;
    expect(event).toMatchObject({
      type: 'question.revised',
      content: { title: words('Lain'), options: worded().options },
    });
    given(...opened(), questionDrafted())
      .when(revise({}))
      .thenRefused('nothing_changes');
    given(...opened(), questionDrafted())
      .when(revise({ options: [] }))
      .thenRefused('method_invalid');
    for (const command of [revise({ title: 'Lain' }), withdraw, open]) {
      given(...asked())
        .when(command, atOpening)
        .thenRefused('question_not_draft');
      given(...opened(), questionDrafted(), { type: 'question.withdrawn', pollId: questionId })
        .when(command, atOpening)
        .thenRefused('question_not_draft');
    }
    given(...opened())
      .when(revise({}))
      .thenRefused('poll_unknown');
  });

  test('[Q1] there are not too many of them', () => {
    const many = Array.from({ length: 300 }, (_, n) => ({ ...questionDrafted(), pollId: id(30_000 + n) }));
    given(...opened(), ...many)
      .when(draft())
      .thenRefused('too_large');
  });

  test.each([
    ['option_repeated', { options: [option(1, 'Jalan'), option(2, 'JALAN')] }],
    ['option_repeated', { options: [option(1, 'Jalan'), option(1, 'Jembatan')] }],
    ['item_unknown', { itemId: id(7) }],
    ['partner_not_invited', { options: [option(1, 'Jalan', { partnerId: id(7) }), option(2, 'Jembatan')] }],
    ['unit_needed', { options: [option(1, 'Jalan', { cost: 5 }), option(2, 'Jembatan')] }],
  ] as const)('[Q2] %s', (code, part) => {
    given(...opened())
      .when(draft(part as Partial<PlainContent>))
      .thenRefused(code);
  });

  test('[Q2] costs are amounts of a unit', () => {
    const options = [option(1, 'Jalan', { cost: 5, partnerId: partners.office.id }), option(2, 'Jembatan')];
    const priced = draft({ options, money: { unit: 'Rp juta', ceiling: 8 }, itemId: id(402) });
    expect(given(...opened()).when(priced).code).toBeNull();
  });

  const check = { method: 'temperature' as const, seats: 0 as const };
  const one = [option(1, 'Jalan')];

  test.each([
    ['method_invalid', { options: one }],
    ['method_invalid', { method: { method: 'stv-scottish', seats: 4 } }],
    [
      'method_invalid',
      { method: { method: 'score', seats: 1, least: 5, most: 5, unscored: 'zero', by: 'sum' } },
    ],
    ['method_invalid', { method: { method: 'dots', seats: 1, budget: 9, cap: 2, leftovers: 'refused' } }],
    ['method_invalid', { method: check, force: 'binding' }],
    ['live_not_allowed', { result: 'live' }],
    [
      'live_not_allowed',
      { method: check, force: 'unbinding', result: 'live', secrecy: { kind: 'secret', breakdown: 'none' } },
    ],
  ] as const)('[Q3] %s (%#)', (code, part) => {
    given(...opened())
      .when(draft(part))
      .thenRefused(code);
  });

  test('[Q3] a temperature check may ask about one thing and be told as it goes', () => {
    const live = draft({ method: check, options: one, force: 'unbinding', result: 'live' });
    expect(given(...opened()).when(live).code).toBeNull();
  });

  test('[Q4] what stays open after the meeting has a deadline', () => {
    given(...opened())
      .when(draft({ afterMeeting: 'stays-open' }))
      .thenRefused('deadline_needed');
  });
});

describe('opening', () => {
  test('[Q5] fixes roll and lot in one event', () => {
    given(...opened(), questionDrafted())
      .when(open, atOpening)
      .then([
        questionOpened({
          rollHash: hashRoll(questionId, personRoll),
          tieOrder: { seed: id(9), order: [id(663), id(662), id(661)] },
        }),
      ]);
  });

  test('[Q5] partners weigh one each, or what they weigh', () => {
    const heavy = Object.values(partners).map((one) => ({ ...one, weight: 3 }));
    const rollFor = (electorate: 'partner' | 'weighted') => {
      const [event] = given(...opened({ partners: heavy }), questionDrafted({ electorate })).when(
        open,
        atOpening,
      ).events;
      return event?.type === 'question.opened' ? event.roll.map(({ weight }) => weight) : [];
    };
    expect(rollFor('partner')).toEqual([1, 1, 1, 1]);
    expect(rollFor('weighted')).toEqual([3, 3, 3, 3]);
  });

  test('[Q5] is an act of the room in session, and of a room that votes', () => {
    const nobody = Object.keys(who).length;
    expect(nobody).toBeGreaterThan(0);
    given(...gathered(), questionDrafted())
      .when(open, atOpening)
      .thenRefused('not_open');
    given(...opened(), questionDrafted(), paused)
      .when(open, atOpening)
      .thenRefused('meeting_paused');
    const chairAlone: Entry[] = [...opened().slice(0, 1), seated('chair'), { type: 'meeting.opened' }];
    given(...chairAlone, questionDrafted())
      .when(open, atOpening)
      .thenRefused('nobody_on_the_roll');
  });

  test('[Q4] before its deadline, which is not far', () => {
    const withDeadline = (deadline: number) => given(...opened(), questionDrafted({ deadline }));
    withDeadline(at(100)).when(open, atOpening).thenRefused('deadline_in_the_past');
    withDeadline(at(101) + 30 * 86_400_000)
      .when(open, atOpening)
      .thenRefused('deadline_too_late');
    expect(withDeadline(at(101)).when(open, atOpening).code).toBeNull();
  });

  test('[Q6] a secret one with a rare weight is not opened', () => {
    const some = Object.values(partners).map((one, n) => ({ ...one, weight: n === 0 ? 2 : 1 }));
    const secret = { secrecy: { kind: 'secret', breakdown: 'none' }, electorate: 'weighted' } as const;
    given(...opened({ partners: some }), questionDrafted(secret))
      .when(open, atOpening)
      .thenRefused('weights_reveal');
    expect(given(...opened(), questionDrafted(secret)).when(open, atOpening).code).toBeNull();
  });

  test('[A6] it can be put on stage', () => {
    const show = { type: 'stage.set' as const, stage: { kind: 'question' as const, pollId: questionId } };
    expect(given(...asked()).when(show).code).toBeNull();
    given(...opened())
      .when(show)
      .thenRefused('poll_unknown');
  });
});

describe('closing', () => {
  test('[Q10][Q11] says all that a recount needs, in one event', () => {
    const [event] = given(...asked()).when(
      close,
      withBallots(marks(who.participant, 1), marks(who.companyDelegate, 0, 1)),
    ).events;
    expect(event).toMatchObject({ turnout: 2, voted: null, breakdown: 'none', tally: { elected: [1] } });
    const sorted = [
      { voter: who.companyDelegate, choice: { kind: 'marks', marks: [0, 1] } },
      { voter: who.participant, choice: { kind: 'marks', marks: [1] } },
    ];
    expect(event).toMatchObject({ boxHash: hashBox(questionId, sorted) });
  });

  test('[Q5][Q10] a tie goes to whom the published lot has first', () => {
    const tie = withBallots(marks(who.participant, 0), marks(who.companyDelegate, 2));
    expect(given(...asked()).when(close, tie).events).toMatchObject([
      { tally: { elected: [2], ranking: [[2], [0], [1]] } },
    ]);
  });

  test('[Q10] by the chair in session, once', () => {
    given(...opened(), questionDrafted())
      .when(close, withBallots())
      .thenRefused('question_not_opened');
    given(...asked(), paused)
      .when(close, withBallots())
      .thenRefused('meeting_paused');
    given(...asked(), ...counted)
      .when(close, withBallots())
      .thenRefused('poll_not_open');
  });

  test('[R3][Q10] by the clock once the deadline is over, also in a pause and after the meeting', () => {
    const stays = { deadline: at(150), afterMeeting: 'stays-open' } as const;
    const over = { now: at(150), by: 'clock' as const, ...withBallots() };
    expect(given(...asked(stays)).when(close, over).events).toHaveLength(1);
    expect(given(...asked(stays), paused).when(close, over).events).toHaveLength(1);
    expect(given(...asked(stays), { type: 'meeting.closed' }).when(close, over).events).toHaveLength(1);
    given(...asked(stays))
      .when(close, { ...over, now: at(149) })
      .thenRefused('not_allowed');
    given(...asked())
      .when(close, over)
      .thenRefused('not_allowed');
    given(...asked())
      .when(publish, over)
      .thenRefused('not_allowed');
  });

  test('[M7][M8] the meeting waits for it, unless it stays open', () => {
    const end = { type: 'meeting.close' as const };
    given(...asked())
      .when(end)
      .thenRefused('poll_still_open');
    const stays = asked({ deadline: at(150), afterMeeting: 'stays-open' });
    expect(given(...stays).when(end).code).toBeNull();
    given(...stays, { type: 'meeting.closed' })
      .when(close, withBallots())
      .thenRefused('meeting_closed');
  });
});

describe('what is made of a count', () => {
  const state = {
    type: 'question.state-outcome' as const,
    pollId: questionId,
    statement: 'Jembatan lebih dahulu',
  };
  const stated = {
    type: 'question.outcome-stated' as const,
    pollId: questionId,
    statement: words('Jembatan lebih dahulu'),
  };

  test('[Q13] it is published once, and has an outcome, also after the meeting', () => {
    const over: Entry[] = [...asked(), ...counted, { type: 'meeting.closed' }];
    given(...over)
      .when(publish)
      .then([{ type: 'question.published', pollId: questionId }]);
    given(...over, { type: 'question.published', pollId: questionId })
      .when(publish)
      .thenRefused('already_published');
    const again = given(...over, stated).when({ ...state, statement: 'Jalan' });
    expect(again.meeting.questions[questionId]?.stage).toMatchObject({
      outcome: { statement: words('Jalan'), by: who.chair },
    });
    given(...over)
      .when({ ...state, statement: '' })
      .thenRefused('reason_needed');
  });

  test('[Q13] only of a count that stands', () => {
    for (const command of [publish, state]) {
      given(...opened(), questionDrafted())
        .when(command)
        .thenRefused('question_not_opened');
      given(...asked())
        .when(command)
        .thenRefused('poll_open');
      const voided: Entry = { type: 'question.voided', pollId: questionId, reason: words('x', 5) };
      given(...asked(), voided)
        .when(command)
        .thenRefused('poll_void');
      given(...asked(), ...counted, voided)
        .when(command)
        .thenRefused('poll_void');
    }
  });

  test('[Q14] an open one is called off, a count made void, once and with a reason', () => {
    const voided = { type: 'question.voided' as const, pollId: questionId, reason: words('salah') };
    const off = given(...asked()).when(makeVoid);
    off.then([voided]);
    expect(off.meeting.questions[questionId]?.stage.status).toBe('called-off');
    const after = given(...asked(), ...counted).when(makeVoid).meeting.questions[questionId]?.stage;
    expect(after).toMatchObject({
      status: 'closed',
      count: { turnout: 1 },
      voided: { reason: words('salah') },
    });
    given(...asked(), voided)
      .when(makeVoid)
      .thenRefused('poll_void');
    given(...asked(), ...counted, voided)
      .when(makeVoid)
      .thenRefused('poll_void');
    given(...asked())
      .when({ ...makeVoid, reason: '' })
      .thenRefused('reason_needed');
    given(...opened(), questionDrafted())
      .when(makeVoid)
      .thenRefused('question_not_opened');
  });

  test('[P9] its texts are words that their author takes back', () => {
    const { meeting: after } = given(...opened(), questionDrafted()).when({
      type: 'words.take-back',
      wordsId: id(8003),
    });
    expect(textOf(after.questions[questionId]!.content.options[0]!.text)).toBeNull();
  });
});

describe('the roll', () => {
  const add = { type: 'roll.add' as const, pollId: questionId, key: id(700), reason: 'datang kemudian' };
  const newcomer = seated('participant', { personId: id(700), partnerId: partners.village.id });
  const voter = { key: id(700), chamber: partners.village.chamber, weight: 1 };

  test('[B16] takes whoever was left out, with a reason, in polls of both kinds', () => {
    given(...asked(), newcomer)
      .when(add)
      .then([{ type: 'roll.added', pollId: questionId, voter, reason: words('datang kemudian') }]);
    const asking: Entry[] = [...opened(), drafted(), frozen(), pollOpened(), newcomer];
    const after = given(...asking).when({ ...add, pollId }).meeting;
    expect(after.polls[pollId]?.roll).toContainEqual(voter);
  });

  test('[B16] no one else, and no closed one', () => {
    const refusals = [
      ['poll_unknown', opened(), add],
      ['poll_not_open', [...opened(), questionDrafted()], add],
      ['poll_not_open', [...opened(), drafted(), frozen(), pollOpened(), closed(false)], { ...add, pollId }],
      ['on_the_roll_already', asked(), { ...add, key: who.participant }],
      ['person_unknown', asked(), add],
      ['person_unknown', asked({ electorate: 'partner' }), { ...add, key: id(7) }],
      ['role_cannot_vote', asked(), { ...add, key: who.guest }],
      ['reason_needed', [...asked(), newcomer], { ...add, reason: '' }],
    ] as const;
    for (const [code, entries, command] of refusals) {
      given(...entries)
        .when(command)
        .thenRefused(code);
    }
    const late: Entry = { type: 'roll.added', pollId: questionId, voter, reason: words('x', 5) };
    const after = meeting(...asked(), ...counted, newcomer, late);
    expect(after.questions[questionId]?.stage).toMatchObject({ opening: { roll: personRoll } });
  });
});
