/** WebSocket messages as they go over the wire: unfragmented, unmasked, not compressed (RFC 6455, 5.2). */
export const opcodes = { text: 0x1, binary: 0x2 } as const;
type Opcode = (typeof opcodes)[keyof typeof opcodes];

const final = 0x80;

export function frameHeader(opcode: Opcode, length: number): Buffer {
  const first = final | opcode;
  if (length < 126) return Buffer.from([first, length]);
  if (length < 65_536) return Buffer.from([first, 126, length >> 8, length & 255]);
  const header = Buffer.alloc(10);
  header[0] = first;
  header[1] = 127;
  header.writeUIntBE(length, 4, 6);
  return header;
}

export function wholeFrame(opcode: Opcode, payload: Uint8Array): Buffer {
  return Buffer.concat([frameHeader(opcode, payload.length), payload]);
}
