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
export { normalBlocks, type CanonBlock, type Mark, type Run } from './text/canon-block';
export { canonicalText } from './text/canonical-text';
export { readCanonicalText } from './text/read-canonical-text';
export { plainText } from './text/plain-text';
export { headWords } from './head-words';
export { lotOrder, rollHash } from './lot';
export {
  boxHash,
  sortedBallots,
  writeRecord,
  type Box,
  type RecordFile,
  type RecordParts,
} from './record-file';
export {
  readRecord,
  verifyRecord,
  wholeEvents,
  type ProblemCode,
  type RecordProblem,
  type Verdict,
} from './verify-record';
