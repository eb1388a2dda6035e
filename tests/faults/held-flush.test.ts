/** With the store's flush held, nothing leaves: no ack, no broadcast, no content to whoever joins meanwhile. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { gather, plainRule, seatVoter, type Gathering } from '../harness/coalition';
import type { Person } from '../harness/person';
import { ServerInProcess } from '../harness/server-in-process';
import { stockClient } from '../harness/stock-client';
import { written } from '../harness/trace-player';
import { draftDecision, frozenDecision } from '../harness/wording';

let server: ServerInProcess;
let gathering: Gathering;
let voter: Person;

beforeAll(async () => {
  server = await ServerInProcess.start();
  gathering = await gather(server.url);
  voter = await seatVoter(gathering, server.url, 'Peserta', 1);
});

afterAll(async () => {
  voter.close();
  gathering.chair.close();
  await server.dispose();
});

const aWhile = () => new Promise((resolve) => setTimeout(resolve, 300));

const voteOnly = { ...plainRule, ladder: ['vote' as const] };

test('[promise 1] a command: neither ack nor event until the flush', async () => {
  const { chair } = gathering;
  const told: string[] = [];
  const before = voter.events.length;
  server.holdFlush();
  const acked = chair.command({ type: 'stage.set', stage: { kind: 'agenda' } }).then(() => told.push('ack'));
  await aWhile();
  expect(told).toEqual([]);
  expect(voter.events).toHaveLength(before);
  expect((await voter.resume()).ok).toBe(true);
  expect(voter.events).toHaveLength(before);
  server.releaseFlush();
  await acked;
  await voter.until(() => voter.events.length === before + 1);
});

test('[promise 1] an edit: the other reader and a late one see nothing until the flush', async () => {
  const { chair } = gathering;
  const document = `wording/${await draftDecision(chair, voteOnly)}`;
  const writer = stockClient(server.url, document, { cookie: chair.cookie, params: { mufakat: '1' } });
  const reader = stockClient(server.url, document, { cookie: voter.cookie });
  await Promise.all([writer.synced(), reader.synced()]);
  const saved: number[] = [];
  writer.provider.messageHandlers[100] = (_encoder, decoder) => saved.push(decoder.arr.at(-1) ?? -1);
  const savedBefore = saved.length;

  server.holdFlush();
  writer.doc.getText('t').insert(0, 'belum tersimpan');
  await aWhile();
  expect(written(reader.doc.getText('t'))).toBe('');
  expect(saved).toHaveLength(savedBefore);
  const late = stockClient(server.url, document, { cookie: voter.cookie });
  await aWhile();
  expect(written(late.doc.getText('t'))).toBe('');

  server.releaseFlush();
  await expect.poll(() => written(reader.doc.getText('t'))).toBe('belum tersimpan');
  await expect.poll(() => written(late.doc.getText('t'))).toBe('belum tersimpan');
  await expect.poll(() => saved.length).toBeGreaterThan(savedBefore);
  for (const client of [writer, reader, late]) client.close();
});

test('[promise 1] a ballot: neither ack nor turnout until the flush', async () => {
  const { chair } = gathering;
  await chair.do({ type: 'meeting.open' });
  const decisionId = await frozenDecision(chair, voteOnly, 'Setuju?');
  await chair.do({ type: 'poll.open', decisionId });
  const [pollId = ''] = Object.keys(chair.meeting.polls);

  const told: string[] = [];
  server.holdFlush();
  const acked = voter
    .vote(pollId, { kind: 'vote', vote: 'yes' })
    .then((ack) => told.push(ack.ok ? 'ok' : ack.code));
  await aWhile();
  expect(told).toEqual([]);
  expect(chair.turnouts.get(pollId)?.cast ?? 0).toBe(0);
  server.releaseFlush();
  await acked;
  expect(told).toEqual(['ok']);
  await chair.until(() => chair.turnouts.get(pollId)?.cast === 1);
});
