/**
 * Reads a file, or standard input for `-`, whole but never more than is allowed, and decodes it strictly: a decoder that
 * mends bytes could hide a changed one. UTF-16 is read where its byte order mark says so, as sheets write it.
 */
import { createReadStream } from 'node:fs';

export type Bytes = { ok: true; bytes: Uint8Array } | { ok: false; reason: string };
export type Text = { ok: true; text: string } | { ok: false; line: number; column: number };

/** `reason`: the system's code, such as ENOENT, or EFBIG where it is more than `most` bytes. */
export async function readBytes(file: string, most: number): Promise<Bytes> {
  const stream = file === '-' ? process.stdin : createReadStream(file);
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > most) return { ok: false, reason: 'EFBIG' };
    }
  } catch (error) {
    return {
      ok: false,
      reason: error instanceof Error && 'code' in error ? String(error.code) : String(error),
    };
  }
  return { ok: true, bytes: Buffer.concat(chunks) };
}

/** The place is that of the first byte that is not of the text. */
export function decodeText(bytes: Uint8Array): Text {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  try {
    return { ok: true, text: new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    const lines = (new TextDecoder(encoding).decode(bytes).split('\ufffd')[0] ?? '').split('\n');
    return { ok: false, line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
  }
}
