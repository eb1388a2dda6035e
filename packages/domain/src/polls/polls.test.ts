import { describe, expect, test } from 'vitest';
import type { Id } from '../ids';
import type { Gathered, StoredBallot } from '../context';
import type { MeetingEvent } from '../meeting-events';
import type { Meeting } from '../meeting/state';
import type { RefusalCode } from '../refusals';
import {
  asking,
  at,
  ballot,
  closed,
  counting,
  decisionId,
  drafted,
  everyone,
  fold,
  frozen,
  gathered,
  given,
  hashBox,
  id,
  opened,
  partners,
  planned,
  pollId,
  pollOpened,
  ruleWith,
  seated,
  voting,
  who,
  type Entry,
} from '../testing';
import { decideBallot } from '../decide-ballot';
import { voiceOf } from './ballot';
import { publishedBallots } from './count';
import type { PollClosed } from './events';

const { officeDelegate, societyDelegate, companyDelegate, villageDelegate, participant } = who;
const paused: MeetingEvent = {
  type: 'meeting.paused',
  kind: 'break',
  reason: { id: id(90), text: '' },
  until: at(200),
};
const open = { type: 'poll.open' as const, decisionId };
const close = { type: 'poll.close' as const, pollId };
const demand = { type: 'poll.demand-count' as const, pollId };

function meeting(entries: readonly Entry[]): Meeting {
  const state = fold(entries);
  if (state.status === 'unplanned') throw new Error('unplanned');
  return state;
}

const box = (ballots: readonly StoredBallot[], present: readonly Id[] = []): { gathered: Gathered } => ({
  gathered: { ballots, hashBox, present: new Set(present) },
});

function closing(entries: readonly Entry[], ballots: readonly StoredBallot[], present: readonly Id[] = []) {
  const [event] = given(...entries).when(close, box(ballots, present)).events;
  if (event?.type !== 'poll.closed') throw new Error('not closed');
  return event satisfies PollClosed;
}

const count = (event: PollClosed, of: 'present' | 'attended' | 'invited') =>
  event.electorate[of].reduce((sum, one) => sum + one.weight, 0);

describe('a ballot', () => {
  const cast = (entries: readonly Entry[], personId: Id, choice: StoredBallot['choice'], poll = pollId) =>
    decideBallot(meeting(entries), { ballotId: id(1), pollId: poll, choice }, personId);
  const { choice: yes } = ballot(participant, 'yes');
  const { choice: agree } = ballot(participant, {});
  const refuses = (code: RefusalCode) => ({ ok: false, code });

  test('[B1] goes into a poll that exists and is open, also during a pause', () => {
    expect(cast(voting(), participant, yes, id(5))).toEqual(refuses('poll_unknown'));
    expect(cast([...voting(), closed(true)], participant, yes)).toEqual(refuses('poll_not_open'));
    expect(cast([...voting(), paused], participant, yes).ok).toBe(true);
  });

  test('[B2] counts for the voice of the person who is on the roll', () => {
    expect(cast(voting(), participant, yes)).toEqual({ ok: true, value: ballot(participant, 'yes') });
    for (const other of [who.chair, who.guest, who.observer, id(5)]) {
      expect(cast(voting(), other, yes)).toEqual(refuses('not_on_the_roll'));
    }
  });

  test('[B2] counts for the partner whose delegate casts it; two delegates share one voice', () => {
    const second = seated('facilitator', { ...everyone.officeDelegate, personId: id(700) });
    const entries = [...voting(counting), second];
    const value = { voter: partners.office.id, choice: yes };
    expect(cast(entries, officeDelegate, yes)).toEqual({
      ok: true,
      value: { ...value, castBy: officeDelegate },
    });
    expect(cast(entries, id(700), yes)).toEqual({ ok: true, value: { ...value, castBy: id(700) } });
    expect(cast(entries, participant, yes)).toEqual(refuses('not_on_the_roll'));
    expect(cast(entries, who.guest, yes)).toEqual(refuses('not_on_the_roll'));
  });

  test('[B3] answers the question that was put', () => {
    expect(cast(voting(), participant, agree)).toEqual(refuses('choice_invalid'));
    expect(cast(asking(), participant, yes)).toEqual(refuses('choice_invalid'));
    expect(cast(asking({ rung: 'acclamation' }), participant, agree).ok).toBe(true);
    const qualified = ruleWith({ ladder: ['qualified'] });
    expect(cast(asking({ rung: 'qualified', rule: qualified }), participant, yes).ok).toBe(true);
  });

  test('[B4] brings the words of an objection or a note, and the date of a not yet', () => {
    const answer = (part: Parameters<typeof ballot>[1]) =>
      cast(asking(), participant, ballot(participant, part).choice);
    expect(answer({ answer: 'object' })).toEqual(refuses('note_needed'));
    expect(answer({ answer: 'agree-with-note' })).toEqual(refuses('note_needed'));
    expect(answer({ answer: 'not-yet' })).toEqual(refuses('date_needed'));
    expect(answer({ answer: 'not-yet', until: '2026-06-01' }).ok).toBe(true);
    expect(answer({ answer: 'object', note: 'terlalu cepat' }).ok).toBe(true);
    expect(answer({ answer: 'agree' }).ok).toBe(true);
  });

  test('[B6] is refused to someone seated with a vote after the opening', () => {
    const late = seated('participant', { personId: id(700) });
    expect(cast([...voting(), late], id(700), yes)).toEqual(refuses('not_on_the_roll'));
  });

  test('[B13] is refused to someone removed, or whose vote was taken away; the one cast before stays', () => {
    const removed: MeetingEvent = { type: 'person.removed', personId: participant, blocked: false };
    const changed: MeetingEvent = {
      type: 'seat.changed',
      personId: participant,
      partnerId: null,
      roles: ['guest'],
      votes: false,
    };
    const { name, address } = seated('participant');
    const wordsIds = [name.id, address.id];
    const erased: MeetingEvent = { type: 'person.erased', personId: participant, wordsIds };
    for (const after of [[removed], [changed], [erased, removed]]) {
      const entries = [...voting(), ...after];
      expect(cast(entries, participant, yes)).toEqual(refuses('not_on_the_roll'));
      const event = closing(entries, [ballot(participant, 'yes')]);
      expect(event).toMatchObject({ turnout: 1, passes: true, tally: { counts: { yes: 1 } } });
      expect([count(event, 'present'), count(event, 'attended')]).toEqual([1, 1]);
    }
  });
});

describe('a poll', () => {
  test('[B5] asks in session about the frozen wording of a pending decision, one at a time', () => {
    const ready = [...opened(), drafted(), frozen()];
    given(...ready)
      .when(open)
      .then([pollOpened({ pollId: id(9001) })]);
    const decided: MeetingEvent = { type: 'decision.voided', decisionId, reason: { id: id(91), text: 'x' } };
    const cases: [RefusalCode, Entry[]][] = [
      ['decision_unknown', opened()],
      ['decision_over', [...ready, decided]],
      ['not_open', [...gathered(), drafted(), frozen()]],
      ['meeting_paused', [...ready, paused]],
      ['text_not_frozen', [...opened(), drafted()]],
      ['poll_open', asking()],
      ['poll_passed', [...asking(), closed(true)]],
    ];
    for (const [code, entries] of cases)
      given(...entries)
        .when(open)
        .thenRefused(code);
    expect(given(...asking(), closed(false)).when(open).code).toBeNull();
  });

  test('[B6] fixes the roll: persons with a vote, or the partners invited', () => {
    const byPartner = [...opened(), drafted({ electorate: 'partner' }), frozen()];
    expect(given(...byPartner).when(open).events[0]).toMatchObject(counting);
    const nobody = [planned(), seated('chair'), { type: 'meeting.opened' as const }, drafted(), frozen()];
    given(...nobody)
      .when(open)
      .thenRefused('nobody_on_the_roll');
    const unasked = [planned({ partners: [] }), ...nobody.slice(1)];
    given(...unasked, drafted({ decisionId, electorate: 'partner' }), frozen())
      .when(open)
      .thenRefused('nobody_on_the_roll');
  });

  test('[B7] by acclamation is counted as soon as anyone on the roll asks for it', () => {
    const acclaimed = asking({ rung: 'acclamation' });
    const demanded: MeetingEvent = { type: 'poll.count-demanded', pollId };
    given(...acclaimed)
      .when(demand, { by: participant })
      .then([demanded]);
    given(...acclaimed)
      .when(demand)
      .thenRefused('not_on_the_roll');
    given(...acclaimed, demanded)
      .when(demand, { by: participant })
      .thenRefused('already_counting');
    given(...asking())
      .when(demand, { by: participant })
      .thenRefused('already_counting');
  });

  test('[B8] is closed once, in session, by one event', () => {
    const ballots = [
      ballot(participant, 'yes'),
      ballot(officeDelegate, 'no'),
      ballot(villageDelegate, 'yes'),
    ];
    const event = closing(voting(), ballots, [participant]);
    expect(event).toMatchObject({
      turnout: 3,
      passes: true,
      remarks: [],
      tally: { counts: { yes: 2, no: 1 } },
    });
    expect(event.boxHash).toBe(hashBox(pollId, publishedBallots(ballots)));
    given(...voting(), paused)
      .when(close, box(ballots))
      .thenRefused('meeting_paused');
    given(...voting(), closed(true))
      .when(close, box(ballots))
      .thenRefused('poll_not_open');
    given(...opened())
      .when(close, box(ballots))
      .thenRefused('poll_unknown');
    given(...gathered(), drafted(), frozen(), pollOpened())
      .when(close, box([]))
      .thenRefused('not_open');
  });

  test('[B8] does not depend on the order of ballots', () => {
    const ballots = [
      ballot(participant, { answer: 'object', note: 'terlalu cepat', acceptableIf: 'tahun depan' }),
      ballot(officeDelegate, { answer: 'agree-with-note', note: 'dengan catatan' }),
      ballot(villageDelegate, { answer: 'not-yet', until: '2026-06-01', viaSecretary: true }),
      ballot(companyDelegate, {}),
    ];
    expect(closing(asking(), ballots.toReversed())).toEqual(closing(asking(), ballots));
  });

  test('[B14] once closed stays as it is, whatever comes', () => {
    const done = closed(false, { turnout: 3 });
    const before = meeting([...asking(), done]).polls[pollId];
    expect(meeting([...asking(), done, closed(true)]).polls[pollId]).toEqual(before);
    const demanded: MeetingEvent = { type: 'poll.count-demanded', pollId };
    expect(meeting([...asking(), done, demanded]).polls[pollId]).toEqual(before);
  });
});

describe('the bases at the close', () => {
  const sign = (personId: Id): MeetingEvent => ({ type: 'attendance.signed', personId });

  test('[B9] are counted on the roll: who has no vote, or came too late for it, does not weigh', () => {
    const late = seated('participant', { personId: id(700) });
    const entries = [
      ...voting(),
      sign(who.guest),
      late,
      sign(id(700)),
      sign(participant),
      sign(officeDelegate),
    ];
    const left: MeetingEvent = { type: 'attendance.left', personId: officeDelegate };
    const event = closing([...entries, left], [], [who.guest, id(700), participant]);
    expect([count(event, 'attended'), count(event, 'present')]).toEqual([2, 1]);
    expect(count(event, 'invited')).toBe(8);
  });

  test('[B9] hold everyone who cast a ballot, also when they signed nothing and are gone', () => {
    const event = closing(voting(), [ballot(participant, 'yes'), ballot(societyDelegate, 'no')], []);
    expect([count(event, 'attended'), count(event, 'present')]).toEqual([2, 2]);
  });

  test('[B9] count a partner when a delegate of it is there or has voted, and a guest for nobody', () => {
    const entries = [...voting(counting), sign(who.guest), sign(participant), sign(societyDelegate)];
    const event = closing(entries, [ballot(partners.office.id, 'yes', officeDelegate)], [who.guest]);
    expect(event.electorate.attended).toEqual([
      { chamber: partners.office.chamber, weight: 1 },
      { chamber: partners.society.chamber, weight: 1 },
    ]);
    expect([count(event, 'present'), count(event, 'invited')]).toEqual([1, 4]);
  });

  test('[B9] count a delegate who has no vote as a person', () => {
    const seat: MeetingEvent = {
      type: 'seat.changed',
      personId: societyDelegate,
      partnerId: partners.society.id,
      roles: ['delegate'],
      votes: false,
    };
    const event = closing([...voting(counting), seat, sign(societyDelegate)], []);
    expect(count(event, 'attended')).toBe(1);
  });
});

describe('what is said of a closed poll', () => {
  const objection = { answer: 'object', note: 'terlalu cepat', acceptableIf: 'tahun depan' } as const;

  test('[B10] ballots are published sorted: votes with the voter, answers bare', () => {
    const votes = [ballot(villageDelegate, 'yes'), ballot(officeDelegate, 'no')];
    expect(publishedBallots(votes)).toEqual([
      { voter: officeDelegate, vote: 'no' },
      { voter: villageDelegate, vote: 'yes' },
    ]);
    const asked = [ballot(villageDelegate, objection), ballot(officeDelegate, {})];
    expect(publishedBallots(asked)).toEqual([{ answer: 'agree' }, { answer: 'object' }]);
  });

  test('[B10] the published tally of an asked round tells no answers by chamber', () => {
    const event = closing(asking(), [ballot(participant, objection), ballot(officeDelegate, {})]);
    expect(event.tally.byChamber).toEqual([]);
    expect(event.tally.counts).toMatchObject({ object: 1, agree: 1 });
  });

  test('[B11] remarks name the partner unless the secretary was asked, and never a person', () => {
    const ballots = [
      ballot(participant, objection),
      ballot(officeDelegate, { ...objection, note: 'lewat sekretaris', viaSecretary: true }),
      ballot(companyDelegate, { answer: 'not-yet', until: '2026-06-01', acceptableIf: 'tidak ditanya' }),
      ballot(societyDelegate, {}),
    ];
    const event = closing(asking(), ballots);
    expect(event.remarks).toEqual([
      {
        answer: 'not-yet',
        partnerId: partners.company.id,
        words: words(1, ''),
        acceptableIf: null,
        until: '2026-06-01',
      },
      { answer: 'object', partnerId: partners.village.id, ...saying(2, 'terlalu cepat'), until: null },
      { answer: 'object', partnerId: null, ...saying(4, 'lewat sekretaris'), until: null },
    ]);
    const said = JSON.stringify(event);
    for (const personId of Object.values(who)) expect(said).not.toContain(personId);
  });

  test('[B11] where partners answer, the remark is of the partner whose voice it was', () => {
    const moved: MeetingEvent = {
      type: 'seat.changed',
      personId: officeDelegate,
      partnerId: partners.company.id,
      roles: ['delegate'],
      votes: true,
    };
    const cast = ballot(partners.office.id, objection, officeDelegate);
    expect(closing([...asking(counting), moved], [cast]).remarks[0]?.partnerId).toBe(partners.office.id);
  });

  test('[B12] silence agrees while an acclamation stands; once counted, it is what the rule says', () => {
    const agrees = [ballot(participant, {})];
    const acclaimed = asking({ rung: 'acclamation' });
    expect(closing(acclaimed, agrees, [participant]).tally).toMatchObject({ variant: 'silence-counts' });
    const demanded: MeetingEvent = { type: 'poll.count-demanded', pollId };
    expect(closing([...acclaimed, demanded], agrees).tally).toMatchObject({
      variant: 'silence-does-not-count',
    });
    const rule = ruleWith({ consent: { silence: 'counts' } });
    expect(closing(asking({ rule }), agrees).tally).toMatchObject({ variant: 'silence-counts' });
  });

  function words(n: number, text: string) {
    return { id: id(9000 + n), text };
  }

  function saying(n: number, text: string) {
    return { words: words(n, text), acceptableIf: words(n + 1, 'tahun depan') };
  }
});

test('[B2] a voice is nobody’s who has no seat', () => {
  const state = meeting([...voting(), { type: 'person.removed', personId: participant, blocked: false }]);
  expect(voiceOf(state, state.polls[pollId]!, participant)).toBeNull();
});
