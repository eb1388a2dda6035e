/** Messages of the y-protocols, and what the generator wants to know of those that come back. */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

function message(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  write(encoder);
  return encoding.toUint8Array(encoder);
}

function syncMessage(type: 0 | 1 | 2, bytes: Uint8Array): Uint8Array {
  return message((encoder) => {
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarUint(encoder, type);
    encoding.writeVarUint8Array(encoder, bytes);
  });
}

export const emptyStep1 = syncMessage(0, Y.encodeStateVector(new Y.Doc()));
export const emptyStep2 = syncMessage(1, new Uint8Array([0, 0]));

export function updateMessage(update: Uint8Array): Uint8Array {
  return syncMessage(2, update);
}

/** One client's state at one clock. */
export function awarenessMessage(client: number, clock: number, state: string): Uint8Array {
  const update = message((encoder) => {
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarString(encoder, state);
  });
  return message((encoder) => {
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint8Array(encoder, update);
  });
}

/** Hocuspocus: every message begins with the document's name. */
export function namePrefix(name: string): Uint8Array {
  return message((encoder) => encoding.writeVarString(encoder, name));
}

/** Hocuspocus: its token message. */
export const hocusToken = message((encoder) => {
  encoding.writeVarUint(encoder, 2);
  encoding.writeVarUint(encoder, 0);
  encoding.writeVarString(encoder, 'bench');
});

export function joined(...parts: readonly Uint8Array[]): Buffer {
  return Buffer.concat(parts);
}

/** The byte array that follows the first `skip` bytes of a message. */
export function payloadOf(bytes: Uint8Array, skip: number): Uint8Array {
  const decoder = decoding.createDecoder(bytes);
  decoder.pos = skip;
  return decoding.readVarUint8Array(decoder);
}

export function varUintAt(bytes: Uint8Array, at: number): number {
  const decoder = decoding.createDecoder(bytes);
  decoder.pos = at;
  return decoding.readVarUint(decoder);
}

export function varStringAt(bytes: Uint8Array, at: number): string {
  const decoder = decoding.createDecoder(bytes);
  decoder.pos = at;
  return decoding.readVarString(decoder);
}

/** Of each client in an awareness update: its id and its clock. */
export function clocksIn(update: Uint8Array): { client: number; clock: number }[] {
  const decoder = decoding.createDecoder(update);
  const count = decoding.readVarUint(decoder);
  return Array.from({ length: count }, () => {
    const client = decoding.readVarUint(decoder);
    const clock = decoding.readVarUint(decoder);
    const length = decoding.readVarUint(decoder);
    decoder.pos += length;
    return { client, clock };
  });
}
