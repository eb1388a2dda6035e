/** The invitation changed before the opening, a hasty close undone, and the course that the minutes tell. */
import { describe, expect, test } from 'vitest';
import { limits } from '../limits';
import type { MeetingEvent } from '../meeting-events';
import { agenda, asking, at, closed, fold, gathered, given, id, opened, planCommand, who } from '../testing';

const { title, startsAt, timeZone, place, callUrl } = planCommand;
const notice = { title, startsAt, timeZone, place, callUrl };
const change = { ...notice, type: 'meeting.change' as const, place: 'Sekolah Aur' };
const over: MeetingEvent = { type: 'meeting.closed' };
const reopen = { type: 'meeting.reopen' as const, reason: 'ditutup terlalu cepat' };
const words = (text: string) => ({ id: id(9001), text });

describe('the invitation', () => {
  test('[M13] changes until the opening, in any of what stands on it', () => {
    const door: MeetingEvent = { type: 'door.opened', code: 'ABCDEF', until: at(200) };
    for (const before of [gathered(), [...gathered(), door]]) {
      const { meeting, then } = given(...before).when(change, { by: who.facilitator });
      then([{ ...notice, type: 'meeting.changed', place: 'Sekolah Aur' }]);
      expect(meeting.plan).toMatchObject({ place: 'Sekolah Aur', title, kind: 'working' });
    }
    const others = [
      { title: 'Lain' },
      { startsAt: at(60) },
      { timeZone: 'Asia/Makassar' },
      { callUrl: 'https://meet.example.org/aur' },
    ];
    for (const other of others) {
      const { meeting } = given(...gathered()).when({ ...change, ...other });
      expect(meeting.plan).toMatchObject(other);
    }
  });

  test('[M13] changes in something, not into the past, and not once the meeting has begun', () => {
    const paused: MeetingEvent = { type: 'meeting.paused', kind: 'break', reason: words(''), until: at(200) };
    given(...gathered())
      .when({ ...change, place })
      .thenRefused('nothing_changes');
    given(...gathered())
      .when({ ...change, startsAt: at(100) - 25 * 3_600_000 })
      .thenRefused('starts_in_the_past');
    given(...opened())
      .when(change)
      .thenRefused('already_open');
    given(...opened(), paused)
      .when(change)
      .thenRefused('already_open');
    given(...opened(), over)
      .when(change)
      .thenRefused('meeting_closed');
  });
});

describe('a close', () => {
  const closedAt = { event: over, at: at(60) };
  const now = at(60) + limits.reopenWithinMs;

  test('[M15] is undone by a chair, with a reason and soon', () => {
    const meeting = given(...opened(), closedAt);
    meeting.when(reopen, { now }).then([{ type: 'meeting.reopened', reason: words(reopen.reason) }]);
    meeting.when(reopen, { now: now + 1 }).thenRefused('too_late_to_reopen');
    meeting.when({ ...reopen, reason: '' }, { now }).thenRefused('reason_needed');
    for (const by of [who.facilitator, who.secretary, who.operator]) {
      meeting.when(reopen, { now, by }).thenRefused('not_allowed');
    }
    for (const before of [gathered(), opened()]) {
      given(...before)
        .when(reopen)
        .thenRefused('not_closed');
    }
  });

  test('[M15] leaves the room in session, its door shut and no item running, and is undone again if need be', () => {
    const door: MeetingEvent = { type: 'door.opened', code: 'ABCDEF', until: at(200) };
    const started: MeetingEvent = { type: 'item.started', item: agenda[0]! };
    const history = [...opened(), door, started, closedAt];
    const { meeting } = given(...history).when(reopen, { now });
    expect(meeting).toMatchObject({ phase: { status: 'open', since: now }, door: { status: 'shut' } });
    expect(meeting.agenda.running).toBeNull();
    const reopened: MeetingEvent = { type: 'meeting.reopened', reason: words('x') };
    const twice = given(...history, { event: reopened, at: at(70) }, { event: over, at: at(80) });
    expect(twice.when(reopen, { now: at(80) + limits.reopenWithinMs }).code).toBeNull();
  });

  test('[M15] that was undone lets what was pending go on', () => {
    const reopened: MeetingEvent = { type: 'meeting.reopened', reason: words('x') };
    const decide = { type: 'decision.decide' as const, outcome: 'decided' as const, statement: '' };
    const [decisionId] = Object.keys(stateOf(asking()).decisions);
    expect(
      given(...asking(), closed(true), over, reopened).when({ ...decide, decisionId: decisionId! }).code,
    ).toBeNull();
  });
});

function stateOf(events: Parameters<typeof fold>[0]) {
  const state = fold(events);
  if (state.status === 'unplanned') throw new Error('unplanned');
  return state;
}

test('[M16] the course of a meeting tells its turns in order, with the time', () => {
  const reason = { id: id(90), text: 'belum lengkap' };
  const { chair, secretary, facilitator } = who;
  const turns: MeetingEvent[] = [
    { type: 'meeting.opened' },
    { type: 'agenda.adopted', version: 1, items: agenda },
    { type: 'meeting.paused', kind: 'quorum', reason, until: at(200) },
    { type: 'attendance.signed', personId: chair },
    { type: 'meeting.resumed' },
    { type: 'chair.handed-over', from: chair, to: secretary },
    { type: 'chair.taken', from: [secretary], by: facilitator },
    { type: 'meeting.closed' },
    { type: 'meeting.reopened', reason },
  ];
  const log = turns.map((event, n) => ({ event, at: at(60 + n) }));
  expect(stateOf([...gathered(), ...log]).course).toEqual([
    { kind: 'opened', at: at(60) },
    { kind: 'agenda-adopted', at: at(61), version: 1 },
    { kind: 'paused', at: at(62), why: 'quorum', reason, until: at(200) },
    { kind: 'resumed', at: at(64) },
    { kind: 'chair-handed-over', at: at(65), from: chair, to: secretary },
    { kind: 'chair-taken', at: at(66), from: [secretary], by: facilitator },
    { kind: 'closed', at: at(67) },
    { kind: 'reopened', at: at(68), reason },
  ]);
});
