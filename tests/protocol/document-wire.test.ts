/** Our numbers for the messages of documents are those of the libraries that stock clients are made of. */
import { closeCodes, documentMessages } from '@mufakat/protocol';
import * as decoding from 'lib0/decoding';
import { expect, test } from 'vitest';
import { messagePermissionDenied } from 'y-protocols/auth';
import { messageYjsSyncStep1, messageYjsSyncStep2, messageYjsUpdate } from 'y-protocols/sync';
import { messageAuth, messageAwareness, messageQueryAwareness, messageSync } from 'y-websocket';
import { deniedFrame, step1Frame, step2Frame, updateFrame } from '../../apps/server/src/docs/frames';

test('types of messages', () => {
  const { sync, awareness, auth, queryAwareness } = documentMessages;
  expect({ sync, awareness, auth, queryAwareness }).toEqual({
    sync: messageSync,
    awareness: messageAwareness,
    auth: messageAuth,
    queryAwareness: messageQueryAwareness,
  });
});

test('our own messages are far from those of the protocol, and from one another', () => {
  const numbers = Object.values(documentMessages);
  expect(new Set<number>(numbers).size).toBe(numbers.length);
  expect(documentMessages.saved).toBeGreaterThanOrEqual(100);
  // One byte as a varUint, so that a frame is told by its first byte.
  for (const number of numbers) expect(number).toBeLessThan(128);
});

test('steps of the sync protocol, and a denial', () => {
  const body = Uint8Array.of(0);
  const second = (frame: Uint8Array) => {
    const decoder = decoding.createDecoder(frame);
    decoding.readVarUint(decoder);
    return decoding.readVarUint(decoder);
  };
  expect(second(step1Frame(body))).toBe(messageYjsSyncStep1);
  expect(second(step2Frame(body))).toBe(messageYjsSyncStep2);
  expect(second(updateFrame(body))).toBe(messageYjsUpdate);
  expect(second(deniedFrame('document_frozen'))).toBe(messagePermissionDenied);
});

test('close codes: those after which a stock client gives up are 44xx, and only those', () => {
  // y-websocket 3: shouldConnect ends where 4400 ≤ code < 4500.
  const { resync, ...final } = closeCodes;
  for (const code of Object.values(final)) expect(Math.floor(code / 100)).toBe(44);
  expect(resync).toBeGreaterThanOrEqual(4500);
  expect(resync).toBeLessThan(5000);
});
