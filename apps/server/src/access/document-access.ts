/** The document hub's door: cookie or ticket → session → the meeting that the document belongs to → a live grant. */
import {
  mayReadDocuments,
  textOf,
  whyNotWriteAgenda,
  whyNotWriteGoal,
  whyNotWriteMinutes,
  whyNotWriteNotes,
  whyNotWriteWording,
  type RefusalCode,
} from '@mufakat/domain';
import { documentName, parseDocumentName, type DocumentName } from '@mufakat/shared-docs';
import type { Credentials, DocumentAccess, DocumentGrant } from '../docs/document-access';
import type { FanOut } from '../fanout/ports';
import { BoundedMap } from '../platform/bounded-map';
import type { MeetingRoom } from '../meetings/meeting-room';
import type { RoomRegistry } from '../rooms';
import type { AccessStore, DocumentStore } from '../store/ports';
import type { Access, MeetingEntry } from './access';
import type { Session, Sessions } from './sessions';
import type { Tickets } from './tickets';

interface Doors {
  store: AccessStore & DocumentStore;
  access: Access;
  sessions: Sessions;
  tickets: Tickets;
  rooms: Pick<RoomRegistry, 'meetingInMemory'>;
  fanOut: Pick<FanOut, 'subscribe'>;
}

/** So many that no one who signs out while a document is open is ever among those forgotten. */
const maxSignedOut = 10_000;

export interface DocumentGrants extends DocumentAccess {
  /** The grant of a person whose access is proven, for what the server writes on their behalf. */
  grantTo(access: MeetingEntry, name: DocumentName): DocumentGrant;
}

export function createDocumentAccess(doors: Doors): DocumentGrants {
  const left = new SignedOut(doors);
  const grantSince = (since: number, access: MeetingEntry, name: DocumentName): DocumentGrant => {
    const isOut = left.watch(access, since);
    return grantOf(access, name, () => (isOut() ? null : stateOf(access.room, doors.rooms)));
  };
  return {
    grant: async (credentials, wanted) => {
      const session = await sessionBehind(doors, credentials, wanted);
      if (!session) return 'not_signed_in';
      const name = parseDocumentName(wanted);
      const since = left.turn;
      const meetingId = name && (await meetingOf(doors, name));
      if (!name || !meetingId) return 'not_found';
      const meeting = await doors.access.meeting(session, meetingId);
      if (!meeting.ok) return 'not_found';
      return grantSince(since, meeting.value, name);
    },
    grantTo: (access, name) => grantSince(left.turn, access, name),
  };
}

/**
 * Devices that were signed out while a document was open there: of the server, or of one meeting because the link of
 * their person was replaced, or because they came in as somebody else. Whoever comes in again later is in.
 */
class SignedOut {
  readonly #sessions = new BoundedMap<string, true>(maxSignedOut);
  readonly #people = new BoundedMap<string, { turn: number; except: string | null }>(maxSignedOut);
  /** Of a device in a meeting: who it has become, and when. */
  readonly #reseated = new BoundedMap<string, { turn: number; personId: string }>(maxSignedOut);
  /** Counts sign-outs: a grant hears of those after the turn at which its seat was looked up. */
  turn = 0;

  constructor({ sessions, fanOut }: Pick<Doors, 'sessions' | 'fanOut'>) {
    sessions.onDrop(({ hash }) => this.#sessions.set(hash, true));
    fanOut.subscribe((meetingId, news) => {
      if (news.kind !== 'signed-out' && news.kind !== 'reseated') return;
      this.turn += 1;
      const { turn } = this;
      if (news.kind === 'signed-out')
        this.#people.set(`${meetingId} ${news.personId}`, { turn, except: news.except });
      else this.#reseated.set(`${meetingId} ${news.session}`, { turn, personId: news.personId });
    });
  }

  /** Asks whether this device has been signed out since that turn. */
  watch({ session: { hash }, room, personId }: MeetingEntry, since: number): () => boolean {
    return () => {
      if (this.#sessions.get(hash) === true) return true;
      const became = this.#reseated.get(`${room.id} ${hash}`);
      if (became && became.turn > since && became.personId !== personId) return true;
      const last = this.#people.get(`${room.id} ${personId}`);
      return last !== undefined && last.turn > since && last.except !== hash;
    };
  }
}

/** Where a document belongs. Those that come with a meeting are called as it is, and stay there. */
async function meetingOf({ store }: Doors, name: DocumentName): Promise<string | null> {
  switch (name.kind) {
    case 'agenda':
    case 'notes':
    case 'minutes':
      return name.id;
    case 'wording':
    case 'goal':
      return (await store.findDocument(documentName(name.kind, name.id)))?.stream ?? null;
    default:
      return name.kind satisfies never;
  }
}

async function sessionBehind(
  { sessions, tickets }: Doors,
  { cookie, ticket }: Credentials,
  wanted: string,
): Promise<Session | null> {
  return ticket === undefined ? sessions.find(cookie) : tickets.redeem(ticket, wanted);
}

/**
 * The meeting's state of this moment. A room may have left memory since, with nobody in it, and come back as another:
 * the one that is in memory knows; where none is, nothing has changed.
 */
function stateOf(room: MeetingRoom, rooms: Doors['rooms']): MeetingRoom['state'] {
  return (rooms.meetingInMemory(room.id) ?? room).state;
}

/** Every question is answered anew; `stateNow` is null where nobody may see anything any more. */
function grantOf(
  { personId, room: { id } }: MeetingEntry,
  name: DocumentName,
  stateNow: () => MeetingRoom['state'],
): DocumentGrant {
  return {
    documentName: documentName(name.kind, name.id),
    meetingId: id,
    personId,
    user: () => userOf(stateNow(), personId),
    mayRead: () => {
      const state = stateNow();
      return state !== null && mayReadDocuments(state, personId);
    },
    mayWrite: () => whyNotWrite(stateNow(), personId, name),
  };
}

function whyNotWrite(state: MeetingRoom['state'], personId: string, name: DocumentName): RefusalCode | null {
  if (!state) return 'document_unknown';
  switch (name.kind) {
    case 'agenda':
      return whyNotWriteAgenda(state, personId);
    case 'wording':
      return whyNotWriteWording(state, name.id, personId);
    case 'notes':
      return whyNotWriteNotes(state, personId);
    case 'minutes':
      return whyNotWriteMinutes(state, personId);
    case 'goal':
      return whyNotWriteGoal(state, name.id, personId);
    default:
      return name.kind satisfies never;
  }
}

/** How a person stands at their cursor: name, and their partner's mark, colour and unsur's shape. */
function userOf(state: MeetingRoom['state'], personId: string): ReturnType<DocumentGrant['user']> {
  const person = state?.people.get(personId);
  const partner = state?.plan.partners.find((one) => one.id === person?.partnerId);
  const chamber = state?.plan.chambers.find((one) => one.id === partner?.chamber);
  return {
    id: personId,
    name: person ? [textOf(person.address), textOf(person.name)].join(' ').trim() : '',
    mark: partner?.mark ?? '',
    colour: partner?.colour ?? 8,
    chamberShape: chamber?.shape ?? null,
  };
}
