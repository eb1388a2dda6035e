/**
 * What JSON can hold, as types, and its one canonical form (RFC 8785): keys in order of their UTF-16 code
 * units, no blanks, numbers as ECMAScript prints them. Equal values have equal bytes, so they can be hashed.
 *
 * A lone surrogate is written as an escape, as JSON.stringify does; RFC 8785 would refuse it.
 */
import canonicalize from 'canonicalize';

export type JsonValue = null | boolean | number | string | JsonValue[] | JsonObject;
export type JsonObject = { [key: string]: JsonValue };

/** Throws on a number that JSON cannot hold (NaN, Infinity). */
export function canonicalJson(value: JsonValue): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('only JSON values have a canonical form');
  return text;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Exactly these own keys, in any order. */
export function hasExactly(value: JsonObject, keys: readonly string[]): boolean {
  return Object.keys(value).length === keys.length && keys.every((key) => Object.hasOwn(value, key));
}
