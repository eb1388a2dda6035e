/**
 * A lot that anyone can draw again: from a seed that is published before anything depends on it, things come in the
 * order of a hash over the seed and each of them. And the hash of a roll, which is frozen in the same event.
 */
import { domainHash } from './hash';
import { canonicalJson, type JsonValue } from './json';

/** The ids in the order that the seed gives them, whatever order they are given in. */
export function lotOrder(seed: string, ids: readonly string[]): string[] {
  const drawn = ids.map((id) => ({ id, lot: domainHash('lot', { seed, id }) }));
  return drawn.sort((a, b) => (a.lot < b.lot ? -1 : a.lot > b.lot ? 1 : 0)).map(({ id }) => id);
}

/** Entries may be given in any order. */
export function rollHash(pollId: string, roll: readonly JsonValue[]): string {
  const sorted = roll.map(canonicalJson).sort();
  return domainHash('roll', { pollId, roll: sorted });
}
