/**
 * The agenda's document: a Y.Map `items` by item id. Each item is a Y.Map with `title` (Y.Text), `kind`, `minutes`,
 * `presenter`, `order`, a fractional key, so that a move writes one key and never deletes, and a key `paper:<id>` for each
 * background paper, so that two papers added at once are two papers.
 *
 * Anyone who may write can put anything into a Yjs document. Reading is therefore total: what does not fit the
 * shape is read as its nearest sensible value, and never throws.
 */
import * as Y from 'yjs';
import { editing } from './editing';
import { idPattern, keyAt, sortedEntries } from './ordered-entries';

export const agendaItemKinds = [
  'opening',
  'information',
  'discussion',
  'decision',
  'goal',
  'break',
  'closing',
] as const;
export type AgendaItemKind = (typeof agendaItemKinds)[number];

export interface SharedAgendaItem {
  id: string;
  title: string;
  kind: AgendaItemKind;
  minutes: number;
  presenter: string;
  /** Links to background papers, http or https only, in order of their ids. */
  papers: readonly { id: string; title: string; url: string }[];
}

/** A new item may come without papers. */
export type NewAgendaItem = Omit<SharedAgendaItem, 'papers'> & Partial<Pick<SharedAgendaItem, 'papers'>>;

const maxItems = 300;
const maxMinutes = 600;
const maxTitle = 200;
const maxPapers = 20;
const maxUrl = 2000;

export function agendaItems(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('items');
}

/** Items in order, at most 300; two clients read the same list from the same document. */
export function readAgenda(doc: Y.Doc): SharedAgendaItem[] {
  return sortedEntries(agendaItems(doc))
    .slice(0, maxItems)
    .map(([id, item]) => readItem(id, item));
}

/** The agenda read again and again while it is written: an item that stays the same is the same value as before. */
export class AgendaReader {
  readonly #doc: Y.Doc;
  readonly #known = new WeakMap<Y.Map<unknown>, SharedAgendaItem>();

  constructor(doc: Y.Doc) {
    this.#doc = doc;
  }

  /** As readAgenda gives them. Tells at once and after each change, until the function that it returns is called. */
  follow(tell: (items: SharedAgendaItem[]) => void): () => void {
    const items = agendaItems(this.#doc);
    const changed = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): void => {
      for (const { target } of events)
        // An item itself, or its title.
        for (const type of [target, target.parent]) if (type instanceof Y.Map) this.#known.delete(type);
      tell(this.#read());
    };
    const follow = changed as Parameters<typeof items.observeDeep>[0];
    tell(this.#read());
    items.observeDeep(follow);
    return () => items.unobserveDeep(follow);
  }

  #read(): SharedAgendaItem[] {
    return sortedEntries(agendaItems(this.#doc))
      .slice(0, maxItems)
      .map(([id, item]) => {
        const read = this.#known.get(item) ?? readItem(id, item);
        this.#known.set(item, read);
        return read;
      });
  }
}

/** The title as shared text, for an editor with cursors; undefined where the item does not exist. */
export function titleOf(doc: Y.Doc, id: string): Y.Text | undefined {
  const title = itemOf(doc, id)?.get('title');
  return title instanceof Y.Text ? title : undefined;
}

/** Adds an item at `index`, or at the end. `id` is made by the caller. */
export function addItem(doc: Y.Doc, item: NewAgendaItem, index?: number): void {
  doc.transact(() => {
    const entry = new Y.Map<unknown>();
    entry.set('title', new Y.Text(item.title));
    entry.set('kind', item.kind);
    entry.set('minutes', item.minutes);
    entry.set('presenter', item.presenter);
    for (const { id, title, url } of item.papers ?? []) entry.set(paperKey(id), { title, url });
    entry.set('order', keyAt(agendaItems(doc), index ?? Infinity, null));
    agendaItems(doc).set(item.id, entry);
  }, editing);
}

/**
 * Fills a document in which nobody has written yet; else does nothing. So a plan that is sent again neither doubles its
 * items nor brings back what was removed since.
 */
export function seedAgenda(doc: Y.Doc, items: readonly NewAgendaItem[]): void {
  if (doc.store.clients.size > 0) return;
  doc.transact(() => {
    for (const item of items) addItem(doc, item);
  }, editing);
}

/** Moves an item so that it stands at `index` among the others. */
export function moveItem(doc: Y.Doc, id: string, index: number): void {
  doc.transact(() => {
    const key = keyAt(agendaItems(doc), index, id);
    itemOf(doc, id)?.set('order', key);
  }, editing);
}

export function removeItem(doc: Y.Doc, id: string): void {
  doc.transact(() => {
    agendaItems(doc).delete(id);
  }, editing);
}

export function changeItem(
  doc: Y.Doc,
  id: string,
  part: Partial<Pick<SharedAgendaItem, 'kind' | 'minutes' | 'presenter'>>,
): void {
  doc.transact(() => {
    const item = itemOf(doc, id);
    for (const [key, value] of Object.entries(part)) item?.set(key, value);
  }, editing);
}

/** Adds a link to a background paper, or changes it; null takes it away. `paperId` is made by the caller. */
export function setPaper(
  doc: Y.Doc,
  itemId: string,
  paperId: string,
  paper: { title: string; url: string } | null,
): void {
  doc.transact(() => {
    const item = itemOf(doc, itemId);
    if (paper) item?.set(paperKey(paperId), paper);
    else item?.delete(paperKey(paperId));
  }, editing);
}

function paperKey(id: string): string {
  return `paper:${id}`;
}

function itemOf(doc: Y.Doc, id: string): Y.Map<unknown> | undefined {
  const item = agendaItems(doc).get(id);
  return item instanceof Y.Map ? item : undefined;
}

function readItem(id: string, item: Y.Map<unknown>): SharedAgendaItem {
  const kind = agendaItemKinds.find((one) => one === item.get('kind')) ?? 'discussion';
  return {
    id,
    title: textIn(item.get('title')).slice(0, maxTitle),
    kind,
    minutes: minutesIn(item.get('minutes')),
    presenter: textIn(item.get('presenter')).slice(0, maxTitle),
    papers: papersIn(item),
  };
}

function papersIn(item: Y.Map<unknown>): SharedAgendaItem['papers'] {
  const papers: { id: string; title: string; url: string }[] = [];
  item.forEach((value, key) => {
    const paper = key.startsWith('paper:') ? paperIn(key.slice('paper:'.length), value) : null;
    if (paper) papers.push(paper);
  });
  return papers.sort((a, b) => (a.id < b.id ? -1 : 1)).slice(0, maxPapers);
}

function paperIn(id: string, value: unknown): SharedAgendaItem['papers'][number] | null {
  if (typeof value !== 'object' || value === null || !('url' in value)) return null;
  const { url } = value;
  if (!idPattern.test(id) || typeof url !== 'string' || url.length > maxUrl || !isWebAddress(url))
    return null;
  const title = 'title' in value ? textIn(value.title).trim().slice(0, maxTitle) : '';
  return { id, title: title === '' ? url.slice(0, maxTitle) : title, url };
}

function isWebAddress(url: string): boolean {
  return /^https?:\/\/[^\s/]/iu.test(url);
}

function textIn(value: unknown): string {
  // A Y.Text writes itself as its characters; the rule cannot see that through the class.
  // eslint-disable-next-line @typescript-eslint/no-base-to-string
  const text = value instanceof Y.Text ? value.toString() : value;
  return typeof text === 'string' ? text.replace(/\s+/gu, ' ') : '';
}

function minutesIn(value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) return 0;
  return Math.max(0, Math.min(maxMinutes, Math.round(value)));
}
