/**
 * `canon:1`: a text as the line of characters that is hashed when it is frozen. It reads as light Markdown,
 * and it is injective: texts that differ in a word, a mark, a link or a level differ here, because every
 * character that could be taken for a sign is escaped (read-canonical-text.ts is the proof).
 *
 *     # Heading   - item   1. item   > quote   **bold**  _italic_  ~~strike~~  ++underline++  `code`
 *     [words](https://…)   \ before a sign makes it a character; at the end of a line, a line break
 *
 * Blocks are parted by an empty line, items of a list by a line end only. Marks are switched on and off
 * where they change, so marks that overlap need not nest. The result is NFC and has no blank at a line's end.
 */
import { assertNever, marks, normalBlocks, type CanonBlock, type Mark, type Run } from './canon-block';
import { listNumbers } from './list-numbers';

export const signs: Record<Mark, string> = {
  bold: '**',
  italic: '_',
  strike: '~~',
  underline: '++',
  code: '`',
};

export function canonicalText(blocks: readonly CanonBlock[]): string {
  const normal = normalBlocks(blocks);
  const numbers = listNumbers(normal);
  return normal
    .map(
      (block, i) => `${gapBefore(normal[i - 1], block)}${prefixOf(block, numbers[i])}${inline(block.runs)}`,
    )
    .join('');
}

function gapBefore(before: CanonBlock | undefined, block: CanonBlock): string {
  if (!before) return '';
  return isItem(before) && isItem(block) ? '\n' : '\n\n';
}

export function isItem(block: CanonBlock): block is CanonBlock & { kind: 'bullet' | 'ordered' } {
  return block.kind === 'bullet' || block.kind === 'ordered';
}

function prefixOf(block: CanonBlock, number: number | undefined): string {
  switch (block.kind) {
    case 'paragraph':
      return '';
    case 'heading':
      return `${'#'.repeat(block.level)} `;
    case 'bullet':
      return `${'  '.repeat(block.depth)}- `;
    case 'ordered':
      return `${'  '.repeat(block.depth)}${number ?? 1}. `;
    case 'quote':
      return '> ';
    default:
      return assertNever(block);
  }
}

function inline(runs: readonly Run[]): string {
  let before: Run | undefined;
  let text = '';
  for (const run of runs) {
    text += between(before, run) + escaped(run.text);
    before = run;
  }
  return (text + between(before, undefined)).split('\n').map(escapedStart).join('\n');
}

/** Signs that end and begin where one run meets the next: link out, marks off, marks on, link in. */
function between(before: Run | undefined, after: Run | undefined): string {
  const moves = before?.link !== after?.link;
  const off = marks.filter((mark) => has(before, mark) && !has(after, mark)).reverse();
  const on = marks.filter((mark) => !has(before, mark) && has(after, mark));
  return [
    moves && before?.link !== undefined ? `](${before.link.replace(/[\\()]/g, '\\$&')})` : '',
    ...[...off, ...on].map((mark) => signs[mark]),
    moves && after?.link !== undefined ? '[' : '',
  ].join('');
}

function has(run: Run | undefined, mark: Mark): boolean {
  return run?.marks?.includes(mark) ?? false;
}

function escaped(text: string): string {
  return text.replace(/[\\*_~+`[\]]/g, '\\$&').replace(/\n/g, '\\\n');
}

/** A line of a block that begins like the sign of another block. */
function escapedStart(line: string): string {
  return line.replace(/^[#>-]/, '\\$&').replace(/^(\d+)\. /, '$1\\. ');
}
