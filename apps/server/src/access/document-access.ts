/** The document hub's door: cookie or ticket → session → the meeting that the document belongs to → a live grant. */
import {
  mayReadDocuments,
  textOf,
  whyNotWriteAgenda,
  whyNotWriteWording,
  type RefusalCode,
} from '@mufakat/domain';
import { parseDocumentName, type DocumentName } from '@mufakat/shared-docs';
import type { Credentials, DocumentAccess, DocumentGrant } from '../docs/document-access';
import type { AccessStore, DocumentStore } from '../store/ports';
import type { Access, MeetingAccess } from './access';
import type { Session, Sessions } from './sessions';
import type { Tickets } from './tickets';

interface Doors {
  store: AccessStore & DocumentStore;
  access: Access;
  sessions: Sessions;
  tickets: Tickets;
}

export function createDocumentAccess(doors: Doors): DocumentAccess {
  return {
    grant: async (credentials, documentName) => {
      const session = await sessionBehind(doors, credentials, documentName);
      if (!session) return 'not_signed_in';
      const name = parseDocumentName(documentName);
      const document = name ? await doors.store.findDocument(documentName) : null;
      if (!name || !document) return 'not_found';
      const meeting = await doors.access.meeting(session, document.stream);
      return meeting.ok ? grantOf(meeting.value, documentName, name) : 'not_found';
    },
  };
}

async function sessionBehind(
  { sessions, tickets }: Doors,
  { cookie, ticket }: Credentials,
  documentName: string,
): Promise<Session | null> {
  return ticket === undefined ? sessions.find(cookie) : tickets.redeem(ticket, documentName);
}

/** Every question is answered from the meeting's state of this moment. */
function grantOf(access: MeetingAccess, documentName: string, name: DocumentName): DocumentGrant {
  const { room, personId } = access;
  return {
    documentName,
    meetingId: room.id,
    personId,
    user: () => userOf(access),
    mayRead: () => room.state !== null && mayReadDocuments(room.state, personId),
    mayWrite: () => whyNotWrite(access, name),
  };
}

function whyNotWrite({ room, personId }: MeetingAccess, name: DocumentName): RefusalCode | null {
  if (!room.state) return 'document_unknown';
  switch (name.kind) {
    case 'agenda':
      return whyNotWriteAgenda(room.state, personId);
    case 'wording':
      return whyNotWriteWording(room.state, name.id, personId);
    default:
      return name.kind satisfies never;
  }
}

/** How a person stands at their cursor: name, and their partner's mark, colour and unsur's shape. */
function userOf({ room, personId }: MeetingAccess): ReturnType<DocumentGrant['user']> {
  const person = room.state?.people[personId];
  const partner = room.state?.plan.partners.find((one) => one.id === person?.partnerId);
  const chamber = room.state?.plan.chambers.find((one) => one.id === partner?.chamber);
  return {
    id: personId,
    name: person ? [textOf(person.address), textOf(person.name)].join(' ').trim() : '',
    mark: partner?.mark ?? '',
    colour: partner?.colour ?? 8,
    chamberShape: chamber?.shape ?? null,
  };
}
