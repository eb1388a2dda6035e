/** The world outside, as ports from the first day: clock, ids, keys. Tests bring their own. */

export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
}

export interface Ids {
  /** 128 random bits as 22 base64url characters. */
  newId(): string;
  /** At least 128 random bits, hex, for commitments and leaves. */
  newSalt(): string;
  /** 256 random bits, base64url, for session tokens and tickets. */
  newToken(): string;
  /** Six letters without look-alikes, for the open code. */
  newCode(): string;
}

export interface Keys {
  /** Keyed hash of a text, base64url: turns a link's id into its secret. Keys lie outside the database. */
  sign(text: string): string;
}
