/** What the log must not hold: whatever opens a door, and whatever was said or who said it. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createLogger } from '../../apps/server/src/platform/logs';
import { answer, gather, type Gathering } from '../harness/coalition';
import { Person } from '../harness/person';
import { issueLink, seatPerson } from '../harness/seats';
import { ServerInProcess } from '../harness/server-in-process';
import { SyncLine } from '../harness/sync-line';

const log: string[] = [];
let server: ServerInProcess;
let gathering: Gathering;

beforeAll(async () => {
  const sink = { write: (line: string) => void log.push(line) };
  server = await ServerInProcess.start({}, { logger: createLogger('trace', sink) });
  gathering = await gather(server.url);
});
afterAll(async () => {
  gathering.chair.close();
  await server.dispose();
});

test('no secret, code, name or word is in the log, at its loudest and when things fail', async () => {
  const { chair, code, meetingId, coalitionId } = gathering;
  const personId = await seatPerson(gathering, {
    name: 'Nama Rahasia',
    roles: ['guest'],
    partnerId: null,
    votes: false,
  });
  const secret = await issueLink(gathering, personId);
  const person = new Person(server.url);
  answer(await person.http('POST', '/api/links', { secret }), 200);
  const { ticket } = answer<{ ticket: string }>(
    await person.http('POST', '/api/tickets', { document: `agenda/${meetingId}` }),
    200,
  );
  const withTicket = await SyncLine.open(server.url, `agenda/${meetingId}?ticket=${ticket}`);
  expect(withTicket.end).toBeNull();
  withTicket.close();
  const failing = () => Promise.reject(new Error('the disk is full'));
  const spies = (['putSeat', 'check', 'append', 'findDocument', 'findCode'] as const).map((name) =>
    vi.spyOn(server.store, name).mockImplementation(failing),
  );
  const fails = { status: 503, body: { code: 'storage_failed' } };
  expect(await person.http('POST', '/api/links', { secret })).toMatchObject(fails);
  expect(await new Person(server.url).come(code, 'Nama Rahasia')).toMatchObject(fails);
  expect((await fetch(`${server.url}/healthz`)).status).toBe(503);
  expect(
    await chair.command({
      type: 'person.seat',
      name: 'Nama Rahasia',
      address: '',
      roles: ['guest'],
      partnerId: null,
      votes: false,
    }),
  ).toMatchObject({ code: 'storage_failed' });
  await SyncLine.open(server.url, `agenda/${meetingId}`, { cookie: chair.cookie });
  await new Person(server.url).http('GET', `/api/doors/${code}?from=${secret}`);
  spies.forEach((spy) => spy.mockRestore());
  await fetch(`${server.url}/api/doors/%E0%A4%A?code=${code}`);

  const whole = log.join('');
  expect(whole).toContain('the disk is full');
  const token = (cookie: string) => cookie.split('=')[1] ?? cookie;
  const secrets = {
    code,
    secret,
    ticket,
    link: secret.slice(22),
    one: token(person.cookie),
    chair: token(chair.cookie),
  };
  for (const [name, value] of Object.entries(secrets))
    expect([name, whole.includes(value)]).toEqual([name, false]);
  for (const words of ['Nama Rahasia', 'Ketua Forum', personId, meetingId, coalitionId])
    expect(whole).not.toContain(words);
});
