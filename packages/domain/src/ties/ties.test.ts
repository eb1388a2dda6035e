/** Ties, and the acts that break them: the chair's casting vote, the lot, a second vote. */
import type { DecisionRule, VoteTally } from '@mufakat/tally';
import { describe, expect, test } from 'vitest';
import type { MeetingEvent } from '../meeting-events';
import {
  asking,
  at,
  ballot,
  closed,
  counted,
  decisionId,
  drafted,
  frozen,
  given,
  hashBox,
  id,
  lot,
  opened,
  pollId,
  pollOpened,
  ruleWith,
  voting,
  who,
  type Entry,
} from '../testing';
import { revoteFrom } from './views';

const hourMs = 3_600_000;
const chair = ruleWith({ ladder: ['vote'], tie: { kind: 'chair' } });
const byLot = ruleWith({ ladder: ['vote'], tie: { kind: 'lot' } });
const revote = ruleWith({ ladder: ['vote'], tie: { kind: 'revote', afterHours: 24 } });
const published = { lot: { id: lot.id, hash: lot.hash } };

const cast = { type: 'tie.cast' as const, pollId, choice: 'yes' as const };
const draw = { type: 'tie.draw' as const, pollId };
const open = { type: 'poll.open' as const, decisionId };
const decide = { type: 'decision.decide' as const, decisionId, outcome: 'decided' as const, statement: '' };
const setAside = { ...decide, outcome: 'not-decided' as const, statement: 'belum' };
const seeds = { gathered: { ...published, lotSeed: lot.seed } };
const voided: MeetingEvent = { type: 'poll.voided', pollId, reason: { id: id(92), text: 'salah tutup' } };
const paused: MeetingEvent = {
  type: 'meeting.paused',
  kind: 'break',
  reason: { id: id(90), text: '' },
  until: at(200),
};
const setAsideAlready: MeetingEvent = {
  type: 'decision.decided',
  decisionId,
  outcome: 'not-decided',
  rung: 'vote',
  pollId,
  statement: { id: id(91), text: 'belum' },
};

const tied = (rule: DecisionRule, ...more: readonly Entry[]): ReturnType<typeof given> =>
  given(
    ...voting({ rule, ...(rule === byLot ? published : {}) }),
    { event: counted(rule, 2, 2), at: at(50) },
    ...more,
  );

describe('the casting vote', () => {
  test('[D12] of a chair breaks a tie after the count, and the motion passes or fails by it', () => {
    const by = who.chair;
    tied(chair)
      .when(cast)
      .then([{ type: 'tie.settled', pollId, choice: 'yes', by }]);
    const yes = tied(chair).when(cast, { now: at(60) }).meeting.polls[pollId]?.count;
    expect(yes).toMatchObject({
      passes: true,
      tally: { outcome: 'passes', passes: true, tie: { state: 'chair-yes' }, reasons: [] },
      tieBreak: { by: 'chair', choice: 'yes', personId: who.chair, at: at(60) },
    });
    const no = tied(chair).when({ ...cast, choice: 'no' }).meeting.polls[pollId]?.count;
    expect(no).toMatchObject({ passes: false, tally: { outcome: 'fails', tie: { state: 'chair-no' } } });
  });

  test('[D12] lets it be declared decided', () => {
    tied(chair).when(decide).thenRefused('poll_not_passed');
    const broken: MeetingEvent = { type: 'tie.settled', pollId, choice: 'yes', by: who.chair };
    expect(tied(chair, broken).when(decide).code).toBeNull();
    tied(chair, broken).when(setAside).thenRefused('poll_passed');
  });

  test('[D12] is given once, by a chair, in session, on the last count of a pending decision', () => {
    const broken: MeetingEvent = { type: 'tie.settled', pollId, choice: 'no', by: who.chair };
    tied(chair, broken).when(cast).thenRefused('no_tie');
    tied(chair).when(cast, { by: who.facilitator }).thenRefused('not_allowed');
    tied(chair)
      .when({ ...cast, pollId: id(5) })
      .thenRefused('poll_unknown');
    tied(chair, paused).when(cast).thenRefused('meeting_paused');
    tied(chair, setAsideAlready).when(cast).thenRefused('decision_over');
    tied(chair, pollOpened({ pollId: id(602), rung: 'vote', rule: chair }))
      .when(cast)
      .thenRefused('no_tie');
    tied(chair, voided).when(cast).thenRefused('no_tie');
    given(...voting({ rule: chair }))
      .when(cast)
      .thenRefused('no_tie');
  });

  test('[D12] there is none where the rule gives none, or nothing is tied', () => {
    tied(ruleWith({ ladder: ['vote'] }))
      .when(cast)
      .thenRefused('no_tie');
    tied(byLot).when(cast).thenRefused('no_tie');
    given(...voting({ rule: chair }), counted(chair, 1, 2))
      .when(cast)
      .thenRefused('no_tie');
    given(...asking(), closed(false))
      .when(cast)
      .thenRefused('no_tie');
  });
});

describe('the lot', () => {
  test('[D13] has the hash of its seed told when a vote opens, and only then', () => {
    const ready = (rule: DecisionRule): Entry[] => [...opened(), drafted({ rule }), frozen()];
    const [event] = given(...ready(byLot)).when(open, seeds).events;
    expect(event).toMatchObject({ type: 'poll.opened', lot: published.lot });
    for (const rule of [chair, ruleWith({ ladder: ['consent', 'vote'], tie: { kind: 'lot' } })]) {
      const [other] = given(...ready(rule)).when(open, seeds).events;
      expect(other).not.toHaveProperty('lot');
    }
  });

  test('[D13] falls as anyone can draw it again from the seed that is then told', () => {
    tied(byLot)
      .when(draw, seeds)
      .then([{ type: 'tie.drawn', pollId, choice: 'yes', seed: lot.seed }]);
    const odd = { gathered: { lotSeed: `${lot.seed.slice(0, -1)}5` } };
    const count = tied(byLot).when(draw, odd).meeting.polls[pollId]?.count;
    expect(count).toMatchObject({
      passes: false,
      tally: { outcome: 'fails', tie: { state: 'lot-no' } },
      tieBreak: { by: 'lot', choice: 'no' },
    });
    tied(chair).when(draw, seeds).thenRefused('no_tie');
    tied(byLot)
      .when(draw, { gathered: { lotSeed: 'lost' } })
      .thenRefused('lot_lost');
  });

  test('[D13] is drawn before the room is asked again, goes down a rung, or anything is declared', () => {
    const two = { ...byLot, ladder: ['qualified' as const, 'vote' as const], qualified: byLot };
    tied(byLot).when(open, seeds).thenRefused('lot_waits');
    tied(byLot).when(setAside).thenRefused('lot_waits');
    const drawn: MeetingEvent = { type: 'tie.drawn', pollId, choice: 'no', seed: lot.seed };
    expect(tied(byLot, drawn).when(setAside).code).toBeNull();
    const above = [...asking({ rung: 'qualified', rule: two, ...published }), counted(byLot, 2, 2)];
    given(...above)
      .when({ type: 'rung.descend', decisionId, reason: 'belum' })
      .thenRefused('lot_waits');
  });
});

describe('a second vote', () => {
  const again = pollOpened({ pollId: id(602), rung: 'vote', rule: { ...revote, tie: { kind: 'fails' } } });
  const second = counted({ ...revote, tie: { kind: 'fails' } }, 2, 2, id(602));
  const from = at(50) + 24 * hourMs;

  test('[D14] opens no earlier than the hours of the rule after the close of the first', () => {
    tied(revote)
      .when(open, { now: from - 1 })
      .thenRefused('revote_too_early');
    expect(tied(revote).when(open, { now: from }).code).toBeNull();
    const { state } = tied(revote);
    if (state.status !== 'planned') throw new Error('unplanned');
    expect(revoteFrom(state, state.decisions[decisionId]!)).toBe(from);
  });

  test('[D14] knows no third: a tie fails by its rule, and the wording falls', () => {
    const [event] = tied(revote).when(open, { now: from }).events;
    expect(event).toMatchObject({ type: 'poll.opened', rule: { ...revote, tie: { kind: 'fails' } } });
    tied(revote, again, second)
      .when(open, { now: from + hourMs })
      .thenRefused('tied_twice');
    expect(tied(revote, again, second).when(setAside).code).toBeNull();
    const mended = { type: 'text.reopen' as const, decisionId, reason: 'diperbaiki' };
    expect(tied(revote, again, second).when(mended).code).toBeNull();
  });

  test('[D14] is asked for by no count that was made void', () => {
    const [event] = tied(revote, voided).when(open, { now: at(60) }).events;
    expect(event).toMatchObject({ type: 'poll.opened', rule: revote });
  });

  test('[D14] may be taken once more where the second failed for something else too', () => {
    const lacking = closed(false, { pollId: id(602), tally: { ...tallyOf(second), reasons: noQuorum } });
    expect(tied(revote, again, lacking).when(open, { now: from + hourMs }).code).toBeNull();
  });

  const noQuorum = [
    { code: 'no_quorum' as const, chamber: null },
    { code: 'tied' as const, chamber: null },
  ];
  function tallyOf(event: MeetingEvent): VoteTally {
    if (event.type !== 'poll.closed' || event.tally.method !== 'yes-no-abstain') throw new Error('no vote');
    return event.tally;
  }
});

test('[L4] a break of a tie that there is not changes nothing', () => {
  const decided = given(...voting({ rule: chair }), counted(chair, 3, 1));
  const after = given(...voting({ rule: chair }), counted(chair, 3, 1), {
    type: 'tie.settled',
    pollId,
    choice: 'no',
    by: who.chair,
  });
  expect(after.state).toEqual(decided.state);
});

test('[B14] the whole way: opened, cast, counted, broken, declared', () => {
  const voters = [who.officeDelegate, who.societyDelegate, who.companyDelegate, who.villageDelegate];
  const ballots = voters.map((voter, i) => ballot(voter, i < 2 ? 'yes' : 'no'));
  const close = { type: 'poll.close' as const, pollId };
  const done = given(...voting({ rule: chair })).when(close, {
    gathered: { ballots, hashBox, present: new Set(voters) },
  });
  expect(done.meeting.polls[pollId]?.count).toMatchObject({ passes: false, tally: { outcome: 'tied' } });
  expect(
    given(...voting({ rule: chair }), ...done.events).when(cast).meeting.polls[pollId]?.count,
  ).toMatchObject({
    turnout: 4,
    passes: true,
  });
});
