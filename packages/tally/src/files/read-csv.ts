/**
 * A table of ballots: one a row, with a first row that names the columns. Two shapes, told apart by that row:
 *
 *     count;Adam;Basil;Charlotte         a column for each candidate; below, the rank that the ballot gives (1 is best, equal
 *     3;1;2;                             ranks are equal, nothing is not ranked), or the mark where `cells` says marks
 *
 *     Choice 1,Choice 2,Choice 3         a column for each rank; below, names, best first; an empty cell is a rank skipped.
 *     Adam,Charlotte,                    Who stands is who is named, in the order of the alphabet's code units.
 *
 * The column `count` (also weight, votes, jumlah, bobot, suara …) may be there or not, first or last. What a table cannot
 * say (title, seats, method) is left to whoever counts. Separators, quotes and byte order mark: csv-rows.ts.
 */
import { isMark, Names, Turnout, withoutEmptyEnd } from './checks';
import { areRanks, columnsOf, readName } from './csv-columns';
import { csvRows, type Cell } from './csv-rows';
import {
  fileLimits,
  type ElectionFile,
  type FileBallots,
  type MarkedFileBallot,
  type RankedFileBallot,
} from './election-file';
import { Misread, reading, type FileReading } from './file-problem';

/** What the numbers below a candidate's name are. */
export type CsvCells = 'ranks' | 'marks';

export function readCsv(text: string, cells: CsvCells): FileReading {
  return reading(text, (whole) => electionOf(whole, cells));
}

const mostColumns = fileLimits.candidates + 8;

function electionOf(text: string, cells: CsvCells): ElectionFile {
  const rows = csvRows(text, mostColumns);
  const head = rows.next();
  if (head.done) throw new Misread('empty', 0);
  const table = new Table(head.value, cells);
  for (const row of rows) table.add(row);
  return {
    title: '',
    method: null,
    seats: 1,
    ...table.election(),
    withdrawn: [],
    unranked: null,
    strength: null,
    tieOrder: null,
    settings: {},
    grades: null,
  };
}

type Row = { count: number; cells: Cell[] };

/** Takes rows in and keeps of each only its ballot. */
class Table {
  readonly #turnout = new Turnout();
  readonly #columns: ReturnType<typeof columnsOf>;
  readonly #width: number;
  readonly #shape: Preferences | Numbers;

  constructor(head: Cell[], cells: CsvCells) {
    this.#columns = columnsOf(head.map(({ text }) => text));
    this.#width = head.length;
    const headings = this.#columns.options.flatMap((i) => head[i] ?? []);
    if (headings.length === 0) throw new Misread('no_candidates', head[0]?.at ?? 0);
    this.#shape = areRanks(headings.map(({ text }) => text))
      ? new Preferences()
      : new Numbers(headings, cells);
  }

  add(row: Cell[]): void {
    if (row.every(({ text }) => text === '')) return;
    const beyond = row.slice(this.#width).find(({ text }) => text !== '');
    if (beyond) throw new Misread('row_too_long', beyond.at, beyond.text);
    const cells = this.#columns.options.map((i) => row[i] ?? { text: '', at: row[0]?.at ?? 0 });
    this.#shape.add({ count: this.#count(row), cells });
  }

  election(): FileBallots & { candidates: string[] } {
    return this.#shape.election();
  }

  #count(row: Cell[]): number {
    const cell = this.#columns.count === null ? undefined : row[this.#columns.count];
    const at = cell?.at ?? row[0]?.at ?? 0;
    if (this.#columns.count !== null && !/^\d{1,15}$/.test(cell?.text ?? ''))
      throw new Misread('bad_count', at, cell?.text);
    const count = cell ? Number(cell.text) : 1;
    this.#turnout.add(count, at);
    return count;
  }
}

/** A column for each candidate. */
class Numbers {
  readonly #names = new Names();
  readonly #ranked: RankedFileBallot[] = [];
  readonly #marked: MarkedFileBallot[] = [];

  constructor(
    headings: readonly Cell[],
    private readonly cells: CsvCells,
  ) {
    for (const { text, at } of headings) this.#names.add(readName(text), at);
  }

  add(row: Row): void {
    if (this.cells === 'marks') this.#marked.push({ count: row.count, marks: row.cells.map(markOf) });
    else this.#ranked.push({ count: row.count, ranking: ranksOf(row.cells) });
  }

  election(): FileBallots & { candidates: string[] } {
    const candidates = this.#names.list;
    return this.cells === 'marks'
      ? { candidates, kind: 'marked', ballots: this.#marked }
      : { candidates, kind: 'ranked', ballots: this.#ranked };
  }
}

/** A column for each rank. Candidates are numbered as they come, and put in order at the end. */
class Preferences {
  readonly #names = new Names();
  readonly #ballots: RankedFileBallot[] = [];

  add({ count, cells }: Row): void {
    const seen = new Set<number>();
    this.#ballots.push({ count, ranking: withoutEmptyEnd(cells.map((cell) => this.#choice(cell, seen))) });
  }

  election(): FileBallots & { candidates: string[] } {
    const names = this.#names.list;
    if (names.length === 0) throw new Misread('no_candidates', 0);
    const candidates = [...names].sort((a, b) => (a < b ? -1 : 1));
    const place = new Map(candidates.map((name, i) => [name, i]));
    const moved = (index: number): number => place.get(names[index] ?? '') ?? index;
    const ballots = this.#ballots.map(({ count, ranking }) => ({
      count,
      ranking: ranking.map((tie) => tie.map(moved)),
    }));
    return { candidates, kind: 'ranked', ballots };
  }

  #choice({ text, at }: Cell, seen: Set<number>): number[] {
    if (text === '') return [];
    const name = readName(text);
    if (this.#names.indexOf(name) === undefined) this.#names.add(name, at);
    const index = this.#names.indexOf(name) ?? 0;
    if (seen.has(index)) throw new Misread('candidate_twice', at, text);
    seen.add(index);
    return [index];
  }
}

function ranksOf(cells: readonly Cell[]): number[][] {
  const ranking: number[][] = [];
  cells.forEach(({ text, at }, candidate) => {
    if (text === '') return;
    const rank = /^\d{1,4}$/.test(text) ? Number(text) : 0;
    if (rank < 1 || rank > fileLimits.candidates) throw new Misread('bad_rank', at, text);
    while (ranking.length < rank) ranking.push([]);
    ranking[rank - 1]?.push(candidate);
  });
  return ranking;
}

function markOf({ text, at }: Cell): number | null {
  if (text === '') return null;
  const mark = /^-?\d{1,7}$/.test(text) ? Number(text) : NaN;
  if (!isMark(mark)) throw new Misread('bad_mark', at, text);
  return mark;
}
