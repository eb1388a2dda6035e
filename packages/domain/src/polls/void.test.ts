/** Counts made void: closed in haste, kept in the record, counting for nothing. */
import { describe, expect, test } from 'vitest';
import { lastPoll, nextQuorumStep } from '../decisions/views';
import type { MeetingEvent } from '../meeting-events';
import type { Meeting } from '../meeting/state';
import {
  asking,
  at,
  closed,
  decisionId,
  fold,
  given,
  id,
  pollId,
  pollOpened,
  ruleWith,
  who,
  type Entry,
} from '../testing';

const makeVoid = { type: 'poll.void' as const, pollId, reason: 'salah tutup' };
const voided: MeetingEvent = { type: 'poll.voided', pollId, reason: { id: id(9001), text: 'salah tutup' } };
const again = pollOpened({ pollId: id(602) });
const open = { type: 'poll.open' as const, decisionId };
const decide = { type: 'decision.decide' as const, decisionId, outcome: 'decided' as const, statement: '' };
const descend = { type: 'rung.descend' as const, decisionId, reason: 'belum' };
const paused: MeetingEvent = {
  type: 'meeting.paused',
  kind: 'break',
  reason: { id: id(90), text: '' },
  until: at(200),
};

function meeting(entries: readonly Entry[]): Meeting {
  const state = fold(entries);
  if (state.status === 'unplanned') throw new Error('unplanned');
  return state;
}

describe('a count made void', () => {
  test('[B15] is a closed one of a pending decision, once, with a reason and in session', () => {
    const decided: MeetingEvent = {
      type: 'decision.decided',
      decisionId,
      outcome: 'decided',
      rung: 'consent',
      pollId,
      statement: { id: id(91), text: '' },
    };
    const refusals = [
      ['poll_open', []],
      ['poll_void', [closed(true), voided]],
      ['decision_over', [closed(true), decided]],
      ['meeting_paused', [closed(true), paused]],
    ] as const;
    given(...asking(), closed(true))
      .when(makeVoid)
      .then([voided]);
    for (const [code, more] of refusals) {
      given(...asking(), ...more)
        .when(makeVoid)
        .thenRefused(code);
    }
    const done = given(...asking(), closed(true));
    done.when({ ...makeVoid, reason: '' }).thenRefused('reason_needed');
    done.when({ ...makeVoid, pollId: id(5) }).thenRefused('poll_unknown');
    done.when(makeVoid, { by: who.secretary }).thenRefused('not_allowed');
  });

  test('[B15] stays in the record as it was counted', () => {
    const before = meeting([...asking(), closed(true)]).polls[pollId]!;
    const after = meeting([...asking(), closed(true), { event: voided, at: at(60) }]).polls[pollId]!;
    const mark = { reason: { id: id(9001), text: 'salah tutup' }, at: at(60) };
    expect(after).toEqual({ ...before, count: { ...before.count, voided: mark } });
    const twice: MeetingEvent = { ...voided, reason: { id: id(92), text: 'lagi' } };
    expect(meeting([...asking(), closed(true), { event: voided, at: at(60) }, twice]).polls[pollId]).toEqual(
      after,
    );
  });

  test('[B15] frees the room to be asked anew, and decides nothing', () => {
    given(...asking(), closed(true))
      .when(open)
      .thenRefused('poll_passed');
    const after = given(...asking(), closed(true), voided);
    expect(after.when(open).code).toBeNull();
    after.when(decide).thenRefused('poll_missing');
    after.when(descend).thenRefused('poll_missing');
    given(...asking(), closed(false), voided)
      .when(descend)
      .thenRefused('poll_missing');
    given(...asking(), closed(false), again, closed(true, { pollId: id(602) }), {
      ...voided,
      pollId: id(602),
    })
      .when(decide)
      .thenRefused('poll_not_passed');
  });

  test('[B15] leaves the count before it as the last', () => {
    const second = [again, closed(true, { pollId: id(602) })];
    const state = meeting([...asking(), closed(false), ...second, { ...voided, pollId: id(602) }]);
    expect(lastPoll(state, state.decisions[decisionId]!)?.id).toBe(pollId);
    const none = meeting([...asking(), closed(false), voided]);
    expect(lastPoll(none, none.decisions[decisionId]!)).toBeNull();
  });

  test('[B15] takes with it the step that it led to', () => {
    const ifNot = [{ step: 'wait' as const, hours: 3 }, { step: 'proceed' as const }];
    const rule = ruleWith({ quorum: { base: 'invited', atLeast: '1/2', strict: false, ifNot } });
    const stepped: MeetingEvent = { type: 'quorum.stepped', decisionId, step: 'wait', until: at(110) };
    const history = [...asking({ rule }), closed(false), stepped];
    const next = (...more: MeetingEvent[]) =>
      nextQuorumStep(meeting([...history, ...more]).decisions[decisionId]!)?.step;
    expect([next(), next(voided)]).toEqual(['proceed', 'wait']);
    expect(next(again, closed(false, { pollId: id(602) }), { ...voided, pollId: id(602) })).toBe('proceed');
  });

  test('[B15][P9] its reason is taken back by who gave it', () => {
    const takeBack = { type: 'words.take-back' as const, wordsId: id(9001) };
    expect(given(...asking(), closed(true), voided).when(takeBack).code).toBeNull();
  });
});
