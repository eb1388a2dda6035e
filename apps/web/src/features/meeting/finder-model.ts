// What the finder of the room finds: items, decisions and people by any part of their words, in any order, whatever the accents. Pure.
import { textOf, type Meeting } from '@mufakat/domain';
import type { View } from './stage-model';
import { wordsIn } from './words-in';

export type Found =
  | { readonly kind: 'view'; readonly id: string; readonly title: string; readonly view: View }
  | { readonly kind: 'person'; readonly id: string; readonly title: string };

const most = 12;

export function findIn(meeting: Meeting, asked: string): Found[] {
  const fits = wordsIn(asked);
  return everything(meeting)
    .filter(({ title }) => fits(title))
    .slice(0, most);
}

function everything(meeting: Meeting): Found[] {
  const items = meeting.agenda.items.map(({ id, title }): Found => ({
    kind: 'view',
    id,
    title,
    view: { kind: 'item', itemId: id },
  }));
  const decisions = Object.values(meeting.decisions).map(({ id, title }): Found => ({
    kind: 'view',
    id,
    title,
    view: { kind: 'decision', decisionId: id },
  }));
  const people = meeting.people.values().flatMap(({ id, name, seat }): Found[] => {
    const title = textOf(name);
    return seat === 'held' && title !== null ? [{ kind: 'person', id, title }] : [];
  });
  return [...items, ...decisions, ...people];
}
