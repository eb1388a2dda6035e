/** A meeting starts with the agenda that came with its plan: once, whatever is sent again, and read for the next. */
import { readAgenda, removeItem } from '@mufakat/shared-docs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answer, gather, plainRule, type Gathering } from '../harness/coalition';
import { newId, Person } from '../harness/person';
import { ServerInProcess } from '../harness/server-in-process';
import { stockClient } from '../harness/stock-client';

let server: ServerInProcess;
let gathering: Gathering;

beforeAll(async () => {
  server = await ServerInProcess.start();
  gathering = await gather(server.url);
});

afterAll(async () => {
  gathering.chair.close();
  await server.dispose();
});

const items = () => [
  { id: newId(), title: 'Pembukaan', kind: 'opening', minutes: 5, presenter: '' },
  { id: newId(), title: 'Rumah guru', kind: 'decision', minutes: 30, presenter: 'Ibu Ratna' },
  { id: newId(), title: 'Penutup', kind: 'closing', minutes: 5, presenter: '' },
];

function planWith(agenda: readonly unknown[], id = newId()) {
  const invited = gathering.partners.map((partnerId) => ({ partnerId, heads: 2 }));
  const command = {
    type: 'meeting.plan',
    kind: 'working',
    place: '',
    callUrl: '',
    title: 'Rapat Kerja',
    startsAt: Date.now() + 3_600_000,
    timeZone: 'Asia/Makassar',
    language: 'id',
    invited,
    rule: plainRule,
    electorate: 'person',
  };
  return { id, command, agenda };
}

const meetings = () => `/api/coalitions/${gathering.coalitionId}/meetings`;
const agendaOf = (meetingId: string, who: Person = gathering.chair) =>
  who.http('GET', `${meetings()}/${meetingId}/agenda`);

async function plan(body: ReturnType<typeof planWith>): Promise<string> {
  return answer<{ meetingId: string }>(await gathering.chair.http('POST', meetings(), body), 201).meetingId;
}

test('what came with the plan stands in its document, in order, written by the planner', async () => {
  const agenda = items();
  const meetingId = await plan(planWith(agenda));
  expect(answer(await agendaOf(meetingId), 200)).toEqual({ items: agenda });
  const client = stockClient(server.url, `agenda/${meetingId}`, { cookie: gathering.chair.cookie });
  await client.synced();
  expect(readAgenda(client.doc)).toEqual(agenda.map((item) => ({ ...item, papers: [] })));
  const stored = await server.store.loadDocument(`agenda/${meetingId}`);
  expect(stored.clients).toHaveLength(1);
  client.close();
});

test('sent again it neither doubles nor brings back what was removed', async () => {
  const agenda = items();
  const body = planWith(agenda);
  const meetingId = await plan(body);
  expect(await plan(body)).toBe(meetingId);
  const client = stockClient(server.url, `agenda/${meetingId}`, { cookie: gathering.chair.cookie });
  await client.synced();
  removeItem(client.doc, agenda[1]!.id);
  await expect
    .poll(async () => answer(await agendaOf(meetingId), 200))
    .toEqual({ items: [agenda[0], agenda[2]] });
  await Promise.all([plan(body), plan(body)]);
  expect(answer(await agendaOf(meetingId), 200)).toEqual({ items: [agenda[0], agenda[2]] });
  client.close();
});

test('where only the plan reached the disk, the same request brings the agenda after', async () => {
  const agenda = items();
  const body = planWith(agenda);
  const meetingId = await plan({ ...body, agenda: [] });
  expect(answer(await agendaOf(meetingId), 200)).toEqual({ items: [] });
  expect(await plan(body)).toBe(meetingId);
  expect(answer(await agendaOf(meetingId), 200)).toEqual({ items: agenda });
});

test('nothing is written into a meeting that is over', async () => {
  const body = planWith(items());
  const meetingId = await plan({ ...body, agenda: [] });
  const chair = new Person(server.url);
  chair.cookie = gathering.chair.cookie;
  await chair.join(meetingId);
  await chair.do({ type: 'meeting.open' });
  await chair.do({ type: 'meeting.close' });
  expect(await plan(body)).toBe(meetingId);
  expect(answer(await agendaOf(meetingId), 200)).toEqual({ items: [] });
  chair.close();
});

test('once adopted, the agenda is that of the record', async () => {
  const agenda = items();
  const meetingId = await plan(planWith(agenda));
  const chair = new Person(server.url);
  chair.cookie = gathering.chair.cookie;
  await chair.join(meetingId);
  await chair.do({ type: 'meeting.open' });
  await chair.do({ type: 'agenda.adopt' });
  const client = stockClient(server.url, `agenda/${meetingId}`, { cookie: chair.cookie });
  await client.synced();
  removeItem(client.doc, agenda[0]!.id);
  const name = `agenda/${meetingId}`;
  await expect.poll(async () => (await server.store.loadDocument(name)).updates.length).toBe(2);
  expect(answer(await agendaOf(meetingId), 200)).toEqual({ items: agenda });
  client.close();
  chair.close();
});

test('an agenda that is none, or too long, plans nothing', async () => {
  const before = server.rows();
  const [one] = items();
  const bad = [
    Array.from({ length: 61 }, () => ({ ...one, id: newId() })),
    [{ ...one, kind: 'speech' }],
    [{ ...one, minutes: 601 }],
    [{ ...one, method: 'x' }],
  ];
  for (const agenda of bad) {
    const refused = await gathering.chair.http('POST', meetings(), planWith(agenda));
    expect(refused).toMatchObject({ status: 400, body: { code: 'malformed' } });
  }
  expect(server.rows()).toEqual(before);
});

test('of another coalition’s meeting, or to whoever is in the meeting alone, nothing is told', async () => {
  const other = await gather(server.url);
  expect((await agendaOf(other.meetingId)).status).toBe(404);
  const guest = new Person(server.url);
  await guest.come(gathering.code, 'Sari');
  expect((await agendaOf(gathering.meetingId, guest)).status).toBe(404);
  expect((await agendaOf(gathering.meetingId, new Person(server.url))).status).toBe(401);
  other.chair.close();
});
