import { expect, test } from 'vitest';
import type { MeetingEvent } from './meeting-events';
import { rightsOf, type Role } from './permissions';
import { asking, closed, fold, id, planned, seated, who } from './testing';
import { waitingView } from './people/waiting';
import { changesSightOf, isSeenByAll, isVisibleTo, type Viewer } from './visibility';

const viewer = (personId: string, role: Role): Viewer => ({
  personId,
  rights: rightsOf([role]),
});
const links: MeetingEvent[] = [
  { type: 'link.issued', personId: who.participant, linkId: id(77) },
  { type: 'link.revoked', personId: who.participant, linkId: id(77) },
];

test('[V1] links are seen by those who let people in and by whose they are', () => {
  for (const link of links) {
    expect(isVisibleTo(link, viewer(who.chair, 'chair'))).toBe(true);
    expect(isVisibleTo(link, viewer(who.operator, 'operator'))).toBe(true);
    expect(isVisibleTo(link, viewer(who.participant, 'participant'))).toBe(true);
    expect(isVisibleTo(link, viewer(who.societyDelegate, 'delegate'))).toBe(false);
    expect(isVisibleTo(link, viewer(who.screen, 'screen'))).toBe(false);
  }
});

test('[V1] everything else is seen by everyone', () => {
  const screen = viewer(who.screen, 'screen');
  expect([...asking(), closed(true)].every((event) => isVisibleTo(event, screen))).toBe(true);
});

test('[V1] what is said to be seen by all is seen by all, and what is not is hidden from someone', () => {
  const screen = viewer(who.screen, 'screen');
  for (const event of [...asking(), closed(true), ...links]) {
    expect(isSeenByAll(event.type), event.type).toBe(isVisibleTo(event, screen));
  }
});

test('[V2] sight changes with a seat', () => {
  const { guest: personId } = who;
  const seat = { personId, partnerId: null, roles: ['operator' as const], votes: false };
  expect(changesSightOf({ type: 'seat.changed', ...seat })).toEqual([personId]);
  expect(changesSightOf({ type: 'person.removed', personId, blocked: false })).toEqual([personId]);
  expect(changesSightOf({ type: 'meeting.opened' })).toEqual([]);
});

test('[V2] sight changes for those let in and for who gains or loses the chair', () => {
  const { guest, chair, secretary, facilitator } = who;
  expect(changesSightOf({ type: 'people.admitted', personIds: [guest, id(5)] })).toEqual([guest, id(5)]);
  expect(changesSightOf({ type: 'chair.handed-over', from: chair, to: secretary })).toEqual([
    chair,
    secretary,
  ]);
  const taken: MeetingEvent = { type: 'chair.taken', from: [chair, secretary], by: facilitator };
  expect(changesSightOf(taken)).toEqual([chair, secretary, facilitator]);
});

test('[V4] whoever waits sees where they wait, whether it has begun, and themselves, and nobody else', () => {
  const personId = id(700);
  const { title, startsAt, timeZone, place } = planned();
  const log: MeetingEvent[] = [
    ...asking(),
    { type: 'waiting-room.set', on: true },
    seated('guest', { personId, waits: true }),
    {
      type: 'meeting.changed',
      title: `${title}!`,
      startsAt,
      timeZone,
      place,
      callUrl: 'https://call.example',
    },
    ...links,
  ];
  const seen = (...more: MeetingEvent[]) => {
    const state = fold([...log, ...more]);
    if (state.status === 'unplanned') throw new Error('unplanned');
    return waitingView(state, personId);
  };
  expect(Object.keys(seen() ?? {}).sort()).toEqual(
    ['address', 'coalition', 'name', 'partner', 'phase', 'place', 'startsAt', 'timeZone', 'title'].sort(),
  );
  expect(seen()).toMatchObject({ title: `${title}!`, phase: 'open' });
  expect(seen({ type: 'meeting.closed' })).toMatchObject({ phase: 'closed' });
  for (const name of ['chair', 'participant', 'guest'] as const) {
    expect(JSON.stringify(seen())).not.toContain(who[name]);
  }
  expect(seen({ type: 'people.admitted', personIds: [personId] })).toBeNull();
  expect(seen({ type: 'person.removed', personId, blocked: true })).toBeNull();
});

test('[V3] what a viewer may not see leaves the rest of their fold as it is', () => {
  const whole = [...asking(), ...links.slice(0, 1)];
  const seen = whole.filter((event) => isVisibleTo(event, viewer(who.guest, 'guest')));
  expect(seen.length).toBe(whole.length - 1);
  const state = fold(whole);
  if (state.status === 'unplanned') throw new Error('unplanned');
  const participant = { ...state.people.get(who.participant)!, linkId: null };
  expect(fold(seen)).toEqual({ ...state, people: state.people.put(who.participant, participant) });
});
