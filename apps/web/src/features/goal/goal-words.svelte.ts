// A goal statement's clauses as a reactive list, and which of them lack words. A text is read again only where it was changed: a
// goal may be long, and this is told of every letter.
/* eslint-disable svelte/prefer-svelte-reactivity -- what is known of texts is no state, nothing shows it */
import { goalClauses, readGoal, type GoalLanguage } from '@mufakat/shared-docs';
import { untrack } from 'svelte';
import type { Doc, Transaction, XmlFragment } from 'yjs';
import { allTexts, clausePlaces, isWritten, type ClausePlace } from './goal-parts';

/** Follows the document while a component lives; make it while one is being made. */
export class GoalWords {
  clauses = $state.raw<readonly { id: string }[]>([]);
  places = $state.raw<readonly ClausePlace[]>([]);
  missing = $state.raw<readonly ClausePlace[]>([]);
  #ids = $state.raw<readonly string[]>([]);

  constructor(doc: () => Doc, languages: () => readonly GoalLanguage[]) {
    $effect(() => {
      const [followed, wanted] = [doc(), languages()];
      const written = new Map<XmlFragment, boolean>();
      const list = goalClauses(followed);
      const look = (): void => {
        const missing = this.places.filter(({ fragment }) => !known(written, fragment));
        if (!isSame(missing, this.missing)) this.missing = missing;
      };
      const readAll = (): void => {
        this.#take(readGoal(followed));
        this.places = clausePlaces(followed, wanted);
      };
      const changed = ({ changedParentTypes }: Transaction): void =>
        untrack(() => {
          for (const fragment of [...written.keys()])
            if (has(changedParentTypes, fragment)) written.delete(fragment);
          if (has(changedParentTypes, list)) readAll();
          look();
        });
      untrack(() => {
        readAll();
        look();
      });
      followed.on('afterTransaction', changed);
      return () => followed.off('afterTransaction', changed);
    });
  }

  /** Of every clause that has stood here, so that one's own steps reach those that were removed. */
  texts(doc: Doc): ReturnType<typeof allTexts> {
    return allTexts(doc, this.#ids);
  }

  #take(clauses: readonly { id: string }[]): void {
    const is = clauses.map(({ id }) => id).join();
    if (is !== this.clauses.map(({ id }) => id).join()) this.clauses = clauses;
    const fresh = clauses.map(({ id }) => id).filter((id) => !this.#ids.includes(id));
    if (fresh.length > 0) this.#ids = [...this.#ids, ...fresh];
  }
}

function known(written: Map<XmlFragment, boolean>, fragment: XmlFragment): boolean {
  const is = written.get(fragment) ?? isWritten(fragment);
  written.set(fragment, is);
  return is;
}

function isSame(a: readonly ClausePlace[], b: readonly ClausePlace[]): boolean {
  return a.length === b.length && a.every((place, at) => place === b[at]);
}

/** Yjs types this map by types of any events. */
function has(changed: ReadonlyMap<unknown, unknown>, type: object): boolean {
  return changed.has(type);
}
