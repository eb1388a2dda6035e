// Which number each line of an ordered list has: counted through lines of the same list that lie deeper, from one again where
// another list begins. Pure.
import type { CanonBlock } from '@mufakat/record';

type Line = Pick<CanonBlock, 'kind'> & { readonly depth?: number };

/** 0 for blocks that have no number. */
export function listNumbers(blocks: readonly Line[]): number[] {
  /** The last number by depth, of lists that are not over. */
  let counts: number[] = [];
  return blocks.map((block) => {
    if (block.kind !== 'ordered' && block.kind !== 'bullet') {
      counts = [];
      return 0;
    }
    const depth = block.depth ?? 0;
    counts = counts.slice(0, depth + 1);
    if (block.kind === 'bullet') return 0;
    const number = (counts[depth] ?? 0) + 1;
    counts[depth] = number;
    return number;
  });
}
