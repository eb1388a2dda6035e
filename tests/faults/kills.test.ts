/**
 * kill -9 under load. While a real editing history is typed by two stock clients, forty people vote and the chair
 * gives commands, the server dies at random moments. Each time, before anyone can send again, the disk is read from
 * outside: whatever was acked, and whatever one client had seen of the other, has to be there.
 *
 * KILLS sets how often (25 here; a release shows 3,000). The seed is printed with a failure.
 */
import { join } from 'node:path';
import { randomInt } from 'node:crypto';
import { verifyRecord } from '@mufakat/record';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Store } from '../../apps/server/src/store/ports';
import { openSqliteStore } from '../../apps/server/src/store/sqlite/sqlite-store';
import { gather, plainRule, seatVoter, type Gathering } from '../harness/coalition';
import { HistorySide } from '../harness/history-player';
import { newId, type Person } from '../harness/person';
import { ServerProcess } from '../harness/server-process';
import { stockClient } from '../harness/stock-client';
import { readTrace } from '../harness/trace';
import { textOf, written } from '../harness/trace-player';
import { draftDecision, frozenDecision } from '../harness/wording';

const kills = Number(process.env.KILLS ?? 25);
const voters = 40;
const voteOnly = { ...plainRule, ladder: ['vote' as const] };

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

type Vote = 'yes' | 'no' | 'abstain';

/** One voter: votes, changes the vote, votes again; what is not acked is sent again under its own id. */
class Voter {
  acked: Vote | null = null;
  sent: Vote | null = null;
  acks = 0;
  stopped = false;

  constructor(
    readonly person: Person,
    readonly pollId: string,
  ) {}

  async run(): Promise<void> {
    for (let ballotId = newId(); !this.stopped || this.acked === null; ballotId = newId()) {
      const vote = (['yes', 'no', 'abstain'] as const)[randomInt(3)] ?? 'yes';
      this.sent = vote;
      await retried(() => this.person.vote(this.pollId, { kind: 'vote', vote }, ballotId));
      this.acked = vote;
      this.acks += 1;
      await sleep(randomInt(100, 500));
    }
  }
}

/** The chair sets the stage, over and over; ids of what was acked are kept. */
class Chair {
  readonly acked: string[] = [];
  stopped = false;

  constructor(
    readonly person: Person,
    readonly decisionId: string,
  ) {}

  async run(): Promise<void> {
    for (let turn = 0; !this.stopped; turn += 1) {
      const id = newId();
      const stage =
        turn % 2 === 0
          ? ({ kind: 'agenda' } as const)
          : ({ kind: 'decision', decisionId: this.decisionId } as const);
      await retried(() => this.person.command({ type: 'stage.set', stage }, id));
      this.acked.push(id);
      await sleep(20);
    }
  }
}

async function retried(send: () => Promise<{ ok: boolean; code?: string }>): Promise<void> {
  for (;;) {
    const answer = await send().catch(() => null);
    if (answer?.ok) return;
    if (answer && answer.code !== 'too_many_requests') throw new Error(`refused: ${answer.code ?? ''}`);
    await sleep(30);
  }
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

test(`[promise 1, 2] ${kills} kills under load lose nothing that was acked or seen`, async () => {
  const { chair } = gathering;
  const people = [];
  for (let index = 0; index < voters; index += 1) {
    people.push(await seatVoter(gathering, server.url, `Pemilih ${index}`, index % 4));
  }
  await chair.do({ type: 'meeting.open' });
  const pollId = await openVote(chair);
  const decisionId = await draftDecision(chair, voteOnly);
  const document = `wording/${decisionId}`;
  const trace = readTrace('friendsforever');
  const sides = people.slice(0, 2).map((person, agent) => {
    const client = stockClient(server.url, document, { cookie: person.cookie, doc: docWithId(2000 + agent) });
    return new HistorySide(client, trace, agent === 0 ? 0 : 1);
  }) as [HistorySide, HistorySide];
  sides[0].partner = sides[1];
  sides[1].partner = sides[0];

  const electors = people.map((person) => new Voter(person, pollId));
  const commander = new Chair(chair, decisionId);
  const typing = Promise.all(sides.map((side) => side.play()));
  const voting = Promise.all(electors.map((voter) => voter.run()));
  const commanding = commander.run();

  const restarts: number[] = [];
  for (let kill = 0; kill < kills; kill += 1) {
    await sleep(randomInt(150, 800));
    await server.kill();
    const seen = sides.map((side) => side.seen);
    const store = openSqliteStore({ file: join(server.dataDir, 'mufakat.db') });
    await expectCommands(store, commander.acked);
    await expectVotes(store, electors, pollId);
    await expectText(store, document, sides, seen);
    await store.close();
    const started = performance.now();
    await server.up();
    restarts.push(performance.now() - started);
  }

  await typing;
  for (const side of sides) await side.finish();
  for (const voter of electors) voter.stopped = true;
  commander.stopped = true;
  await Promise.all([voting, commanding]);
  await expectEnd(chair, electors, pollId);

  const third = stockClient(server.url, document, { cookie: chair.cookie });
  await third.synced();
  for (const doc of [sides[0].client.doc, sides[1].client.doc, third.doc]) {
    expect(written(textOf(doc)) === trace.endContent).toBe(true);
  }
  console.info(
    `${kills} kills: ${electors.reduce((sum, voter) => sum + voter.acks, 0)} ballots and ${commander.acked.length} commands acked, ready again after ${Math.round(Math.max(...restarts))} ms at most`,
  );
  third.close();
  for (const side of sides) side.client.close();
  for (const person of people) person.close();
}, 600_000);

async function openVote(chair: Person): Promise<string> {
  const decisionId = await frozenDecision(chair, voteOnly, 'Rumah guru dikerjakan lebih dahulu.');
  await chair.do({ type: 'poll.open', decisionId });
  const [pollId = ''] = Object.keys(chair.meeting.polls);
  return pollId;
}

async function expectCommands(store: Store, acked: readonly string[]): Promise<void> {
  for (const id of acked) expect(await store.findCommand(id), `acked command ${id}`).not.toBeNull();
}

/** The stored vote is the one last acked, or the one on its way when the server died. */
async function expectVotes(store: Store, electors: readonly Voter[], pollId: string): Promise<void> {
  const ballots = await store.readBallots(pollId);
  expect(new Set(ballots.map((ballot) => ballot.voter)).size).toBe(ballots.length);
  for (const { person, acked, sent } of electors) {
    if (acked === null) continue;
    const stored = ballots.find((ballot) => ballot.voter === person.you);
    expect([acked, sent].map((vote) => ({ kind: 'vote', vote }))).toContainEqual(stored?.choice);
  }
}

/** Every keystroke that the other client had received is in the document as it lies on disk. */
async function expectText(
  store: Store,
  document: string,
  sides: readonly HistorySide[],
  seen: readonly number[],
): Promise<void> {
  const { snapshot, updates } = await store.loadDocument(document);
  const doc = new Y.Doc();
  if (snapshot) Y.applyUpdate(doc, snapshot);
  for (const update of updates) Y.applyUpdate(doc, update);
  for (const [index, side] of sides.entries()) {
    const author = sides[index === 0 ? 1 : 0];
    expect(author && Y.getState(doc.store, author.clientId), side.client.provider.url).toBeGreaterThanOrEqual(
      seen[index] ?? 0,
    );
  }
  doc.destroy();
}

/** After the close each vote counts once, as it was last acked, and the record verifies. */
async function expectEnd(chair: Person, electors: readonly Voter[], pollId: string): Promise<void> {
  await chair.do({ type: 'poll.close', pollId });
  const { count } = chair.meeting.polls[pollId] ?? { count: null };
  if (count?.status !== 'closed') throw new Error('the poll is closed');
  const tally = count.tally.counts;
  const last = (vote: Vote) => electors.filter((voter) => voter.acked === vote).length;
  expect(count.turnout).toBe(voters);
  expect(tally).toMatchObject({ yes: last('yes'), no: last('no'), abstain: last('abstain') });
  const text = await recordText(chair);
  expect(verifyRecord(text)).toMatchObject({ ok: true });
}

async function recordText(person: Person): Promise<string> {
  const response = await fetch(`${server.url}/api/meetings/${person.meetingId}/record.json`, {
    headers: { cookie: person.cookie },
  });
  return response.text();
}

function docWithId(clientId: number): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  return doc;
}
