/** The documents' door over a real line, with stock y-websocket clients that carry nothing but a cookie. */
import { closeCodes, wireLimits } from '@mufakat/protocol';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import WebSocket from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { DocHub } from './doc-hub';
import { createDocumentUpgrade, type DocumentUpgrade } from './doc-upgrade';
import type { DocumentAccess } from './document-access';
import { step2Frame, updateFrame } from './frames';
import { FakeStore, grantFor, quiet, until, type FakeGrant } from './testing';

const name = 'wording/aaaaaaaaaaaaaaaaaaaaaa';
let store: FakeStore;
let hub: DocHub;
let upgrade: DocumentUpgrade;
let server: Server;
let url: string;
let grants: Map<string, FakeGrant>;
let providers: WebsocketProvider[];

beforeEach(async () => {
  store = new FakeStore(name);
  hub = new DocHub(store.ports);
  grants = new Map();
  providers = [];
  upgrade = createDocumentUpgrade({
    hub,
    access,
    logger: quiet,
    originAllowed: ({ headers }) => headers.origin === undefined || headers.origin === 'https://mufakat.test',
  });
  server = createServer();
  server.on('upgrade', (request, socket, head) => {
    if (upgrade.handles(request.url)) upgrade.handle(request, socket, head);
    else socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  for (const provider of providers) provider.destroy();
  await upgrade.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/** The cookie is the person's name. */
const access: DocumentAccess = {
  grant: async ({ cookie }, documentName) => {
    if (!cookie) return 'not_signed_in';
    if (cookie === 'stranger') return 'not_found';
    return grantOf(cookie, documentName);
  },
};

function grantOf(person: string, documentName = name): FakeGrant {
  const key = `${person} ${documentName}`;
  const grant = grants.get(key) ?? grantFor(person, documentName);
  grants.set(key, grant);
  return grant;
}

function stock(cookie: string, doc = new Y.Doc(), documentName = name): WebsocketProvider {
  const provider = new WebsocketProvider(`${url}/sync`, documentName, doc, {
    WebSocketPolyfill: socketWith({ cookie }),
    disableBc: true,
    maxBackoffTime: 50,
  });
  providers.push(provider);
  return provider;
}

function socketWith(headers: Record<string, string>): typeof globalThis.WebSocket {
  class WithHeaders extends WebSocket {
    constructor(address: string) {
      super(address, { headers });
    }
  }
  return WithHeaders as unknown as typeof globalThis.WebSocket;
}

async function synced(...clients: WebsocketProvider[]): Promise<void> {
  await until(() => clients.every((client) => client.synced));
}

function type(client: WebsocketProvider, text: string): void {
  client.doc.getText('t').insert(client.doc.getText('t').length, text);
}

const textOf = ({ doc }: { doc: Y.Doc }) => doc.getText('t').toJSON();
const onDisk = () => store.read(name).getText('t').toJSON();

async function raw(path = `/sync/${name}`, headers: Record<string, string> = { cookie: 'siti' }) {
  const socket = new WebSocket(url + path, { headers });
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  const refused = new Promise<number | undefined>((resolve) => {
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode));
  });
  socket.on('error', () => undefined);
  const opened = new Promise((resolve) => socket.on('open', resolve));
  await Promise.race([opened, refused, closed]);
  return { socket, closed, refused };
}

describe('stock clients', () => {
  test('read, write, and see each other’s cursors with the server’s name', async () => {
    const [siti, budi] = [stock('siti'), stock('budi')];
    await synced(siti, budi);
    type(siti, 'Kita ');
    await until(() => textOf(budi) === 'Kita ');
    type(budi, 'sepakat');
    await until(() => textOf(siti) === 'Kita sepakat');
    siti.awareness.setLocalState({ cursor: 4, user: { name: 'Ketua palsu' } });
    await until(() => budi.awareness.getStates().has(siti.doc.clientID));
    expect(budi.awareness.getStates().get(siti.doc.clientID)).toEqual({
      cursor: 4,
      user: grantOf('siti').user(),
    });
    siti.disconnect();
    await until(() => !budi.awareness.getStates().has(siti.doc.clientID));
  });

  test('offline words of both are there after the line returns', async () => {
    const [siti, budi] = [stock('siti'), stock('budi')];
    await synced(siti, budi);
    type(siti, 'awal');
    await until(() => textOf(budi) === 'awal');
    siti.disconnect();
    budi.disconnect();
    siti.doc.getText('t').insert(0, 'satu ');
    budi.doc.getText('t').insert(4, ' dua');
    siti.connect();
    budi.connect();
    await until(() => textOf(siti) === 'satu awal dua' && textOf(budi) === textOf(siti));
    await until(() => onDisk() === 'satu awal dua');
  });

  test('a reader reads; what they write is refused and said, and goes nowhere', async () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const [siti, budi] = [stock('siti'), stock('budi')];
    grantOf('budi').whyNot = 'document_read_only';
    await synced(siti, budi);
    type(budi, 'diam-diam');
    await until(() => warned.mock.calls.some(([what]) => String(what).includes('document_read_only')));
    type(siti, 'boleh');
    await until(() => textOf(budi).includes('boleh'));
    expect(textOf(siti)).toBe('boleh');
    expect(onDisk()).toBe('boleh');
    warned.mockRestore();
  });

  test('a frozen text refuses what comes late; reopened, it takes it', async () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const [siti, budi] = [stock('siti'), stock('budi')];
    await synced(siti, budi);
    type(siti, 'final');
    const held = await until(() => onDisk() === 'final').then(() =>
      hub.hold(name, (doc) => doc.getText('t').toJSON()),
    );
    type(budi, '?');
    for (const person of ['siti', 'budi']) grantOf(person).whyNot = 'document_frozen';
    await new Promise((go) => setTimeout(go, 30));
    held.settle('frozen');
    hub.refresh('meeting');
    await until(() => warned.mock.calls.some(([what]) => String(what).includes('document_frozen')));
    expect([held.value, onDisk(), textOf(siti)]).toEqual(['final', 'final', 'final']);
    for (const person of ['siti', 'budi']) grantOf(person).whyNot = null;
    hub.refresh('meeting');
    await until(() => onDisk().includes('?') && textOf(siti) === textOf(budi));
    warned.mockRestore();
  });

  test('who loses the right to read is sent away, and does not come back', async () => {
    const siti = stock('siti');
    await synced(siti);
    const closed = new Promise<{ code: number }>((resolve) => siti.on('closed', resolve));
    grantOf('siti').canRead = false;
    hub.refresh('meeting');
    expect((await closed).code).toBe(closeCodes.notFound);
    expect(siti.shouldConnect).toBe(false);
  });

  test('unknown documents, strangers and those without a session are refused, and nothing is made', async () => {
    const closings = [
      stock('siti', new Y.Doc(), 'wording/bbbbbbbbbbbbbbbbbbbbbb'),
      stock('stranger'),
      stock(''),
    ].map(
      (client) => new Promise<{ code: number; reason: string }>((resolve) => client.on('closed', resolve)),
    );
    const [unknown, forbidden, unsigned] = await Promise.all(closings);
    expect(unknown).toEqual({ code: closeCodes.notFound, reason: 'not found' });
    expect(forbidden).toEqual(unknown);
    expect(unsigned!.code).toBe(closeCodes.notSignedIn);
    expect(store.documents.size).toBe(1);
  });

  test('with the flush held nothing leaves; a failed flush loses nothing', async () => {
    const [siti, budi] = [stock('siti'), stock('budi')];
    await synced(siti, budi);
    store.hold();
    type(siti, 'belum tersimpan');
    await new Promise((go) => setTimeout(go, 50));
    expect(textOf(budi)).toBe('');
    store.fail = 'append';
    store.release();
    await until(() => !budi.wsconnected);
    store.fail = null;
    await until(() => textOf(budi) === 'belum tersimpan');
    expect(onDisk()).toBe('belum tersimpan');
  });

  test('keep-alives are messages to a stock client, and say nothing', async () => {
    const siti = stock('siti');
    await synced(siti);
    const errors = vi.spyOn(console, 'error');
    const heard = vi.fn();
    siti.awareness.on('update', heard);
    siti.awareness.setLocalState(null);
    heard.mockClear();
    siti.ws!.onmessage!({ data: Uint8Array.from([1, 1, 0]).buffer } as MessageEvent);
    expect([heard.mock.calls.length, errors.mock.calls.length]).toEqual([0, 0]);
    errors.mockRestore();
  });

  test('a large paste and a large offline text arrive', async () => {
    const [siti, budi] = [stock('siti'), stock('budi')];
    await synced(siti, budi);
    type(siti, 'a'.repeat(wireLimits.documentFrameBytes * 2));
    await until(() => textOf(budi).length === wireLimits.documentFrameBytes * 2);
    siti.disconnect();
    type(siti, 'b'.repeat(3 * 1024 * 1024));
    siti.connect();
    await until(() => textOf(budi).endsWith('b') && onDisk().endsWith('b'));
  });

  test('everyone comes back after the server has gone down and up', async () => {
    const siti = stock('siti');
    await synced(siti);
    const codes: number[] = [];
    siti.on('connection-close', (event: { code: number } | null) => codes.push(event?.code ?? 0));
    await hub.close();
    await until(() => codes.includes(closeCodes.resync));
    expect(siti.shouldConnect).toBe(true);
  });
});

describe('the door', () => {
  test('other sites are kept out, and other paths', async () => {
    expect(await (await raw(undefined, { cookie: 'siti', origin: 'https://evil.test' })).refused).toBe(403);
    const closed = await raw('/elsewhere');
    expect(await closed.closed).toBe(1006);
  });

  test('text frames close', async () => {
    const { socket, closed } = await raw();
    socket.send('{"hello":1}');
    expect(await closed).toBe(closeCodes.badFrame);
  });

  test('a frame beyond every limit closes, and harms no one', async () => {
    const { socket, closed } = await raw();
    socket.send(new Uint8Array(wireLimits.documentSyncBytes + 1000));
    expect(await closed).toBe(1009);
    const siti = stock('siti');
    await synced(siti);
  });

  test('garbage on the line before and after the upgrade', async () => {
    for (const bytes of [
      '\0\0\0',
      'GET /sync/x HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n',
    ]) {
      const line = connect(Number(new URL(url).port), '127.0.0.1');
      line.on('error', () => undefined).resume();
      line.end(bytes);
      await new Promise((resolve) => line.on('close', resolve));
    }
    const { socket, closed } = await raw();
    (socket as unknown as { _socket: Socket })._socket.write(Uint8Array.from([0xff, 0xff, 0xff, 0xff]));
    await closed;
    await synced(stock('siti'));
  });

  test('a costly sender is read more slowly, and loses nothing', async () => {
    const budi = stock('budi');
    await synced(budi);
    const { socket } = await raw();
    const doc = new Y.Doc();
    doc.on('update', (update: Uint8Array) => socket.send(updateFrame(update)));
    for (let at = 0; at < 5000; at++) doc.getText('t').insert(0, String(at % 10));
    await until(() => textOf(budi).length === 5000, 15_000);
    expect(textOf(budi)).toBe(doc.getText('t').toJSON());
    socket.close();
  });

  test('own clients are told what is saved, by frames that stock clients never get', async () => {
    const { socket } = await raw(`/sync/${name}?mufakat=1`);
    const types: number[][] = [];
    socket.on('message', (data: Buffer) => types.push([...data.subarray(0, 2)]));
    socket.send(step2Frame(Y.encodeStateAsUpdate(new Y.Doc())));
    const doc = new Y.Doc();
    doc.getText('t').insert(0, 'x');
    socket.send(updateFrame(Y.encodeStateAsUpdate(doc)));
    await until(() => types.some(([kind, count]) => kind === 100 && count === 1));
    socket.close();
  });
});
