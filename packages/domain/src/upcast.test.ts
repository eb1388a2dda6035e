import { expect, test } from 'vitest';
import { eventVersion, raise, upcast } from './upcast';

test('[L5] an event of today passes as it is', () => {
  const body = { type: 'meeting.opened' };
  expect(upcast(eventVersion, 'meeting.opened', body)).toBe(body);
});

test('[L5] an old event goes through each step of its type, in order', () => {
  const steps = {
    1: { 'a.done': (body: Record<string, unknown>) => ({ ...body, path: '1' }) },
    2: { 'a.done': (body: Record<string, unknown>) => ({ ...body, path: `${String(body['path'])}2` }) },
  };
  expect(raise(steps, { from: 1, to: 4 }, 'a.done', {})).toEqual({ path: '12' });
  expect(raise(steps, { from: 2, to: 4 }, 'a.done', { path: 'x' })).toEqual({ path: 'x2' });
  expect(raise(steps, { from: 1, to: 4 }, 'b.done', {})).toEqual({});
});
