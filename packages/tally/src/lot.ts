/**
 * The lot on a tied motion, which anyone can draw again: from a seed of 64 hex digits whose SHA-256 was published before
 * anyone voted and which is shown with the result. *Yes* where its last hex digit is even, *no* where it is odd.
 *
 * Not here: the hash (this package has no dependency), where the seed lies until the draw (the server), and the order of
 * many things by lot (packages/record).
 */
const seedPattern = /^[0-9a-f]{63}([0-9a-f])$/;

/** Throws RangeError for another seed. */
export function yesOrNoByLot(seed: string): 'yes' | 'no' {
  const last = seedPattern.exec(seed)?.[1];
  if (last === undefined) throw new RangeError('not a seed of 64 hex digits');
  return Number.parseInt(last, 16) % 2 === 0 ? 'yes' : 'no';
}
