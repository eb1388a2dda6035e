import { expect, it } from 'vitest';
import { meetingsByPhase } from './meetings-by-phase';

it('groups meetings, the next and the latest first', () => {
  const rows = [
    { id: 'c1', startsAt: 1, phase: 'closed' },
    { id: 'p2', startsAt: 9, phase: 'planned' },
    { id: 'c2', startsAt: 2, phase: 'closed' },
    { id: 'p1', startsAt: 8, phase: 'lobby' },
    { id: 'n', startsAt: 5, phase: 'paused' },
  ];
  expect(
    meetingsByPhase(rows).map(({ group, meetings }) => [group, ...meetings.map(({ id }) => id)]),
  ).toEqual([
    ['now', 'n'],
    ['planned', 'p1', 'p2'],
    ['closed', 'c2', 'c1'],
  ]);
  expect(meetingsByPhase([])).toEqual([]);
});
