/** An invitation as text and as a calendar file: for those in the meeting, and for whoever holds its code. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answer, gather, type Gathering } from '../harness/coalition';
import { Person } from '../harness/person';
import { ServerInProcess } from '../harness/server-in-process';

let server: ServerInProcess;
let gathering: Gathering;

beforeAll(async () => {
  server = await ServerInProcess.start({ publicUrl: 'https://mufakat.example' });
  gathering = await gather(server.url, { headers: { origin: 'https://mufakat.example' } });
});

afterAll(async () => {
  gathering.chair.close();
  await server.dispose();
});

const unfolded = (ics: unknown): string => String(ics).replaceAll('\r\n ', '');
const calendarOf = (who: Person) => who.http('GET', `/api/meetings/${gathering.meetingId}/invitation.ics`);

test('the text has the code, the link and who signs it', async () => {
  const got = await gathering.chair.http('GET', `/api/meetings/${gathering.meetingId}/invitation`);
  const { subject, body } = answer<{ subject: string; body: string }>(got, 200);
  expect(subject).toMatch(/^Undangan: Musyawarah Prioritas, /);
  expect(body).toContain(`https://mufakat.example/join#${gathering.code}`);
  expect(body).toContain('Ibu Ketua Forum');
});

test('the calendar file is one, with a UID that stays and a SEQUENCE that grows', async () => {
  const { chair, meetingId, code } = gathering;
  const first = await calendarOf(chair);
  expect(first.status).toBe(200);
  expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8; method=PUBLISH');
  expect(first.headers.get('content-disposition')).toBe('attachment; filename="undangan.ics"');
  const start = new Date(chair.meeting.plan.startsAt).toISOString().replace(/[-:]|\.\d{3}/g, '');
  expect(unfolded(first.body)).toContain(`\r\nDTSTART:${start}\r\n`);
  expect(unfolded(first.body)).toContain(`\r\nURL:https://mufakat.example/join#${code}\r\n`);
  await chair.do({ type: 'door.open', hours: 8 });
  const second = await calendarOf(chair);
  expect(second.body).toContain(`UID:${meetingId}@mufakat`);
  expect(sequenceIn(second.body)).toBeGreaterThan(sequenceIn(first.body));
});

test('whoever holds the code has it at the door; a wrong code and a stranger have nothing', async () => {
  const { chair } = gathering;
  const code = chair.meeting.door.status === 'open' ? chair.meeting.door.code : '';
  const stranger = new Person(server.url);
  const got = await stranger.http('GET', `/api/doors/${code}/invitation.ics`);
  expect(got.status).toBe(200);
  expect(unfolded(got.body)).toContain('SUMMARY:Musyawarah Prioritas');
  expect((await stranger.http('GET', '/api/doors/BCDFGH/invitation.ics')).status).toBe(404);
  expect((await calendarOf(stranger)).status).toBe(401);
});

test('a door that is shut leaves no code in it', async () => {
  await gathering.chair.do({ type: 'door.close' });
  const { body } = await calendarOf(gathering.chair);
  expect(unfolded(body)).toContain(`URL:https://mufakat.example/m/${gathering.meetingId}`);
  expect(unfolded(body)).not.toContain('/join#');
});

function sequenceIn(ics: unknown): number {
  return Number(/SEQUENCE:(\d+)/.exec(String(ics))?.[1]);
}
