import * as Y from 'yjs';

/** Yjs sorts all that it merges before every step, so that a thousand at once take a second; few at a time do not. */
const fewAtATime = 24;

/** Many updates as one, in time that grows with their number and not with its square. */
export function mergeAll(updates: readonly Uint8Array[]): Uint8Array {
  if (updates.length <= fewAtATime) return Y.mergeUpdates([...updates]);
  const merged: Uint8Array[] = [];
  for (let at = 0; at < updates.length; at += fewAtATime) {
    merged.push(Y.mergeUpdates(updates.slice(at, at + fewAtATime)));
  }
  return mergeAll(merged);
}
