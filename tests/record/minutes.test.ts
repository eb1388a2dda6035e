/** The minutes over HTTP: a meeting held on the running server, read as a page, as Markdown and as JSON, in both languages. */
import { minutesPart } from '@mufakat/shared-docs';
import type { MinutesPaper } from '@mufakat/domain';
import { readRecord, verifyRecord } from '@mufakat/record';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { gather, plainRule, seatVoter, type Gathering } from '../harness/coalition';
import type { Person } from '../harness/person';
import { seatByLink } from '../harness/seats';
import { ServerInProcess } from '../harness/server-in-process';
import { stockClient } from '../harness/stock-client';
import { frozenDecision } from '../harness/wording';

let server: ServerInProcess;
let here: Gathering;
let chair: Person;
let secretary: Person;
let witness: Person;

beforeAll(async () => {
  server = await ServerInProcess.start();
  here = await gather(server.url);
  chair = here.chair;
  await chair.do({ type: 'meeting.open' });
  secretary = await seatByLink(here, {
    name: 'لبنى عبد الرحمن',
    roles: ['secretary'],
    partnerId: null,
    votes: false,
  });
  witness = await seatVoter(here, server.url, 'Guru <b>SDN</b> 07 | utusan', 1, ['delegate']);
  const decisionId = await frozenDecision(
    chair,
    { ...plainRule, ladder: ['vote'] },
    'Rumah guru dibangun.',
    'person',
  );
  await chair.do({ type: 'poll.open', decisionId });
  const pollId = Object.keys(chair.meeting.polls)[0]!;
  await witness.vote(pollId, { kind: 'vote', vote: 'yes' });
  await chair.do({ type: 'poll.close', pollId });
  await chair.do({
    type: 'decision.decide',
    decisionId,
    outcome: 'decided',
    statement: 'Disepakati *bersama*.',
  });
  await writeProse(secretary, 'opening', 'Dibuka dengan doa & lagu <script>.');
});

afterAll(async () => {
  for (const person of [chair, secretary, witness]) person.close();
  await server.dispose();
});

async function writeProse(person: Person, part: string, text: string): Promise<void> {
  const client = stockClient(server.url, `minutes/${here.meetingId}`, { cookie: person.cookie });
  const reader = stockClient(server.url, `minutes/${here.meetingId}`, { cookie: chair.cookie });
  await client.synced();
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(text)]);
  minutesPart(client.doc, part).insert(0, [paragraph]);
  await chair.until(() => minutesPart(reader.doc, part).length > 0);
  client.close();
  reader.close();
}

async function get(form: string, by: Person = chair): Promise<Response> {
  return fetch(`${server.url}/api/meetings/${here.meetingId}/minutes.${form}`, {
    headers: { cookie: by.cookie },
  });
}

const page = async (language: 'id' | 'en') => (await get(`html?lang=${language}`)).text();

test('a draft says that it is one, with the prose as it stands, and nothing of anyone becomes markup', async () => {
  const text = await page('id');
  expect(text).toContain('Rancangan versi 1, belum dikunci');
  expect(text).toContain('Dibuka dengan doa &amp; lagu &lt;script&gt;.');
  expect(text).toContain('Guru &lt;b&gt;SDN&lt;/b&gt; 07');
  expect(text).toContain('<td dir="auto">\u2068لبنى عبد الرحمن\u2069</td>');
  expect(text).toContain('Disepakati pada langkah Pemungutan suara');
  expect(text).toContain('Rumah guru dibangun.');
  const markdown = await (await get('md?lang=id')).text();
  expect(markdown).toContain('Guru \\<b\\>SDN\\</b\\> 07 \\| utusan');
  expect(markdown).toContain('Disepakati \\*bersama\\*.');
  expect(markdown).toContain('> Rumah guru dibangun.');
});

test('locked, it is signed, and tells in both languages what it told then', async () => {
  await secretary.do({ type: 'minutes.correct', part: 'opening', text: 'Doa oleh Dewan Adat.' });
  await secretary.do({ type: 'minutes.freeze' });
  await secretary.do({ type: 'minutes.sign', version: 1, as: 'secretary' });
  await chair.do({ type: 'minutes.sign', version: 1, as: 'chair' });
  await chair.do({ type: 'meeting.close' });
  await witness.do({ type: 'minutes.sign', version: 1, as: 'witness' });
  const id = await page('id');
  expect(id).toContain('Versi 1, ditandatangani pimpinan dan notulis');
  expect(id).toContain('ditandatangani dalam musyawarah');
  expect(id).toContain('Sesudah dikunci');
  expect(id).toContain('Doa oleh Dewan Adat.');
  const en = await page('en');
  expect(en).toContain('Version 1, signed by chair and secretary');
  expect(en).toContain('Decided on the step Vote');
  expect(en).toContain('Witness');
  expect(en).not.toMatch(/undefined|\[object|NaN/);
  expect(id).not.toMatch(/undefined|\[object|NaN/);
});

test('the file for programs says the same, and the record of it verifies', async () => {
  const file = (await (await get('json')).json()) as {
    format: string;
    paper: MinutesPaper;
    prose: unknown[];
  };
  expect(file.format).toBe('mufakat-minutes');
  expect(file.paper).toMatchObject({ status: 'signed', version: 1, signatures: { length: 3 } });
  expect(file.prose).toEqual([]);
  const record = await (
    await fetch(`${server.url}/api/meetings/${here.meetingId}/record.json`, {
      headers: { cookie: chair.cookie },
    })
  ).text();
  expect(verifyRecord(record)).toMatchObject({ ok: true });
  const read = readRecord(record);
  if (!('file' in read)) throw new Error('the record does not read');
  const { upTo, head } = file.paper.locked!;
  expect(read.file.events[upTo]?.prev).toBe(head);
});

test('a name erased later is erased in the minutes too, and they stay signed', async () => {
  await witness.do({ type: 'person.erase', personId: witness.you });
  const text = await page('id');
  expect(text).not.toContain('utusan</td>');
  expect(text).toContain('[dihapus]');
  expect(text).toContain('Versi 1, ditandatangani pimpinan dan notulis');
});

test('strangers see none of it', async () => {
  const answer = await fetch(`${server.url}/api/meetings/${here.meetingId}/minutes.html`);
  expect(answer.status).toBe(401);
});
