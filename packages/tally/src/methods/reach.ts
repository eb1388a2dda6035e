/**
 * Which option reaches which along arrows added one by one: the transitive closure, kept up to date. Bits in words of
 * 32, so that a new arrow costs options² ÷ 32.
 */
export class Reach {
  private readonly rows: Uint32Array[];

  constructor(size: number) {
    this.rows = Array.from({ length: size }, () => new Uint32Array(Math.ceil(size / 32)));
  }

  /** Whether there is a way along the arrows from one to the other. */
  has(from: number, to: number): boolean {
    return (((this.rows[from]?.[to >>> 5] ?? 0) >>> (to & 31)) & 1) === 1;
  }

  add(from: number, to: number): void {
    if (this.has(from, to)) return;
    const onward = this.rows[to];
    for (const [option, row] of this.rows.entries()) {
      if (option !== from && !this.has(option, from)) continue;
      row[to >>> 5] = (row[to >>> 5] ?? 0) | (1 << (to & 31));
      onward?.forEach((word, at) => (row[at] = (row[at] ?? 0) | word));
    }
  }
}
