/**
 * What the columns of a ballots table are called, for reader and writer alike.
 *
 * A name that would be a formula in a sheet, or that looks like the heading of a rank, is written with an apostrophe before it
 * and read without; a name that has such apostrophes of its own gets one more, so that reading gives back what was written.
 */

/** The first column, otherwise the last, may say how many ballots the row stands for. */
const countWords = ['count', 'weight', 'votes', 'ballots', 'jumlah', 'bobot', 'suara', 'banyaknya'];
/** Columns that are passed over. */
const idWords = ['ballot id', 'ballot', 'id surat suara', 'surat suara'];

const rankHeading = /^(?:(?:rank|choice|preference|peringkat|pilihan|urutan)\s*)?([1-9]\d{0,3})$/i;

export type Columns = { count: number | null; options: number[] };

export function columnsOf(headings: readonly string[]): Columns {
  const folded = headings.map((heading) => heading.trim().toLowerCase());
  const last = headings.length - 1;
  const count = [0, last].find((i) => countWords.includes(folded[i] ?? '')) ?? null;
  const options = [...headings.keys()].filter((i) => i !== count && !idWords.includes(folded[i] ?? ''));
  return { count, options };
}

/** "1", "Choice 2", "Pilihan 3" in a row from 1: the cells below hold names, best first. */
export function areRanks(headings: readonly string[]): boolean {
  return headings.every((heading, i) => rankHeading.exec(heading)?.[1] === String(i + 1));
}

export function writtenName(name: string): string {
  return isMistakable(name) ? `'${name}` : name;
}

export function readName(cell: string): string {
  return cell.startsWith("'") && isMistakable(cell) ? cell.slice(1) : cell;
}

/** Whatever apostrophes stand before it. */
function isMistakable(name: string): boolean {
  const bare = name.replace(/^'+/, '').trim();
  return /^[=+\-@]/.test(bare) || rankHeading.test(bare) || idWords.includes(bare.toLowerCase());
}
