/**
 * The minutes as a paper: what they tell now or told when they were locked, who has signed and who is still asked, what
 * was corrected, what happened since, and the versions before. What screens, pages and files show is made from this.
 */
import type { Id } from '../ids';
import type { Correction, LockedMinutes, Meeting } from '../meeting/state';
import type { Words } from '../words';
import { named } from './attendance-of';
import type { Capacity } from './capacities';
import type { Minutes, MinutesTurn, NamedPerson } from './facts';
import { minutesOf, turnOf } from './minutes-of';
import type { MinutesPart } from './schemas';
import { isSigned, lockedMinutes, minutesVersion, stillToSign } from './views';

export interface MinutesPaper {
  /** Signed: by chair and secretary. */
  status: 'draft' | 'locked' | 'signed';
  version: number;
  /** When they were locked, and the last event and its link of the record that they tell; null for a draft. */
  locked: { at: number; upTo: number; head: string } | null;
  facts: Minutes;
  /** Canonical text of the parts that have prose; of a draft it is in its document, and this is empty. */
  prose: readonly { part: MinutesPart; text: Words }[];
  signatures: readonly PaperSignature[];
  /** Chairs and secretaries whose signature is still asked for. */
  missing: readonly { as: Capacity; person: NamedPerson }[];
  corrections: readonly PaperCorrection[];
  /** The meeting's course after the locking. */
  since: readonly MinutesTurn[];
  /** Versions that were opened again, with their signatures, which are void. */
  earlier: readonly EarlierVersion[];
}

export interface PaperSignature {
  as: Capacity;
  /** Server time, milliseconds. */
  at: number;
  person: NamedPerson;
  partnerId: Id | null;
}

export interface PaperCorrection {
  id: Id;
  part: MinutesPart | null;
  text: Words;
  by: NamedPerson;
  partnerId: Id | null;
  at: number;
  outcome: Correction['outcome'];
}

export interface EarlierVersion {
  version: number;
  at: number;
  signatures: readonly PaperSignature[];
  reopened: { reason: Words; at: number };
}

export function paperOf(state: Meeting): MinutesPaper {
  const locked = lockedMinutes(state);
  return {
    status: locked ? (isSigned(locked) ? 'signed' : 'locked') : 'draft',
    version: minutesVersion(state),
    locked: locked && { at: locked.at, upTo: locked.upTo, head: locked.head },
    facts: locked?.facts ?? minutesOf(state),
    prose: locked?.prose ?? [],
    signatures: locked ? signaturesOf(state, locked) : [],
    missing: stillToSign(state).map(({ as, person }) => ({ as, person: named(state, person.id) })),
    corrections: state.minutes.corrections.map((one) => correctionOf(state, one)),
    since: locked
      ? state.course.filter(({ at }) => at > locked.at).map((moment) => turnOf(state, moment))
      : [],
    earlier: state.minutes.locked.flatMap((one) => earlierOf(state, one)),
  };
}

function signaturesOf(state: Meeting, { signatures }: LockedMinutes): PaperSignature[] {
  return signatures.map(({ personId, as, at }) => ({
    as,
    at,
    person: named(state, personId),
    partnerId: state.people.get(personId)?.partnerId ?? null,
  }));
}

function correctionOf(state: Meeting, { id, part, text, by, at, outcome }: Correction): PaperCorrection {
  const partnerId = state.people.get(by)?.partnerId ?? null;
  return { id, part, text, by: named(state, by), partnerId, at, outcome };
}

function earlierOf(state: Meeting, locked: LockedMinutes): EarlierVersion[] {
  const { version, at, reopened } = locked;
  return reopened ? [{ version, at, signatures: signaturesOf(state, locked), reopened }] : [];
}
