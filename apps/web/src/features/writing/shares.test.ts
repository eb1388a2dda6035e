import { expect, it } from 'vitest';
import type { Author } from './author';
import { sharesBy } from './shares';

const author = (name: string, partner: string | null): Author => ({
  name,
  partner,
  mark: { letters: name.slice(0, 2), colour: 1, shape: 'circle' },
});
const people: Record<string, Author> = {
  siti: author('Ibu Siti', 'Forum Guru'),
  yohana: author('Yohana', 'Forum Guru'),
  ratna: author('Ratna', null),
};
const persons: Record<number, string> = { 1: 'siti', 2: 'siti', 3: 'yohana', 4: 'ratna', 5: 'erased' };
const of = (counts: [number, number][]) =>
  sharesBy(
    new Map(counts),
    (client) => persons[client] ?? null,
    (id) => people[id] ?? null,
  );
const said = (shares: readonly { author: Author | null; part: number }[]) =>
  shares.map(({ author: one, part }) => [one?.name ?? null, part]);

it('adds up a person’s clients, and a partner’s people', () => {
  const { people: persons, partners } = of([
    [1, 30],
    [2, 20],
    [3, 30],
    [4, 20],
  ]);
  expect(said(persons)).toEqual([
    ['Ibu Siti', 0.5],
    ['Yohana', 0.3],
    ['Ratna', 0.2],
  ]);
  expect(said(partners)).toEqual([
    ['Forum Guru', 0.8],
    ['Ratna', 0.2],
  ]);
});

it('puts those whom nobody knows together, last', () => {
  const { people: persons } = of([
    [5, 60],
    [9, 20],
    [4, 20],
  ]);
  expect(said(persons)).toEqual([
    ['Ratna', 0.2],
    [null, 0.8],
  ]);
});

it('is empty where nothing is written', () => {
  expect(of([])).toEqual({ people: [], partners: [] });
});
