/**
 * What stands in an update that is stored, and so was looked at when it came (update-guard.ts): read once, without
 * building anything, when a document comes into memory.
 */
import { ByteReader } from './byte-reader';
import {
  formatContent,
  gcStruct,
  hasLeft,
  hasRight,
  hasSub,
  maxClock,
  refBits,
  skipContent,
  skipStruct,
} from './update-content';

const maxClients = 2 ** 32;

/** Raises `clocks` to where each client's structs end; says whether any of them is formatting. Throws on bytes that are no update. */
export function readStored(update: Uint8Array, clocks: Map<number, number>): { formats: boolean } {
  const reader = new ByteReader(update);
  let formats = false;
  for (let blocks = reader.varUint(maxClock); blocks > 0 && !reader.failed; blocks--) {
    let structs = reader.varUint(maxClock);
    const client = reader.varUint(maxClients);
    let clock = reader.varUint(maxClock);
    for (; structs > 0 && !reader.failed; structs--) {
      const info = reader.byte();
      formats ||= (info & refBits) === formatContent;
      clock += skipStructOf(reader, info);
    }
    if (clock > (clocks.get(client) ?? 0)) clocks.set(client, clock);
  }
  if (reader.failed) throw new Error('a stored update cannot be read');
  return { formats };
}

function skipStructOf(reader: ByteReader, info: number): number {
  const ref = info & refBits;
  if (ref === gcStruct || ref === skipStruct) return reader.varUint(maxClock);
  if (info & hasLeft) skipId(reader);
  if (info & hasRight) skipId(reader);
  if (!(info & (hasLeft | hasRight))) skipParent(reader, info);
  return skipContent(reader, ref);
}

function skipParent(reader: ByteReader, info: number): void {
  if (reader.varUint(2) === 1) reader.skipText();
  else skipId(reader);
  if (info & hasSub) reader.skipText();
}

function skipId(reader: ByteReader): void {
  reader.varUint(maxClients);
  reader.varUint(maxClock);
}
