/** Meetings and coalitions deleted on a running server: what goes, what stays, who may, and who is told. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { coalitionCommandSchema } from '@mufakat/domain';
import { verifyRecord } from '@mufakat/record';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { monthsBefore, sweepRecords } from '../../apps/server/src/deletion/retention';
import { gather, plainRule, seatVoter, type Gathering } from '../harness/coalition';
import { newId, type Person } from '../harness/person';
import { ServerInProcess } from '../harness/server-in-process';

let server: ServerInProcess;
let gathering: Gathering;
let guest: Person;

const title = 'Musyawarah Prioritas';

beforeEach(async () => {
  server = await ServerInProcess.start();
  gathering = await gather(server.url);
  guest = await seatVoter(gathering, server.url, 'Nama Peserta', 1);
});
afterEach(async () => {
  guest.close();
  gathering.chair.close();
  await server.dispose();
});

function remove(who: Person, typed: string, meetingId = gathering.meetingId, id = newId()) {
  return who.http('DELETE', `/api/meetings/${meetingId}`, { id, title: typed });
}

async function close(): Promise<void> {
  await gathering.chair.do({ type: 'meeting.open' });
  await gathering.chair.do({ type: 'meeting.close' });
}

async function planNext(): Promise<string> {
  const { chair, coalitionId } = gathering;
  const { body } = await chair.http('POST', `/api/coalitions/${coalitionId}/meetings`, {
    id: newId(),
    command: {
      type: 'meeting.plan',
      kind: 'working',
      place: '',
      callUrl: '',
      title: 'Rapat berikut',
      startsAt: Date.now() + 7_200_000,
      timeZone: 'Asia/Jakarta',
      language: 'id',
      invited: gathering.partners.map((partnerId) => ({ partnerId, heads: 5 })),
      rule: plainRule,
      electorate: 'person',
    },
    agenda: [],
  });
  return (body as { meetingId: string }).meetingId;
}

function command(body: object) {
  return gathering.chair.http('POST', `/api/coalitions/${gathering.coalitionId}/commands`, {
    id: newId(),
    command: coalitionCommandSchema.parse(body),
  });
}

function onDisk(): string {
  return readdirSync(server.dataDir)
    .map((name) => readFileSync(join(server.dataDir, name), 'latin1'))
    .join('');
}

test('only a chair deletes a meeting, by its title, and not while it is in session', async () => {
  const { chair } = gathering;
  expect((await remove(guest, title)).body).toMatchObject({ code: 'not_allowed' });
  expect((await remove(chair, 'Musyawarah')).body).toMatchObject({ code: 'title_differs' });
  await chair.do({ type: 'meeting.open' });
  expect((await remove(chair, title)).body).toMatchObject({ code: 'meeting_in_session' });
  await chair.do({ type: 'meeting.close' });
  const id = newId();
  expect((await remove(chair, ' musyawarah  PRIORITAS ', gathering.meetingId, id)).status).toBe(204);
  // The answer was lost and it comes again; anything new finds nothing.
  expect((await remove(chair, title, gathering.meetingId, id)).status).toBe(204);
  expect((await remove(chair, title)).status).toBe(404);
});

test('everyone in it is told; its record, code, documents and words are gone, also from the disk', async () => {
  await gathering.chair.do({
    type: 'decision.draft',
    title: 'Kata Rahasia',
    itemId: null,
    rule: null,
    electorate: null,
    wording: 'Rumusan Rahasia',
  });
  expect(onDisk()).toContain('Nama Peserta');
  await close();
  expect((await remove(gathering.chair, title)).status).toBe(204);
  await guest.until(() => guest.gone.includes('not_found'));
  for (const path of [`/api/meetings/${gathering.meetingId}/record.json`, `/api/doors/${gathering.code}`]) {
    expect((await gathering.chair.http('GET', path)).status).toBe(404);
  }
  const seen = await gathering.chair.http('GET', `/api/coalitions/${gathering.coalitionId}`);
  expect(seen.body).toMatchObject({ meetings: [] });
  expect((await guest.http('GET', '/api/session')).body).toMatchObject({ places: [] });
  for (const word of ['Nama Peserta', 'Kata Rahasia', 'Rumusan Rahasia', title])
    expect(onDisk()).not.toContain(word);
});

test('a goal’s text stays while a later meeting carries the goal, and goes with the last', async () => {
  const { chair } = gathering;
  await chair.do({ type: 'goal.draft', title: 'Tujuan', languages: ['id'] });
  const [goalId = ''] = Object.keys(chair.meeting.goals);
  const { services } = server.app;
  const session = await services.sessions.find(chair.cookie);
  const entry = await services.access.meeting(session, gathering.meetingId);
  if (!entry.ok) throw new Error(entry.code);
  const grant = services.documentAccess.grantTo(entry.value, { kind: 'goal', id: goalId });
  await services.documents.write(grant, (doc) => void doc.getMap('order').set('a', 1));
  await close();
  const next = await planNext();
  expect((await remove(chair, title)).status).toBe(204);
  const ticket = await chair.http('POST', '/api/tickets', { document: `goal/${goalId}` });
  expect(ticket.status).toBe(200);
  const { updates } = await server.store.loadDocument(`goal/${goalId}`);
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  expect(doc.getMap('order').get('a')).toBe(1);
  expect((await remove(chair, 'Rapat berikut', next)).status).toBe(204);
  expect(await server.store.findDocument(`goal/${goalId}`)).toBeNull();
});

test('its founder deletes a coalition with all its meetings, and nobody else does', async () => {
  const { chair, coalitionId } = gathering;
  const path = `/api/coalitions/${coalitionId}`;
  const next = await planNext();
  const ask = (name: string, who = chair) => who.http('DELETE', path, { id: newId(), name });
  expect((await ask('Sekolah Terpencil', guest)).status).toBe(404);
  expect((await ask('Sekolah')).body).toMatchObject({ code: 'title_differs' });
  await chair.do({ type: 'meeting.open' });
  expect((await ask('Sekolah Terpencil')).body).toMatchObject({ code: 'meeting_in_session' });
  await chair.do({ type: 'meeting.close' });
  expect((await ask('Sekolah Terpencil')).status).toBe(204);
  await guest.until(() => guest.gone.includes('not_found'));
  expect((await chair.http('GET', path)).status).toBe(404);
  expect((await chair.http('GET', `/api/meetings/${next}/record.json`)).status).toBe(404);
  expect((await chair.http('GET', '/api/session')).body).toMatchObject({ places: [] });
  expect(onDisk()).not.toContain('Sekolah Terpencil');
});

test('meetings are deleted when the coalition keeps them no longer', async () => {
  const changed = await command({
    type: 'coalition.change',
    name: 'Sekolah Terpencil',
    form: 'forum',
    languages: ['id'],
    secretariat: null,
    retentionMonths: 2,
  });
  expect(changed.status).toBe(200);
  await close();
  const next = await planNext();
  const day = 24 * 3_600_000;
  server.shiftMs = 55 * day;
  await sweepRecords(server.app.services);
  expect(await server.store.findStream(gathering.meetingId)).not.toBeNull();
  server.shiftMs = 63 * day;
  await sweepRecords(server.app.services);
  expect(await server.store.findStream(gathering.meetingId)).toBeNull();
  expect(await server.store.findStream(next)).not.toBeNull();
});

test('months are those of the calendar', () => {
  const at = (text: string) => Date.parse(text);
  expect(monthsBefore(at('2026-03-31T10:00:00Z'), 1)).toBe(at('2026-02-28T10:00:00Z'));
  expect(monthsBefore(at('2026-01-15T10:00:00Z'), 13)).toBe(at('2024-12-15T10:00:00Z'));
});

test('a single person who is removed from the partners loses their name in the meetings’ records', async () => {
  const { chair, coalitionId } = gathering;
  const added = await command({
    type: 'partner.add',
    name: 'Pensiunan Guru Terhapus',
    mark: 'PG',
    kind: 'individual',
    place: '',
    weight: 1,
    chamber: chair.meeting.plan.chambers[1]?.id ?? null,
  });
  expect(added.status).toBe(200);
  const { body } = await chair.http('GET', `/api/coalitions/${coalitionId}`);
  const { partners } = (body as { coalition: { partners: Record<string, { id: string; mark: string }> } })
    .coalition;
  const partnerId = Object.values(partners).find(({ mark }) => mark === 'PG')?.id ?? '';
  gathering.partners.push(partnerId);
  const next = await planNext();
  chair.close();
  await chair.join(next);
  expect(onDisk()).toContain('Pensiunan Guru Terhapus');
  expect((await command({ type: 'partner.remove', partnerId })).status).toBe(200);
  await chair.until(() => chair.refolds === 1);
  expect(onDisk()).not.toContain('Pensiunan Guru Terhapus');
  const answer = await fetch(`${server.url}/api/meetings/${next}/record.json`, {
    headers: { cookie: chair.cookie },
  });
  const record = await answer.text();
  expect(record).not.toContain('Terhapus');
  expect(verifyRecord(record)).toMatchObject({ ok: true });
});
