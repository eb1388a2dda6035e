/**
 * Rows of a table as text (RFC 4180) with the place of every cell. Separators are tab, semicolon or comma, whichever of
 * them, in this order, stands outside quotes in the first row. Cells without quotes are trimmed; rows without any sign
 * are passed over. A byte order mark is none of the text.
 */
import { Misread } from './file-problem';

export type Cell = { text: string; at: number };

/** Throws a Misread where a quote is open or closed in the middle of a cell, or a row has more than `most` cells. */
export function* csvRows(text: string, most: number): Generator<Cell[]> {
  const begin = text.startsWith('\ufeff') ? 1 : 0;
  const separator = separatorOf(text, begin);
  let row: Cell[] = [];
  for (let at = begin; at <= text.length;) {
    const { cell, end } = text[at] === '"' ? quoted(text, at, separator) : plain(text, at, separator);
    row.push(cell);
    if (row.length > most) throw new Misread('row_too_long', cell.at);
    at = end + 1;
    if (text[end] === separator) continue;
    if (text[end] === '\r' && text[at] === '\n') at += 1;
    if (row.length > 1 || cell.text !== '') yield row;
    row = [];
  }
}

function separatorOf(text: string, begin: number): string {
  let inQuotes = false;
  const seen = new Set<string>();
  for (let at = begin; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (sign === '"') inQuotes = !inQuotes;
    else if (!inQuotes && (sign === '\n' || sign === '\r') && seen.size > 0) break;
    else if (!inQuotes && '\t;,'.includes(sign)) seen.add(sign);
  }
  return ['\t', ';'].find((sign) => seen.has(sign)) ?? ',';
}

function plain(text: string, at: number, separator: string): { cell: Cell; end: number } {
  let end = at;
  while (end < text.length && !isEnd(text[end], separator)) end += 1;
  const raw = text.slice(at, end);
  return { cell: { text: raw.trim(), at: at + (raw.length - raw.trimStart().length) }, end };
}

function quoted(text: string, at: number, separator: string): { cell: Cell; end: number } {
  for (let close = text.indexOf('"', at + 1); close >= 0; close = text.indexOf('"', close + 2)) {
    if (text[close + 1] === '"') continue;
    const end = close + 1;
    if (end < text.length && !isEnd(text[end], separator)) throw new Misread('quote_open', close, '"');
    return { cell: { text: text.slice(at + 1, close).replaceAll('""', '"'), at }, end };
  }
  throw new Misread('quote_open', at, '"');
}

function isEnd(sign: string | undefined, separator: string): boolean {
  return sign === separator || sign === '\n' || sign === '\r';
}
