/**
 * What a text must be to come out of every store as it went in: no NUL (libsql gives back only what stands
 * before it) and no lone surrogate (it would turn into U+FFFD, so that two ids could become one). Ids and
 * other keys are held to this; free text and bodies are stored as JSON, which escapes both.
 */
import { canonicalJson, type JsonValue } from '@mufakat/record';

export function isStorable(text: string): boolean {
  // Under the u flag \p{Cs} meets a surrogate only where its other half is missing.
  return !/\0|\p{Cs}/u.test(text);
}

export function checkedText(text: string): string {
  if (!isStorable(text)) throw new TypeError('a key is well-formed text without NUL');
  return text;
}

/** Canonical JSON; throws a TypeError on what JSON cannot hold. */
export function jsonText(value: unknown): string {
  // The ports say `unknown` for what only the domain understands; canonicalJson refuses what is no JSON.
  return canonicalJson(value as JsonValue);
}
