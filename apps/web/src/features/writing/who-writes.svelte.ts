// Who has their caret where in a shared document: a cursor in an awareness state is a position in a shared type, and what counts
// is the part of the document that this type stands in (a fragment, a title).
/* eslint-disable svelte/prefer-svelte-reactivity -- maps here are made whole and put in place of the one before */
import type * as Y from 'yjs';
import type { SharedDocument } from '../../shared-docs/shared-document';
import { typesAround } from './types-around';
import { othersIn, type Writer } from './writer';

/** Follows the document while a component lives; make it while one is being made. */
export class WhoWrites {
  #by = $state.raw<ReadonlyMap<unknown, readonly Writer[]>>(new Map());

  constructor(document: () => SharedDocument) {
    $effect(() => {
      const { doc, awareness } = document();
      let gone = false;
      // Told while something else is being worked out: it is taken up after that.
      const read = (): void =>
        queueMicrotask(() => {
          if (!gone) this.#by = byType(doc, othersIn(awareness.getStates(), awareness.clientID));
        });
      read();
      awareness.on('change', read);
      // A caret may be told before the words that it stands behind have come.
      doc.on('update', read);
      return () => {
        gone = true;
        awareness.off('change', read);
        doc.off('update', read);
      };
    });
  }

  /** Others whose caret stands in this type or below it. */
  in(type: unknown): readonly Writer[] {
    return this.#by.get(type) ?? [];
  }
}

function byType(doc: Y.Doc, others: ReturnType<typeof othersIn>): Map<unknown, Writer[]> {
  const found = new Map<unknown, Writer[]>();
  for (const { writer, cursor } of others)
    for (const type of typesAround(doc, cursor)) found.set(type, [...(found.get(type) ?? []), writer]);
  return found;
}
