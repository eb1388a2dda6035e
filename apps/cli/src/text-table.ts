/** Tables of plain text: names on the left, numbers on the right, as many columns beside each other as fit. */

const width = 100;
const longestName = 32;

export type Column = { head: string; cells: readonly string[] };

/** A row for each name; columns that do not fit go below, under the same names. */
export function textTable(names: readonly string[], columns: readonly Column[]): string[] {
  const left = Math.min(longestName, Math.max(0, ...names.map(lengthOf)));
  const lines: string[] = [];
  for (let from = 0; from < columns.length;) {
    const fitting = fittingFrom(columns, from, width - left);
    if (lines.length > 0) lines.push('');
    lines.push(...block(names, left, columns.slice(from, from + fitting)));
    from += fitting;
  }
  return lines;
}

function fittingFrom(columns: readonly Column[], from: number, room: number): number {
  let [taken, fitting] = [0, 0];
  for (const column of columns.slice(from)) {
    taken += widthOf(column) + 2;
    if (taken > room && fitting > 0) break;
    fitting += 1;
  }
  return fitting;
}

function block(names: readonly string[], left: number, columns: readonly Column[]): string[] {
  const line = (name: string, cells: readonly string[]): string =>
    [padEnd(name, left), ...cells].join('  ').trimEnd();
  return [
    line(
      '',
      columns.map((column) => padStart(column.head, widthOf(column))),
    ),
    ...names.map((name, row) =>
      line(
        shortened(name),
        columns.map((column) => padStart(column.cells[row] ?? '', widthOf(column))),
      ),
    ),
  ];
}

function widthOf({ head, cells }: Column): number {
  return Math.max(lengthOf(head), ...cells.map(lengthOf));
}

/** In characters as people see them, as far as code points tell. */
function lengthOf(text: string): number {
  return [...text].length;
}

function shortened(name: string): string {
  return lengthOf(name) > longestName ? `${[...name].slice(0, longestName - 1).join('')}…` : name;
}

function padEnd(text: string, to: number): string {
  return text + ' '.repeat(Math.max(0, to - lengthOf(text)));
}

function padStart(text: string, to: number): string {
  return ' '.repeat(Math.max(0, to - lengthOf(text))) + text;
}
