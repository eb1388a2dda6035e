/** Minutes corrected by the room, locked as they were read out, signed, opened again as the next version. */
import { describe, expect, test } from 'vitest';
import { limits } from '../limits';
import type { MeetingCommand } from '../meeting-commands';
import type { MeetingEvent } from '../meeting-events';
import type { Meeting } from '../meeting/state';
import {
  asking,
  at,
  closed,
  decisionId,
  frozenGoal,
  frozenProse,
  frozenText,
  gathered,
  given,
  goalDrafted,
  goalId,
  id,
  minutesFrozen,
  minutesReopened,
  minutesSigned,
  opened,
  who,
  type Entry,
} from '../testing';
import { paperOf } from './paper';
import { lockedMinutes, maySignAs, minutesStand, minutesVersion, stillToSign } from './views';

const freeze = { type: 'minutes.freeze' as const };
const reopen = { type: 'minutes.reopen' as const, reason: 'ada yang keliru' };
const how = { by: who.secretary, gathered: { minutes: frozenProse } };
const correct = { type: 'minutes.correct' as const, part: 'opening' as const, text: 'Nama desa keliru.' };
const paused: MeetingEvent = {
  type: 'meeting.paused',
  kind: 'break',
  reason: { id: id(1), text: '' },
  until: at(900),
};
const over = (minute: number): Entry => ({ event: { type: 'meeting.closed' }, at: at(minute) });
const attends = (name: keyof typeof who): Entry => ({ type: 'attendance.signed', personId: who[name] });
const asked = (n = 1): MeetingEvent => ({
  type: 'minutes.correction-asked',
  correctionId: id(800 + n),
  part: 'opening',
  text: { id: id(850 + n), text: 'Nama desa keliru.' },
  by: who.participant,
});
const both: Entry[] = [
  minutesFrozen(),
  minutesSigned('chair', 'chair'),
  minutesSigned('secretary', 'secretary'),
];

describe('locking', () => {
  test('[N2] takes the prose and the head of the record, in session, during a pause and for a week after the close', () => {
    given(...opened())
      .when(freeze, how)
      .then([minutesFrozen()]);
    expect(given(...opened(), paused).when(freeze, how).code).toBeNull();
    const late = given(...opened(), over(60));
    const week = limits.minutesWithinMs;
    expect(late.when(freeze, { ...how, now: at(60) + week }).code).toBeNull();
    late.when(freeze, { ...how, now: at(60) + week + 1 }).thenRefused('minutes_too_late');
  });

  test('[N2] is refused before the opening, over an open poll, twice, and where the prose is too long', () => {
    given(...gathered())
      .when(freeze, how)
      .thenRefused('not_open');
    given(...asking())
      .when(freeze, how)
      .thenRefused('poll_still_open');
    given(...opened(), minutesFrozen())
      .when(freeze, how)
      .thenRefused('minutes_frozen');
    const prose = [{ part: 'opening' as const, text: 'x'.repeat(limits.minutesLength + 1) }];
    const long = { ...how, gathered: { minutes: { ...frozenProse, prose } } };
    given(...opened())
      .when(freeze, long)
      .thenRefused('too_large');
  });

  test('[N2] keeps what the minutes told then, whoever comes or goes later', () => {
    const before = given(...opened(), attends('secretary')).when(freeze, how).meeting;
    const { facts, version, upTo } = lockedMinutes(before)!;
    expect(facts.attendance.came).toBe(1);
    expect([version, upTo]).toEqual([1, frozenProse.upTo]);
    const after = given(...opened(), attends('secretary'), minutesFrozen(), attends('chair')).when(
      reopen,
    ).meeting;
    expect(after.minutes.locked[0]?.facts.attendance.came).toBe(1);
  });

  test('[N8] nothing is decided, asked, adopted or started that locked minutes would not tell of', () => {
    const meeting = given(...asking(), closed(true), minutesFrozen());
    const commands: MeetingCommand[] = [
      { type: 'agenda.adopt' },
      { type: 'item.start', itemId: id(402) },
      { type: 'text.reopen', decisionId, reason: 'salah' },
      { type: 'poll.open', decisionId },
      { type: 'decision.decide', decisionId, outcome: 'decided', statement: '' },
      { type: 'decision.void', decisionId, reason: 'salah' },
      { type: 'decision.draft', title: 'Lagi', itemId: null, rule: null, electorate: null, wording: null },
      { type: 'goal.draft', title: 'Tujuan', languages: ['id'] },
    ];
    for (const command of commands) meeting.when(command).thenRefused('minutes_frozen');
    const words = { type: 'text.propose' as const, decisionId, base: frozenText.hash, text: 'usul' };
    expect(meeting.when(words, { by: who.participant }).code).toBeNull();
    expect(meeting.when({ type: 'meeting.close' }).code).toBeNull();
    const goal = given(...opened(), goalDrafted(), minutesFrozen());
    goal
      .when({ type: 'goal.freeze', goalId }, { gathered: { goal: frozenGoal } })
      .thenRefused('minutes_frozen');
  });
});

test('[A6] the minutes are put on stage also by the secretary, who puts nothing else there', () => {
  const show = { type: 'stage.set' as const, stage: { kind: 'minutes' as const } };
  given(...opened())
    .when(show, { by: who.secretary })
    .then([{ type: 'stage.set', stage: { kind: 'minutes' } }]);
  given(...opened())
    .when(show, { by: who.participant })
    .thenRefused('not_allowed');
  given(...opened())
    .when({ type: 'stage.set', stage: { kind: 'agenda' } }, { by: who.secretary })
    .thenRefused('not_allowed');
});

describe('corrections', () => {
  test('[N3] are asked for by whoever attends, from the opening on, also after the close', () => {
    const expected: MeetingEvent = {
      type: 'minutes.correction-asked',
      correctionId: id(9001),
      part: 'opening',
      text: { id: id(9002), text: correct.text },
      by: who.observer,
    };
    given(...opened())
      .when(correct, { by: who.observer })
      .then([expected]);
    given(...opened())
      .when(correct, { by: who.screen })
      .thenRefused('not_allowed');
    expect(given(...opened(), over(60)).when(correct, { by: who.participant }).code).toBeNull();
    given(...gathered())
      .when(correct)
      .thenRefused('not_open');
  });

  test('[N3] are about a part that there is, or the whole, and not without end', () => {
    const meeting = given(...opened());
    for (const part of ['closing', id(402), null] as const) {
      expect(meeting.when({ ...correct, part }).code).toBeNull();
    }
    meeting.when({ ...correct, part: id(5) }).thenRefused('item_unknown');
    const many = Array.from({ length: limits.corrections }, (_, n) => asked(n));
    given(...opened(), ...many)
      .when(correct)
      .thenRefused('too_large');
  });

  test('[N4] are settled once, taken only while the text can change', () => {
    const settle = { type: 'minutes.settle' as const, correctionId: id(801), taken: true };
    const settled: MeetingEvent = { ...settle, type: 'minutes.correction-settled' };
    const meeting = given(...opened(), asked());
    meeting.when(settle, { by: who.secretary }).then([settled]);
    meeting.when({ ...settle, correctionId: id(5) }).thenRefused('correction_unknown');
    meeting.when(settle, { by: who.participant }).thenRefused('not_allowed');
    given(...opened(), asked(), settled)
      .when(settle)
      .thenRefused('correction_settled');
    given(...opened(), asked(), minutesFrozen())
      .when(settle)
      .thenRefused('minutes_frozen');
    const left = given(...opened(), asked(), minutesFrozen()).when({ ...settle, taken: false });
    expect(left.meeting.minutes.corrections[0]?.outcome).toBe('left');
  });
});

describe('signing', () => {
  const sign = (as: 'chair' | 'secretary' | 'witness', version = 1) =>
    ({ type: 'minutes.sign', version, as }) as const;
  const locked = [...opened(), attends('participant'), attends('societyDelegate'), minutesFrozen()];

  test('[N6] a chair signs as chair, a secretary as secretary, who has come with a voice as witness', () => {
    const meeting = given(...locked);
    const expected = (name: keyof typeof who, as: 'chair' | 'secretary' | 'witness') => {
      meeting.when(sign(as), { by: who[name] }).then([minutesSigned(name, as)]);
    };
    expected('chair', 'chair');
    expected('secretary', 'secretary');
    expected('participant', 'witness');
    expected('societyDelegate', 'witness');
    for (const [name, as] of [
      ['secretary', 'chair'],
      ['chair', 'secretary'],
      ['villageDelegate', 'witness'],
      ['guest', 'witness'],
      ['observer', 'witness'],
    ] as const) {
      meeting.when(sign(as), { by: who[name] }).thenRefused('not_a_signer');
    }
  });

  test('[N6] only what is locked is signed, in the version that was read, once, a witness as nothing else', () => {
    given(...opened())
      .when(sign('chair'))
      .thenRefused('minutes_not_frozen');
    const next = [...opened(), minutesFrozen(), minutesReopened(), minutesFrozen(2)];
    given(...next)
      .when(sign('chair'))
      .thenRefused('text_changed_since');
    given(...locked, minutesSigned('chair', 'chair'))
      .when(sign('chair'))
      .thenRefused('already_signed');
    const also = {
      type: 'seat.changed' as const,
      personId: who.secretary,
      partnerId: id(21),
      roles: ['secretary' as const, 'delegate' as const],
      votes: true,
    };
    const secretary = [...locked, also, attends('secretary'), minutesSigned('secretary', 'secretary')];
    given(...secretary)
      .when(sign('witness'), { by: who.secretary })
      .thenRefused('already_signed');
  });

  test('[N6] it is known who may sign, and whose signature is missing', () => {
    const state = given(...locked).when(sign('chair')).meeting;
    expect(maySignAs(state, who.chair)).toEqual([]);
    expect(maySignAs(state, who.participant)).toEqual(['witness']);
    expect(maySignAs(state, who.guest)).toEqual([]);
    expect(stillToSign(state).map(({ person, as }) => [person.id, as])).toEqual([
      [who.secretary, 'secretary'],
    ]);
  });

  test('[N9] a signature stays when a name or the prose is erased', () => {
    const erase = { type: 'person.erase' as const, personId: who.secretary };
    const taken: MeetingEvent = { type: 'words.taken-back', wordsIds: [id(9001)] };
    const { meeting } = given(...opened(), ...both, taken).when(erase, { by: who.secretary });
    const { signatures, prose, facts, head } = meeting.minutes.locked[0]!;
    expect(signatures.map(({ personId }) => personId)).toEqual([who.chair, who.secretary]);
    expect(prose[0]?.text).toEqual({ id: id(9001), erased: true });
    expect(facts.heading.secretaries[0]?.name).toHaveProperty('erased', true);
    expect(head).toBe(frozenProse.head);
  });

  test('[P9] the prose of locked minutes is taken back by who locked it, until the close', () => {
    const back = { type: 'words.take-back' as const, wordsId: id(9001) };
    const entry = { event: minutesFrozen(), by: who.secretary };
    given(...opened(), entry)
      .when(back, { by: who.chair })
      .thenRefused('words_not_yours');
    expect(given(...opened(), entry).when(back, { by: who.secretary }).code).toBeNull();
  });
});

describe('opening again', () => {
  test('[N5] makes the next version, with a reason; what was signed is void and stays', () => {
    const meeting = given(...opened(), ...both);
    meeting.when(reopen, { by: who.secretary, firstId: 9101 }).then([minutesReopened()]);
    meeting.when({ ...reopen, reason: '' }).thenRefused('reason_needed');
    given(...opened())
      .when(reopen)
      .thenRefused('minutes_not_frozen');
    const after = meeting.when(reopen).meeting;
    expect(lockedMinutes(after)).toBeNull();
    expect(minutesVersion(after)).toBe(2);
    expect(after.minutes.locked[0]?.signatures).toHaveLength(2);
    given(...opened(), minutesFrozen(), minutesReopened())
      .when(freeze, how)
      .then([minutesFrozen(2)]);
  });

  test('[N7] what chair and secretary signed stands after the close', () => {
    const meeting = given(...opened(), attends('participant'), ...both, over(60));
    meeting.when(reopen).thenRefused('minutes_signed');
    meeting.when(correct).thenRefused('minutes_signed');
    meeting
      .when({ type: 'meeting.reopen', reason: 'tergesa' }, { now: at(61) })
      .thenRefused('minutes_signed');
    const witness = { type: 'minutes.sign' as const, version: 1, as: 'witness' as const };
    expect(meeting.when(witness, { by: who.participant }).code).toBeNull();
    expect(minutesStand(meeting.when(witness, { by: who.participant }).meeting)).toBe(true);
    const half = given(...opened(), minutesFrozen(), minutesSigned('chair', 'chair'), over(60));
    expect(half.when(reopen).code).toBeNull();
    expect(half.when({ type: 'meeting.reopen', reason: 'tergesa' }, { now: at(61) }).code).toBeNull();
  });

  test('[N7] in session the room may still open what both have signed', () => {
    expect(given(...opened(), ...both).when(reopen).code).toBeNull();
  });
});

describe('as a paper', () => {
  test('[N5][N6] it says what it is, who has signed and who is asked, and what was signed before in vain', () => {
    const draft = paperOf(meetingOf([...opened(), asked()]));
    expect([draft.status, draft.version, draft.locked, draft.missing.length]).toEqual(['draft', 1, null, 0]);
    expect(draft.corrections[0]).toMatchObject({ outcome: 'asked', by: { personId: who.participant } });
    const again = [minutesReopened(), minutesFrozen(2), minutesSigned('chair', 'chair', 2)];
    const entries = [...opened(), ...both, ...again, over(60)];
    const locked = paperOf(meetingOf(entries));
    expect([locked.status, locked.version]).toEqual(['locked', 2]);
    expect(locked.missing.map(({ as }) => as)).toEqual(['secretary']);
    expect(locked.since.map(({ kind }) => kind)).toEqual(['closed']);
    expect(locked.earlier.map(({ version, signatures }) => [version, signatures.length])).toEqual([[1, 2]]);
    expect(paperOf(meetingOf([...opened(), ...both])).status).toBe('signed');
  });
});

function meetingOf(entries: readonly Entry[]): Meeting {
  const { state } = given(...entries);
  if (state.status === 'unplanned') throw new Error('unplanned');
  return state;
}
