import type { Place } from '@mufakat/protocol';
import { expect, it } from 'vitest';
import { inOrder } from './places-order';

it('puts the next meeting first and the oldest last', () => {
  const now = Date.parse('2026-11-24T12:00:00Z');
  const place = (id: string, kind: Place['kind'], hours: number): Place => ({
    kind,
    id,
    title: id,
    at: now + hours * 3_600_000,
    roles: [],
  });
  const places = [
    place('old', 'meeting', -900),
    place('forum', 'coalition', -999),
    place('next week', 'meeting', 168),
    place('yesterday', 'meeting', -24),
    place('now', 'meeting', -2),
  ];
  expect(inOrder(places, now).map(({ id }) => id)).toEqual(['now', 'next week', 'forum', 'yesterday', 'old']);
});
