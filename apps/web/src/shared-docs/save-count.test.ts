import { expect, it } from 'vitest';
import { SaveCount } from './save-count';

function connected(): SaveCount {
  const count = new SaveCount();
  count.connected();
  count.told();
  return count;
}

it('nothing written is nothing unsaved', () => {
  expect(new SaveCount().saved).toBe(true);
  expect(connected().saved).toBe(true);
});

it('is saved when the server has stored as many updates as were sent', () => {
  const count = connected();
  count.wrote(true);
  count.wrote(true);
  count.stored(1);
  expect(count.saved).toBe(false);
  count.stored(2);
  expect(count.saved).toBe(true);
});

it('words from a dead line are saved with the answer to the server’s question, and not before', () => {
  const count = connected();
  count.wrote(false);
  count.connected();
  count.stored(0);
  expect(count.saved).toBe(false);
  count.told();
  count.stored(0);
  expect(count.saved).toBe(true);
});

it('counts from nothing on each connection, and what was not stored on the last stays unsaved', () => {
  const count = connected();
  count.wrote(true);
  count.wrote(true);
  count.connected();
  expect(count.saved).toBe(false);
  count.told();
  count.wrote(true);
  count.stored(0);
  expect(count.saved).toBe(false);
  count.stored(1);
  expect(count.saved).toBe(true);
});
