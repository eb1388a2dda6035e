/**
 * Proof of who stands where, as a type: branded, so that only access/ can make one (access.ts). Every method that acts
 * for a person takes one. Rooms know these and nothing else of access/.
 */
import type { Session } from './sessions';

declare const proof: unique symbol;

/** Their device has come into the meeting, whatever became of the seat: they may wait, or have been removed. */
export interface ArrivedAccess {
  readonly [proof]: 'arrived' | 'meeting';
  readonly session: Session;
  readonly personId: string;
}

/** They hold a seat. */
export interface MeetingAccess extends ArrivedAccess {
  readonly [proof]: 'meeting';
}

export interface CoalitionAccess {
  readonly [proof]: 'coalition';
  readonly session: Session;
  readonly personId: string;
}

/** What is left to say when the brand is taken off: what access.ts fills in. */
export type Unproven<A> = Omit<A, typeof proof>;
