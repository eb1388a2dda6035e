/**
 * Messages of the y-websocket protocol, from bytes and to bytes. One WebSocket message is one of these: a stock
 * client reads the first and ignores what follows it.
 *
 * Reading is total: what is no message of the protocol reads as null.
 */
import { documentMessages } from '@mufakat/protocol';
import * as encoding from 'lib0/encoding';
import { ByteReader } from './byte-reader';
import { maxClock } from './update-content';

export type InFrame =
  | { type: 'step1'; stateVector: Uint8Array }
  | { type: 'step2' | 'update'; update: Uint8Array }
  | { type: 'awareness'; update: Uint8Array }
  | { type: 'query-awareness' };

const sync = { step1: 0, step2: 1, update: 2 } as const;
const permissionDenied = 0;
const maxTypes = 128;

export function readFrame(bytes: Uint8Array): InFrame | null {
  const reader = new ByteReader(bytes);
  const frame = readBody(reader, reader.varUint(maxTypes));
  return reader.failed || reader.left > 0 ? null : frame;
}

function readBody(reader: ByteReader, type: number): InFrame | null {
  switch (type) {
    case documentMessages.sync:
      return readSync(reader, reader.varUint(3));
    case documentMessages.awareness:
      return { type: 'awareness', update: reader.varBytes() };
    case documentMessages.queryAwareness:
      return { type: 'query-awareness' };
    default:
      return null;
  }
}

function readSync(reader: ByteReader, kind: number): InFrame {
  const body = reader.varBytes();
  if (kind === sync.step1) return { type: 'step1', stateVector: body };
  return { type: kind === sync.step2 ? 'step2' : 'update', update: body };
}

/** Whether these bytes are a state vector (how far someone knows each client), so that Yjs can read them. */
export function isStateVector(bytes: Uint8Array): boolean {
  const reader = new ByteReader(bytes);
  const entries = reader.varUint(maxClock);
  if (2 * entries > reader.left) return false;
  for (let done = 0; done < entries && !reader.failed; done++) {
    reader.varUint(2 ** 32);
    reader.varUint(maxClock);
  }
  return !reader.failed && reader.left === 0;
}

export function step1Frame(stateVector: Uint8Array): Uint8Array {
  return syncFrame(sync.step1, stateVector);
}

export function step2Frame(update: Uint8Array): Uint8Array {
  return syncFrame(sync.step2, update);
}

export function updateFrame(update: Uint8Array): Uint8Array {
  return syncFrame(sync.update, update);
}

/** Built in one piece: a whole document is not copied more often than once. */
function syncFrame(kind: number, body: Uint8Array): Uint8Array {
  const head = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, documentMessages.sync);
    encoding.writeVarUint(encoder, kind);
    encoding.writeVarUint(encoder, body.length);
  });
  const frame = Buffer.allocUnsafe(head.length + body.length);
  frame.set(head);
  frame.set(body, head.length);
  return frame;
}

/** The body of a sync frame, whose length is known. */
export function bodyOf(syncFrame: Uint8Array, length: number): Uint8Array {
  return syncFrame.subarray(syncFrame.length - length);
}

/** For stock clients: they print the reason. */
export function deniedFrame(reason: string): Uint8Array {
  return frame(documentMessages.auth, (encoder) => {
    encoding.writeVarUint(encoder, permissionDenied);
    encoding.writeVarString(encoder, reason);
  });
}

/** For own clients: a refusal's code, or '' when writing is open. */
export function readOnlyFrame(code: string): Uint8Array {
  return frame(documentMessages.readOnly, (encoder) => encoding.writeVarString(encoder, code));
}

export function savedFrame(count: number): Uint8Array {
  return frame(documentMessages.saved, (encoder) => encoding.writeVarUint(encoder, count));
}

export interface AwarenessEntry {
  client: number;
  clock: number;
  /** JSON; 'null' takes the state away. */
  state: string;
}

export function awarenessFrame(entries: readonly AwarenessEntry[]): Uint8Array {
  const update = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, entries.length);
    for (const { client, clock, state } of entries) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarString(encoder, state);
    }
  });
  return frame(documentMessages.awareness, (encoder) => encoding.writeVarUint8Array(encoder, update));
}

/** Nothing at all, yet a message: a stock client hangs up after thirty seconds without one, and pings do not count. */
export const keepAliveFrame = awarenessFrame([]);

function frame(
  type: (typeof documentMessages)[keyof typeof documentMessages],
  write: (encoder: encoding.Encoder) => void,
) {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, type);
    write(encoder);
  });
}
