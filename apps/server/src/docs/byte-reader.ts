/**
 * Reads lib0's encoding from bytes that nobody vouches for: bounded, never throws, allocates nothing.
 *
 * Failure is sticky: after the first byte that does not fit, `failed` stays true and every read answers 0, so a
 * loop that looks at `failed` ends. A number that is too large is a failure.
 */
export class ByteReader {
  pos: number;
  failed = false;

  constructor(
    readonly bytes: Uint8Array,
    from = 0,
    readonly end = bytes.length,
  ) {
    this.pos = from;
  }

  get left(): number {
    return this.failed ? 0 : this.end - this.pos;
  }

  fail(): 0 {
    this.failed = true;
    return 0;
  }

  byte(): number {
    if (this.left < 1) return this.fail();
    return this.bytes[this.pos++] ?? 0;
  }

  /** A number below `limit`, which is at most 2³². Five bytes at most. */
  varUint(limit: number): number {
    let value = 0;
    let scale = 1;
    for (let count = 0; count < 5; count++) {
      const byte = this.byte();
      value += (byte & 127) * scale;
      scale *= 128;
      if (byte < 128) return value < limit && !this.failed ? value : this.fail();
    }
    return this.fail();
  }

  skip(count: number): void {
    if (count > this.left) this.fail();
    else this.pos += count;
  }

  /** Bytes with their length before them, as a view. */
  varBytes(): Uint8Array {
    const length = this.varUint(this.end + 1);
    const start = this.pos;
    this.skip(length);
    return this.failed ? none : this.bytes.subarray(start, this.pos);
  }

  skipVarBytes(): void {
    this.skip(this.varUint(this.end + 1));
  }

  /** Skips UTF-8 with its length before it; answers with its length in UTF-16 units, as JavaScript counts. */
  skipText(): number {
    const length = this.varUint(this.end + 1);
    if (length > this.left) return this.fail();
    const units = utf16Length(this.bytes, this.pos, this.pos + length);
    if (units < 0) return this.fail();
    this.pos += length;
    return units;
  }
}

const none = new Uint8Array(0);

/** Length in UTF-16 units of strict UTF-8 (as `TextDecoder` with `fatal` takes it), or -1. */
function utf16Length(bytes: Uint8Array, start: number, end: number): number {
  let units = 0;
  let at = start;
  while (at < end) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      at++;
      units++;
      continue;
    }
    const width = sequenceWidth(bytes, at, end);
    if (width === 0) return -1;
    at += width;
    units += width === 4 ? 2 : 1;
  }
  return units;
}

/** Width of the sequence of two to four bytes at `at`; 0 where it is none. Table 3-7 of the Unicode standard. */
function sequenceWidth(bytes: Uint8Array, at: number, end: number): 0 | 2 | 3 | 4 {
  const lead = bytes[at] ?? 0;
  const width = lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : 4;
  if (lead < 0xc2 || lead > 0xf4 || at + width > end) return 0;
  const second = bytes[at + 1] ?? 0;
  const lowest = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const highest = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (second < lowest || second > highest) return 0;
  for (let next = at + 2; next < at + width; next++) {
    if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  return width;
}
