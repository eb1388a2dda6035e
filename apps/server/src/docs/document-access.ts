/**
 * What the document hub asks of access/: who stands behind a connection, and what they may do right now.
 *
 * `mayWrite` is asked for every change, against the meeting's present state, so a lost right is lost at once.
 * The hub never looks at a session, a role or a meeting itself.
 */
import type { RefusalCode } from '@mufakat/domain';

export interface DocumentGrant {
  documentName: string;
  meetingId: string;
  personId: string;
  /** For awareness: written by the server, never by the client. Read anew when asked, since names change. */
  user(): { id: string; name: string; mark: string; colour: number; chamberShape: string | null };
  mayRead(): boolean;
  /** Null when this person may write now; else why not. */
  mayWrite(): RefusalCode | null;
}

export interface DocumentAccess {
  /** The grant for a document, or the same refusal for unknown and forbidden ones (`not_found`). */
  grant(credentials: Credentials, documentName: string): Promise<DocumentGrant | RefusalCode>;
}

export interface Credentials {
  cookie: string | undefined;
  ticket: string | undefined;
}
