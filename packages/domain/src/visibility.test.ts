import { expect, test } from 'vitest';
import type { MeetingEvent } from './meeting-events';
import { rightsOf, type Role } from './permissions';
import { asking, closed, fold, id, who } from './testing';
import { changesSightOf, isSeenByAll, isVisibleTo, type Viewer } from './visibility';

const viewer = (personId: string, role: Role): Viewer => ({ personId, rights: rightsOf([role]) });
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
  expect(changesSightOf({ type: 'seat.changed', ...seat })).toBe(personId);
  expect(changesSightOf({ type: 'person.removed', personId })).toBe(personId);
  expect(changesSightOf({ type: 'meeting.opened' })).toBeNull();
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
