/**
 * A Y.Map of Y.Maps by id as an ordered list: each entry holds `order`, a fractional key, so that a move writes one
 * key and never deletes. Equal keys (two moves at once) fall back to the id, so that everyone reads the same list.
 *
 * Reading is total: entries that are no maps, or whose id is none, do not stand in the list.
 */
import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import * as Y from 'yjs';

export type OrderedEntry = [id: string, entry: Y.Map<unknown>];

export const idPattern = /^[A-Za-z0-9_-]{22}$/;

export function sortedEntries(map: Y.Map<unknown>): OrderedEntry[] {
  const entries: OrderedEntry[] = [];
  map.forEach((entry, id) => {
    if (entry instanceof Y.Map && idPattern.test(id)) entries.push([id, entry]);
  });
  return entries.sort(byOrder);
}

/**
 * A key that sorts at `index` among the entries other than `moving`; numbers all of them afresh where none fits
 * between, so the caller is in a transaction.
 */
export function keyAt(map: Y.Map<unknown>, index: number, moving: string | null): string {
  const others = sortedEntries(map).filter(([id]) => id !== moving);
  const place = Math.max(0, Math.min(index, others.length));
  const before = others[place - 1];
  const after = others[place];
  try {
    return generateKeyBetween(before ? orderOf(before[1]) : null, after ? orderOf(after[1]) : null);
  } catch {
    // Equal or foreign keys: number all others afresh, then there is room.
    const keys = generateNKeysBetween(null, null, others.length + 1);
    others.forEach(([, entry], at) => entry.set('order', keys[at < place ? at : at + 1]));
    return keys[place] ?? generateKeyBetween(null, null);
  }
}

/** Order keys compare as code units. */
function byOrder([idA, a]: OrderedEntry, [idB, b]: OrderedEntry): number {
  const keyA = orderOf(a);
  const keyB = orderOf(b);
  if (keyA !== keyB) return keyA < keyB ? -1 : 1;
  return idA < idB ? -1 : 1;
}

function orderOf(entry: Y.Map<unknown>): string {
  const order = entry.get('order');
  return typeof order === 'string' ? order : '';
}
