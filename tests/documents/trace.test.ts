/**
 * A real editing history, keystroke by keystroke, through the running server: two stock clients that are concurrent
 * as they were when it was written, and a third that joins afterwards.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { gather, plainRule, seatVoter, type Gathering } from '../harness/coalition';
import { ServerProcess } from '../harness/server-process';
import { stockClient } from '../harness/stock-client';
import { readTrace } from '../harness/trace';
import { playTrace, textOf, written } from '../harness/trace-player';
import { draftDecision } from '../harness/wording';

let server: ServerProcess;
let gathering: Gathering;

beforeAll(async () => {
  server = await ServerProcess.start();
  gathering = await gather(server.url);
});

afterAll(async () => {
  gathering.chair.close();
  await server.dispose();
});

test('two stock clients and a late third end with exactly the recorded text', async () => {
  const trace = readTrace('friendsforever');
  const { chair } = gathering;
  const document = `wording/${await draftDecision(chair, plainRule)}`;
  const writers = await Promise.all(
    [0, 1].map((index) => seatVoter(gathering, server.url, `Penulis ${index}`, index)),
  );
  // Where two type at one place at once, the smaller client id comes first, as it was recorded.
  const clients = writers.map(({ cookie }, index) =>
    stockClient(server.url, document, { cookie, doc: docWithId(1000 + index) }),
  );
  const [first, second] = clients;
  if (!first || !second) throw new Error('two clients were made');
  await Promise.all(clients.map((client) => client.synced()));
  await playTrace(trace, [first, second]);

  const third = stockClient(server.url, document, { cookie: chair.cookie });
  await third.synced();
  for (const { doc } of [...clients, third]) expect(written(textOf(doc)) === trace.endContent).toBe(true);
  for (const client of [...clients, third]) client.close();
  for (const writer of writers) writer.close();
});

function docWithId(clientId: number): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  return doc;
}
