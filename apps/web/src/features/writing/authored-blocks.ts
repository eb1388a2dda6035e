// A text with who wrote what: the runs of the text, cut where another hand begins.
import type { CanonBlock, Run } from '@mufakat/record';
import type { AuthorRun } from '@mufakat/shared-docs';

export interface AuthoredRun extends Run {
  /** The Yjs client that wrote it; null where the document does not say. */
  readonly clientId: number | null;
}

export type AuthoredBlock = WithRuns<CanonBlock>;
type WithRuns<Block> = Block extends CanonBlock ? Omit<Block, 'runs'> & { runs: AuthoredRun[] } : never;

/** `authors` holds a list of runs for each block, in the same order. */
export function authoredBlocks(
  blocks: readonly CanonBlock[],
  authors: readonly (readonly AuthorRun[])[],
): AuthoredBlock[] {
  return blocks.map((block, at) => ({ ...block, runs: cut(block.runs, authors[at] ?? []) }));
}

function cut(runs: readonly Run[], authors: readonly AuthorRun[]): AuthoredRun[] {
  const out: AuthoredRun[] = [];
  const left = authors.map(({ text, clientId }) => ({ length: text.length, clientId }));
  for (const run of runs) {
    let { text } = run;
    while (text !== '') {
      const author = left[0];
      const length = author ? Math.min(author.length, text.length) : text.length;
      out.push({ ...run, text: text.slice(0, length), clientId: author?.clientId ?? null });
      text = text.slice(length);
      if (author) author.length -= length;
      while (left[0]?.length === 0) left.shift();
    }
  }
  return out;
}
