/** What the log says about an event besides its body. */
import type { Id } from './ids';

export interface Envelope {
  /** Place in the record, from 1. */
  seq: number;
  /** Server time, milliseconds since 1970, UTC. */
  at: number;
  /** The person who acted, or null for the server. */
  by: Id | null;
}
