import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { openPointer } from './pointer';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function opened(mayPoint = true) {
  const doc = new Y.Doc();
  const right = { mayPoint };
  const pointer = openPointer(doc, () => right.mayPoint);
  const sent: unknown[] = [];
  const drawn: unknown[] = [];
  pointer.on('update', () => sent.push(pointer.getLocalState()));
  pointer.on('change', () => drawn.push(pointer.getLocalState()));
  return { doc, pointer, sent, drawn, right };
}

it('publishes nothing before one points', () => {
  const { pointer, sent } = opened();
  expect(pointer.getLocalState()).toBeNull();
  expect(sent).toEqual([]);
});

it('sends the first move at once, further ones five times a second, and the last always', () => {
  const { pointer, sent, drawn } = opened();
  for (let move = 1; move <= 40; move += 1) {
    pointer.setLocalStateField('cursor', move);
    vi.advanceTimersByTime(25);
  }
  vi.advanceTimersByTime(1000);
  expect(drawn).toHaveLength(40);
  expect(sent[0]).toEqual({ cursor: 1 });
  expect(sent.at(-1)).toEqual({ cursor: 40 });
  expect(sent.length).toBeLessThanOrEqual(6);
  pointer.setLocalStateField('cursor', 41);
  expect(sent.at(-1)).toEqual({ cursor: 41 });
});

it('says nothing else of the person', () => {
  const { pointer } = opened();
  pointer.setLocalStateField('user', { name: 'Siti' });
  expect(pointer.getLocalState()).toBeNull();
  pointer.setLocalState({ cursor: 1, user: { name: 'Siti' } });
  expect(pointer.getLocalState()).toEqual({ cursor: 1 });
});

it('does not point where one may not write, and takes the pointer away at once with the right', () => {
  const { pointer, sent, right } = opened(false);
  pointer.setLocalStateField('cursor', 1);
  expect(sent).toEqual([]);
  right.mayPoint = true;
  pointer.setLocalStateField('cursor', 2);
  right.mayPoint = false;
  pointer.setLocalState(null);
  expect(sent).toEqual([{ cursor: 2 }, null]);
});
