/**
 * A backup taken while forty people write and vote, restored into an empty folder, with a server started on it: what
 * comes back is the state of one moment. Everything that was acked or seen before the backup began is in it, nothing
 * of it is half, and every record verifies.
 */
import { execFile } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { verifyRecord } from '@mufakat/record';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { openSqliteStore } from '../../apps/server/src/store/sqlite/sqlite-store';
import type { Store } from '../../apps/server/src/store/ports';
import { answer, gather, plainRule, seatVoter, type Gathering } from '../harness/coalition';
import { newId, Person } from '../harness/person';
import { issueLink, seatPerson } from '../harness/seats';
import { newDataDir, ServerProcess } from '../harness/server-process';
import { stockClient, type StockClient } from '../harness/stock-client';
import { draftDecision, frozenDecision, writeParagraph } from '../harness/wording';

const mufakat = fileURLToPath(new URL('../../apps/cli/dist/mufakat.js', import.meta.url));
const run = promisify(execFile);
const people = 40;
const voteOnly = { ...plainRule, ladder: ['vote' as const] };

let server: ServerProcess;
let gathering: Gathering;
let base: string;

beforeAll(async () => {
  base = newDataDir();
  server = await ServerProcess.start({ dataDir: join(base, 'data') });
  gathering = await gather(server.url);
});

afterAll(async () => {
  gathering.chair.close();
  await server.dispose();
  rmSync(base, { recursive: true, force: true });
});

type Vote = 'yes' | 'no' | 'abstain';

/** One person: writes a paragraph, votes, changes the vote, until told to stop. */
class Member {
  /** Every vote, in order; the last may be on its way. */
  readonly sent: Vote[] = [];
  acked = 0;
  written = 0;

  constructor(
    readonly person: Person,
    readonly pollId: string,
    readonly text: StockClient,
  ) {}

  async run(over: () => boolean): Promise<void> {
    while (!over()) {
      writeParagraph(this.text, `${this.person.you} ${(this.written += 1)}`);
      await this.#vote();
      await sleep(randomInt(20, 80));
    }
  }

  async #vote(): Promise<void> {
    const vote = (['yes', 'no', 'abstain'] as const)[randomInt(3)] ?? 'yes';
    this.sent.push(vote);
    const ballotId = newId();
    for (;;) {
      const ack = await this.person.vote(this.pollId, { kind: 'vote', vote }, ballotId);
      if (ack.ok) break;
      if (ack.code !== 'too_many_requests') throw new Error(`refused: ${ack.code}`);
      await sleep(50);
    }
    this.acked = this.sent.length;
  }
}

/** What anyone knew to be stored in the moment before the backup began. */
interface Known {
  acked: number[];
  seen: Map<string, Uint8Array>;
  events: number;
}

async function seated(documents: readonly string[]): Promise<{ person: Person; text: StockClient }[]> {
  const members = [];
  for (let index = 0; index < people; index += 1) {
    const person = await seatVoter(gathering, server.url, `Anggota ${index}`, index % 4);
    members.push({ person, text: await open(documents[index % documents.length] ?? '', person) });
  }
  return members;
}

async function open(document: string, { cookie }: Person): Promise<StockClient> {
  const client = stockClient(server.url, document, { cookie });
  await client.synced();
  return client;
}

async function openVote(): Promise<string> {
  const { chair } = gathering;
  const decisionId = await frozenDecision(chair, voteOnly, 'Rumah guru dikerjakan lebih dahulu.');
  await chair.do({ type: 'poll.open', decisionId });
  const [pollId = ''] = Object.keys(chair.meeting.polls);
  return pollId;
}

async function latecomersLink(): Promise<string> {
  const seat = { name: 'Datang Terlambat', roles: ['participant' as const], partnerId: null, votes: false };
  return issueLink(gathering, await seatPerson(gathering, seat));
}

/** Runs the command line as an operator would, and answers with what it said. */
async function ask(...args: string[]): Promise<string> {
  const { stdout } = await run(process.execPath, [mufakat, ...args], { cwd: base, env: { LANG: 'en' } });
  return stdout;
}

test('taken while forty people write and vote, a backup comes back as the state of one moment', async () => {
  const { chair } = gathering;
  await chair.do({ type: 'meeting.open' });
  const documents: string[] = [];
  for (let n = 0; n < 3; n += 1) documents.push(`wording/${await draftDecision(chair, voteOnly)}`);
  const secret = await latecomersLink();
  const watchers = await Promise.all(documents.map((name) => open(name, chair)));
  const seats = await seated(documents);
  const pollId = await openVote();
  const members = seats.map(({ person, text }) => new Member(person, pollId, text));

  let over = false;
  const work = Promise.all(members.map((member) => member.run(() => over)));
  const backups: { folder: string; known: Known }[] = [];
  for (const folder of ['backups/0', 'backups/1', 'backups/2']) {
    await sleep(700);
    const known = knownNow(members, documents, watchers);
    expect(await ask('backup', folder, '--data', 'data')).toContain('Backup made, and checked');
    backups.push({ folder, known });
  }
  over = true;
  await work;
  expect(readdirSync(join(base, 'backups')).sort()).toEqual(['0', '1', '2']);
  expect(backups.at(-1)?.known.acked.every((count) => count > 0)).toBe(true);

  const live = openSqliteStore({ file: join(server.dataDir, 'mufakat.db') });
  for (const { folder, known } of backups) {
    expect(await ask('restore', folder, `restored/${folder}`)).toContain('every record verifies');
    const store = openSqliteStore({ file: join(base, 'restored', folder, 'mufakat.db') });
    await expectPrefix(store, live, documents, known);
    await expectBallots(store, members, pollId, known);
    await store.close();
  }
  await live.close();
  await expectServed(join(base, 'restored/backups/2'), { documents, secret, pollId });
  for (const client of [...watchers, ...seats.map(({ text }) => text)]) client.close();
  for (const { person } of seats) person.close();
}, 240_000);

function knownNow(
  members: readonly Member[],
  documents: readonly string[],
  watchers: readonly StockClient[],
): Known {
  return {
    acked: members.map(({ acked }) => acked),
    seen: new Map(
      documents.map((name, index) => [name, Y.encodeStateVector(watchers[index]?.doc ?? new Y.Doc())]),
    ),
    events: gathering.chair.events.length,
  };
}

/** Events and changes of documents are a prefix of what the live server has, and hold what had been seen. */
async function expectPrefix(
  store: Store,
  live: Store,
  documents: readonly string[],
  known: Known,
): Promise<void> {
  const { meetingId } = gathering;
  const events = await store.readEvents(meetingId, 0, 10_000);
  expect(events.length).toBeGreaterThanOrEqual(known.events);
  expect((await live.readEvents(meetingId, 0, 10_000)).slice(0, events.length)).toEqual(events);
  for (const name of documents) {
    const updates = await store.readUpdates(name, 0, 100_000);
    expect(updates.length).toBeGreaterThan(0);
    expect((await live.readUpdates(name, 0, 100_000)).slice(0, updates.length)).toEqual(updates);
    const doc = docOf(updates.map(({ update }) => update));
    expect(holds(doc, known.seen.get(name) ?? new Uint8Array([0])), name).toBe(true);
    const loaded = await store.loadDocument(name);
    const asLoaded = docOf([...(loaded.snapshot ? [loaded.snapshot] : []), ...loaded.updates]);
    expect(paragraphs(asLoaded)).toEqual(paragraphs(doc));
    expect(paragraphs(doc).length).toBeGreaterThan(0);
    expectWhole(paragraphs(doc));
  }
}

/** Each author's paragraphs are there from the first on, without a gap and none twice. */
function expectWhole(written: readonly string[]): void {
  const byAuthor = new Map<string, number[]>();
  for (const line of written) {
    const [author = '', n = ''] = line.split(' ');
    byAuthor.set(author, [...(byAuthor.get(author) ?? []), Number(n)]);
  }
  for (const numbers of byAuthor.values())
    expect([...numbers].sort((a, b) => a - b)).toEqual(numbers.map((_, index) => index + 1));
}

/** One ballot a voter: the last acked before the backup, or a later one. */
async function expectBallots(
  store: Store,
  members: readonly Member[],
  pollId: string,
  { acked }: Known,
): Promise<void> {
  const ballots = await store.readBallots(pollId);
  expect(new Set(ballots.map(({ voter }) => voter)).size).toBe(ballots.length);
  for (const [index, member] of members.entries()) {
    const before = acked[index] ?? 0;
    const stored = ballots.find(({ voter }) => voter === member.person.you);
    if (before === 0) continue;
    const possible = member.sent.slice(before - 1).map((vote) => ({ kind: 'vote', vote }));
    expect(possible).toContainEqual(stored?.choice);
  }
}

/** A server on the restored folder: the same people, links and texts; the poll closes with the ballots of the backup. */
async function expectServed(
  dataDir: string,
  { documents, secret, pollId }: { documents: readonly string[]; secret: string; pollId: string },
): Promise<void> {
  const store = openSqliteStore({ file: join(dataDir, 'mufakat.db') });
  const ballots = await store.readBallots(pollId);
  const texts = new Map<string, string[]>();
  for (const name of documents) {
    const updates = await store.readUpdates(name, 0, 100_000);
    texts.set(name, paragraphs(docOf(updates.map(({ update }) => update))));
  }
  await store.close();
  const second = await ServerProcess.start({ dataDir });
  const chair = new Person(second.url);
  chair.cookie = gathering.chair.cookie;
  await chair.join(gathering.meetingId);
  for (const name of documents) {
    const reader = stockClient(second.url, name, { cookie: chair.cookie });
    await reader.synced();
    expect(paragraphs(reader.doc)).toEqual(texts.get(name));
    reader.close();
  }
  answer(await new Person(second.url).http('POST', '/api/links', { secret }), 200);
  await chair.do({ type: 'poll.close', pollId });
  const { count } = chair.meeting.polls[pollId] ?? { count: null };
  if (count?.status !== 'closed') throw new Error('the poll is closed');
  expect(count.turnout).toBe(ballots.length);
  const yes = ballots.filter(({ choice }) => (choice as { vote: Vote }).vote === 'yes').length;
  expect(count.tally.counts).toMatchObject({ yes });
  const record = await fetch(`${second.url}/api/meetings/${gathering.meetingId}/record.json`, {
    headers: { cookie: chair.cookie },
  });
  expect(verifyRecord(await record.text())).toMatchObject({ ok: true });
  chair.close();
  await second.stop();
}

function docOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
}

function holds(doc: Y.Doc, stateVector: Uint8Array): boolean {
  const has = Y.decodeStateVector(Y.encodeStateVector(doc));
  return [...Y.decodeStateVector(stateVector)].every(([client, clock]) => (has.get(client) ?? 0) >= clock);
}

function paragraphs(doc: Y.Doc): string[] {
  return doc
    .getXmlFragment('wording')
    .toArray()
    .flatMap((block) => (block instanceof Y.XmlElement ? block.toArray() : []))
    .map((text) => (text instanceof Y.XmlText ? String(text.toJSON()) : ''));
}
