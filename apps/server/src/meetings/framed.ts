/**
 * A message of the live channel with its bytes as they go over a WebSocket, so that many lines share them: made once for
 * the same object, which is not changed after.
 */
import type { ServerToClient } from '@mufakat/protocol';
import { Encoder, PacketType } from 'socket.io-parser';
import { opcodes, wholeFrame } from '../platform/websocket-frame';

export type MessageName = keyof ServerToClient;
export type MessageOf<N extends MessageName> = Parameters<ServerToClient[N]>[0];

const encoder = new Encoder();
/** Engine.IO's type of a message. */
const message = '4';

export interface Framed<N extends MessageName> {
  name: N;
  data: MessageOf<N>;
  frame: Buffer;
}

function frameOf(part: unknown): Buffer {
  return part instanceof Uint8Array
    ? wholeFrame(opcodes.binary, part)
    : wholeFrame(opcodes.text, Buffer.from(`${message}${String(part)}`));
}

const made = new WeakMap<object, Framed<MessageName>>();

export function framed<N extends MessageName>(name: N, data: MessageOf<N>): Framed<N> {
  const before = made.get(data);
  // The compiler cannot tell that an object which is this message was framed as one.
  if (before?.name === name) return before as Framed<N>;
  const one = encoded(name, data);
  made.set(data, one);
  return one;
}

function encoded<N extends MessageName>(name: N, data: MessageOf<N>): Framed<N> {
  // Its types say `any`: a text, and behind it the bytes that the text has places for.
  const parts = encoder.encode({ type: PacketType.EVENT, nsp: '/', data: [name, data] }) as unknown[];
  return { name, data, frame: Buffer.concat(parts.map(frameOf)) };
}
