/** Whoever waits to be let in, over real lines: told nothing but that they wait, every other door shut, and in at once. */
import type { MeetingCommand } from '@mufakat/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answer, gather, plainRule, seatVoter, type Gathering } from '../harness/coalition';
import { newId, Person } from '../harness/person';
import { ServerInProcess } from '../harness/server-in-process';
import { SyncLine } from '../harness/sync-line';
import { draftDecision, frozenDecision } from '../harness/wording';

const withinMs = 1_000;
let server: ServerInProcess;
let gathering: Gathering;
let voter: Person;

beforeAll(async () => {
  server = await ServerInProcess.start();
  gathering = await gather(server.url);
  voter = await seatVoter(gathering, server.url, 'Ani', 1);
  await gathering.chair.do({ type: 'waiting-room.set', on: true });
});
afterAll(async () => {
  gathering.chair.close();
  voter.close();
  await server.dispose();
});

async function waiter(name: string): Promise<{ person: Person; personId: string }> {
  const person = new Person(server.url);
  const { personId } = answer<{ personId: string }>(
    await person.come(gathering.code, name, gathering.partners[2]),
    201,
  );
  const ack = await person.join(gathering.meetingId);
  expect(ack).toMatchObject({ ok: true, you: personId, waiting: { name } });
  return { person, personId };
}

test('[V4] hears where they wait and nothing that happens in the room', async () => {
  const { chair, meetingId } = gathering;
  const { person, personId } = await waiter('Budi Menunggu');
  expect(person.waiting).toEqual({
    meetingId,
    title: 'Musyawarah Prioritas',
    coalition: 'Sekolah Terpencil',
    startsAt: chair.meeting.plan.startsAt,
    timeZone: 'Asia/Jakarta',
    place: '',
    phase: 'lobby',
    name: 'Budi Menunggu',
    address: '',
    partner: { name: 'Koperasi Sinar Rakit', mark: 'KR' },
  });
  expect(person.events).toEqual([]);

  await chair.do({ type: 'meeting.open' });
  await chair.do({ type: 'item.extend', minutes: 5 }).catch(() => undefined);
  const decisionId = await frozenDecision(chair, { ...plainRule, ladder: ['vote'] }, 'Rahasia ruang.');
  await chair.do({ type: 'poll.open', decisionId });
  const [poll] = Object.values(chair.meeting.polls);
  expect(await voter.vote(poll!.id, { kind: 'vote', vote: 'yes' })).toEqual({ ok: true });
  await voter.until(() => voter.turnouts.get(poll!.id)?.cast === 1);
  await chair.do({ type: 'poll.close', pollId: poll!.id });
  await person.until(() => person.waiting?.phase === 'open');
  expect(await person.emit('clock', {})).toMatchObject({ ok: true });
  expect(person.frames.map(([name]) => name)).toEqual(['waiting']);
  expect(JSON.stringify(person.frames)).not.toContain(chair.you);
  expect(chair.here).not.toContain(personId);
  expect(chair.meeting.people.get(personId)).toMatchObject({ seat: 'waiting', attendance: 'never' });
  person.close();
});

test('finds every other door shut', async () => {
  const { chair, meetingId, coalitionId } = gathering;
  const { person, personId } = await waiter('Di Luar');
  const decisionId = await draftDecision(chair, plainRule);
  const meeting = `/api/meetings/${meetingId}`;
  for (const path of [
    `${meeting}/record.json`,
    `${meeting}/record.html`,
    `${meeting}/invitation`,
    `${meeting}/invitation.ics`,
    `${meeting}/people/${personId}/link`,
    `${meeting}/people/${chair.you}/link`,
  ]) {
    expect([path, await person.http('GET', path)]).toMatchObject([
      path,
      { status: 403, body: { code: 'not_a_member' } },
    ]);
  }
  expect(await person.http('GET', `/api/coalitions/${coalitionId}`)).toMatchObject({ status: 404 });
  for (const name of [`agenda/${meetingId}`, `notes/${meetingId}`, `wording/${decisionId}`]) {
    expect((await person.http('POST', '/api/tickets', { document: name })).status).toBe(403);
    expect((await person.http('GET', `/api/documents/${name}/history`)).status).toBe(404);
    expect((await SyncLine.open(server.url, name, { cookie: person.cookie })).end).toBe(4404);
  }
  for (const command of [
    { type: 'attendance.sign' },
    { type: 'people.admit', personIds: [personId] },
    { type: 'person.rename', personId, name: 'Lain', address: '' },
    { type: 'link.issue', personId },
    { type: 'poll.demand-count', pollId: newId() },
  ] satisfies MeetingCommand[]) {
    expect(await person.command(command)).toEqual({ ok: false, code: 'not_a_member' });
  }
  expect(await person.vote(newId(), { kind: 'vote', vote: 'yes' })).toEqual({
    ok: false,
    code: 'not_a_member',
  });
  expect((await person.http('GET', '/api/session')).body).toMatchObject({
    places: [{ kind: 'meeting', id: meetingId, roles: [] }],
  });
  // Knocking again makes nobody new.
  expect(await person.come(gathering.code, 'Di Luar Lagi')).toMatchObject({
    status: 200,
    body: { personId },
  });
  person.close();
});

test('let in, folds the whole record, is here and on the list; others wait on', async () => {
  const { chair } = gathering;
  const [one, other] = [await waiter('Masuk'), await waiter('Tinggal')];
  await chair.do({ type: 'people.admit', personIds: [one.personId] });
  await one.person.until(() => one.person.refolds === 1 && one.person.events.length > 0, withinMs);
  await one.person.until(
    () => one.person.meeting.people.get(one.personId)?.attendance === 'signed',
    withinMs,
  );
  await chair.until(() => chair.here.includes(one.personId), withinMs);
  await chair.do({ type: 'stage.set', stage: { kind: 'agenda' } });
  await one.person.until(() => one.person.events.length === chair.events.length, withinMs);
  expect(other.person.waiting).toMatchObject({ name: 'Tinggal' });
  expect(other.person.frames.filter(([name]) => name !== 'waiting')).toEqual([]);
  one.person.close();
  other.person.close();
});

test('turned away, is told so, on the line and after a reload; a blocked device stays out until it is unblocked', async () => {
  const { chair, meetingId, code } = gathering;
  const { person, personId } = await waiter('Ditolak');
  await chair.do({ type: 'person.remove', personId, block: true });
  await person.until(() => person.gone.includes('blocked'), withinMs);
  expect(await person.emit('join', { v: 1, meetingId, afterSeq: 0 })).toEqual({ ok: false, code: 'blocked' });
  expect(await person.http('GET', `/api/meetings/${meetingId}/record.json`)).toMatchObject({
    status: 403,
    body: { code: 'blocked' },
  });
  for (const method of ['GET', 'POST']) {
    const body = method === 'POST' ? { id: newId(), name: 'Lagi', address: '', partnerId: null } : undefined;
    expect(await person.http(method, `/api/doors/${code}`, body)).toMatchObject({
      status: 403,
      body: { code: 'blocked' },
    });
  }
  // Another device is nobody's business.
  expect((await new Person(server.url).http('GET', `/api/doors/${code}`)).status).toBe(200);
  await chair.do({ type: 'person.unblock', personId });
  const again = await person.come(code, 'Kembali');
  expect(again.status).toBe(201);
  expect(again.body).not.toMatchObject({ personId });
  person.close();
});

test('someone removed without a block hears why, and may come by the code again', async () => {
  const { chair, meetingId, code } = gathering;
  const { person, personId } = await waiter('Keluar');
  await chair.do({ type: 'people.admit', personIds: [personId] });
  await person.until(() => person.refolds === 1, withinMs);
  await chair.do({ type: 'person.remove', personId, block: false });
  await person.until(() => person.gone.includes('person_removed'), withinMs);
  expect(await person.emit('join', { v: 1, meetingId, afterSeq: 0 })).toEqual({
    ok: false,
    code: 'person_removed',
  });
  expect((await person.come(code, 'Keluar')).status).toBe(201);
  person.close();
});

test('a meeting in which only people wait stays in memory for them', async () => {
  const alone = await gather(server.url);
  await alone.chair.do({ type: 'waiting-room.set', on: true });
  const person = new Person(server.url);
  await person.come(alone.code, 'Sendiri');
  await person.join(alone.meetingId);
  const room = server.app.services.rooms.meetingInMemory(alone.meetingId)!;
  await alone.chair.do({ type: 'attendance.leave' });
  alone.chair.close();
  await person.until(() => room.presence.people().length === 0);
  expect(room.isBusy).toBe(true);
  person.close();
  await person.until(() => !room.isBusy);
});
