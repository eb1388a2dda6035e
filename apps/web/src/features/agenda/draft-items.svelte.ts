// The agenda document as a reactive list, and who has their caret in which title: a cursor in an awareness state is a position in
// a shared text, here that of a title.
/* eslint-disable svelte/prefer-svelte-reactivity -- maps here are made whole and put in place of the one before */
import { agendaItems, readAgenda, titleOf, type SharedAgendaItem } from '@mufakat/shared-docs';
import * as Y from 'yjs';
import type { SharedDocument } from '../../shared-docs/shared-document';
import { typesAround } from '../writing/types-around';
import { othersIn, type Writer } from '../writing/writer';

/** Follows the document while a component lives; make it while one is being made. */
export class DraftItems {
  items = $state.raw<SharedAgendaItem[]>([]);
  editors = $state.raw<ReadonlyMap<string, readonly Writer[]>>(new Map());

  constructor(document: () => SharedDocument) {
    $effect(() => {
      const { doc, awareness } = document();
      const map = agendaItems(doc);
      const readItems = (): void => {
        this.items = readAgenda(doc);
      };
      let gone = false;
      // Told while something else is being worked out: it is taken up after that.
      const readEditors = (): void =>
        queueMicrotask(() => {
          if (!gone) this.editors = editorsIn(doc, othersIn(awareness.getStates(), awareness.clientID));
        });
      readItems();
      readEditors();
      map.observeDeep(readItems);
      awareness.on('change', readEditors);
      return () => {
        gone = true;
        map.unobserveDeep(readItems);
        awareness.off('change', readEditors);
      };
    });
  }
}

/** What a client publishes for its caret in a title. */
export function cursorIn(doc: Y.Doc, id: string, index: number): unknown {
  const title = titleOf(doc, id);
  if (!title) return null;
  const at = Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(title, index)) as unknown;
  return { anchor: at, head: at };
}

function editorsIn(doc: Y.Doc, others: ReturnType<typeof othersIn>): Map<string, Writer[]> {
  const titles = new Map(readAgenda(doc).map(({ id }) => [titleOf(doc, id) as unknown, id]));
  const found = new Map<string, Writer[]>();
  for (const { writer, cursor } of others) {
    const id = titles.get(typesAround(doc, cursor)[0]);
    if (id !== undefined) found.set(id, [...(found.get(id) ?? []), writer]);
  }
  return found;
}
