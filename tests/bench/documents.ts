/**
 * Synthetic documents: runs of letters at a cursor that jumps, with deletions, each section typed by a client of its
 * own. The same bytes on every machine. A document lies in a file as its sections' updates, each small enough for a
 * frame of ours. It has more and smaller items a byte than a real one: joins cost more.
 */
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

/** By name: how many bytes of updates at least. */
const documentSizes = { '0.1': 1e5, '1': 1e6, '10': 1e7 } as const;
export type DocumentSize = keyof typeof documentSizes;

const keystrokes = 27_000;
const perTransaction = 2_000;
const typists = 4;

/** Position, characters deleted, text inserted. */
type Keystroke = readonly [at: number, deleted: number, inserted: string];

/** The file of a document, made on first need (the largest takes some seconds). */
export function documentFile(folder: string, size: DocumentSize): string {
  const file = join(folder, `document-${size}.parts`);
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  const started = `${file}.new`;
  writeFileSync(started, writeParts(makeSections(documentSizes[size])));
  renameSync(started, file);
  return file;
}

export function readParts(bytes: Uint8Array): Uint8Array[] {
  const decoder = decoding.createDecoder(bytes);
  const parts: Uint8Array[] = [];
  while (decoding.hasContent(decoder)) parts.push(decoding.readVarUint8Array(decoder));
  return parts;
}

export function writeParts(parts: readonly Uint8Array[]): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const part of parts) encoding.writeVarUint8Array(encoder, part);
  return encoding.toUint8Array(encoder);
}

/** Sections until they are at least so many bytes together. */
export function makeSections(bytes: number): Uint8Array[] {
  const traces = makeTraces();
  const sections: Uint8Array[] = [];
  for (let i = 0, total = 0; total < bytes; i++) {
    const update = typeSection(traces[i % traces.length] ?? [], `section-${i}`, 1_000_003 + i * 7919);
    sections.push(update);
    total += update.length;
  }
  return sections;
}

function makeTraces(): Keystroke[][] {
  let seed = 12345;
  const random = (n: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed % n;
  };
  return Array.from({ length: typists }, () => makeTrace(random));
}

function makeTrace(random: (n: number) => number): Keystroke[] {
  const trace: Keystroke[] = [];
  let length = 0;
  let at = 0;
  for (let i = 0; i < keystrokes; i++) {
    if (random(30) === 0) at = length > 0 ? random(length) : 0;
    if (random(4) === 0 && at > 0) {
      trace.push([at - 1, 1, '']);
      at--;
      length--;
    } else {
      trace.push([at, 0, 'etaoin shrdlu'[random(13)] ?? ' ']);
      at++;
      length++;
    }
  }
  return trace;
}

function typeSection(trace: readonly Keystroke[], name: string, client: number): Uint8Array {
  const doc = new Y.Doc({ gc: true });
  doc.clientID = client;
  const text = doc.getText(name);
  for (let i = 0; i < trace.length; i += perTransaction) {
    doc.transact(() => {
      for (const [at, deleted, inserted] of trace.slice(i, i + perTransaction)) {
        if (deleted > 0) text.delete(at, deleted);
        if (inserted !== '') text.insert(at, inserted);
      }
    });
  }
  return Y.encodeStateAsUpdate(doc);
}
