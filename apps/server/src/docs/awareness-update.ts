/** Awareness updates from people we do not trust: a count, then client id, clock and state as JSON for each. */
import { ByteReader } from './byte-reader';
import { maxClock } from './update-content';

export interface RawState {
  clock: number;
  /** JSON, not looked at yet; a view into the update. */
  bytes: Uint8Array;
}

const maxClients = 2 ** 32;

/** What an update says of one client; everyone else's is passed over. */
export function readOwnState(update: Uint8Array, client: number | null): RawState | 'absent' | 'malformed' {
  const reader = new ByteReader(update);
  const count = reader.varUint(maxClock);
  let own: RawState | 'absent' = 'absent';
  for (let done = 0; done < count && !reader.failed; done++) {
    const isOwn = reader.varUint(maxClients) === client;
    const clock = reader.varUint(maxClock);
    const bytes = reader.varBytes();
    if (isOwn) own = { clock, bytes };
  }
  return reader.failed || reader.left > 0 ? 'malformed' : own;
}

/** The client that an update with a single state is about, as a client's first one is; null for any other. */
export function singleClient(update: Uint8Array): number | null {
  const reader = new ByteReader(update);
  if (reader.varUint(maxClock) !== 1) return null;
  const client = reader.varUint(maxClients);
  reader.varUint(maxClock);
  const state = reader.varBytes();
  return reader.failed || isNull(state) ? null : client;
}

function isNull(state: Uint8Array): boolean {
  return state.length === 4 && state[0] === 0x6e;
}
