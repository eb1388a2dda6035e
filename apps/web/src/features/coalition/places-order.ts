// The order of places on the front page: what one most likely came for stands first.
import type { Place } from '@mufakat/protocol';

/** Meetings last; one that began half a day ago may still go on. */
const stillOnMs = 12 * 3_600_000;

export function inOrder(places: readonly Place[], now: number): Place[] {
  const rank = ({ kind, at }: Place): number => (kind === 'coalition' ? 1 : at > now - stillOnMs ? 0 : 2);
  return [...places].sort(
    (a, b) =>
      rank(a) - rank(b) || (rank(a) === 0 ? a.at - b.at : b.at - a.at) || a.title.localeCompare(b.title),
  );
}
