/** Conflicts of interest: said before the room is asked, with what the rule makes of them. */
import { describe, expect, test } from 'vitest';
import type { MeetingEvent } from '../meeting-events';
import { decideBallot } from '../decide-ballot';
import { castersIn } from '../polls/casters-in';
import {
  ballot,
  counted,
  counting,
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
  voting,
  who,
  type Entry,
} from '../testing';

const leaves = ruleWith({
  ladder: ['vote'],
  majority: { base: 'roll', atLeast: '1/2', strict: true },
  conflicted: 'leave-the-base',
});
const { participant, chair, officeDelegate, villageDelegate, societyDelegate, companyDelegate } = who;
const declare = { type: 'conflict.declare' as const, decisionId, personId: participant, reason: '' };
const withdraw = { type: 'conflict.withdraw' as const, decisionId, personId: participant };
const declared = (personId = participant, by = personId): MeetingEvent => ({
  type: 'conflict.declared',
  decisionId,
  personId,
  reason: { id: id(95), text: 'ipar' },
  by,
});
const ready = (rule = leaves, electorate: 'person' | 'partner' = 'person'): Entry[] => [
  ...opened(),
  drafted({ rule, electorate }),
  frozen(),
];
const open = { type: 'poll.open' as const, decisionId };
const setAside: MeetingEvent = {
  type: 'decision.decided',
  decisionId,
  outcome: 'not-decided',
  rung: 'vote',
  pollId: null,
  statement: { id: id(91), text: 'belum' },
};

describe('a conflict of interest', () => {
  test('[D15] is declared by the person, or noted by a chair with a reason, once', () => {
    const room = given(...ready());
    const own = { reason: { id: id(9001), text: '' }, decisionId, personId: participant };
    room.when(declare, { by: participant }).then([{ type: 'conflict.declared', ...own, by: participant }]);
    room.when(declare).thenRefused('reason_needed');
    expect(room.when({ ...declare, reason: 'ipar' }).events).toMatchObject([{ by: chair }]);
    room.when({ ...declare, reason: 'ipar' }, { by: who.secretary }).thenRefused('not_allowed');
    room.when({ ...declare, personId: id(5), reason: 'ipar' }).thenRefused('person_unknown');
    room.when({ ...declare, decisionId: id(5) }, { by: participant }).thenRefused('decision_unknown');
    const after = given(...ready(), declared());
    after.when({ ...declare, reason: 'lagi' }).thenRefused('conflict_declared');
  });

  test('[D15] is said before the room is asked, while the decision is pending', () => {
    given(...ready(), pollOpened({ rule: leaves, rung: 'vote' }))
      .when(declare, { by: participant })
      .thenRefused('poll_open');
    given(...ready(), setAside)
      .when(declare, { by: participant })
      .thenRefused('decision_over');
  });

  test('[D16] is taken back by whoever said it', () => {
    const own = given(...ready(), declared());
    expect(own.when(withdraw, { by: participant }).meeting.decisions[decisionId]?.conflicts).toEqual([]);
    own.when(withdraw).thenRefused('not_allowed');
    const noted = given(...ready(), declared(participant, chair));
    expect(noted.when(withdraw).code).toBeNull();
    noted.when(withdraw, { by: participant }).thenRefused('not_allowed');
    given(...ready())
      .when(withdraw)
      .thenRefused('no_conflict');
    given(...ready(), declared(), pollOpened({ rule: leaves, rung: 'vote' }))
      .when(withdraw, { by: participant })
      .thenRefused('poll_open');
  });
});

describe('what the rule makes of it', () => {
  const close = { type: 'poll.close' as const, pollId };
  const vote = (by: string, state = fold([...voting({ rule: leaves, conflicted: [participant] })])) => {
    if (state.status !== 'planned') throw new Error('unplanned');
    return decideBallot(state, { ballotId: id(1), pollId, choice: { kind: 'vote', vote: 'yes' } }, by);
  };

  test('[D15] stands in the event that opens the poll where the rule takes them out, else nowhere', () => {
    const [out] = given(...ready(), declared()).when(open).events;
    expect(out).toMatchObject({ type: 'poll.opened', conflicted: [participant] });
    for (const entries of [[...ready()], [...ready(ruleWith({ ladder: ['vote'] })), declared()]]) {
      expect(given(...entries).when(open).events[0]).not.toHaveProperty('conflicted');
    }
  });

  test('[D15] they cast nothing, neither for themselves nor for their partner', () => {
    expect(vote(participant)).toEqual({ ok: false, code: 'conflict_declared' });
    expect(vote(officeDelegate)).toMatchObject({ ok: true });
    const forPartner = fold([...voting({ ...counting, rule: leaves, conflicted: [villageDelegate] })]);
    expect(vote(villageDelegate, forPartner)).toEqual({ ok: false, code: 'conflict_declared' });
  });

  test('[D15] a person leaves the base: of the four left three pass, two do not', () => {
    const votes = [officeDelegate, societyDelegate, companyDelegate];
    const count = (yes: number) => {
      const ballots = votes.slice(0, yes).map((voter) => ballot(voter, 'yes'));
      const gathered = { ballots, hashBox, present: new Set([participant]) };
      const [event] = given(...voting({ rule: leaves, conflicted: [participant] })).when(close, {
        gathered,
      }).events;
      return event;
    };
    expect(count(3)).toMatchObject({
      passes: true,
      electorate: { conflicted: [{ key: participant, present: true, attended: false }] },
      tally: { majority: { of: 4, need: 3 } },
    });
    expect(count(2)).toMatchObject({ passes: false });
  });

  test('[D15] nobody waits for their ballot', () => {
    const state = fold([...voting({ rule: leaves, conflicted: [participant] })]);
    if (state.status !== 'planned') throw new Error('unplanned');
    const keys = castersIn(state.polls[pollId]!).map(({ key }) => key);
    expect(keys).toHaveLength(4);
    expect(keys).not.toContain(participant);
  });

  test('[D15] a partner stays: it may send another delegate', () => {
    const polls = voting({ ...counting, rule: leaves, conflicted: [villageDelegate] });
    const gathered = { ballots: [], hashBox, present: new Set<string>() };
    const [event] = given(...polls).when(close, { gathered }).events;
    expect(event).toMatchObject({ tally: { majority: { of: 4 } } });
    expect(event).not.toHaveProperty('electorate.conflicted');
  });

  test('[D15] people with a conflict do not set the vote of their partner', () => {
    const people = [
      ...opened(),
      drafted({ rule: leaves, electorate: 'partner', partnerVote: 'majority' }),
      frozen(),
      declared(),
    ];
    const [event] = given(...people).when(open).events;
    const members = event?.type === 'poll.opened' ? event.people?.members : [];
    expect(members?.map(({ key }) => key)).not.toContain(participant);
    expect(members?.map(({ key }) => key)).toContain(villageDelegate);
  });

  test('[D15] a chair with a conflict has no casting vote', () => {
    const rule = { ...leaves, majority: { ...leaves.majority, base: 'yes+no' as const } };
    const tie = { ...rule, tie: { kind: 'chair' as const } };
    given(...voting({ rule: tie, conflicted: [chair] }), counted(tie, 2, 2))
      .when({ type: 'tie.cast', pollId, choice: 'yes' })
      .thenRefused('conflict_declared');
  });
});
