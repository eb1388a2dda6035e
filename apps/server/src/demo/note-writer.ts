/**
 * Writes a line into a shared text as any y-websocket client does, shows its cursor there for a while, and goes again.
 */
import { documentMessages, documentPath } from '@mufakat/protocol';
import { notesOf } from '@mufakat/shared-docs';
import { createDecoder, readVarUint } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import { WebSocket } from 'ws';
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import { messageYjsSyncStep2, readSyncMessage, writeSyncStep1, writeUpdate } from 'y-protocols/sync';
import * as Y from 'yjs';
import type { Line } from './live-client';

const staysMs = 20_000;

/** Answers with the way to end it early. */
export function writeNote({ url, cookie, meetingId }: Line, itemId: string, text: string): () => void {
  const doc = new Y.Doc();
  const awareness = new Awareness(doc);
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}${documentPath}notes/${meetingId}`, {
    headers: { cookie },
  });
  const timer = setTimeout(() => socket.close(), staysMs);
  timer.unref();
  socket.binaryType = 'nodebuffer';
  socket.on('open', () => socket.send(frame((encoder) => writeSyncStep1(encoder, doc))));
  socket.on('message', (data: Buffer) => {
    const decoder = createDecoder(new Uint8Array(data));
    if (readVarUint(decoder) !== documentMessages.sync) return;
    const answer = createEncoder();
    writeVarUint(answer, documentMessages.sync);
    const kind = readSyncMessage(decoder, answer, doc, 'server');
    if (kind !== messageYjsSyncStep2) return;
    socket.send(frame((encoder) => writeUpdate(encoder, lineIn(doc, itemId, text))));
    socket.send(cursorAt(awareness, notesOf(doc, itemId)));
  });
  socket.on('error', () => socket.terminate());
  socket.on('close', () => {
    clearTimeout(timer);
    awareness.destroy();
    doc.destroy();
  });
  return () => socket.close();
}

function frame(write: (encoder: ReturnType<typeof createEncoder>) => void): Uint8Array {
  const encoder = createEncoder();
  writeVarUint(encoder, documentMessages.sync);
  write(encoder);
  return toUint8Array(encoder);
}

/** The change that adds a paragraph at the end. */
function lineIn(doc: Y.Doc, itemId: string, text: string): Uint8Array {
  const before = Y.encodeStateVector(doc);
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(text)]);
  notesOf(doc, itemId).push([paragraph]);
  return Y.encodeStateAsUpdate(doc, before);
}

function cursorAt(awareness: Awareness, fragment: Y.XmlFragment): Uint8Array {
  const last: unknown = fragment.get(fragment.length - 1);
  const end = last instanceof Y.XmlElement ? last.get(0) : null;
  const at = end instanceof Y.XmlText ? Y.createRelativePositionFromTypeIndex(end, end.length) : null;
  const point: unknown = at && Y.relativePositionToJSON(at);
  awareness.setLocalState({ cursor: { anchor: point, head: point } });
  const encoder = createEncoder();
  writeVarUint(encoder, documentMessages.awareness);
  writeVarUint8Array(encoder, encodeAwarenessUpdate(awareness, [awareness.clientID]));
  return toUint8Array(encoder);
}
