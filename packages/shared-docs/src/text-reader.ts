/**
 * A rich text read again and again while it is written: only what was changed is read anew, and a block that stays the same
 * is the same value as before, so that whoever shows a long text need not go through all of it for one letter.
 */
import type { CanonBlock } from '@mufakat/record';
import type * as Y from 'yjs';
import { readBlock, textBlocks, type TextBlock } from './rich-text';

interface Known {
  readonly of: TextBlock;
  readonly block: CanonBlock;
}

export class TextReader {
  readonly #fragment: Y.XmlFragment;
  /** By the first text in a block. */
  readonly #known = new WeakMap<object, Known>();

  constructor(fragment: Y.XmlFragment) {
    this.#fragment = fragment;
  }

  /** As readRichText gives them. Tells at once and after each change, until the function that it returns is called. */
  follow(tell: (blocks: readonly CanonBlock[]) => void): () => void {
    const changed = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): void => {
      for (const { target } of events) this.#known.delete(target);
      tell(this.#read());
    };
    tell(this.#read());
    // Typed by Yjs with events of any kind of type.
    const follow = changed as Parameters<Y.XmlFragment['observeDeep']>[0];
    this.#fragment.observeDeep(follow);
    return () => this.#fragment.unobserveDeep(follow);
  }

  #read(): CanonBlock[] {
    return textBlocks(this.#fragment).map((of) => this.#block(of));
  }

  #block(of: TextBlock): CanonBlock {
    const [first] = of.inline;
    const known = first && this.#known.get(first);
    if (known && isSame(known.of, of)) return known.block;
    const block = readBlock(of);
    // A change in another text than the first would not be seen; blocks of several texts are read each time.
    if (first && of.inline.length === 1) this.#known.set(first, { of, block });
    return block;
  }
}

function isSame({ kind: a }: TextBlock, { kind: b, inline }: TextBlock): boolean {
  if (inline.length !== 1 || a.kind !== b.kind) return false;
  const [depthA, depthB] = [a, b].map((kind) => ('depth' in kind ? kind.depth : null));
  const [levelA, levelB] = [a, b].map((kind) => ('level' in kind ? kind.level : null));
  return depthA === depthB && levelA === levelB;
}
