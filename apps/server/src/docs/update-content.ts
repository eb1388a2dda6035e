/**
 * Content of one Yjs item (V1), skipped without building it: how many clock ticks it takes, or 0 where Yjs could
 * not read it. Stricter than Yjs where Yjs would recurse without end (nested values) or let a client make documents
 * of its own inside ours (subdocuments). Source: yjs 13.6 `structs/Content*.js`, lib0 `decoding.js` (`readAny`).
 */
import type { ByteReader } from './byte-reader';

/** Lengths and clocks stay below this; Yjs adds them up as numbers. */
export const maxClock = 2 ** 31;
/** Bits of a struct's first byte: what it holds, and whether it names a key, and its neighbours. */
export const refBits = 31;
export const hasSub = 32;
export const hasRight = 64;
export const hasLeft = 128;
/** What a struct holds, where it matters beyond its length. */
export const gcStruct = 0;
export const formatContent = 6;
export const typeContent = 7;
export const skipStruct = 10;
/** Objects in objects; deeper ones overflow the stack of whoever encodes them. */
const maxDepth = 64;
const typeKinds = 7;
const quote = 0x22;
const backslash = 0x5c;

export function skipContent(reader: ByteReader, ref: number): number {
  switch (ref) {
    case 1: // deleted
      return reader.varUint(maxClock);
    case 2: // JSON values, as Yjs wrote them before 13.0
      return skipMany(reader, skipLegacyJson);
    case 3: // binary
      return one(reader, reader.skipVarBytes());
    case 4: // string
      return reader.skipText();
    case 5: // embed
      return one(reader, skipJson(reader));
    case 6: // format: key, then value
      reader.skipText();
      return one(reader, skipJson(reader));
    case 7:
      return one(reader, skipType(reader));
    case 8:
      return skipMany(reader, (from) => skipAny(from));
    default: // 9 is a subdocument; others do not exist
      return reader.fail();
  }
}

function one(reader: ByteReader, _skipped: void): number {
  return reader.failed ? 0 : 1;
}

function skipMany(reader: ByteReader, skip: (reader: ByteReader) => void): number {
  const count = reader.varUint(maxClock);
  if (count > reader.left) return reader.fail();
  for (let done = 0; done < count && !reader.failed; done++) skip(reader);
  return reader.failed ? 0 : count;
}

/** XML elements (3) and hooks (5) carry a name. */
function skipType(reader: ByteReader): void {
  const kind = reader.varUint(typeKinds);
  if (kind === 3 || kind === 5) reader.skipText();
}

function skipLegacyJson(reader: ByteReader): void {
  skipJson(reader, true);
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** A JSON text: of few brackets, then really read, since Yjs lets the parser's error through. */
function skipJson(reader: ByteReader, undefinedToo = false): void {
  const bytes = reader.varBytes();
  if (reader.failed) return;
  if (jsonDepth(bytes) > maxDepth || !isJson(bytes, undefinedToo)) reader.fail();
}

function isJson(bytes: Uint8Array, undefinedToo: boolean): boolean {
  try {
    const text = decoder.decode(bytes);
    if (!(undefinedToo && text === 'undefined')) JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** How deep brackets outside strings nest. */
function jsonDepth(bytes: Uint8Array): number {
  let depth = 0;
  let deepest = 0;
  let inText = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (inText) {
      if (byte === backslash) at++;
      else if (byte === quote) inText = false;
    } else if (byte === quote) inText = true;
    else if (byte === 0x7b || byte === 0x5b) deepest = Math.max(deepest, ++depth);
    else if (byte === 0x7d || byte === 0x5d) depth--;
  }
  return deepest;
}

function skipAny(reader: ByteReader, depth = 0): void {
  if (depth > maxDepth) reader.fail();
  switch (reader.byte()) {
    case 127: // undefined
    case 126: // null
    case 121: // false
    case 120: // true
      return;
    case 125:
      return skipVarInt(reader);
    case 124: // float32
      return reader.skip(4);
    case 123: // float64
    case 122: // bigint
      return reader.skip(8);
    case 119:
      reader.skipText();
      return;
    case 118:
      return skipEntries(reader, depth, true);
    case 117:
      return skipEntries(reader, depth, false);
    case 116:
      return reader.skipVarBytes();
    default:
      reader.fail();
  }
}

function skipEntries(reader: ByteReader, depth: number, keyed: boolean): void {
  const count = reader.varUint(maxClock);
  if (count > reader.left) reader.fail();
  for (let done = 0; done < count && !reader.failed; done++) {
    if (keyed) reader.skipText();
    skipAny(reader, depth + 1);
  }
}

/** Eight bytes hold more than any integer that lib0 writes this way. */
function skipVarInt(reader: ByteReader): void {
  for (let count = 0; count < 8; count++) {
    if (reader.byte() < 128) return;
  }
  reader.fail();
}
