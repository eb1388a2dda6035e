/** What a frame of session events tells, whatever wire it came over. */
import type { RawSocket } from './raw-socket';
export type EventNews =
  /** The broadcast of this number. */
  | { kind: 'said'; number: number }
  /** So many votes are given in the poll that runs. */
  | { kind: 'tally'; poll: string; votes: number }
  /** Ours: a poll runs, with its name; it is closed, and this is its count. */
  | { kind: 'opened'; poll: string }
  | { kind: 'closed'; poll: string }
  | { kind: 'presence' }
  | { kind: 'other' };

/** Socket.IO's or the plain wire's event: its name and what comes with it. */
export type NamedEvent = readonly [name: string, data: unknown];

export const other: readonly EventNews[] = [{ kind: 'other' }];

/** The event in a text frame, behind Socket.IO's digits. */
export function eventIn(bytes: Buffer): NamedEvent {
  const text = bytes.toString('latin1');
  return JSON.parse(text.slice(text.indexOf('['))) as NamedEvent;
}

/** Someone who speaks, votes and hears, whatever the wire. */
export interface EventHearer {
  readonly ready: Promise<void>;
  readonly socket: RawSocket;
  readonly isIn: boolean;
  /** One of those who vote and hear; not the chair that opens and closes polls. */
  isCounted: boolean;
  /** Heard of the poll that runs: all its votes, its close. */
  sawAllVotes: boolean;
  sawClose: boolean;
  /** Speaks to all; the broadcast is heard with this number. */
  say(number: number): void;
  vote(poll: string, nth: number): void;
}
