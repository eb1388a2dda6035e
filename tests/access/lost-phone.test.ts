/** A link that replaces another, or is revoked, signs out every device of that person within a second, but the one in hand. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { answer, gather, type Gathering } from '../harness/coalition';
import { Person } from '../harness/person';
import { issueLink, seatPerson } from '../harness/seats';
import { ServerInProcess } from '../harness/server-in-process';
import { SyncLine } from '../harness/sync-line';

const withinMs = 1_000;
let server: ServerInProcess;
let gathering: Gathering;
let personId: string;
let secret: string;
let phone: Person;
let laptop: Person;

beforeAll(async () => {
  server = await ServerInProcess.start();
  gathering = await gather(server.url);
});
afterAll(async () => {
  gathering.chair.close();
  await server.dispose();
});
beforeEach(async () => {
  server.shiftMs += 60_000;
  personId = await seatPerson(gathering, {
    name: 'Ani',
    roles: ['participant'],
    partnerId: null,
    votes: true,
  });
  secret = await issueLink(gathering, personId);
  [phone, laptop] = [await enter(), await enter()];
});
afterEach(() => {
  phone.close();
  laptop.close();
});

async function enter(): Promise<Person> {
  const person = new Person(server.url);
  answer(await person.http('POST', '/api/links', { secret }), 200);
  await person.join(gathering.meetingId);
  return person;
}

async function expectOut(person: Person, line: SyncLine): Promise<void> {
  await person.until(() => person.gone.includes('signed_out') && line.end === 4404, withinMs);
  expect(await person.emit('join', { v: 1, meetingId: gathering.meetingId, afterSeq: 0 })).toEqual({
    ok: false,
    code: 'not_found',
  });
  expect(await person.command({ type: 'attendance.leave' })).toEqual({ ok: false, code: 'not_found' });
  expect((await person.http('GET', `/api/meetings/${gathering.meetingId}/record.json`)).status).toBe(404);
}

const agendaLine = (person: Person) =>
  SyncLine.open(server.url, `agenda/${gathering.meetingId}`, { cookie: person.cookie });

test('given anew by the host: both devices are out, and the new link brings one back', async () => {
  const lines = [await agendaLine(phone), await agendaLine(laptop)] as const;
  const { chair } = gathering;
  const old = secret;
  secret = await issueLink(gathering, personId);
  await expectOut(phone, lines[0]);
  await expectOut(laptop, lines[1]);
  expect((await phone.http('POST', '/api/links', { secret: old })).status).toBe(410);
  const back = await enter();
  expect(back.you).toBe(personId);
  const line = await agendaLine(back);
  await chair.do({ type: 'stage.set', stage: { kind: 'agenda' } });
  expect(line.end).toBeNull();
  await chair.until(() => chair.here.includes(personId));
  back.close();
});

test('replaced by themselves: the device in hand stays, with its documents, and the lost one is out', async () => {
  const lines = [await agendaLine(phone), await agendaLine(laptop)] as const;
  await laptop.do({ type: 'link.issue', personId });
  await expectOut(phone, lines[0]);
  expect(laptop.gone).toEqual([]);
  expect(lines[1].end).toBeNull();
  expect(await laptop.emit('clock', {})).toMatchObject({ ok: true });
  // From the one in hand again: the line that came in by the second link goes by the third.
  const { url } = answer<{ url: string }>(
    await laptop.http('GET', `/api/meetings/${gathering.meetingId}/people/${personId}/link`),
    200,
  );
  secret = url.split('#')[1] ?? '';
  const third = await enter();
  const thirdLine = await agendaLine(third);
  await laptop.do({ type: 'link.issue', personId });
  await expectOut(third, thirdLine);
  expect(lines[1].end).toBeNull();
  third.close();
});

test('revoked: every device is out', async () => {
  const line = await agendaLine(phone);
  await gathering.chair.do({ type: 'link.revoke', personId });
  await expectOut(phone, line);
  await laptop.until(() => laptop.gone.includes('signed_out'), withinMs);
});

test('the first link of someone who came by the code drops nobody, and a retry of it neither', async () => {
  const guest = new Person(server.url);
  const came = answer<{ personId: string }>(await guest.come(gathering.code, 'Tamu'), 201);
  await guest.join(gathering.meetingId);
  await guest.do({ type: 'link.issue', personId: came.personId });
  await gathering.chair.do({ type: 'stage.set', stage: { kind: 'agenda' } });
  expect(guest.gone).toEqual([]);
  expect((await guest.http('GET', `/api/meetings/${gathering.meetingId}/record.json`)).status).toBe(200);
  guest.close();
});
