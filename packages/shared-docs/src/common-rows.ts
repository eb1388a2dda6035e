/** Rows that two lists have in common, in order: the longest common subsequence, for lists of a text's size. */
const largestTable = 1_000_000;

/** Places in `before` and `after` that belong together, ascending in both. */
export function commonRows(before: readonly string[], after: readonly string[]): [number, number][] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const middle = longest(before.slice(start, before.length - end), after.slice(start, after.length - end));
  return [
    ...Array.from({ length: start }, (_, at): [number, number] => [at, at]),
    ...middle.map(([one, other]): [number, number] => [start + one, start + other]),
    ...Array.from({ length: end }, (_, at): [number, number] => [
      before.length - end + at,
      after.length - end + at,
    ]),
  ];
}

/** Two lists too long for the table have nothing in common: what is right stays right, more is written anew. */
function longest(before: readonly string[], after: readonly string[]): [number, number][] {
  const width = after.length + 1;
  if (before.length * width > largestTable) return [];
  const lengths = tableOf(before, after);
  const rows: [number, number][] = [];
  let [one, other] = [0, 0];
  while (one < before.length && other < after.length) {
    if (before[one] === after[other]) rows.push([one++, other++]);
    else if (lengthAt(lengths, (one + 1) * width + other) >= lengthAt(lengths, one * width + other + 1))
      one += 1;
    else other += 1;
  }
  return rows;
}

/** At `one * width + other`: how long the common part of what begins there is. */
function tableOf(before: readonly string[], after: readonly string[]): Uint32Array {
  const width = after.length + 1;
  const lengths = new Uint32Array((before.length + 1) * width);
  for (let one = before.length - 1; one >= 0; one -= 1) {
    for (let other = after.length - 1; other >= 0; other -= 1) {
      lengths[one * width + other] =
        before[one] === after[other]
          ? lengthAt(lengths, (one + 1) * width + other + 1) + 1
          : Math.max(
              lengthAt(lengths, (one + 1) * width + other),
              lengthAt(lengths, one * width + other + 1),
            );
    }
  }
  return lengths;
}

function lengthAt(lengths: Uint32Array, at: number): number {
  return lengths[at] ?? 0;
}
