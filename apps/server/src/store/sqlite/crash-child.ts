/**
 * The victim of crash.test.ts: a process of its own that says what the run before left in the file, then writes
 * without end, and tells of each write when the store has acknowledged it. It is killed in the middle.
 *
 * Speaks JSON lines on its standard output, written synchronously: first a Found, then Acks.
 */
import { writeSync } from 'node:fs';
import type { AppendRequest, Store } from '../ports';
import { openSqliteStore } from './sqlite-store';

export interface Found {
  /** Commands whose events, openings, command id and document are all there; and those of which a part is. */
  whole: number;
  halves: number[];
  ballots: Record<string, unknown>;
  /** -1 where updates, their numbers and their client ids do not fit together. */
  updates: number;
}

export type Ack = { append: number } | { cast: string; choice: number } | { updates: number };

const eventsEach = 3;
const voters = 5;

async function main(file: string, run: number): Promise<void> {
  const store = openSqliteStore({ file });
  say(await look(store, run - 1));
  const stream = streamOf(run);
  const rows = [
    { row: 'box', pollId: stream },
    { row: 'document', name: stream },
  ] as const;
  await store.append({ ...requestOf(run, 0), events: [], rows, commandId: null });
  await Promise.all([appendFor(store, run), castFor(store, run), updateFor(store, run)]);
}

function say(what: Found | Ack): void {
  writeSync(1, `${JSON.stringify(what)}\n`);
}

const streamOf = (run: number) => `run-${run}`;
const commandOf = (run: number, n: number) => `command-${run}-${n}`;
const documentOf = (run: number, n: number) => `document-${run}-${n}`;

function requestOf(run: number, n: number): AppendRequest {
  const stream = { id: streamOf(run), kind: 'meeting', parent: null } as const;
  const expectedSeq = n * eventsEach;
  const events = Array.from({ length: eventsEach }, (_, index) => ({
    ...{ v: 1, seq: expectedSeq + index + 1, at: n, type: 'written', by: null, body: { n } },
    ...{ prev: 'p', salt: 's', leaf: 'l', openings: { w: { salt: 's', text: 'x'.repeat((n * 61) % 3000) } } },
  }));
  const rows = [{ row: 'document', name: documentOf(run, n) }] as const;
  return { stream, expectedSeq, events, rows, commandId: commandOf(run, n) };
}

/** Four at a time, so that batches hold several of them. */
async function appendFor(store: Store, run: number): Promise<void> {
  for (let n = 0; ; n += 4) {
    const four = [n, n + 1, n + 2, n + 3];
    await Promise.all(four.map((one) => store.append(requestOf(run, one)).then(() => say({ append: one }))));
  }
}

async function castFor(store: Store, run: number): Promise<void> {
  for (let choice = 0; ; choice += 1) {
    const voter = `voter-${choice % voters}`;
    const ballotId = `ballot-${run}-${choice}`;
    await store.castBallot({ pollId: streamOf(run), ballotId, voter, castBy: voter, choice, at: 0 });
    say({ cast: voter, choice });
  }
}

async function updateFor(store: Store, run: number): Promise<void> {
  for (let n = 0; ; n += 2) {
    const two = [n, n + 1].map((at) => ({
      update: Buffer.from(`update ${at}`),
      by: 'ana',
      at: Date.now(),
      newClients: [at],
    }));
    say({ updates: await store.appendUpdates(streamOf(run), two) });
  }
}

async function look(store: Store, run: number): Promise<Found> {
  const found: Found = { whole: 0, halves: [], ballots: {}, updates: 0 };
  const known = await store.findStream(streamOf(run));
  if (!known) return found;
  for (let n = 0; n <= known.seq / eventsEach; n += 1) {
    const parts = await partsOf(store, run, n);
    if (parts === eventsEach + 2) found.whole += 1;
    else if (parts > 0) found.halves.push(n);
  }
  for (const { voter, choice } of await store.readBallots(streamOf(run))) found.ballots[voter] = choice;
  const { updates, clients, last } = await store.loadDocument(streamOf(run));
  found.updates = updates.length === last && clients.length === last && last % 2 === 0 ? last : -1;
  return found;
}

async function partsOf(store: Store, run: number, n: number): Promise<number> {
  const events = await store.readEvents(streamOf(run), n * eventsEach, eventsEach);
  const whole = events.filter(({ body, openings }) => body['n'] === n && openings['w']);
  const command = await store.findCommand(commandOf(run, n));
  const document = await store.findDocument(documentOf(run, n));
  return whole.length + (command ? 1 : 0) + (document ? 1 : 0);
}

await main(process.argv[2] ?? '', Number(process.argv[3]));
