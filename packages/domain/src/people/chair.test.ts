/** The chair handed over, and taken when its line is gone. */
import { describe, expect, test } from 'vitest';
import { limits } from '../limits';
import type { MeetingEvent } from '../meeting-events';
import type { Role } from '../permissions';
import { at, gathered, given, id, opened, partners, planned, seated, who } from '../testing';
import { chairs, isVoter } from './views';

const { chair, facilitator, secretary, operator, participant, guest } = who;
const handOver = (to: string) => ({ type: 'chair.hand-over' as const, to });
const secondChair = seated('facilitator', { roles: ['chair', 'facilitator'] });
const paused: MeetingEvent = {
  type: 'meeting.paused',
  kind: 'break',
  reason: { id: id(90), text: '' },
  until: at(200),
};

describe('handing over', () => {
  test('[P14] gives the chair to someone with a seat, also by the last chair', () => {
    const { meeting, then } = given(...opened()).when(handOver(secretary));
    then([{ type: 'chair.handed-over', from: chair, to: secretary }]);
    expect(chairs(meeting).map((one) => one.id)).toEqual([secretary]);
    expect(meeting.people.get(secretary)?.roles).toEqual(['secretary', 'chair']);
    expect(meeting.people.get(chair)?.roles).toEqual(['participant']);
  });

  test('[P14] one of two chairs hands over their own', () => {
    const { meeting } = given(...opened(), secondChair).when(handOver(secretary), { by: facilitator });
    expect(chairs(meeting).map((one) => one.id)).toEqual([chair, secretary]);
    expect(meeting.people.get(facilitator)?.roles).toEqual(['facilitator']);
    given(...opened(), secondChair)
      .when(handOver(facilitator))
      .thenRefused('chair_already');
  });

  test('[P14] needs the chair oneself, and someone other with a seat', () => {
    const waiting = seated('guest', { personId: id(700), waits: true });
    const removed: MeetingEvent = { type: 'person.removed', personId: guest, blocked: false };
    const meeting = given(...opened(), waiting, removed);
    meeting.when(handOver(facilitator), { by: facilitator }).thenRefused('not_allowed');
    meeting.when(handOver(participant), { by: operator }).thenRefused('not_allowed');
    meeting.when(handOver(chair)).thenRefused('chair_already');
    for (const to of [id(700), guest, id(5)]) meeting.when(handOver(to)).thenRefused('person_unknown');
  });

  test('[P14] costs nobody their vote', () => {
    const voting = (...roles: Role[]) =>
      seated('chair', { roles, partnerId: partners.office.id, votes: true });
    const after = (...roles: Role[]) =>
      given(planned(), voting(...roles), seated('secretary'))
        .when(handOver(secretary))
        .meeting.people.get(chair)!;
    expect(after('chair', 'operator').roles).toEqual(['operator', 'participant']);
    expect(after('chair', 'delegate').roles).toEqual(['delegate']);
    expect(after('chair').roles).toEqual(['participant']);
    for (const roles of [['chair', 'operator'], ['chair', 'delegate'], ['chair']] as Role[][]) {
      expect(isVoter(after(...roles))).toBe(true);
    }
  });
});

describe('taking', () => {
  const take = { type: 'chair.take' as const };
  const gone = { gathered: { chairsAwayMs: limits.chairAwayMs } };

  test('[P15] is for a facilitator or the secretary, when the line of every chair is gone', () => {
    given(...opened())
      .when(take, { ...gone, by: facilitator })
      .then([{ type: 'chair.taken', from: [chair], by: facilitator }]);
    for (const by of [operator, participant, guest]) {
      given(...opened())
        .when(take, { ...gone, by })
        .thenRefused('not_allowed');
    }
    given(...opened())
      .when(take, { by: facilitator, gathered: { chairsAwayMs: limits.chairAwayMs - 1 } })
      .thenRefused('chair_is_here');
    given(...opened(), secondChair)
      .when(take, { ...gone, by: facilitator })
      .thenRefused('chair_already');
  });

  test('[P15] takes it from all of them', () => {
    const { meeting, then } = given(...opened(), secondChair).when(take, { ...gone, by: secretary });
    then([{ type: 'chair.taken', from: [chair, facilitator], by: secretary }]);
    expect(chairs(meeting).map((one) => one.id)).toEqual([secretary]);
    expect(meeting.people.get(chair)?.roles).toEqual(['participant']);
    expect(meeting.people.get(facilitator)?.roles).toEqual(['facilitator']);
  });

  test('[P15] is not for times at which nobody need be there', () => {
    const door: MeetingEvent = { type: 'door.opened', code: 'ABCDEF', until: at(9999) };
    const by = { ...gone, by: secretary };
    given(...gathered())
      .when(take, by)
      .thenRefused('not_open');
    given(...gathered({ startsAt: at(120) }), door)
      .when(take, { ...by, now: at(120) - 1 })
      .thenRefused('not_open');
    expect(
      given(...gathered({ startsAt: at(120) }), door).when(take, { ...by, now: at(120) }).code,
    ).toBeNull();
    given(...opened(), paused)
      .when(take, { ...by, now: at(200) - 1 })
      .thenRefused('meeting_paused');
    expect(given(...opened(), paused).when(take, { ...by, now: at(200) }).code).toBeNull();
    given(...opened(), { type: 'meeting.closed' })
      .when(take, by)
      .thenRefused('meeting_closed');
  });
});
