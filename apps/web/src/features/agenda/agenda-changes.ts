// What a change of the adopted agenda comes to, in single steps: taken off, added, moved, and what differs within an item. Pure.
// As few items as possible count as moved: those that do not fit the longest run which keeps its order.
import { textOf, type AgendaItem, type ItemKind, type Words } from '@mufakat/domain';

/** An item of the adopted agenda, of a proposal, or of the document as it is written. */
export type ComparedItem = Pick<AgendaItem, 'id' | 'title' | 'kind' | 'minutes'> & {
  readonly presenter: string | Words;
  readonly papers: readonly { readonly title: string; readonly url: string }[];
};

export type AgendaChange = { readonly itemId: string; readonly title: string } & (
  | { readonly kind: 'removed' }
  /** `place` is counted from 1. */
  | { readonly kind: 'added'; readonly place: number; readonly minutes: number; readonly presenter: string }
  | { readonly kind: 'moved'; readonly place: number }
  | { readonly kind: 'renamed'; readonly before: string }
  | { readonly kind: 'minutes'; readonly before: number; readonly after: number }
  | { readonly kind: 'presenter'; readonly after: string }
  | { readonly kind: 'kind'; readonly after: ItemKind }
  | { readonly kind: 'paper-added' | 'paper-removed'; readonly paper: string }
);

export function agendaChanges(
  before: readonly ComparedItem[],
  after: readonly ComparedItem[],
): AgendaChange[] {
  const had = new Map(before.map((item) => [item.id, item]));
  const has = new Set(after.map((item) => item.id));
  const removed = before
    .filter((item) => !has.has(item.id))
    .map((item): AgendaChange => ({ itemId: item.id, title: item.title, kind: 'removed' }));
  const moved = movedItems(before, after);
  const rest = after.flatMap((item, index) => {
    const old = had.get(item.id);
    return old ? changesOf(old, item, moved.has(item.id) ? index + 1 : null) : [addedAt(item, index + 1)];
  });
  return [...removed, ...rest];
}

function addedAt(item: ComparedItem, place: number): AgendaChange {
  const { id: itemId, minutes } = item;
  return { itemId, title: item.title.trim(), kind: 'added', place, minutes, presenter: presenterOf(item) };
}

function changesOf(old: ComparedItem, item: ComparedItem, place: number | null): AgendaChange[] {
  const it = { itemId: item.id, title: item.title.trim() };
  const presenter = presenterOf(item);
  return [
    ...(it.title === old.title ? [] : [{ ...it, kind: 'renamed' as const, before: old.title }]),
    ...(place === null ? [] : [{ ...it, kind: 'moved' as const, place }]),
    ...(item.minutes === old.minutes
      ? []
      : [{ ...it, kind: 'minutes' as const, before: old.minutes, after: item.minutes }]),
    ...(presenter === presenterOf(old) ? [] : [{ ...it, kind: 'presenter' as const, after: presenter }]),
    ...(item.kind === old.kind ? [] : [{ ...it, kind: 'kind' as const, after: item.kind }]),
    ...papersMissing(item, old).map((paper) => ({ ...it, kind: 'paper-added' as const, paper })),
    ...papersMissing(old, item).map((paper) => ({ ...it, kind: 'paper-removed' as const, paper })),
  ];
}

/** Titles of papers that one has and the other has not. */
function papersMissing(one: ComparedItem, other: ComparedItem): string[] {
  return one.papers
    .filter((paper) => !other.papers.some(({ title, url }) => title === paper.title && url === paper.url))
    .map(({ title }) => title);
}

function presenterOf({ presenter }: ComparedItem): string {
  return typeof presenter === 'string' ? presenter : (textOf(presenter) ?? '');
}

function movedItems(before: readonly ComparedItem[], after: readonly ComparedItem[]): Set<string> {
  const places = new Map(before.map((item, index) => [item.id, index]));
  const common = after.map((item) => item.id).filter((id) => places.has(id));
  const kept = longestRise(common.map((id) => places.get(id) ?? 0));
  return new Set(common.filter((_, index) => !kept.has(index)));
}

/** Indexes of a longest strictly rising run, not necessarily without gaps. */
function longestRise(numbers: readonly number[]): Set<number> {
  /** `ends[n]` is the index of the smallest number that ends a run of n + 1. */
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  numbers.forEach((number, index) => {
    const found = ends.findIndex((end) => (numbers[end] ?? 0) >= number);
    const length = found < 0 ? ends.length : found;
    previous.push(ends[length - 1]);
    ends[length] = index;
  });
  const kept = new Set<number>();
  for (let at = ends.at(-1); at !== undefined; at = previous[at]) kept.add(at);
  return kept;
}
