/**
 * The shape of a text that can be frozen (`canon:1`), and its normal form. Two texts that read the same
 * have one normal form: Unicode NFC, line ends as \n, no blanks at either end of a line, no empty blocks,
 * runs with equal marks merged, links only to http, https and mailto.
 *
 * Not here: where blocks come from (shared-docs), how they are written (canonical-text.ts).
 */

export type Mark = 'bold' | 'italic' | 'strike' | 'underline' | 'code';
/** In the order in which marks are opened. */
export const marks: readonly Mark[] = ['bold', 'italic', 'strike', 'underline', 'code'];

/** `text` may hold \n, which is a line break within the block. */
export type Run = { text: string; marks?: readonly Mark[]; link?: string };

export type CanonBlock =
  | { kind: 'paragraph'; runs: readonly Run[] }
  | { kind: 'heading'; level: 1 | 2 | 3; runs: readonly Run[] }
  /** `depth` 0 is the outermost list. Numbers of ordered items are counted, not stored. */
  | { kind: 'bullet'; depth: number; runs: readonly Run[] }
  | { kind: 'ordered'; depth: number; runs: readonly Run[] }
  | { kind: 'quote'; runs: readonly Run[] };

export const maxDepth = 8;

/** The one form of a text; normal blocks come back as they are. */
export function normalBlocks(blocks: readonly CanonBlock[]): CanonBlock[] {
  return blocks.map(normalBlock).filter(({ runs }) => runs.length > 0);
}

function normalBlock(block: CanonBlock): CanonBlock {
  const runs = normalRuns(block.runs);
  switch (block.kind) {
    case 'paragraph':
    case 'quote':
      return { kind: block.kind, runs };
    case 'heading':
      return { kind: 'heading', level: block.level, runs };
    case 'bullet':
    case 'ordered':
      return { kind: block.kind, depth: Math.min(Math.max(Math.trunc(block.depth), 0), maxDepth), runs };
    default:
      return assertNever(block);
  }
}

export function assertNever(value: never): never {
  throw new TypeError(`not a shape that is known: ${JSON.stringify(value)}`);
}

/** Merging comes before NFC and after trimming, since either can bring a letter and its accent together. */
function normalRuns(runs: readonly Run[]): Run[] {
  const clean = runs.map((run) => normalRun(run, cleanText(run.text)));
  const composed = merged(clean).map((run) => ({ ...run, text: run.text.normalize('NFC') }));
  return merged(trimmedLines(composed));
}

function normalRun(run: Run, text: string): Run {
  const kept = marks.filter((mark) => run.marks?.includes(mark));
  const link = run.link === undefined ? undefined : safeLink(run.link);
  return { text, ...(kept.length > 0 && { marks: kept }), ...(link !== undefined && { link }) };
}

/** Line ends become \n, tabs a space; other controls and broken halves of characters do not stand in a text. */
function cleanText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/(?!\n)\p{Cc}/gu, '');
}

function safeLink(href: string): string | undefined {
  const link = href.trim().normalize('NFC');
  return /^(https?:\/\/|mailto:)[^\s\p{Cc}\p{Surrogate}]+$/iu.test(link) ? link : undefined;
}

function merged(runs: readonly Run[]): Run[] {
  const out: Run[] = [];
  for (const run of runs) {
    const last = out.at(-1);
    if (run.text === '') continue;
    if (last && sameStyle(last, run)) out[out.length - 1] = { ...last, text: last.text + run.text };
    else out.push(run);
  }
  return out;
}

function sameStyle(a: Run, b: Run): boolean {
  return a.link === b.link && (a.marks ?? []).join() === (b.marks ?? []).join();
}

/** Takes the blanks from both ends of every line, and empty lines from both ends of the block. */
function trimmedLines(runs: readonly Run[]): Run[] {
  const whole = runs.map(({ text }) => text).join('');
  const kept = keptPlaces(whole);
  let at = 0;
  return runs.map((run) => {
    const text = [...run.text.split('')].filter((_, i) => kept.has(at + i)).join('');
    at += run.text.length;
    return { ...run, text };
  });
}

function keptPlaces(whole: string): Set<number> {
  const dropped = [...whole.matchAll(/^\s+|\s+$|[^\S\n]+(?=\n)|(?<=\n)[^\S\n]+/g)];
  const kept = new Set(Array.from({ length: whole.length }, (_, i) => i));
  for (const { index, 0: blanks } of dropped) for (let i = 0; i < blanks.length; i++) kept.delete(index + i);
  return kept;
}
