// Whether a text says anything: paragraphs without words are as good as none.
import type { CanonBlock } from '@mufakat/record';

export function hasWords(blocks: readonly CanonBlock[]): boolean {
  return blocks.some((block) => block.runs.some((run) => run.text.trim() !== ''));
}
