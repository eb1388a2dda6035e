// Which column is which, from the words in the first row; where they say nothing the first row is a row like the others, and columns
// stand in the order in which the form names them.
import { foldWord } from './fold-word';

/** For each field the words by which a column may be called, in both languages. */
export type FieldWords<Field extends string> = Readonly<Record<Field, readonly string[]>>;

export type Cells<Field extends string> = Readonly<Record<Field, string>>;

export interface Guessed<Field extends string> {
  /** Which fields the table has a column for. */
  readonly known: ReadonlySet<Field>;
  readonly lines: readonly { readonly line: number; readonly cells: Cells<Field> }[];
}

export function guessColumns<Field extends string>(
  rows: readonly (readonly string[])[],
  words: FieldWords<Field>,
): Guessed<Field> {
  const fields = Object.keys(words) as Field[];
  const lines = rows
    .map((row, at) => ({ line: at + 1, row }))
    .filter(({ row }) => row.some((cell) => cell !== ''));
  const top = lines[0]?.row ?? [];
  const header = top.map((cell) => fieldOf(cell, fields, words));
  const isHeader = header.some((field) => field !== undefined);
  const columns = isHeader ? header : fields;
  const cellsOf = (row: readonly string[]): Cells<Field> =>
    Object.fromEntries(fields.map((field) => [field, row[columns.indexOf(field)] ?? ''])) as Cells<Field>;
  return {
    known: new Set(columns.slice(0, top.length).flatMap((field) => field ?? [])),
    lines: lines.slice(isHeader ? 1 : 0).map(({ line, row }) => ({ line, cells: cellsOf(row) })),
  };
}

function fieldOf<Field extends string>(
  cell: string,
  fields: readonly Field[],
  words: FieldWords<Field>,
): Field | undefined {
  const said = foldWord(cell);
  return fields.find((field) => words[field].includes(said));
}
