/**
 * Frames that reach many readers are the same bytes: each distinct frame is decoded once and recognised after that by
 * its content (a sampled hash, then a full compare).
 */
interface Known<T> {
  bytes: Buffer;
  info: T;
}

const sampledHead = 72;
const sampledTail = 16;

export class FrameCache<T> {
  readonly #known = new Map<number, Known<T>>();

  constructor(readonly max = 512) {}

  get(buffer: Buffer, start: number, end: number, decode: (bytes: Buffer) => T): T {
    const hash = sampledHash(buffer, start, end);
    const found = this.#known.get(hash);
    if (found?.bytes.length === end - start && found.bytes.compare(buffer, start, end) === 0)
      return found.info;
    const bytes = Buffer.from(buffer.subarray(start, end));
    const info = decode(bytes);
    if (this.#known.size >= this.max) this.#known.clear();
    this.#known.set(hash, { bytes, info });
    return info;
  }
}

function sampledHash(buffer: Buffer, start: number, end: number): number {
  const length = end - start;
  let hash = length | 0;
  const head = Math.min(length, sampledHead);
  for (let i = 0; i < head; i++) hash = Math.imul(hash ^ buffer[start + i]!, 16777619);
  for (let i = Math.max(head, length - sampledTail); i < length; i++) {
    hash = Math.imul(hash ^ buffer[start + i]!, 16777619);
  }
  return hash;
}
