/**
 * An open shared document: the y-websocket client, and what the server says beside the protocol (stored so far,
 * writing is closed) as reactive values. It goes to this page's own origin, with the session's cookie.
 *
 * Loaded when a document is first shown, since it brings Yjs. Not here: how many are open (at most six, see the
 * room's documents), the editor, the shape of documents (packages/shared-docs).
 */
import {
  refusalCodes,
  whyNotWriteAgenda,
  whyNotWriteGoal,
  whyNotWriteMinutes,
  whyNotWriteNotes,
  whyNotWriteWording,
  type Decision,
  type RefusalCode,
} from '@mufakat/domain';
import { closeCodes, documentMessages, documentPath, ownMessagesParameter } from '@mufakat/protocol';
import { parseDocumentName, type DocumentName } from '@mufakat/shared-docs';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { KeptWords } from '../kept/kept-words';
import type { MeetingSession } from '../live/meeting-session';
import { leftOverOf } from './left-over';
import { onLeaving } from './on-leaving';
import { openPointer } from './pointer';
import { SaveCount } from './save-count';
import type { SharedDocument } from './shared-document';

export interface DocumentPorts {
  /** `wss://host` of this page. */
  origin: string;
  WebSocket: typeof WebSocket;
  /** What this person wrote here and the server does not have yet, kept on the device. */
  kept: KeptWords;
}

/** Opens a document by its name, such as `agenda/<meeting>`. Whoever opens it closes it. */
export async function openDocument(
  session: MeetingSession,
  name: string,
  { origin = ownOrigin(), WebSocket: Socket = WebSocket, kept }: Partial<DocumentPorts> = {},
): Promise<SharedDocument> {
  const place = { meetingId: session.meetingId, personId: session.you ?? '' };
  const words = kept ?? (await KeptWords.of(place, name));
  return new OpenDocument(session, name, { origin, WebSocket: Socket, kept: words });
}

function ownOrigin(): string {
  return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}`;
}

/** One Yjs document and its line; thrown away together where the document is loaded afresh. */
interface Copy {
  doc: Y.Doc;
  provider: WebsocketProvider;
}

class OpenDocument implements SharedDocument {
  #copy = $state.raw<Copy>();
  #line = $state.raw<SharedDocument['line']>('loading');
  #saved = $state.raw(true);
  /** What the server says about writing on this connection; null before it has said anything. */
  #serverSays = $state.raw<RefusalCode | 'open' | null>(null);
  /** Moves on with each change of the document, where words may be left over. */
  #changes = $state.raw(0);

  readonly #about: DocumentName | null;
  readonly #stopLeaving: () => void;
  #count = new SaveCount();
  #closed = false;

  constructor(
    readonly session: MeetingSession,
    readonly name: string,
    readonly ports: DocumentPorts,
  ) {
    this.#about = parseDocumentName(name);
    this.#copy = this.#connect();
    this.#stopLeaving = onLeaving(() => void ports.kept.flush());
  }

  get doc() {
    return this.#current.doc;
  }
  get awareness() {
    return this.#current.provider.awareness;
  }
  get line() {
    return this.#line;
  }
  get saved() {
    return this.#saved;
  }

  get locked(): RefusalCode | null {
    const says = this.#serverSays;
    return this.#ruleSays() ?? (says === 'open' ? null : says);
  }

  get leftOver(): string | null {
    void this.#changes;
    const settled = this.#line === 'live' && this.#serverSays === 'document_frozen';
    const decision = this.#decision;
    return settled && !this.#saved && decision ? leftOverOf(this.doc, decision) : null;
  }

  discardLeftOver(): void {
    if (this.#closed) return;
    this.#disconnect();
    void this.ports.kept.drop();
    this.#count = new SaveCount();
    this.#saved = true;
    this.#line = 'loading';
    this.#serverSays = null;
    this.#copy = this.#connect();
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#stopLeaving();
    void this.ports.kept.flush();
    this.#disconnect();
    this.#line = 'lost';
  }

  get #current(): Copy {
    if (!this.#copy) throw new Error('the document is not made yet');
    return this.#copy;
  }

  get #decision(): Decision | undefined {
    return this.#about?.kind === 'wording' ? this.session.state?.decisions[this.#about.id] : undefined;
  }

  /** The rule of the meeting as it is folded here: right before the server has said a word. */
  #ruleSays(): RefusalCode | null {
    const { state, you } = this.session;
    if (!this.#about) return 'document_unknown';
    if (!state || !you) return 'document_read_only';
    const { kind, id } = this.#about;
    switch (kind) {
      case 'agenda':
        return whyNotWriteAgenda(state, you);
      case 'wording':
        return whyNotWriteWording(state, id, you);
      case 'notes':
        return whyNotWriteNotes(state, you);
      case 'minutes':
        return whyNotWriteMinutes(state, you);
      case 'goal':
        return whyNotWriteGoal(state, id, you);
      default:
        return kind satisfies never;
    }
  }

  #connect(): Copy {
    const doc = new Y.Doc();
    const provider = new WebsocketProvider(this.ports.origin + documentPath, this.name, doc, {
      params: { [ownMessagesParameter]: '1' },
      disableBc: true,
      // The client itself comes back without jitter: a hall's devices shall not knock all at once.
      maxBackoffTime: 2000 + Math.random() * 4000,
      awareness: openPointer(doc, () => this.locked === null),
      WebSocketPolyfill: this.ports.WebSocket,
      connect: false,
    });
    this.#bringKept(doc);
    this.#listen(doc, provider);
    provider.connect();
    return { doc, provider };
  }

  /** Kept words go to the server like any that were written on a dead line: with the answer to its first question. */
  #bringKept(doc: Y.Doc): void {
    for (const update of this.ports.kept.found) {
      Y.applyUpdate(doc, update);
      this.#count.wrote(false);
    }
    this.#saved = this.#count.saved;
  }

  #disconnect(): void {
    const { doc, provider } = this.#current;
    provider.destroy();
    doc.destroy();
  }

  #listen(doc: Y.Doc, provider: WebsocketProvider): void {
    this.#hearOwnMessages(provider);
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== provider) {
        this.#count.wrote(provider.wsconnected);
        this.ports.kept.wrote(update);
      }
      this.#told();
    });
    provider.on('status', ({ status }) => {
      if (status !== 'connected') return;
      this.#count.connected();
      this.#serverSays = null;
    });
    provider.on('sync', (synced) => {
      if (synced) this.#line = 'live';
    });
    provider.on('connection-close', () => {
      if (this.#line === 'live') this.#line = 'lost';
    });
    provider.on('closed', ({ code }) => this.#turnedAway(code));
  }

  #hearOwnMessages(provider: WebsocketProvider): void {
    const { messageHandlers } = provider;
    const sync = messageHandlers[documentMessages.sync];
    messageHandlers[documentMessages.sync] = (encoder, ...rest) => {
      sync?.(encoder, ...rest);
      // An answer longer than its type is the step 2 that goes out now.
      if (encoding.length(encoder) > 1) this.#count.told();
    };
    messageHandlers[documentMessages.saved] = (_encoder, decoder) => {
      this.#count.stored(decoding.readVarUint(decoder));
      if (this.#count.saved) void this.ports.kept.drop();
      this.#told();
    };
    messageHandlers[documentMessages.readOnly] = (_encoder, decoder) => {
      this.#hearLock(decoding.readVarString(decoder));
    };
  }

  #hearLock(said: string): void {
    const code = refusalCodes.find((one) => one === said);
    this.#serverSays = said === '' ? 'open' : (code ?? 'document_read_only');
    if (this.locked !== null) this.awareness.setLocalState(null);
  }

  #told(): void {
    this.#saved = this.#count.saved;
    this.#changes += 1;
  }

  /** A final close: what may be said about why, and no way back until the document is opened again. */
  #turnedAway(code: number): void {
    this.#line = 'lost';
    this.#serverSays = reasons[code] ?? 'document_unknown';
    // It is not there, or not for this person: nothing of it stays with them.
    if (this.#serverSays === 'document_unknown') void this.ports.kept.drop();
  }
}

const reasons: Readonly<Record<number, RefusalCode>> = {
  [closeCodes.badFrame]: 'update_invalid',
  [closeCodes.notSignedIn]: 'not_signed_in',
  [closeCodes.notFound]: 'document_unknown',
  [closeCodes.tooMany]: 'too_many_requests',
};
