/** The waiting room, being turned away and blocked. */
import { describe, expect, test } from 'vitest';
import type { MeetingEvent } from '../meeting-events';
import { asking, given, id, opened, pollId, seated, who } from '../testing';
import { decideBallot } from '../decide-ballot';
import { isVoter } from './views';

const [ani, budi, citra] = [id(701), id(702), id(703)];
const waiting = (personId: string) => seated('guest', { personId, waits: true });
const history: MeetingEvent[] = [
  ...opened(),
  { type: 'waiting-room.set', on: true },
  ...[ani, budi, citra].map(waiting),
];
const removed = (personId: string, blocked = false): MeetingEvent => ({
  type: 'person.removed',
  personId,
  blocked,
});

describe('the waiting room', () => {
  test('[M14] is switched on and off, and nobody is let in by that', () => {
    const set = (on: boolean) => ({ type: 'waiting-room.set' as const, on });
    given(...opened())
      .when(set(true), { by: who.operator })
      .then([set(true)]);
    given(...opened())
      .when(set(false))
      .thenRefused('nothing_changes');
    given(...history)
      .when(set(true))
      .thenRefused('nothing_changes');
    const { meeting } = given(...history).when(set(false));
    expect([meeting.waitingRoom, meeting.people.get(ani)?.seat]).toEqual([false, 'waiting']);
  });

  test('[M14] whoever waits has no right, seat or vote', () => {
    const late = seated('participant', { personId: ani, waits: true });
    const meeting = given(...asking(), late);
    meeting.when({ type: 'attendance.sign' }, { by: ani }).thenRefused('not_allowed');
    meeting.when({ type: 'link.issue', personId: ani }, { by: ani }).thenRefused('not_allowed');
    meeting.when({ type: 'link.issue', personId: ani }).thenRefused('person_unknown');
    const seat = { partnerId: null, roles: ['guest' as const], votes: false };
    meeting.when({ type: 'seat.change', personId: ani, ...seat }).thenRefused('person_unknown');
    if (meeting.state.status === 'unplanned') throw new Error('unplanned');
    expect(isVoter(meeting.state.people.get(ani)!)).toBe(false);
    const choice = { kind: 'vote', vote: 'yes' } as const;
    expect(decideBallot(meeting.state, { ballotId: id(1), pollId, choice }, ani)).toEqual({
      ok: false,
      code: 'not_on_the_roll',
    });
  });

  test('[P11] lets in together those who wait, each once', () => {
    const { meeting, then } = given(...history).when(
      { type: 'people.admit', personIds: [ani, ani, citra] },
      { by: who.operator },
    );
    then([{ type: 'people.admitted', personIds: [ani, citra] }]);
    expect([ani, budi, citra].map((one) => meeting.people.get(one)?.seat)).toEqual([
      'held',
      'waiting',
      'held',
    ]);
  });

  test('[P11] passes over those let in, or gone, meanwhile', () => {
    const meeting = given(...history, { type: 'people.admitted', personIds: [ani] }, removed(budi));
    meeting
      .when({ type: 'people.admit', personIds: [ani, budi, citra, id(5)] })
      .then([{ type: 'people.admitted', personIds: [citra] }]);
    meeting.when({ type: 'people.admit', personIds: [ani, budi, id(5)] }).thenRefused('person_unknown');
  });

  test('[P8] whoever waits may erase themselves, and nobody else', () => {
    const erase = { type: 'person.erase' as const, personId: ani };
    const { events, meeting } = given(...history).when(erase, { by: ani });
    expect(events.map((event) => event.type)).toEqual(['person.erased', 'person.removed']);
    expect(meeting.people.get(ani)?.seat).toBe('removed');
    given(...history)
      .when({ ...erase, personId: budi }, { by: ani })
      .thenRefused('not_allowed');
    given(...history)
      .when({ ...erase, personId: id(5) }, { by: id(5) })
      .thenRefused('person_unknown');
  });
});

describe('turning away', () => {
  const remove = (personId: string, block: boolean) => ({ type: 'person.remove' as const, personId, block });

  test('[P13] is the same act for who waits and who is in, and blocks where that is asked', () => {
    given(...history)
      .when(remove(ani, true), { by: who.operator })
      .then([removed(ani, true)]);
    given(...history, removed(ani, true))
      .when(remove(ani, true))
      .thenRefused('person_unknown');
    const { meeting } = given(...history).when(remove(who.guest, true));
    expect(meeting.people.get(who.guest)).toMatchObject({ seat: 'removed', blocked: true });
    expect(
      given(...history)
        .when(remove(who.guest, false))
        .meeting.people.get(who.guest)?.blocked,
    ).toBe(false);
  });

  test('[P13] is undone as far as the block goes, by those who let people in', () => {
    const unblock = { type: 'person.unblock' as const, personId: ani };
    const { meeting, then } = given(...history, removed(ani, true)).when(unblock, { by: who.operator });
    then([{ type: 'person.unblocked', personId: ani }]);
    expect(meeting.people.get(ani)).toMatchObject({ seat: 'removed', blocked: false });
    for (const last of [removed(ani), { type: 'people.admitted' as const, personIds: [ani] }]) {
      given(...history, last)
        .when(unblock)
        .thenRefused('person_unknown');
    }
  });
});
