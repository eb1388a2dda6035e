import { expect, it } from 'vitest';
import * as fc from 'fast-check';
import { agendaChanges, type ComparedItem } from './agenda-changes';

const item = (id: string, part: Partial<ComparedItem> = {}): ComparedItem => ({
  id,
  title: id,
  kind: 'discussion',
  minutes: 10,
  presenter: '',
  papers: [],
  ...part,
});
const items = (ids: string) => [...ids].map((id) => item(id));

it('says nothing where nothing differs', () => {
  expect(agendaChanges(items('abc'), items('abc'))).toEqual([]);
});

it('names what was taken off and what came, with its place', () => {
  expect(agendaChanges(items('abc'), [item('a'), item('d', { presenter: 'Ibu Ratna' }), item('c')])).toEqual([
    { itemId: 'b', title: 'b', kind: 'removed' },
    { itemId: 'd', title: 'd', kind: 'added', place: 2, minutes: 10, presenter: 'Ibu Ratna' },
  ]);
});

it('names the one item that was carried past others, not those it passed', () => {
  expect(agendaChanges(items('abcde'), items('eabcd'))).toEqual([
    { itemId: 'e', title: 'e', kind: 'moved', place: 1 },
  ]);
  expect(agendaChanges(items('abcde'), items('bcdea'))).toEqual([
    { itemId: 'a', title: 'a', kind: 'moved', place: 5 },
  ]);
});

it('names what differs within an item, an erased presenter counting as none', () => {
  const old = item('a', {
    presenter: { id: 'w', erased: true },
    papers: [{ title: 'Data', url: 'https://a.example' }],
  });
  const now = item('a', { title: ' Pagu ', minutes: 30, kind: 'decision', presenter: 'Pak Yohanes' });
  expect(agendaChanges([old], [now])).toEqual([
    { itemId: 'a', title: 'Pagu', kind: 'renamed', before: 'a' },
    { itemId: 'a', title: 'Pagu', kind: 'minutes', before: 10, after: 30 },
    { itemId: 'a', title: 'Pagu', kind: 'presenter', after: 'Pak Yohanes' },
    { itemId: 'a', title: 'Pagu', kind: 'kind', after: 'decision' },
    { itemId: 'a', title: 'Pagu', kind: 'paper-removed', paper: 'Data' },
  ]);
  expect(agendaChanges([item('a', { presenter: old.presenter, papers: [] })], [{ ...old }])).toEqual([
    { itemId: 'a', title: 'a', kind: 'paper-added', paper: 'Data' },
  ]);
});

it('does to the old list what it says and has the new one', () => {
  const orders = fc.shuffledSubarray([...'abcdefgh']);
  fc.assert(
    fc.property(orders, orders, (before, after) => {
      const changes = agendaChanges(
        before.map((id) => item(id)),
        after.map((id) => item(id)),
      );
      const list = before.filter((id) => !changes.some(({ itemId }) => itemId === id));
      const placed = changes.flatMap((one) => (one.kind === 'added' || one.kind === 'moved' ? one : []));
      for (const { itemId, place } of placed) list.splice(place - 1, 0, itemId);
      expect(list).toEqual(after);
    }),
  );
});
