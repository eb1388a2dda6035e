// From what a field held to what it holds now, as one change: how a plain field writes into shared text without replacing what
// others write meanwhile. Never cuts a character of two code units in half.
export interface TextChange {
  readonly index: number;
  readonly remove: number;
  readonly insert: string;
}

/** Null where nothing changed. `caret` is where the typing ended: of equal letters in a row it says which is new. */
export function changeBetween(before: string, after: string, caret = after.length): TextChange | null {
  if (before === after) return null;
  const shared = Math.min(before.length, after.length);
  const tail = Math.max(0, after.length - caret);
  let end = 0;
  while (end < Math.min(shared, tail) && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  let start = 0;
  while (start < shared - end && before[start] === after[start]) start += 1;
  while (end < shared - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  if (isHigh(before.charCodeAt(start - 1)) || isHigh(after.charCodeAt(start - 1))) start -= start > 0 ? 1 : 0;
  if (end > 0 && isLow(before.charCodeAt(before.length - end))) end -= 1;
  return {
    index: start,
    remove: before.length - end - start,
    insert: after.slice(start, after.length - end),
  };
}

/** Where a caret goes when somebody else makes this change. */
export function caretAfter(caret: number, { index, remove, insert }: TextChange): number {
  if (caret <= index) return caret;
  return Math.max(index, caret - remove) + (caret >= index + remove ? insert.length : 0);
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;
