import type { Meeting, MeetingEvent } from '@mufakat/domain';
import { decisionId, drafted, fold, frozen, opened, who } from '@mufakat/domain/testing';
import { closeCodes, documentMessages } from '@mufakat/protocol';
import { documentName, freezeWording, wordingFragment } from '@mufakat/shared-docs';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { afterEach, expect, it, vi } from 'vitest';
import * as sync from 'y-protocols/sync';
import * as Y from 'yjs';
import { KeptWords } from '../kept/kept-words';
import { memoryRows } from '../kept/memory-rows';
import { Shelf } from '../kept/shelf.svelte';
import type { MeetingSession } from '../live/meeting-session';
import { meetingId } from '../live/testing';
import { openDocument } from './open-document.svelte';
import type { SharedDocument } from './shared-document';

/** The server's side of a document: what it has, whether it takes writing, and the sockets that are open. */
class Hub {
  doc = new Y.Doc();
  lock = '';
  stores = true;
  /** Nobody gets through. */
  down = false;
  sockets: FakeSocket[] = [];
  urls: string[] = [];

  get last(): FakeSocket {
    return this.sockets.at(-1)!;
  }

  receive(socket: FakeSocket, bytes: Uint8Array): void {
    const decoder = decoding.createDecoder(bytes);
    if (decoding.readVarUint(decoder) !== documentMessages.sync) return;
    const kind = decoding.readVarUint(decoder);
    const body = decoding.readVarUint8Array(decoder);
    if (kind === sync.messageYjsSyncStep1) return socket.tell((to) => answer(to, this.doc, body));
    if (kind === sync.messageYjsUpdate) socket.updates += 1;
    if (this.lock !== '') {
      if (bringsNews(this.doc, body)) socket.tell((to) => said(to, documentMessages.readOnly, this.lock));
      return;
    }
    Y.applyUpdate(this.doc, body);
    if (this.stores) socket.tell((to) => stored(to, socket.updates));
  }

  freeze(): void {
    this.lock = 'document_frozen';
    for (const socket of this.sockets) socket.tell((to) => said(to, documentMessages.readOnly, this.lock));
  }
}

function answer(to: encoding.Encoder, doc: Y.Doc, stateVector: Uint8Array): void {
  encoding.writeVarUint(to, documentMessages.sync);
  sync.writeSyncStep2(to, doc, stateVector);
}

function said(to: encoding.Encoder, type: number, text: string): void {
  encoding.writeVarUint(to, type);
  encoding.writeVarString(to, text);
}

function stored(to: encoding.Encoder, count: number): void {
  encoding.writeVarUint(to, documentMessages.saved);
  encoding.writeVarUint(to, count);
}

function bringsNews(doc: Y.Doc, update: Uint8Array): boolean {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  const before = JSON.stringify(copy.getXmlFragment('wording'));
  Y.applyUpdate(copy, update);
  return before !== JSON.stringify(copy.getXmlFragment('wording'));
}

class FakeSocket {
  static hub: Hub;
  readonly OPEN = 1;
  readyState = 0;
  binaryType = '';
  updates = 0;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null;
  onclose: ((event: { code: number; reason: string }) => void) | null = null;
  onerror: (() => void) | null = null;
  readonly #hub = FakeSocket.hub;

  constructor(url: string) {
    this.#hub.sockets.push(this);
    this.#hub.urls.push(url);
    queueMicrotask(() => this.#open());
  }

  #open(): void {
    if (this.readyState !== 0) return;
    if (this.#hub.down) return this.hangUp(1006);
    this.readyState = 1;
    this.onopen?.();
    if (this.#hub.lock !== '') this.tell((to) => said(to, documentMessages.readOnly, this.#hub.lock));
    this.tell((to) => {
      encoding.writeVarUint(to, documentMessages.sync);
      sync.writeSyncStep1(to, this.#hub.doc);
    });
  }

  send(bytes: Uint8Array): void {
    if (this.readyState === 1) queueMicrotask(() => this.#hub.receive(this, bytes.slice()));
  }

  tell(write: (to: encoding.Encoder) => void): void {
    const bytes = encoding.encode(write);
    if (this.readyState === 1) this.onmessage?.({ data: bytes.slice().buffer });
  }

  close(): void {
    this.readyState = 3;
  }

  hangUp(code: number): void {
    this.readyState = 3;
    this.onclose?.({ code, reason: '' });
  }
}

const name = documentName('wording', decisionId);
const draft: MeetingEvent[] = [...opened(), drafted()];
const open: SharedDocument[] = [];

afterEach(() => {
  for (const document of open.splice(0)) document.close();
  vi.useRealTimers();
});

function meeting(events: MeetingEvent[]): Meeting {
  const state = fold(events);
  if (state.status !== 'planned') throw new Error('no meeting');
  return state;
}

async function opens(
  events = draft,
  you: string = who.chair,
  hub = new Hub(),
  shelf = new Shelf(memoryRows(), false),
) {
  vi.useFakeTimers();
  FakeSocket.hub = hub;
  const session = { meetingId, state: meeting(events), you };
  const place = { meetingId, personId: you };
  const found = await shelf.of(place);
  // Only the three are read.
  const document = await openDocument(session as unknown as MeetingSession, name, {
    origin: 'ws://hall.test',
    WebSocket: FakeSocket as unknown as typeof WebSocket,
    kept: new KeptWords(shelf, place, name, found),
  });
  open.push(document);
  const lockedAtFirst = document.locked;
  const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms);
  await settle();
  return { hub, session, document, settle, lockedAtFirst, shelf, place };
}

function write(doc: Y.Doc, text: string): void {
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(text)]);
  wordingFragment(doc).insert(wordingFragment(doc).length, [paragraph]);
}

const plain = (doc: Y.Doc): string => freezeWording(doc).plain;

it('comes from its own address, is loading until it is there, and goes with the session’s cookie', async () => {
  const hub = new Hub();
  write(hub.doc, 'Jalan diperbaiki.');
  const { document } = await opens(draft, who.chair, hub);
  expect(hub.urls).toEqual([`ws://hall.test/sync/${name}?mufakat=1`]);
  expect(document.line).toBe('live');
  expect(plain(document.doc)).toBe('Jalan diperbaiki.');
});

it('says whether everything is stored', async () => {
  const { hub, document, settle } = await opens();
  expect(document.saved).toBe(true);
  hub.stores = false;
  write(document.doc, 'satu');
  await settle();
  expect(document.saved).toBe(false);
  hub.stores = true;
  write(document.doc, 'dua');
  await settle();
  expect(document.saved).toBe(true);
});

it('brings what was written on a dead line', async () => {
  const { hub, document, settle } = await opens();
  hub.last.hangUp(closeCodes.resync);
  expect(document.line).toBe('lost');
  write(document.doc, 'tanpa jaringan');
  expect(document.saved).toBe(false);
  await settle(10_000);
  expect(document.line).toBe('live');
  expect(document.saved).toBe(true);
  expect(plain(hub.doc)).toContain('tanpa jaringan');
});

it('is locked by the rules before the server has said a word, and by the server’s word before the event has come', async () => {
  const guest = await opens(draft, who.guest);
  expect(guest.lockedAtFirst).toBe('document_read_only');
  const { hub, document, lockedAtFirst } = await opens();
  expect(lockedAtFirst).toBeNull();
  hub.freeze();
  expect(document.locked).toBe('document_frozen');
  hub.last.tell((to) => said(to, documentMessages.readOnly, ''));
  expect(document.locked).toBeNull();
});

it('takes its pointer away when it is locked', async () => {
  const { hub, document } = await opens();
  document.awareness.setLocalStateField('cursor', { anchor: 1 });
  expect(document.awareness.getLocalState()).toEqual({ cursor: { anchor: 1 } });
  hub.freeze();
  expect(document.awareness.getLocalState()).toBeNull();
});

it('offers words written on a dead line into a text frozen meanwhile, until they are given up', async () => {
  const { hub, session, document, settle } = await opens();
  write(document.doc, 'Jalan diperbaiki.');
  await settle();
  hub.last.hangUp(1006);
  write(document.doc, 'Jembatan juga.');
  hub.freeze();
  const { text: _, ...rest } = frozen();
  session.state = meeting([...draft, { ...rest, ...freezeWording(hub.doc) }]);
  expect(document.leftOver).toBeNull();
  await settle(10_000);
  expect(document.locked).toBe('document_frozen');
  expect(document.leftOver).toBe(plain(document.doc));
  expect(document.leftOver).toContain('Jembatan juga.');
  const before = document.doc;
  document.discardLeftOver();
  await settle();
  expect(document.doc).not.toBe(before);
  expect(document.leftOver).toBeNull();
  expect(document.saved).toBe(true);
  expect(plain(document.doc)).toBe('Jalan diperbaiki.');
  expect(hub.sockets.filter((socket) => socket.readyState === 1)).toHaveLength(1);
});

it('offers nothing to those who have only read', async () => {
  const { hub, session, document, settle } = await opens();
  hub.last.hangUp(1006);
  write(hub.doc, 'Sebelum Juni.');
  hub.freeze();
  const { text: _, ...rest } = frozen();
  session.state = meeting([...draft, { ...rest, ...freezeWording(hub.doc) }]);
  await settle(10_000);
  expect(document.leftOver).toBeNull();
});

it('does not come back where the server says never', async () => {
  const { hub, document, settle } = await opens();
  hub.last.hangUp(closeCodes.notFound);
  await settle(60_000);
  expect(hub.sockets).toHaveLength(1);
  expect(document.line).toBe('lost');
  expect(document.locked).toBe('document_unknown');
});

/** A page on which this was written on a dead line, gone without a goodbye after it was put down. */
async function leftBehind(hub: Hub, text: string) {
  const page = await opens(draft, who.chair, hub);
  hub.down = true;
  page.hub.last.hangUp(1006);
  write(page.document.doc, text);
  await page.settle(400);
  const rows = await page.shelf.of(page.place);
  page.document.close();
  hub.down = false;
  return { ...page, rows };
}

it('brings words that an earlier page wrote on a dead line, and keeps them no longer than that', async () => {
  const hub = new Hub();
  write(hub.doc, 'Jalan diperbaiki.');
  const { shelf, place, rows } = await leftBehind(hub, 'Jembatan juga.');
  expect(rows).toHaveLength(1);
  write(hub.doc, 'Sebelum Juni.');
  const { document, settle } = await opens(draft, who.chair, hub, shelf);
  await settle();
  expect(plain(hub.doc)).toContain('Jembatan juga.');
  expect(plain(document.doc)).toBe(plain(hub.doc));
  expect(document.saved).toBe(true);
  await settle();
  expect(await shelf.of(place)).toEqual([]);
});

it('keeps nothing of what the server stores at once', async () => {
  const { document, shelf, place, settle } = await opens();
  write(document.doc, 'satu');
  await settle(1000);
  expect(document.saved).toBe(true);
  expect(await shelf.of(place)).toEqual([]);
});

it('keeps all that was written, in however many pages', async () => {
  const hub = new Hub();
  const first = await leftBehind(hub, 'satu');
  hub.stores = false;
  const second = await opens(draft, who.chair, hub, first.shelf);
  write(second.document.doc, 'dua');
  await second.settle(400);
  expect(await first.shelf.of(first.place)).toHaveLength(2);
  hub.stores = true;
  write(second.document.doc, 'tiga');
  await second.settle(400);
  expect(await first.shelf.of(first.place)).toEqual([]);
});

it('offers kept words as left over where the text was frozen before this page came', async () => {
  const hub = new Hub();
  write(hub.doc, 'Jalan diperbaiki.');
  const { shelf, place } = await leftBehind(hub, 'Jembatan juga.');
  hub.freeze();
  const { text: _, ...rest } = frozen();
  const after = [...draft, { ...rest, ...freezeWording(hub.doc) }];
  const { document, settle } = await opens(after, who.chair, hub, shelf);
  await settle();
  expect(document.leftOver).toContain('Jembatan juga.');
  expect(await shelf.of(place)).toHaveLength(1);
  document.discardLeftOver();
  await settle();
  expect(document.leftOver).toBeNull();
  expect(await shelf.of(place)).toEqual([]);
});

it('shows one person’s kept words to nobody else on the device', async () => {
  const hub = new Hub();
  const { shelf } = await leftBehind(hub, 'Jembatan juga.');
  const { document, settle } = await opens(draft, who.facilitator, hub, shelf);
  await settle();
  expect(plain(document.doc)).toBe('');
});

it('keeps nothing of a document that is not there for this person', async () => {
  const { document, hub, shelf, place, settle } = await opens();
  hub.down = true;
  hub.last.hangUp(1006);
  write(document.doc, 'Jembatan juga.');
  await settle(400);
  expect(await shelf.of(place)).toHaveLength(1);
  hub.down = false;
  hub.stores = false;
  await settle(10_000);
  hub.last.hangUp(closeCodes.notFound);
  await settle();
  expect(await shelf.of(place)).toEqual([]);
});
