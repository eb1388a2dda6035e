/**
 * A text's past on the running server: versions by whom and when, the text as it was, and going back to it by the same
 * door as every edit. All of it is still there after kill -9.
 */
import type { DocumentVersions } from '@mufakat/protocol';
import { authorRuns, notesOf, readRichText, restoreFragment } from '@mufakat/shared-docs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { answer, gather, seatVoter, type Gathering } from '../harness/coalition';
import { newId, type Person } from '../harness/person';
import { ServerProcess } from '../harness/server-process';
import { stockClient, type StockClient } from '../harness/stock-client';
import { writeParagraph } from '../harness/wording';

const itemId = newId();
let server: ServerProcess;
let gathering: Gathering;
let budi: Person;
let document: string;

beforeAll(async () => {
  server = await ServerProcess.start();
  gathering = await gather(server.url);
  budi = await seatVoter(gathering, server.url, 'Budi', 1);
  document = `notes/${gathering.meetingId}`;
});

afterAll(async () => {
  gathering.chair.close();
  budi.close();
  await server.dispose();
});

async function open({ cookie }: Person): Promise<StockClient> {
  const client = stockClient(server.url, document, { cookie });
  await client.synced();
  return client;
}

const notes = ({ doc }: { doc: Y.Doc }) => notesOf(doc, itemId);
const paragraphs = (of: { doc: Y.Doc }) =>
  readRichText(notes(of)).map(({ runs }) => runs.map(({ text }) => text).join(''));

async function history(): Promise<DocumentVersions> {
  return answer(await gathering.chair.http('GET', `/api/documents/${document}/history`), 200);
}

async function docAt(n: number): Promise<{ doc: Y.Doc }> {
  const response = await fetch(`${server.url}/api/documents/${document}/at/${n}`, {
    headers: { cookie: budi.cookie },
  });
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/octet-stream']);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, new Uint8Array(await response.arrayBuffer()));
  return { doc };
}

test('two write, one deletes; who wrote what, the text as it was, and back to it by an edit', async () => {
  const { chair } = gathering;
  const before = Date.now();
  const [ours, theirs] = await Promise.all([open(chair), open(budi)]);
  writeParagraph(ours, 'Jalan rusak sejak 2019.', notes(ours));
  await chair.until(() => paragraphs(theirs).length === 1);
  writeParagraph(theirs, 'Dua desa terputus.', notes(theirs));
  await chair.until(() => paragraphs(ours).length === 2);
  const { versions, authors } = await history();
  expect(versions).toMatchObject([{ n: 2, by: [chair.you, budi.you] }]);
  expect(versions[0]!.at).toBeGreaterThanOrEqual(before);
  const personOf = new Map(authors.map(({ clientId, personId }) => [clientId, personId]));
  const written = authorRuns(notes(ours)).map((runs) => runs.map(({ clientId }) => personOf.get(clientId)));
  expect(written).toEqual([[chair.you], [budi.you]]);

  notes(theirs).delete(0, 1);
  await chair.until(() => paragraphs(ours).length === 1);
  const old = await docAt(2);
  expect(paragraphs(await docAt(1))).toEqual(['Jalan rusak sejak 2019.']);
  expect(paragraphs(old)).toEqual(['Jalan rusak sejak 2019.', 'Dua desa terputus.']);
  restoreFragment(notes(ours), notes(old));
  await chair.until(() => paragraphs(theirs).length === 2);
  expect(paragraphs(theirs)).toEqual(paragraphs(old));
  expect((await history()).versions[0]?.n).toBe(4);
  ours.close();
  theirs.close();
});

test('after kill -9 the past is the same, and so is who wrote what', async () => {
  const before = await history();
  await server.kill();
  await server.up();
  expect(await history()).toEqual(before);
  expect(paragraphs(await docAt(3))).toEqual(['Dua desa terputus.']);
});

test('words written offline into notes of a meeting closed meanwhile, or minutes locked, are refused, and said', async () => {
  const { chair } = gathering;
  await chair.until(() => chair.socket?.connected === true);
  for (const kind of ['notes', 'minutes'] as const) {
    const client = stockClient(server.url, `${kind}/${gathering.meetingId}`, {
      cookie: chair.cookie,
      params: { mufakat: '1' },
    });
    const said: string[] = [];
    client.provider.messageHandlers[101] = (_encoder, decoder) => {
      said.push(new TextDecoder().decode(decoder.arr.subarray(decoder.pos + 1)));
    };
    await client.synced();
    client.provider.disconnect();
    writeParagraph(client, 'terlambat', notes(client));
    if (kind === 'notes') {
      await chair.do({ type: 'meeting.open' });
      await chair.do({ type: 'meeting.close' });
    } else {
      // Their prose may be written after the close, until it is locked.
      await chair.do({ type: 'minutes.freeze' });
    }
    client.provider.connect();
    await chair.until(() => said.includes('document_frozen'));
    const reader = stockClient(server.url, `${kind}/${gathering.meetingId}`, { cookie: budi.cookie });
    await reader.synced();
    expect(paragraphs(reader)).not.toContain('terlambat');
    reader.close();
    client.close();
  }
});
