// A goal statement's clauses as a reactive list, and which of them lack words.
import { readGoal, type GoalLanguage } from '@mufakat/shared-docs';
import { untrack } from 'svelte';
import type { Doc } from 'yjs';
import { allTexts, unwritten, type ClausePlace } from './goal-parts';

/** Follows the document while a component lives; make it while one is being made. */
export class GoalWords {
  clauses = $state.raw<readonly { id: string }[]>([]);
  missing = $state.raw<readonly ClausePlace[]>([]);
  #ids = $state.raw<readonly string[]>([]);

  constructor(doc: () => Doc, languages: () => readonly GoalLanguage[]) {
    $effect(() => {
      const [followed, wanted] = [doc(), languages()];
      const read = (): void =>
        untrack(() => {
          const clauses = readGoal(followed);
          if (clauses.map(({ id }) => id).join() !== this.clauses.map(({ id }) => id).join())
            this.clauses = clauses;
          this.missing = unwritten(followed, wanted);
          const fresh = clauses.map(({ id }) => id).filter((id) => !this.#ids.includes(id));
          if (fresh.length > 0) this.#ids = [...this.#ids, ...fresh];
        });
      read();
      followed.on('afterTransaction', read);
      return () => followed.off('afterTransaction', read);
    });
  }

  /** Of every clause that has stood here, so that one's own steps reach those that were removed. */
  texts(doc: Doc): ReturnType<typeof allTexts> {
    return allTexts(doc, this.#ids);
  }
}
