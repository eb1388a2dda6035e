/**
 * Names and free texts inside an event's body, which can be erased later without breaking the chain.
 *
 * *Words* are an object of exactly the shape { id, text } anywhere below a key of the body. Sealing puts a
 * salted commitment in its place, { id, commitment }, and lays salt and text beside it as an *opening*.
 * Whoever deletes the opening has erased the words: opened again they are { id, erased: true }, and the
 * leaf, which is over the commitments only, stays what it was.
 *
 * Invariants: the two are inverse; an id stands for one text within an event; a body must not bring
 * commitments of its own. Breaking the last two is a programmer's error and throws.
 */
import { domainHash } from './hash';
import { hasExactly, isObject, type JsonObject, type JsonValue } from './json';

export type Words = { id: string; text: string } | { id: string; erased: true };
export type Opening = { salt: string; text: string };
export type Openings = { [wordsId: string]: Opening };
export type Sealed = { body: JsonObject; openings: Openings };
type Commitment = { id: string; commitment: string };

export function commitmentOf({ salt, text }: Opening): string {
  return domainHash('words', { salt, text });
}

export function sealBody(body: JsonObject, newSalt: () => string): Sealed {
  const openings = new Map<string, Opening>();
  const sealed = mapBelow(body, (value) => {
    if (isCommitment(value)) throw new TypeError(`a body may not bring a commitment of its own: ${value.id}`);
    return isWords(value) ? commit(value, openings, newSalt) : undefined;
  });
  return { body: sealed, openings: Object.fromEntries(openings) };
}

export function openBody(body: JsonObject, openings: Openings): JsonObject {
  return mapBelow(body, (value) => (isCommitment(value) ? open(value, openings) : undefined));
}

/** Every commitment in a sealed body, in the order met. */
export function commitmentsIn(body: JsonObject): Commitment[] {
  const found: Commitment[] = [];
  mapBelow(body, (value) => {
    if (isCommitment(value)) found.push(value);
    return undefined;
  });
  return found;
}

function commit(
  words: { id: string; text: string },
  openings: Map<string, Opening>,
  newSalt: () => string,
): Commitment {
  const opening = openings.get(words.id) ?? { salt: checkedSalt(newSalt()), text: words.text };
  if (opening.text !== words.text) throw new TypeError(`one id for two texts: ${words.id}`);
  openings.set(words.id, opening);
  return { id: words.id, commitment: commitmentOf(opening) };
}

function open({ id }: Commitment, openings: Openings): JsonObject {
  const opening = Object.hasOwn(openings, id) ? openings[id] : undefined;
  return opening ? { id, text: opening.text } : { id, erased: true };
}

const saltPattern = /^[0-9A-Za-z_-]{16,128}$/;

export function isSalt(value: unknown): value is string {
  return typeof value === 'string' && saltPattern.test(value);
}

/** A salt that can be guessed protects nothing: at least sixteen characters, thirty-two hex digits in use. */
export function checkedSalt(salt: string): string {
  if (!isSalt(salt)) throw new TypeError('a salt is 16 to 128 letters, digits, - or _');
  return salt;
}

function isWords(value: JsonValue): value is { id: string; text: string } {
  return hasStrings(value, 'id', 'text');
}

function isCommitment(value: JsonValue): value is Commitment {
  return hasStrings(value, 'id', 'commitment');
}

function hasStrings(value: JsonValue, first: string, second: string): boolean {
  if (!isObject(value) || !hasExactly(value, [first, second])) return false;
  return typeof value[first] === 'string' && typeof value[second] === 'string';
}

/** A copy in which each value below a key is replaced by what `replace` gives, or walked into. */
function mapBelow(object: JsonObject, replace: (value: JsonValue) => JsonValue | undefined): JsonObject {
  const mapValue = (value: JsonValue): JsonValue => {
    const replaced = replace(value);
    if (replaced !== undefined) return replaced;
    if (Array.isArray(value)) return value.map(mapValue);
    return isObject(value) ? mapBelow(value, replace) : value;
  };
  // fromEntries defines its keys, so that a key "__proto__" stays a key.
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, mapValue(value)]));
}
