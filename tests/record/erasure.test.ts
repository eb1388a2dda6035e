/** A person is erased and words are taken back on a running server; the record goes on verifying, and nothing else does. */
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { verifyRecord } from '@mufakat/record';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { gather, plainRule, seatVoter, type Gathering } from '../harness/coalition';
import type { Person } from '../harness/person';
import { ServerProcess } from '../harness/server-process';
import { frozenDecision } from '../harness/wording';

const mufakat = fileURLToPath(new URL('../../apps/cli/dist/mufakat.js', import.meta.url));
const run = promisify(execFile);

let server: ServerProcess;
let gathering: Gathering;
let leaving: Person;

beforeAll(async () => {
  server = await ServerProcess.start();
  gathering = await gather(server.url);
  leaving = await seatVoter(gathering, server.url, 'Nama Yang Akan Hilang', 1);
  await meet();
});

afterAll(async () => {
  leaving.close();
  gathering.chair.close();
  await server.dispose();
});

const reason = 'Alasan yang kemudian ditarik';
const note = 'Catatan yang kemudian ditarik pimpinan';

/** A meeting with a pause whose reason is taken back, and a consent round with a remark. */
async function meet(): Promise<void> {
  const { chair } = gathering;
  await chair.do({ type: 'meeting.open' });
  await chair.do({ type: 'meeting.pause', kind: 'other', reason, until: Date.now() + 600_000 });
  await chair.do({ type: 'meeting.resume' });
  const decisionId = await frozenDecision(chair, plainRule, 'Rumah guru dikerjakan lebih dahulu.');
  await chair.do({ type: 'poll.open', decisionId });
  const [pollId = ''] = Object.keys(chair.meeting.polls);
  const ack = await leaving.vote(pollId, {
    kind: 'consent',
    answer: 'agree-with-note',
    note,
    acceptableIf: '',
    until: null,
    viaSecretary: false,
  });
  expect(ack).toEqual({ ok: true });
  await chair.do({ type: 'poll.close', pollId });
  await chair.do({ type: 'decision.decide', decisionId, outcome: 'decided', statement: 'Disepakati.' });
}

async function recordText(): Promise<string> {
  const { chair } = gathering;
  const response = await fetch(`${server.url}/api/meetings/${chair.meetingId}/record.json`, {
    headers: { cookie: chair.cookie },
  });
  expect(response.status).toBe(200);
  return response.text();
}

/** Searches every file of the data folder, the write-ahead log included. */
function onDisk(text: string): string[] {
  const bytes = Buffer.from(text);
  return readdirSync(server.dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && readFileSync(join(entry.parentPath, entry.name)).includes(bytes))
    .map((entry) => entry.name);
}

test('[L3] erased names and words are gone from state, record, page and disk; the chain still verifies', async () => {
  const { chair } = gathering;
  const before = verifyRecord(await recordText());
  expect(before).toMatchObject({ ok: true, erased: 0 });
  expect(onDisk(reason)).not.toEqual([]);

  const pause = chair.meeting.authors.ids()[0] ?? '';
  await chair.do({ type: 'words.take-back', wordsId: pause });
  const poll = Object.values(chair.meeting.polls)[0];
  const remark = poll?.count.status === 'closed' ? poll.count.remarks[0] : undefined;
  await chair.do({ type: 'words.take-back', wordsId: remark?.words.id ?? '' });
  await leaving.do({ type: 'person.erase', personId: leaving.you }).catch(() => undefined);
  await chair.until(() => JSON.stringify(chair.state).includes('"erased":true'));

  const text = await recordText();
  expect(verifyRecord(text)).toMatchObject({ ok: true });
  const after = verifyRecord(text);
  expect(after.ok && after.erased).toBeGreaterThanOrEqual(4);
  for (const gone of [reason, note, 'Nama Yang Akan Hilang']) {
    expect(text).not.toContain(gone);
    expect(JSON.stringify(chair.state)).not.toContain(gone);
    expect((await chair.http('GET', `/api/meetings/${chair.meetingId}/record.html`)).body).not.toContain(
      gone,
    );
    expect(onDisk(gone), gone).toEqual([]);
  }
  const events = chair.events.length;
  await chair.resume(0);
  expect(chair.events.length).toBeGreaterThanOrEqual(events);
  expect(JSON.stringify(chair.state)).not.toContain(reason);
});

test('the record verifies from the command line, and no single changed byte of it does', async () => {
  const { chair } = gathering;
  await chair.do({ type: 'meeting.close' });
  const text = await recordText();
  const file = join(server.dataDir, 'record.json');
  writeFileSync(file, text);
  const { stdout } = await run(process.execPath, [mufakat, 'verify', '--lang', 'en', file]);
  expect(stdout).toContain('record.json: verified');

  const bytes = Buffer.from(text);
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const step = Math.max(1, Math.floor(bytes.length / 1500));
  for (let at = 0; at < bytes.length; at += step) {
    const was = bytes[at] ?? 0;
    bytes[at] = was ^ 1;
    let accepted = false;
    try {
      accepted = verifyRecord(decoder.decode(bytes)).ok;
    } catch {
      // Bytes that are no text at all are refused before they are looked at.
    }
    expect(accepted, `byte ${at}`).toBe(false);
    bytes[at] = was;
  }
  const forged = text.replace('Rumah guru dikerjakan', 'Rumah guru ditunda saja');
  expect(forged).not.toBe(text);
  writeFileSync(file, forged);
  await expect(run(process.execPath, [mufakat, 'verify', file])).rejects.toMatchObject({ code: 1 });
}, 120_000);
