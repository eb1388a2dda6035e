/**
 * Reads `canon:1` back into blocks, for showing a frozen text from nothing but the record.
 *
 * Invariant: readCanonicalText(canonicalText(blocks)) is the normal form of the blocks, which is what makes
 * canonicalText injective. Of a text that is not canonical it makes the best it can and does not throw.
 */
import { marks, maxDepth, normalBlocks, type CanonBlock, type Mark, type Run } from './canon-block';
import { signs } from './canonical-text';

export function readCanonicalText(text: string): CanonBlock[] {
  return normalBlocks(blockLines(text).map(readBlock));
}

/** Lines, those that end in a break kept together with the next. */
function blockLines(text: string): string[] {
  const lines: string[] = [];
  let open = false;
  for (const line of text.split('\n')) {
    if (open) lines[lines.length - 1] += `\n${line}`;
    else lines.push(line);
    open = (/\\*$/.exec(line)?.[0].length ?? 0) % 2 === 1;
  }
  return lines.filter((line) => line !== '');
}

function readBlock(line: string): CanonBlock {
  const [, indent = '', sign = ''] = /^((?: {2})*)(#{1,3} |> |- |\d+\. )/.exec(line) ?? [];
  const runs = readRuns(line.slice(indent.length + sign.length));
  const depth = Math.min(indent.length / 2, maxDepth);
  if (sign === '') return { kind: 'paragraph', runs };
  if (sign === '- ') return { kind: 'bullet', depth, runs };
  if (sign === '> ') return { kind: 'quote', runs };
  return sign.startsWith('#')
    ? { kind: 'heading', level: levelOf(sign), runs }
    : { kind: 'ordered', depth, runs };
}

function levelOf(sign: string): 1 | 2 | 3 {
  return sign === '# ' ? 1 : sign === '## ' ? 2 : 3;
}

const token = /\\([^])|\*\*|_|~~|\+\+|`|\[|\]\(((?:\\[^]|[^\\)])*)\)|[^]/gu;

function readRuns(text: string): Run[] {
  const runs: Run[] = [];
  const on = new Set<Mark>();
  let linkFrom: number | undefined;
  for (const [sign, escapedCharacter, href] of text.matchAll(token)) {
    const mark = marks.find((each) => signs[each] === sign);
    if (mark) {
      if (!on.delete(mark)) on.add(mark);
    } else if (sign === '[') {
      linkFrom = runs.length;
    } else if (href !== undefined && linkFrom !== undefined) {
      linkRuns(runs, linkFrom, href.replace(/\\([^])/g, '$1'));
      linkFrom = undefined;
    } else {
      runs.push({ text: escapedCharacter ?? sign, marks: [...on] });
    }
  }
  return runs;
}

function linkRuns(runs: Run[], from: number, link: string): void {
  for (let i = from; i < runs.length; i++) runs[i] = { ...runs[i], text: runs[i]?.text ?? '', link };
}
