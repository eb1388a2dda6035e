/**
 * A lot that anyone can draw again: an order of things, from a seed of 64 hex digits whose SHA-256 was published
 * before anyone voted and which is shown with the result.
 *
 * The seed is read as one number. Divided by n it leaves the place of the first among all n, counted from 0; what
 * comes out of the division is divided by n − 1 for the second among those left, and so on. So of two it is the
 * first where the seed's last hex digit is even. With 256 random bits no order of up to 40 things is likelier
 * than another by more than one in 2⁹⁶.
 *
 * Not here: the hash (this package has no dependency), and where the seed lies until the draw (the server).
 */
const seedPattern = /^[0-9a-f]{64}$/;
const most = 40;

/** Each of 0 … n−1 once, the one drawn first before the others. Throws RangeError for another seed or above 40. */
export function lotOrder(seed: string, n: number): number[] {
  if (!seedPattern.test(seed)) throw new RangeError('not a seed of 64 hex digits');
  if (!Number.isSafeInteger(n) || n < 0 || n > most) throw new RangeError(`not a number of lots: ${n}`);
  let rest = BigInt(`0x${seed}`);
  const left = Array.from({ length: n }, (_, i) => i);
  const drawn: number[] = [];
  while (left.length > 0) {
    const size = BigInt(left.length);
    drawn.push(...left.splice(Number(rest % size), 1));
    rest /= size;
  }
  return drawn;
}

/** The lot on a tied motion: *yes* where the seed's last hex digit is even, *no* where it is odd. */
export function yesOrNoByLot(seed: string): 'yes' | 'no' {
  return lotOrder(seed, 2)[0] === 0 ? 'yes' : 'no';
}
