/**
 * The numbers of ordered items, counted: items of one depth go on counting until something ends their
 * list, which is any block that is no item, an item further out, or a bullet at the same depth.
 */
import type { CanonBlock } from './canon-block';

/** A number for each ordered item, undefined for the other blocks. */
export function listNumbers(blocks: readonly CanonBlock[]): (number | undefined)[] {
  let counts: number[] = [];
  return blocks.map((block) => {
    if (block.kind !== 'bullet' && block.kind !== 'ordered') {
      counts = [];
      return undefined;
    }
    const number = block.kind === 'ordered' ? (counts[block.depth] ?? 0) + 1 : 0;
    counts = counts.slice(0, block.depth);
    counts[block.depth] = number;
    return block.kind === 'ordered' ? number : undefined;
  });
}
