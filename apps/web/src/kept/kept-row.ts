/**
 * What a device keeps for a person until the server has it: words written and orders given on a dead line. A row
 * belongs to one person in one meeting and to nobody else on the same device; nothing that the server has said is
 * ever in one. Words go after 30 days; what an order says (a ballot above all) after 24 hours, its row with the words.
 */
import type { BallotMessage, CommandMessage } from '@mufakat/protocol';

export interface Place {
  readonly meetingId: string;
  readonly personId: string;
}

export type Parcel =
  | { readonly kind: 'command'; readonly message: CommandMessage }
  | { readonly kind: 'ballot'; readonly message: BallotMessage };

export type KeptContent =
  /** Own updates of a document, merged, that are not on the server's disk. */
  | { readonly kind: 'words'; readonly document: string; readonly update: Uint8Array<ArrayBuffer> }
  | Parcel
  /** An order too old to be sent, of which only this is left, so that its person can be told. */
  | { readonly kind: 'stale' };

export interface KeptRow extends Place {
  readonly key: string;
  /** When it was kept, by this device's clock, milliseconds. */
  readonly at: number;
  readonly content: KeptContent;
}

export const keepWordsMs = 30 * 86_400_000;
export const keepOrdersMs = 86_400_000;
/** Of one document's words; the server takes no more at once either. */
export const mostWordsBytes = 2 * 1024 * 1024;

/** A row as it was found, or null where it is of another version of the client. */
export function readRow(found: unknown): KeptRow | null {
  if (!isRecord(found)) return null;
  const { key, meetingId, personId, at } = found;
  const content = readContent(found.content);
  if (typeof key !== 'string' || typeof meetingId !== 'string' || typeof personId !== 'string') return null;
  return typeof at === 'number' && content ? { key, meetingId, personId, at, content } : null;
}

function readContent(found: unknown): KeptContent | null {
  if (!isRecord(found)) return null;
  const { kind, document, update } = found;
  if (kind === 'stale') return { kind };
  if (kind === 'words') {
    const whole = typeof document === 'string' && update instanceof Uint8Array;
    return whole ? { kind, document, update: new Uint8Array(update) } : null;
  }
  // The server reads every message from the start; here only what names it has to be there.
  if (!isRecord(found.message) || typeof found.message.meetingId !== 'string') return null;
  const { id, ballot } = found.message;
  if (kind === 'command' && typeof id === 'string')
    return { kind, message: found.message as unknown as CommandMessage };
  if (kind !== 'ballot' || !isRecord(ballot) || typeof ballot.ballotId !== 'string') return null;
  return { kind, message: found.message as unknown as BallotMessage };
}

function isRecord(found: unknown): found is Record<string, unknown> {
  return typeof found === 'object' && found !== null;
}

/** What a row has become by now: itself, only the sign that something was there, or nothing. */
export function agedRow(one: KeptRow, now: number): KeptRow | null {
  const age = now - one.at;
  if (age > keepWordsMs) return null;
  return one.content.kind === 'words' || age <= keepOrdersMs ? one : { ...one, content: { kind: 'stale' } };
}

/** The documents that rows have words of. */
export function documentsIn(rows: readonly KeptRow[]): string[] {
  const names = rows.flatMap(({ content }) => (content.kind === 'words' ? [content.document] : []));
  return [...new Set(names)];
}

export function isAt(one: Place, { meetingId, personId }: Place): boolean {
  return one.meetingId === meetingId && one.personId === personId;
}
