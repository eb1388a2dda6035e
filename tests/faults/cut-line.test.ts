/** Lines that die for ten seconds while people go on writing, and a text that is frozen meanwhile. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freezeWording } from '@mufakat/shared-docs';
import { gather, plainRule, seatVoter, type Gathering } from '../harness/coalition';
import { CuttableLine } from '../harness/cuttable-line';
import type { Person } from '../harness/person';
import { ServerProcess } from '../harness/server-process';
import { stockClient, type StockClient } from '../harness/stock-client';
import { draftDecision, writeParagraph } from '../harness/wording';

let server: ServerProcess;
let gathering: Gathering;
let writers: Person[];
let lines: CuttableLine[];

beforeAll(async () => {
  server = await ServerProcess.start();
  gathering = await gather(server.url);
  writers = await Promise.all(
    [1, 2].map((index) => seatVoter(gathering, server.url, `Penulis ${index}`, index)),
  );
  lines = await Promise.all(writers.map(() => CuttableLine.to(server.url)));
  await gathering.chair.do({ type: 'meeting.open' });
});

afterAll(async () => {
  for (const person of [...writers, gathering.chair]) person.close();
  await Promise.all(lines.map((line) => line.close()));
  await server.dispose();
});

const seconds = (n: number) => new Promise((resolve) => setTimeout(resolve, n * 1000));

async function connectBoth(decisionId: string): Promise<StockClient[]> {
  const clients = writers.map((writer, index) =>
    stockClient(lines[index]?.url ?? '', `wording/${decisionId}`, {
      cookie: writer.cookie,
      params: { mufakat: '1' },
    }),
  );
  await Promise.all(clients.map((client) => client.synced()));
  return clients;
}

const plain = (client: StockClient | undefined) => (client ? freezeWording(client.doc).plain : '');

test('[promise 3] two who were cut off for ten seconds converge when the line is back', async () => {
  const decisionId = await draftDecision(gathering.chair, plainRule);
  const clients = await connectBoth(decisionId);
  const [first] = clients;
  if (!first) throw new Error('there are clients');
  writeParagraph(first, 'Kalimat bersama.');
  await expect.poll(() => plain(clients[1])).toContain('Kalimat bersama.');
  for (const line of lines) line.cut();
  for (let second = 0; second < 10; second += 1) {
    for (const [index, client] of clients.entries())
      writeParagraph(client, `Penulis ${index + 1}, detik ${second}.`);
    await seconds(1);
  }
  expect(plain(clients[0])).not.toBe(plain(clients[1]));
  for (const line of lines) line.mend();
  await expect.poll(() => plain(clients[0]) === plain(clients[1]), { timeout: 10_000 }).toBe(true);
  for (const index of [1, 2]) expect(plain(clients[0])).toContain(`Penulis ${index}, detik 9.`);
  const late = stockClient(server.url, `wording/${decisionId}`, { cookie: gathering.chair.cookie });
  await late.synced();
  expect(plain(late)).toBe(plain(clients[0]));
  for (const client of [...clients, late]) client.close();
});

test('[D4] words written offline into a text that was frozen meanwhile become a proposal', async () => {
  const { chair } = gathering;
  const [author] = writers;
  if (!author) throw new Error('there are writers');
  const decisionId = await draftDecision(gathering.chair, plainRule);
  const clients = await connectBoth(decisionId);
  const [first] = clients;
  if (!first) throw new Error('there are clients');
  writeParagraph(first, 'Rumah guru dikerjakan lebih dahulu.');
  await expect.poll(() => plain(clients[1])).toContain('Rumah guru');
  lines[0]?.cut();
  const refusals: string[] = [];
  const offline = first;
  offline.provider.messageHandlers[101] = (_encoder, decoder) => {
    refusals.push(new TextDecoder().decode(decoder.arr.slice(decoder.pos + 1)));
  };
  writeParagraph(offline, 'Selesai sebelum tahun ajaran baru.');
  await chair.do({ type: 'text.freeze', decisionId });
  lines[0]?.mend();
  await expect.poll(() => refusals, { timeout: 10_000 }).toContain('document_frozen');

  const frozen = chair.meeting.decisions[decisionId]?.text;
  if (frozen?.status !== 'frozen') throw new Error('the text is frozen');
  expect(frozen.plain).not.toContain('tahun ajaran');
  expect(plain(clients[1])).not.toContain('tahun ajaran');
  expect(plain(offline)).toContain('Selesai sebelum tahun ajaran baru.');
  await author.do({ type: 'text.propose', decisionId, base: frozen.hash, text: plain(offline) });
  await chair.until(() => (chair.meeting.decisions[decisionId]?.proposals.length ?? 0) === 1);
  expect(chair.meeting.decisions[decisionId]?.proposals[0]).toMatchObject({
    by: author.you,
    base: frozen.hash,
    text: { text: plain(offline) },
  });
  const late = stockClient(server.url, `wording/${decisionId}`, { cookie: chair.cookie });
  await late.synced();
  expect(plain(late)).toBe(frozen.plain);
  for (const client of [...clients, late]) client.close();
});
