/**
 * The hash chain. An event's `leaf` is the hash of its public body; its link, which the next event carries
 * as `prev`, is the hash of seq, prev and leaf. So whoever holds only a stub can check the chain as well,
 * and a chain belongs to its stream from the first link on.
 *
 * Not here: what the types of events mean; reading and checking of files (verify-record.ts).
 */
import { domainHash } from './hash';
import type { JsonObject } from './json';
import { checkedSalt, sealBody, type Openings } from './words';

/** What everyone may have, whoever may not see the event itself. */
export type StubEvent = { seq: number; prev: string; leaf: string };

/** `at` in milliseconds since 1970 by the server's clock; `by` is a person's id, null for the house. */
export type EventToSeal = {
  v: number;
  seq: number;
  at: number;
  type: string;
  by: string | null;
  body: JsonObject;
  prev: string;
};

/** `body` is the public one (words as { id, commitment }); `openings` can be deleted one by one. */
export type SealedEvent = EventToSeal & { salt: string; leaf: string; openings: Openings };

/** The `prev` of a stream's first event. */
export function genesis(streamId: string): string {
  return domainHash('genesis', { stream: streamId });
}

/** `newSalt` gives at least 16 random characters (32 hex digits in use); it is called once for the event and once for each of its words. */
export function sealEvent(event: EventToSeal, newSalt: () => string): SealedEvent {
  const salt = checkedSalt(newSalt());
  const { body, openings } = sealBody(event.body, newSalt);
  const { v, seq, at, type, by, prev } = event;
  return {
    v,
    seq,
    at,
    type,
    by,
    salt,
    prev,
    leaf: leafHash({ v, seq, at, type, by, salt, body }),
    body,
    openings,
  };
}

export function leafHash(event: Omit<SealedEvent, 'prev' | 'leaf' | 'openings'>): string {
  const { v, seq, at, type, by, salt, body } = event;
  return domainHash('leaf', { v, seq, at, type, by, salt, body });
}

/** The `prev` of the event after this one; of the last event, the stream's head. */
export function linkHash({ seq, prev, leaf }: StubEvent): string {
  return domainHash('link', { seq, prev, leaf });
}

/** Does this event, or stub, follow the one whose link is given; and, of a whole event, does the leaf fit? */
export function checkLink(prevHash: string, event: StubEvent | SealedEvent): boolean {
  return event.prev === prevHash && (!('body' in event) || leafHash(event) === event.leaf);
}
