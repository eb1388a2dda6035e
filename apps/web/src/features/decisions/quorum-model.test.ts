import { lastPoll, type Decision, type Meeting, type MeetingEvent, type Poll } from '@mufakat/domain';
import {
  asking,
  at,
  chambers,
  closed,
  decisionId,
  fold,
  pollId,
  ruleWith,
  type Entry,
} from '@mufakat/domain/testing';
import { expect, it } from 'vitest';
import type { ClosedCount } from './decision-model';
import { isSecondCall, latestReturn, quorumLacks, quorumTurn, waitTimes } from './quorum-model';

const hourMs = 3_600_000;
const rule = ruleWith({
  quorum: {
    base: 'invited',
    atLeast: '2/3',
    strict: false,
    ifNot: [{ step: 'wait', hours: 3 }, { step: 'proceed' }],
  },
});
const count = closed(false);
const lacking: MeetingEvent = {
  ...count,
  tally: {
    ...count.tally,
    reasons: [{ code: 'no_quorum', chamber: null }],
    trace: [
      { check: 'quorum', chamber: null, have: 5, need: 8, of: 12, holds: false },
      { check: 'chamber-quorum', chamber: chambers[0]!.id, have: 0, need: 1, of: 3, holds: false },
      { check: 'chamber-quorum', chamber: chambers[1]!.id, have: 1, need: 1, of: 2, holds: true },
    ],
  },
};
const step = (kind: 'wait' | 'proceed'): MeetingEvent => ({
  type: 'quorum.stepped',
  decisionId,
  step: kind,
  until: kind === 'wait' ? at(200) : null,
});

function after(...then: Entry[]): { meeting: Meeting; decision: Decision; poll: Poll } {
  const ruled = asking().map((event) => (event.type === 'decision.drafted' ? { ...event, rule } : event));
  const meeting = fold([...ruled, ...then]) as Meeting;
  const decision = meeting.decisions[decisionId] as Decision;
  return { meeting, decision, poll: lastPoll(meeting, decision) as Poll };
}

it('says what was missing, of the whole and of an unsur', () => {
  const { meeting, poll } = after(lacking);
  expect(quorumLacks(meeting, poll.count as ClosedCount)).toEqual([
    { unit: null, have: 5, need: 8, of: 12 },
    { unit: chambers[0]!.name, have: 0, need: 1, of: 3 },
  ]);
});

it('offers the next step of the rule, one a count, and says when there is none', () => {
  const turn = (...then: Entry[]) => {
    const { decision, poll } = after(...then);
    return quorumTurn(decision, poll);
  };
  expect(turn(closed(true))).toEqual({ kind: 'met' });
  expect(turn(lacking)).toEqual({ kind: 'next', step: { step: 'wait', hours: 3 } });
  expect(turn(lacking, step('wait'))).toEqual({ kind: 'taken', step: 'wait' });
  const { decision, poll } = after(lacking, step('wait'), step('proceed'));
  const elsewhere = {
    ...decision,
    quorumSteps: decision.quorumSteps.map((one) => ({ ...one, pollId: null })),
  };
  expect(quorumTurn(elsewhere, poll)).toEqual({ kind: 'over' });
});

it('knows a question that is asked without the quorum of its rule', () => {
  const { decision, poll } = after(lacking);
  expect(isSecondCall(decision, { ...poll, rule })).toBe(false);
  expect(isSecondCall(decision, { ...poll, rule: { ...rule, quorum: null } })).toBe(true);
  expect(pollId).toBe(poll.id);
});

it('offers no time that the rule does not allow', () => {
  for (const hours of [1, 3, 72])
    for (const now of [at(0), at(0) + 1, at(3) + 299_999]) {
      const times = waitTimes(hours, now);
      expect(times.every((one) => one.at > now && one.at <= now + hours * hourMs)).toBe(true);
      expect(times.at(-1)!.minutes).toBe(hours * 60);
    }
  expect(latestReturn({ step: 'reconvene', days: 3 }, at(0))).toBe(at(0) + 72 * hourMs);
});
