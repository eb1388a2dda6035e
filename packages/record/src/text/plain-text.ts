/**
 * A text for people, without signs: in a message, a calendar file, a screen reader. Not injective and never
 * hashed. A link shows its address where the words do not say it already.
 */
import { assertNever, normalBlocks, type CanonBlock, type Run } from './canon-block';
import { isItem } from './canonical-text';
import { listNumbers } from './list-numbers';

export function plainText(blocks: readonly CanonBlock[]): string {
  const normal = normalBlocks(blocks);
  const numbers = listNumbers(normal);
  return normal
    .map((block, i) => `${gapBefore(normal[i - 1], block)}${plainBlock(block, numbers[i])}`)
    .join('');
}

function gapBefore(before: CanonBlock | undefined, block: CanonBlock): string {
  if (!before) return '';
  return isItem(before) && isItem(block) ? '\n' : '\n\n';
}

function plainBlock(block: CanonBlock, number: number | undefined): string {
  const words = plainRuns(block.runs);
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return words;
    case 'bullet':
      return `${'  '.repeat(block.depth)}• ${words}`;
    case 'ordered':
      return `${'  '.repeat(block.depth)}${number ?? 1}. ${words}`;
    case 'quote':
      return `“${words}”`;
    default:
      return assertNever(block);
  }
}

/** The address comes after the last run of its link. */
function plainRuns(runs: readonly Run[]): string {
  return runs.map((run, i) => (runs[i + 1]?.link === run.link ? run.text : run.text + address(run))).join('');
}

function address({ text, link }: Run): string {
  return link === undefined || text === link || `mailto:${text}` === link ? '' : ` (${link})`;
}
