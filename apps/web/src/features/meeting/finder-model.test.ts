import type { Meeting } from '@mufakat/domain';
import { agenda, decisionId, drafted, fold, opened } from '@mufakat/domain/testing';
import { expect, it } from 'vitest';
import { findIn } from './finder-model';

function meeting(): Meeting {
  const state = fold([...opened(), drafted()]);
  if (state.status !== 'planned') throw new Error('no meeting');
  return state;
}

it('finds items, decisions and people by parts of their words, in any order', () => {
  const [first] = agenda;
  const words = first!.title.toUpperCase().split(' ').toReversed().join(' ');
  expect(findIn(meeting(), words)).toContainEqual({
    kind: 'view',
    id: first!.id,
    title: first!.title,
    view: { kind: 'item', itemId: first!.id },
  });
  const all = findIn(meeting(), '');
  expect(all.map(({ id }) => id)).toContain(decisionId);
  expect(all.some(({ kind }) => kind === 'person')).toBe(true);
});

it('finds nothing where a word fits nowhere', () => {
  expect(findIn(meeting(), 'xyzzy')).toEqual([]);
});
