// The agenda document as a reactive list, and who has their caret in which title.
import { AgendaReader, titleOf, type SharedAgendaItem } from '@mufakat/shared-docs';
import * as Y from 'yjs';
import type { SharedDocument } from '../../shared-docs/shared-document';
import { WhoWrites } from '../writing/who-writes.svelte';
import type { Writer } from '../writing/writer';

/** Follows the document while a component lives; make it while one is being made. */
export class DraftItems {
  items = $state.raw<SharedAgendaItem[]>([]);
  readonly #document: () => SharedDocument;
  readonly #who: WhoWrites;

  constructor(document: () => SharedDocument) {
    this.#document = document;
    this.#who = new WhoWrites(document);
    $effect(() => {
      const reader = new AgendaReader(document().doc);
      return reader.follow((items) => (this.items = items));
    });
  }

  /** Others whose caret stands in the title of this item. */
  editorsOf(id: string): readonly Writer[] {
    return this.#who.in(titleOf(this.#document().doc, id));
  }
}

/** What a client publishes for its caret in a title. */
export function cursorIn(doc: Y.Doc, id: string, index: number): unknown {
  const title = titleOf(doc, id);
  if (!title) return null;
  const at = Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(title, index)) as unknown;
  return { anchor: at, head: at };
}
