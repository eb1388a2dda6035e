/**
 * Reads an election file of any of the three formats, which is told from how the text begins: `{` is JSON, two numbers
 * alone in a line are BLT, anything else is a table.
 */
import type { ElectionFile } from './election-file';
import type { FileProblem } from './file-problem';
import { readBlt } from './read-blt';
import { readCsv, type CsvCells } from './read-csv';
import { readJson } from './read-json';

export type ElectionFormat = 'json' | 'blt' | 'csv';
export type ElectionReading =
  | { ok: true; format: ElectionFormat; election: ElectionFile }
  | { ok: false; format: ElectionFormat; problem: FileProblem };

/** `cells`: what numbers in a table are, if it is one. A byte order mark before the text is passed over. */
export function readElection(text: string, cells: CsvCells): ElectionReading {
  const plain = text.startsWith('\ufeff') ? text.slice(1) : text;
  const format = formatOf(plain);
  switch (format) {
    case 'json':
      return { format, ...readJson(plain) };
    case 'blt':
      return { format, ...readBlt(plain) };
    case 'csv':
      return { format, ...readCsv(plain, cells) };
  }
}

function formatOf(text: string): ElectionFormat {
  const begin = text.slice(0, 4096);
  if (/^\s*[{[]/.test(begin)) return 'json';
  return /^(?:\s*#[^\n]*\n)*\s*\d+[ \t]+\d+[ \t]*(?:#[^\n]*)?(?:[\r\n]|$)/.test(begin) ? 'blt' : 'csv';
}
