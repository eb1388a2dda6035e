import { expect, test } from 'vitest';
import type { MeetingEvent } from './meeting-events';
import { rightsOf, type Role } from './permissions';
import { asking, closed, fold, id, planned, seated, who } from './testing';
import { changesSightOf, isSeenByAll, isVisibleTo, type Viewer } from './visibility';

const viewer = (personId: string, role: Role): Viewer => ({
  personId,
  seat: 'held',
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

test('[V4] whoever waits sees the invitation, whether it has begun, and themselves, and nobody else', () => {
  const personId = id(700);
  const waiting: Viewer = { personId, seat: 'waiting', rights: rightsOf(['guest']) };
  const { title, startsAt, timeZone, place, callUrl } = planned();
  const reason = { id: id(90), text: 'rahasia' };
  const log: MeetingEvent[] = [
    ...asking(),
    { type: 'waiting-room.set', on: true },
    seated('guest', { personId, waits: true }),
    closed(true),
    { type: 'meeting.paused', kind: 'other', reason, until: 8e15 },
    { type: 'meeting.changed', title: `${title}!`, startsAt, timeZone, place, callUrl },
    { type: 'attendance.signed', personId: who.chair },
    ...links,
    { type: 'meeting.closed' },
    { type: 'meeting.reopened', reason },
  ];
  const seen = log.filter((event) => isVisibleTo(event, waiting));
  expect([...new Set(seen.map((event) => event.type))]).toEqual([
    'meeting.planned',
    'meeting.opened',
    'waiting-room.set',
    'person.seated',
    'meeting.changed',
    'meeting.closed',
    'meeting.reopened',
  ]);
  expect(fold(seen)).toMatchObject({
    plan: { title: `${title}!` },
    phase: { status: 'open' },
    people: { [personId]: { seat: 'waiting' } },
  });
  for (const name of ['chair', 'participant', 'guest'] as const) {
    expect(JSON.stringify(seen)).not.toContain(who[name]);
  }
  const mine: MeetingEvent[] = [
    { type: 'person.erased', personId, wordsIds: [] },
    { type: 'person.removed', personId, blocked: true },
  ];
  expect(mine.every((event) => isVisibleTo(event, waiting))).toBe(true);
});

test('[V3] what a viewer may not see leaves the rest of their fold as it is', () => {
  const whole = [...asking(), ...links.slice(0, 1)];
  const seen = whole.filter((event) => isVisibleTo(event, viewer(who.guest, 'guest')));
  expect(seen.length).toBe(whole.length - 1);
  const state = fold(whole);
  if (state.status === 'unplanned') throw new Error('unplanned');
  const participant = { ...state.people[who.participant]!, linkId: null };
  expect(fold(seen)).toEqual({ ...state, people: { ...state.people, [who.participant]: participant } });
});
