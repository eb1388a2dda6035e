import { describe, expect, test } from 'vitest';
import type { MeetingEvent } from '../meeting-events';
import type { Decision } from '../meeting/state';
import {
  asking,
  at,
  closed,
  decisionId,
  drafted,
  fold,
  frozen,
  frozenText,
  gathered,
  given,
  id,
  opened,
  pollId,
  pollOpened,
  ruleWith,
  who,
  type Entry,
} from '../testing';
import { isWordingOpen, nextRung } from './views';

const draft = {
  type: 'decision.draft' as const,
  title: 'Jalan diperbaiki bersama',
  itemId: null,
  rule: null,
  electorate: null,
  wording: null,
};
const freeze = { type: 'text.freeze' as const, decisionId };
const reopen = { type: 'text.reopen' as const, decisionId, reason: 'salah tulis' };
const descend = { type: 'rung.descend' as const, decisionId, reason: 'belum bertemu' };
const decide = { type: 'decision.decide' as const, decisionId, outcome: 'decided' as const, statement: '' };
const refuse = { ...decide, outcome: 'not-decided' as const, statement: 'belum bertemu' };
const makeVoid = { type: 'decision.void' as const, decisionId, reason: 'keliru' };
const how = { gathered: { text: frozenText } };

const words = (text: string) => ({ id: id(9001), text });
const paused: MeetingEvent = {
  type: 'meeting.paused',
  kind: 'break',
  reason: { id: id(90), text: '' },
  until: at(200),
};
const decided: MeetingEvent = {
  type: 'decision.decided',
  decisionId,
  outcome: 'decided',
  rung: 'consent',
  pollId,
  statement: words(''),
};
const voided: MeetingEvent = { type: 'decision.voided', decisionId, reason: words('keliru') };
const reopened: MeetingEvent = { type: 'text.reopened', decisionId, reason: words('salah') };
const descended: MeetingEvent = {
  type: 'rung.descended',
  decisionId,
  from: 'consent',
  to: 'vote',
  reason: words('belum'),
};

function decisionIn(...entries: Entry[]): Decision {
  const state = fold(entries);
  if (state.status === 'unplanned') throw new Error('unplanned');
  return state.decisions[decisionId]!;
}

describe('drafting', () => {
  test("[D1] takes the meeting's rule and electorate unless it brings its own, also before the opening", () => {
    const rule = ruleWith({ ladder: ['vote'] });
    given(...gathered({ electorate: 'partner' }))
      .when(draft)
      .then([drafted({ decisionId: id(9001), itemId: null, electorate: 'partner' })]);
    given(...gathered())
      .when({ ...draft, rule, electorate: 'partner' })
      .then([drafted({ decisionId: id(9001), itemId: null, rule, electorate: 'partner' })]);
  });

  test('[D1] refuses a rule that cannot be counted and an item that is not adopted', () => {
    const rule = ruleWith({ ladder: ['qualified'], qualified: null });
    given(...opened())
      .when({ ...draft, rule })
      .thenRefused('rule_invalid');
    given(...gathered())
      .when({ ...draft, itemId: id(402) })
      .thenRefused('item_unknown');
    expect(given(...opened()).when({ ...draft, itemId: id(402) }).code).toBeNull();
  });
});

describe('the wording', () => {
  test('[D2] is frozen as it stands, once and not empty', () => {
    given(...opened(), drafted())
      .when(freeze, how)
      .then([frozen()]);
    given(...opened(), drafted(), frozen())
      .when(freeze, how)
      .thenRefused('text_frozen');
    given(...opened(), drafted())
      .when(freeze, { gathered: { text: { ...frozenText, plain: ' \n' } } })
      .thenRefused('text_empty');
  });

  test('[D3] is reopened with a reason, and not while it is asked about', () => {
    given(...opened(), drafted(), frozen())
      .when(reopen)
      .then([{ type: 'text.reopened', decisionId, reason: words('salah tulis') }]);
    given(...opened(), drafted(), frozen())
      .when({ ...reopen, reason: '' })
      .thenRefused('reason_needed');
    given(...opened(), drafted())
      .when(reopen)
      .thenRefused('text_not_frozen');
    given(...asking())
      .when(reopen)
      .thenRefused('poll_open');
    expect(given(...asking(), closed(true)).when(reopen).code).toBeNull();
  });

  test('[D4] keeps as a proposal what was written offline into it', () => {
    const propose = { type: 'text.propose' as const, decisionId, base: frozenText.hash, text: 'tambahan' };
    const proposed: MeetingEvent = {
      type: 'text.proposed',
      decisionId,
      proposalId: id(9001),
      base: frozenText.hash,
      text: { id: id(9002), text: 'tambahan' },
      by: who.participant,
    };
    const by = who.participant;
    const meeting = given(...opened(), drafted(), frozen());
    meeting.when(propose, { by }).then([proposed]);
    meeting.when({ ...propose, base: 'b'.repeat(64) }, { by }).thenRefused('text_changed_since');
    given(...opened(), drafted())
      .when(propose, { by })
      .thenRefused('text_not_frozen');
    given(...asking(), paused)
      .when(propose, { by })
      .then([proposed]);
  });

  test('[D5] once reopened is a new version, asked about anew from the first rung', () => {
    const history = [...asking(), closed(false), descended, reopened];
    const decision = decisionIn(...history);
    expect(decision).toMatchObject({ rung: 'consent', text: { status: 'open', version: 2 } });
    expect([isWordingOpen(decision), nextRung(decision)]).toEqual([true, 'vote']);
    given(...history)
      .when(descend)
      .thenRefused('poll_missing');
    const again = given(...asking(), closed(true), reopened);
    again.when(freeze, how).then([frozen(2)]);
    again.when(decide).thenRefused('poll_missing');
    given(...asking(), closed(true), reopened, frozen(2))
      .when(decide)
      .thenRefused('poll_missing');
    const { events } = given(...asking(), closed(true), reopened, frozen(2)).when({
      type: 'poll.open',
      decisionId,
    });
    expect(events[0]).toMatchObject({ rung: 'consent' });
  });
});

describe('the ladder', () => {
  test('[D6] leads down one rung, with a reason, after the room was asked and the rule was not met', () => {
    given(...asking(), closed(false))
      .when(descend)
      .then([{ ...descended, reason: words('belum bertemu') }]);
    given(...asking())
      .when(descend)
      .thenRefused('poll_open');
    given(...opened(), drafted(), frozen())
      .when(descend)
      .thenRefused('poll_missing');
    given(...asking(), closed(true))
      .when(descend)
      .thenRefused('poll_passed');
    given(...asking(), closed(false))
      .when({ ...descend, reason: '' })
      .thenRefused('reason_needed');
    given(...asking(), closed(false), descended)
      .when(descend)
      .thenRefused('poll_missing');
    const last = ruleWith({ ladder: ['consent'] });
    given(...asking({ rule: last }), closed(false))
      .when(descend)
      .thenRefused('no_rung_left');
  });
});

describe('the outcome', () => {
  test('[D7] is decided only by a poll on this very text that passed', () => {
    given(...asking(), closed(true))
      .when(decide)
      .then([{ ...decided, statement: words('') }]);
    given(...asking(), closed(false))
      .when(decide)
      .thenRefused('poll_not_passed');
    given(...opened(), drafted(), frozen())
      .when(decide)
      .thenRefused('poll_missing');
    given(...asking())
      .when(decide)
      .thenRefused('poll_open');
    given(...asking(), closed(false), descended)
      .when(decide)
      .thenRefused('poll_missing');
  });

  test('[D7] is not decided with a reason, and never against a poll that passed', () => {
    given(...asking(), closed(false))
      .when(refuse)
      .then([{ ...decided, outcome: 'not-decided', statement: words('belum bertemu') }]);
    expect(given(...opened(), drafted()).when(refuse).events[0]).toMatchObject({ pollId: null });
    given(...asking(), closed(false))
      .when({ ...refuse, statement: '' })
      .thenRefused('reason_needed');
    given(...asking(), closed(true))
      .when(refuse)
      .thenRefused('poll_passed');
  });

  test('[D8] is made void with a reason, also after it was taken, but not while it is asked or in a pause', () => {
    const event: MeetingEvent = { type: 'decision.voided', decisionId, reason: words('keliru') };
    given(...asking(), closed(true), decided)
      .when(makeVoid)
      .then([event]);
    given(...gathered(), drafted())
      .when(makeVoid)
      .then([event]);
    given(...asking())
      .when(makeVoid)
      .thenRefused('poll_open');
    given(...opened(), drafted(), paused)
      .when(makeVoid)
      .thenRefused('meeting_paused');
    given(...opened(), drafted())
      .when({ ...makeVoid, reason: '' })
      .thenRefused('reason_needed');
    given(...opened(), drafted(), voided)
      .when(makeVoid)
      .thenRefused('decision_over');
  });

  const roomActs = [freeze, reopen, descend, decide, refuse];

  test('[D9] ends what can be done with a decision', () => {
    const propose = { type: 'text.propose' as const, decisionId, base: frozenText.hash, text: 'tambahan' };
    for (const command of [...roomActs, propose]) {
      given(...asking(), closed(true), decided)
        .when(command, how)
        .thenRefused('decision_over');
      given(...opened())
        .when(command, how)
        .thenRefused('decision_unknown');
    }
    given(...opened())
      .when(makeVoid)
      .thenRefused('decision_unknown');
  });

  test('[D10] is the work of the room in session, as are freezing, reopening and descending', () => {
    for (const command of roomActs) {
      given(...asking(), closed(false), paused)
        .when(command, how)
        .thenRefused('meeting_paused');
      given(...gathered(), drafted())
        .when(command, how)
        .thenRefused('not_open');
    }
  });
});

test('[L7] a decision is asked about by one poll at a time', () => {
  given(...asking())
    .when({ type: 'poll.open', decisionId })
    .thenRefused('poll_open');
  const { meeting } = given(...asking(), closed(false)).when({ type: 'poll.open', decisionId });
  expect(meeting.decisions[decisionId]?.polls).toEqual([pollId, id(9001)]);
  expect(pollOpened().rung).toBe('consent');
});
