import type { Meeting } from '@mufakat/domain';
import { agenda, asking, at, closed, fold, id, opened, who, type Entry } from '@mufakat/domain/testing';
import { expect, it } from 'vitest';
import { awayMs, isToldUnasked, missedSince } from './missed';

const meetingOf = (entries: readonly Entry[]): Meeting => fold([...entries]) as Meeting;
const kinds = (meeting: Meeting, since: number | null): string[] =>
  missedSince(meeting, since).map((one) => (one.kind === 'course' ? one.moment.kind : one.kind));

it('tells who was never here everything since the beginning, in order of time', () => {
  const meeting = meetingOf([...asking(), closed(true)]);
  expect(kinds(meeting, null)).toContain('opened');
  expect(kinds(meeting, null)).toContain('decision-locked');
  const times = missedSince(meeting, null).map((one) => one.at);
  expect(times).toEqual([...times].sort((a, b) => a - b));
});

it('tells who comes back only what is after their last visit', () => {
  const before = meetingOf(asking());
  const last = Math.max(...missedSince(before, null).map((one) => one.at));
  expect(missedSince(before, last)).toEqual([]);
  const handed: Entry = { type: 'chair.handed-over', from: who.chair, to: who.facilitator };
  const after = meetingOf([...asking(), handed]);
  expect(missedSince(after, last)).toMatchObject([{ kind: 'course', moment: { kind: 'chair-handed-over' } }]);
});

it('says nothing unasked before the opening, shortly after it, or after a short while away', () => {
  const openedAt = (meeting: Meeting): number => meeting.course[0]?.at ?? 0;
  const meeting = meetingOf(opened());
  expect(isToldUnasked(meeting, null, openedAt(meeting) + awayMs)).toBe(false);
  expect(isToldUnasked(meeting, null, openedAt(meeting) + awayMs + 1)).toBe(true);
  expect(isToldUnasked(meeting, openedAt(meeting) + 1, openedAt(meeting) + awayMs)).toBe(false);
  const planned = meetingOf(opened().slice(0, 1));
  expect(isToldUnasked(planned, null, at(600))).toBe(false);
  const over = meetingOf([...opened(), { type: 'meeting.closed' }]);
  expect(isToldUnasked(over, null, at(600))).toBe(false);
});

it('names an item that was done by its title, and passes over one that is on the agenda no more', () => {
  const item = { ...agenda[0]!, title: 'Rumah guru' };
  const adopted: Entry = { type: 'agenda.adopted', version: 2, items: [item] };
  const done = meetingOf([...opened(), adopted, { type: 'item.started', item }, { type: 'meeting.closed' }]);
  expect(missedSince(done, null)).toContainEqual(
    expect.objectContaining({ kind: 'item-done', title: 'Rumah guru' }),
  );
  const gone = { ...done, agenda: { ...done.agenda, items: [{ ...item, id: id(999) }] } };
  expect(kinds(gone, null)).not.toContain('item-done');
});
