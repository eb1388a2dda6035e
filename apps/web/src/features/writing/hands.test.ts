import { afterEach, expect, it, vi } from 'vitest';
import { Hands } from './hands.svelte';
import type { HistorySource } from './history';

afterEach(() => void vi.useRealTimers());

function source(authors: { clientId: number; personId: string }[]) {
  let asked = 0;
  const history: HistorySource = {
    history: () => {
      asked += 1;
      return Promise.resolve({ ok: true, value: { versions: [], authors } });
    },
    at: () => Promise.resolve({ ok: false, code: 'not_found' }),
  };
  return { history, asked: () => asked };
}

it('knows the people behind clients once it was asked', async () => {
  const { history } = source([{ clientId: 7, personId: 'siti' }]);
  const hands = new Hands(() => history);
  expect(hands.person(7)).toBeNull();
  await hands.know([7]);
  expect(hands.person(7)).toBe('siti');
});

it('asks again only for hands that it does not know, and not at every letter they write', async () => {
  vi.useFakeTimers();
  const { history, asked } = source([{ clientId: 7, personId: 'siti' }]);
  const hands = new Hands(() => history);
  await hands.know([7]);
  await hands.know([7]);
  for (let letter = 0; letter < 9; letter += 1) await hands.know([7, 8]);
  expect(asked()).toBe(1);
  vi.advanceTimersByTime(4000);
  await hands.know([7, 8]);
  expect(asked()).toBe(2);
});
