// What the door shows and what it hands back. Shapes for the page only; the wire has its own.

/** The meeting that a code belongs to, as far as people at the door may know it. */
export interface DoorMeeting {
  readonly title: string;
  readonly coalition: string;
  readonly startsAt: Date;
  /** Where people meet in body; empty where they do not. */
  readonly place: string;
  /** IANA name of the meeting's zone. */
  readonly zone: string;
  /** How many months the forum keeps its meetings; null: until it deletes them. */
  readonly keptMonths?: number | null;
}

export interface DoorPartner {
  readonly id: string;
  readonly name: string;
  readonly letters: string;
}

export type AddressKind = 'ibu' | 'bapak' | 'kakak' | 'other' | 'none';

/** How somebody wants to be called; `address` as on the wire (address.ts). */
export interface KnownName {
  readonly name: string;
  readonly address: string;
}

export interface Joining extends KnownName {
  readonly code: string;
  /** No partner: comes for themselves. */
  readonly partner: string | undefined;
}

/** What the server said about the code or the name, already worded. */
export interface DoorErrors {
  readonly code?: string | undefined;
  readonly name?: string | undefined;
}
