/**
 * The record: canonical JSON and canonical text, the hash chain, and the file that anyone can verify.
 * Used by the server, the browser and the command line. Pure: no clock, no randomness, no I/O.
 */
export { canonicalJson, type JsonObject, type JsonValue } from './json';
export { sha256Hex } from './hash';
export {
  commitmentOf,
  openBody,
  sealBody,
  type Opening,
  type Openings,
  type Sealed,
  type Words,
} from './words';
export {
  checkLink,
  genesis,
  leafHash,
  linkHash,
  sealEvent,
  type EventToSeal,
  type SealedEvent,
  type StubEvent,
} from './chain';
