/**
 * Lots for ties: the seed is made from a key that lies outside the database, so that nothing is kept of it until it is
 * drawn, and neither a restart nor a copy of the database changes or tells it. Its hash is published before anyone votes.
 */
import type { Meeting } from '@mufakat/domain';
import { sha256Hex } from '@mufakat/record';
import type { Ids, Keys } from '../platform/ports';

export interface LotPorts {
  ids: Ids;
  keys: Keys;
}

/** A lot that nobody has drawn, under an id of its own. */
export function freshLot({ ids, keys }: LotPorts, meetingId: string): { id: string; hash: string } {
  const id = ids.newId();
  return { id, hash: sha256Hex(seedOf(keys, meetingId, id)) };
}

/** The seed of a poll's lot; `lost` where the poll has none, or the key is not the one that its hash was made with. */
export function lotSeed({ keys }: LotPorts, meetingId: string, meeting: Meeting, pollId: string): string {
  const lot = Object.hasOwn(meeting.polls, pollId) ? meeting.polls[pollId]?.lot : undefined;
  if (!lot) return 'lost';
  const seed = seedOf(keys, meetingId, lot.id);
  return sha256Hex(seed) === lot.hash ? seed : 'lost';
}

/** 64 hex digits. */
function seedOf(keys: Keys, meetingId: string, lotId: string): string {
  return sha256Hex(keys.sign(`lot:${meetingId}:${lotId}`));
}
