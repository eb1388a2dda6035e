/** Goals of a coalition: begun, locked, opened as the next version, and carried from meeting to meeting. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limits } from '../limits';
import type { MeetingEvent } from '../meeting-events';
import type { CarriedGoal } from '../meeting/events';
import type { Goal, Meeting } from '../meeting/state';
import {
  at,
  coalition,
  fold,
  frozenGoal,
  gathered,
  given,
  goalDrafted,
  goalFrozen,
  goalId,
  id,
  opened,
  planCommand,
  who,
  type Entry,
} from '../testing';
import { isGoalOpen, latestGoals } from './views';

const draft = {
  type: 'goal.draft' as const,
  title: 'Tujuan bersama',
  languages: ['id' as const, 'en' as const],
};
const resume = { type: 'goal.resume' as const, goalId };
const freeze = { type: 'goal.freeze' as const, goalId };
const reopen = { type: 'goal.reopen' as const, goalId, reason: 'setahun sudah lewat' };
const how = { gathered: { goal: frozenGoal } };
const words = (text: string) => ({ id: id(9001), text });
const reopened: MeetingEvent = { type: 'goal.reopened', goalId, reason: words('lama') };
const resumed: MeetingEvent = { type: 'goal.resumed', goalId };
const paused: MeetingEvent = { type: 'meeting.paused', kind: 'break', reason: words(''), until: at(200) };

const { title, languages } = goalDrafted();
const open: CarriedGoal = { id: goalId, title, languages, version: 2, text: { status: 'open' } };
const locked: CarriedGoal = { ...open, text: { status: 'frozen', ...frozenGoal, at: at(1) } };

function meeting(...entries: Entry[]): Meeting {
  const state = fold(entries);
  if (state.status === 'unplanned') throw new Error('unplanned');
  return state;
}

const goalIn = (...entries: Entry[]): Goal => meeting(...entries).goals[goalId]!;

describe('beginning', () => {
  test('[G1] a goal has its languages, each once, and is begun also before the opening', () => {
    given(...gathered())
      .when({ ...draft, languages: ['id', 'en', 'id'] })
      .then([{ ...goalDrafted(), goalId: id(9001) }]);
    expect(goalIn(...gathered(), { event: goalDrafted(), at: at(50) })).toMatchObject({
      version: 1,
      text: { status: 'open' },
      home: 'here',
      changedAt: at(50),
    });
    expect(given(...opened(), paused).when(draft).code).toBeNull();
  });

  test('[G1] there are not too many', () => {
    const many = Array.from({ length: limits.goals }, (_, n): MeetingEvent => ({
      ...goalDrafted(),
      goalId: id(5000 + n),
    }));
    given(...opened(), ...many)
      .when(draft)
      .thenRefused('too_large');
    expect(given(...opened(), ...many.slice(1)).when(draft).code).toBeNull();
  });

  test('[G2] what another meeting left unlocked is resumed here, once', () => {
    given(...gathered({ goals: [open] }))
      .when(resume)
      .then([resumed]);
    given(...gathered({ goals: [open] }), resumed)
      .when(resume)
      .thenRefused('goal_here_already');
    given(...gathered(), goalDrafted())
      .when(resume)
      .thenRefused('goal_here_already');
    given(...gathered({ goals: [locked] }))
      .when(resume)
      .thenRefused('text_frozen');
    given(...gathered())
      .when(resume)
      .thenRefused('goal_unknown');
  });
});

describe('locking', () => {
  test('[G3] takes the clauses as they stand, in session', () => {
    given(...opened(), goalDrafted())
      .when(freeze, how)
      .then([goalFrozen()]);
    const refusals = [
      ['goal_unknown', opened()],
      ['not_open', [...gathered(), goalDrafted()]],
      ['meeting_paused', [...opened(), goalDrafted(), paused]],
      ['text_frozen', [...opened(), goalDrafted(), goalFrozen()]],
      ['goal_elsewhere', opened({ goals: [open] })],
    ] as const;
    for (const [code, log] of refusals) {
      given(...log)
        .when(freeze, how)
        .thenRefused(code);
    }
    given(...opened({ goals: [open] }), resumed)
      .when(freeze, how)
      .then([goalFrozen(2)]);
  });

  test('[G3] needs clauses, not too many, and words of each in each language', () => {
    const [clause] = frozenGoal.clauses;
    const [indonesian, english] = clause!.words;
    const attempt = (clauses: typeof frozenGoal.clauses) =>
      given(...opened(), goalDrafted()).when(freeze, { gathered: { goal: { ...frozenGoal, clauses } } });
    attempt([]).thenRefused('text_empty');
    attempt(Array.from({ length: limits.goalClauses + 1 }, () => clause!)).thenRefused('too_large');
    attempt([clause!, { ...clause!, words: [indonesian!] }]).thenRefused('clause_untranslated');
    attempt([{ ...clause!, words: [indonesian!, { ...english!, plain: ' \n' }] }]).thenRefused(
      'clause_untranslated',
    );
    const one = { ...goalDrafted(), languages: ['id' as const] };
    const goal = { ...frozenGoal, clauses: [{ ...clause!, words: [indonesian!] }] };
    expect(given(...opened(), one).when(freeze, { gathered: { goal } }).code).toBeNull();
  });

  test('[G4] is undone with a reason, as the next version; what was locked stays', () => {
    given(...opened(), goalDrafted(), goalFrozen())
      .when(reopen)
      .then([{ ...reopened, reason: words(reopen.reason) }]);
    given(...opened(), goalDrafted(), goalFrozen())
      .when({ ...reopen, reason: '' })
      .thenRefused('reason_needed');
    given(...opened(), goalDrafted())
      .when(reopen)
      .thenRefused('text_not_frozen');
    given(...gathered({ goals: [locked] }))
      .when(reopen)
      .thenRefused('not_open');
    given(...opened({ goals: [locked] }), paused)
      .when(reopen)
      .thenRefused('meeting_paused');
    const again = given(...opened(), goalDrafted(), { event: goalFrozen(), at: at(50) }, reopened).when(
      freeze,
      how,
    );
    again.then([goalFrozen(2)]);
    expect(again.meeting.goals[goalId]?.locked).toEqual([
      { version: 1, hash: frozenGoal.hash, at: at(50) },
      { version: 2, hash: frozenGoal.hash, at: at(100) },
    ]);
  });

  test('[G4] of another meeting is undone here too, and the goal is written from here then', () => {
    const { meeting: after } = given(...opened({ goals: [locked] })).when(reopen);
    expect(after.goals[goalId]).toMatchObject({ version: 3, home: 'here', text: { status: 'open' } });
    expect(isGoalOpen(after.goals[goalId]!)).toBe(true);
  });

  test('[G5] keeps as a proposal what was written offline into it', () => {
    const propose = {
      type: 'goal.propose' as const,
      goalId,
      clauseId: id(711),
      language: 'en' as const,
      base: frozenGoal.hash,
      text: 'addition',
    };
    const by = who.participant;
    const proposed: MeetingEvent = {
      ...propose,
      type: 'goal.proposed',
      proposalId: id(9001),
      text: { id: id(9002), text: 'addition' },
      by,
    };
    for (const log of [
      [...opened(), goalDrafted(), goalFrozen()],
      [...opened({ goals: [locked] }), paused],
    ]) {
      given(...log)
        .when(propose, { by })
        .then([proposed]);
    }
    const meetingWith = given(...opened({ goals: [locked] }));
    meetingWith.when({ ...propose, base: 'c'.repeat(64) }, { by }).thenRefused('text_changed_since');
    meetingWith.when(propose, { by: who.guest }).thenRefused('not_allowed');
    given(...opened(), goalDrafted())
      .when(propose, { by })
      .thenRefused('text_not_frozen');
    const after = goalIn(...opened({ goals: [locked] }), { event: proposed, by });
    expect([after.proposals.length, after.changedAt]).toEqual([1, null]);
  });
});

describe('from meeting to meeting', () => {
  test('[G6] a meeting starts with the goals as they were left, written elsewhere', () => {
    const planner = { name: 'Siti Aminah', address: 'Ibu', partnerId: null };
    const goals = latestGoals([meeting(...opened(), goalDrafted(), { event: goalFrozen(), at: at(50) })]);
    const gatheredNow = { streamId: id(3), coalition, planner, goals };
    const { events, meeting: next } = given().when(planCommand, { now: at(60), gathered: gatheredNow });
    const text = { status: 'frozen', ...frozenGoal, at: at(50) };
    expect(events[0]).toMatchObject({ goals: [{ id: goalId, version: 1, text }] });
    expect(next.goals[goalId]).toMatchObject({
      version: 1,
      text,
      home: 'elsewhere',
      changedAt: null,
      locked: [],
    });
    expect(isGoalOpen(goalIn(...opened({ goals: [open] })))).toBe(false);
    expect(isGoalOpen(goalIn(...opened({ goals: [open] }), resumed))).toBe(true);
  });

  test('[G6] a goal outlives the meeting that wrote it', () => {
    const carrier = meeting(...gathered({ goals: [locked] }));
    expect(latestGoals([carrier])).toEqual([locked]);
    expect(latestGoals([])).toEqual([]);
  });

  /** Meetings one after the other: each starts with what all before it left, and does something or nothing. */
  const actions: MeetingEvent[][] = [[], [resumed], [resumed, goalFrozen()], [goalFrozen()], [reopened]];
  const story = fc.array(fc.nat(actions.length - 1), { minLength: 1, maxLength: 6 });

  function meetingsOf(picks: readonly number[]): Meeting[] {
    return picks.reduce<Meeting[]>(
      (before, pick, n) => {
        const goals = latestGoals(before);
        const time = at(200 + 10 * n);
        const isLocked = goals[0]?.text.status === 'frozen';
        const events = (actions[pick] ?? []).filter((event) => (event.type === 'goal.reopened') === isLocked);
        const entries = events.map((event) => ({
          event: event.type === 'goal.frozen' ? goalFrozen(goals[0]?.version) : event,
          at: time,
        }));
        return [...before, meeting(...opened({ goals }), ...entries)];
      },
      [meeting(...opened(), goalDrafted())],
    );
  }

  test('[G6] the latest is found in whatever order meetings are asked, also when some are gone', () => {
    fc.assert(
      fc.property(story, fc.nat(), (picks, seed) => {
        const meetings = meetingsOf(picks);
        const [goal] = latestGoals(meetings);
        const last = meetings.at(-1)!.goals[goalId]!;
        expect(goal).toEqual({
          id: goalId,
          title: last.title,
          languages: last.languages,
          version: last.version,
          text: last.text,
        });
        const turn = seed % meetings.length;
        const turned = [...meetings.slice(turn), ...meetings.slice(0, turn)];
        expect(latestGoals(turned)).toEqual([goal]);
        expect(latestGoals(turned.toReversed())).toEqual([goal]);
        expect(latestGoals(meetings.slice(-1))).toEqual([goal]);
      }),
      { seed: 20260504 },
    );
  });

  test('[G6] where two meetings locked one version, the later stands; goals come by title', () => {
    const lockedAt = (minute: number, hash: string) =>
      meeting(...opened({ goals: [open] }), resumed, { event: { ...goalFrozen(2), hash }, at: at(minute) });
    const [early, late] = [lockedAt(50, 'f'.repeat(64)), lockedAt(60, 'c'.repeat(64))];
    for (const meetings of [
      [early, late],
      [late, early],
    ]) {
      expect(latestGoals(meetings)[0]?.text).toMatchObject({ hash: 'c'.repeat(64) });
    }
    const other: MeetingEvent = { ...goalDrafted(), goalId: id(5), title: 'Air bersih' };
    const titles = latestGoals([late, meeting(...opened(), other)]).map((goal) => goal.title);
    expect(titles).toEqual(['Air bersih', title]);
  });
});
