// A list after some of its rows, those on the page, were put into another order: they take each other's places. While a row is being
// dragged another may stand for it, so rows are told apart by where they stand and not by what they are.
export function rearranged<Row>(all: readonly Row[], some: readonly Row[], order: readonly Row[]): Row[] {
  const places = new Map(some.map((row, at) => [row, at]));
  return all.map((row) => order[places.get(row) ?? -1] ?? row);
}
