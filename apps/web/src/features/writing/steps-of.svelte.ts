// One's own steps in a part of a shared document, for as long as a component lives; made anew where the document is another.
import { untrack } from 'svelte';
import type * as Y from 'yjs';
import { OwnSteps, type Steppable } from './own-steps';

export class StepsOf {
  canUndo = $state(false);
  canRedo = $state(false);
  #now = $state.raw<OwnSteps>();
  readonly #scope: () => Steppable[];

  /** `scope` is read again where what it reads has changed: what is new in it joins, and steps taken before stay. */
  constructor(doc: () => Y.Doc, scope: () => Steppable[]) {
    this.#scope = scope;
    this.#now = new OwnSteps(scope(), doc());
    $effect(() => {
      const of = doc();
      const steps = untrack(() => this.#on(of));
      const tell = (): void => {
        this.canUndo = steps.canUndo();
        this.canRedo = steps.canRedo();
      };
      tell();
      for (const event of ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const)
        steps.on(event, tell);
      return () => steps.close();
    });
    $effect(() => this.#now?.addToScope(scope()));
  }

  get now(): OwnSteps {
    if (!this.#now) throw new Error('steps are made with the component');
    return this.#now;
  }

  #on(doc: Y.Doc): OwnSteps {
    if (this.now.doc !== doc) this.#now = new OwnSteps(this.#scope(), doc);
    return this.now;
  }
}
