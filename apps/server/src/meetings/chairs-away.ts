/** For how long no chair has had a line: then someone else may take the chair. */
import { chairs, type Meeting } from '@mufakat/domain';
import type { Presence } from './presence';

/** Server time at which the last line of any chair went; null while one is connected. */
export function chairsAwaySince(presence: Presence, state: Meeting | null): number | null {
  const now = presence.clock.now();
  const ids = state ? chairs(state).map(({ id }) => id) : [];
  const last = Math.max(presence.since, ...ids.map((id) => presence.lastHere(id, now)));
  return ids.some((id) => presence.isConnected(id)) ? null : Math.min(last, now);
}
