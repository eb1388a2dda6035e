/** What comes after a count that lacked its quorum: a wait, a second call, going on with those who are here. */
import { ruleProblems } from '@mufakat/tally';
import { describe, expect, test } from 'vitest';
import type { MeetingEvent } from '../meeting-events';
import type { Decision } from '../meeting/state';
import {
  asking,
  at,
  ballot,
  chambers,
  closed,
  decisionId,
  drafted,
  fold,
  frozen,
  given,
  hashBox,
  id,
  opened,
  pollId,
  pollOpened,
  ruleWith,
  who,
  type Entry,
} from '../testing';
import { lackedQuorum, nextQuorumStep, ruleInForce } from './views';

const hourMs = 3_600_000;
const ifNot = [
  { step: 'wait' as const, hours: 3 },
  { step: 'reconvene' as const, days: 3 },
  { step: 'proceed' as const },
];
const quorum = { base: 'invited' as const, atLeast: '2/3', strict: false, ifNot };
const chamberQuorum = { base: 'invited' as const, atLeast: '1/2', strict: false };
const majority = { base: 'yes+no' as const, atLeast: '1/2', strict: true };
const ofChambers = chambers.map((chamber) => ({ id: chamber.id, quorum: chamberQuorum, majority }));
const rule = ruleWith({ quorum });

const now = at(100);
const step = (until: number | null = at(110)) => ({ type: 'quorum.step' as const, decisionId, until });
const lacking = (
  n = 0,
  reason: 'no_quorum' | 'chamber_no_quorum' | 'no_majority' = 'no_quorum',
): MeetingEvent => {
  const event = closed(false, { pollId: id(Number(601) + n) });
  return { ...event, tally: { ...event.tally, passes: false, reasons: [{ code: reason, chamber: null }] } };
};
const asked = (n: number): MeetingEvent => pollOpened({ pollId: id(601 + n), rule });
const stepped = (kind: 'wait' | 'reconvene' | 'proceed'): MeetingEvent => ({
  type: 'quorum.stepped',
  decisionId,
  step: kind,
  until: kind === 'proceed' ? null : at(110),
});
const paused: MeetingEvent = {
  type: 'meeting.paused',
  kind: 'quorum',
  reason: { id: id(9001), text: '' },
  until: at(110),
};
const resumed: MeetingEvent = { type: 'meeting.resumed' };
const once: Entry[] = [...asking({ rule }), lacking()];
const waited = [...once, stepped('wait'), paused, resumed];
const twice = [...waited, asked(1), lacking(1)];
const reconvened = [...twice, stepped('reconvene'), paused, resumed];
const thrice = [...reconvened, asked(2), lacking(2)];

function decisionIn(entries: readonly Entry[]): Decision {
  const state = fold(entries);
  if (state.status === 'unplanned') throw new Error('unplanned');
  return state.decisions[decisionId]!;
}

describe('the steps of a quorum', () => {
  test('[D11] come in the order of the rule, one a count, and the first two pause the meeting', () => {
    given(...once)
      .when(step())
      .then([stepped('wait'), paused]);
    given(...twice)
      .when(step())
      .then([stepped('reconvene'), paused]);
    given(...thrice)
      .when(step(null))
      .then([stepped('proceed')]);
    const { meeting } = given(...once).when(step());
    expect(meeting.phase).toMatchObject({ status: 'paused', kind: 'quorum', until: at(110) });
    expect(meeting.decisions[decisionId]?.quorumSteps).toEqual([
      { step: 'wait', until: at(110), at: now, pollId },
    ]);
    expect([once, twice, thrice].map((log) => nextQuorumStep(decisionIn(log)))).toEqual(ifNot);
  });

  test('[D11] are one a count, also where all happens in one moment', () => {
    for (const log of [waited, reconvened]) {
      given(...log)
        .when(step())
        .thenRefused('poll_missing');
    }
    const atOnce = [...once, stepped('wait'), resumed].map((entry) =>
      'type' in entry ? { event: entry, at: at(50) } : entry,
    );
    given(...atOnce)
      .when(step())
      .thenRefused('poll_missing');
  });

  test('[D11] last no longer than the rule says', () => {
    const refusals = [
      [once, null, 'until_in_the_past'],
      [once, now, 'until_in_the_past'],
      [once, now + 3 * hourMs + 1, 'until_too_late'],
      [twice, now + 3 * 24 * hourMs + 1, 'until_too_late'],
    ] as const;
    for (const [log, until, code] of refusals) {
      given(...log)
        .when(step(until))
        .thenRefused(code);
    }
    expect(given(...once).when(step(now + 3 * hourMs)).code).toBeNull();
    expect(given(...twice).when(step(now + 3 * 24 * hourMs)).code).toBeNull();
  });

  test('[D11] follow a count that lacked its quorum, in the whole or in a chamber, and no other', () => {
    given(...asking({ rule }))
      .when(step())
      .thenRefused('poll_open');
    given(...opened(), drafted({ rule }), frozen())
      .when(step())
      .thenRefused('quorum_not_lacking');
    for (const last of [closed(true), lacking(0, 'no_majority')]) {
      given(...asking({ rule }), last)
        .when(step())
        .thenRefused('quorum_not_lacking');
    }
    expect(given(...asking({ rule }), lacking(0, 'chamber_no_quorum')).when(step()).code).toBeNull();
  });

  test('[D11] end with those that the rule has', () => {
    const short = ruleWith({ quorum: { ...quorum, ifNot: ifNot.slice(0, 1) } });
    given(...asking({ rule: short }), lacking(), stepped('wait'), asked(1), lacking(1))
      .when(step())
      .thenRefused('no_step_left');
    given(...asking({ rule: ruleWith({ chambers: ofChambers }) }), lacking(0, 'chamber_no_quorum'))
      .when(step())
      .thenRefused('no_step_left');
  });

  test('[D5][D11] begin anew with new words, and do not with a rung', () => {
    const words = { id: id(91), text: 'x' };
    const anew: MeetingEvent = { type: 'text.reopened', decisionId, reason: words };
    expect(decisionIn([...thrice, anew]).quorumSteps).toEqual([]);
    const down: MeetingEvent = {
      type: 'rung.descended',
      decisionId,
      from: 'consent',
      to: 'vote',
      reason: words,
    };
    expect(decisionIn([...thrice, down]).quorumSteps.length).toBe(2);
  });
});

describe('going on with those who are here', () => {
  const full = ruleWith({
    ladder: ['consent', 'qualified', 'vote'],
    quorum,
    chambers: ofChambers,
    qualified: { majority, supportFrom: 2, chambers: ofChambers },
  });
  const proceeding: Entry[] = [
    ...asking({ rule: full }),
    lacking(),
    stepped('wait'),
    asked(1),
    lacking(1),
    stepped('reconvene'),
    asked(2),
    lacking(2),
    stepped('proceed'),
  ];
  const open = { type: 'poll.open' as const, decisionId };

  test('[D11] asks by the rule without any quorum, also of a chamber', () => {
    const [event] = given(...proceeding).when(open).events;
    if (event?.type !== 'poll.opened') throw new Error('not opened');
    const bare = chambers.map((chamber) => ({ id: chamber.id, majority }));
    expect(event.rule).toEqual({
      ...full,
      quorum: null,
      chambers: bare,
      qualified: { majority, supportFrom: 2, chambers: bare },
    });
    expect(
      ruleProblems(
        event.rule,
        chambers.map((chamber) => chamber.id),
      ),
    ).toEqual([]);
    expect(ruleInForce(decisionIn(proceeding.slice(0, -1)))).toEqual(full);
    expect(decisionIn(proceeding).rule).toEqual(full);
  });

  test('[D11] lets few decide what the count lacked its quorum for', () => {
    const one = { gathered: { ballots: [ballot(who.participant, {})], hashBox, present: new Set<string>() } };
    const close = { type: 'poll.close' as const, pollId: id(603) };
    const [without] = given(...thrice.slice(0, -1)).when(close, one).events;
    expect(without).toMatchObject({ passes: false, tally: { reasons: [{ code: 'no_quorum' }] } });
    const { events } = given(...thrice, stepped('proceed')).when(open);
    const last = given(...thrice, stepped('proceed'), ...events).when({ ...close, pollId: id(9001) }, one);
    expect(last.events[0]).toMatchObject({ passes: true });
    expect(Object.values(last.meeting.polls).map(lackedQuorum)).toEqual([true, true, true, false]);
  });
});
