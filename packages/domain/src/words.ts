/**
 * Words: a name or a free text that its owner may have erased.
 *
 * In the record words stand as a salted commitment under their id; text and salt lie beside the chain and can be
 * deleted without breaking it. So every reader of words must be ready to find them erased. Anything of exactly
 * this shape inside an event's body is sealed by packages/record; nothing else is.
 */
import { ById } from './by-id';
import type { Id } from './ids';

export type Words = { id: Id; text: string } | { id: Id; erased: true };

/** The text, or null when it was erased. */
export function textOf(words: Words): string | null {
  return 'text' in words ? words.text : null;
}

function isWords(value: object): value is Words {
  const keys = Object.keys(value);
  return keys.length === 2 && 'id' in value && ('text' in value || 'erased' in value);
}

/**
 * [L3] A copy of `value` in which the words named by `ids` are erased, wherever they stand. Rare, so it may walk all.
 * The walk keeps every shape, and words stay words, which is what the first signature says.
 */
export function eraseWords<T>(value: T, ids: ReadonlySet<string>): T;
export function eraseWords(value: unknown, ids: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => eraseWords(one, ids));
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof ById) return value.map((one: unknown) => eraseWords(one, ids));
  if (isWords(value)) return ids.has(value.id) ? { id: value.id, erased: true } : value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, eraseWords(one, ids)]));
}

/** The ids of all words inside `value`. */
export function wordsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(wordsIn);
  if (typeof value !== 'object' || value === null) return [];
  return isWords(value) ? [value.id] : Object.values(value).flatMap(wordsIn);
}
