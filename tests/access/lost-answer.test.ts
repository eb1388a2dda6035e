/** The answer to the very first request is lost, and the cookie with it: the same request again finds what it made. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answer, gather, type Gathering } from '../harness/coalition';
import { newId, Person } from '../harness/person';
import { ServerInProcess } from '../harness/server-in-process';

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

const knock = { name: 'Sari', address: 'Ibu', partnerId: null };

test('a knock at the door, repeated without its cookie, is the same person, and nobody is there twice', async () => {
  const { chair, code } = gathering;
  const id = newId();
  const first = new Person(server.url);
  const { personId } = answer<{ personId: string }>(
    await first.http('POST', `/api/doors/${code}`, { id, ...knock }),
    201,
  );
  const again = new Person(server.url);
  expect(await again.http('POST', `/api/doors/${code}`, { id, ...knock })).toMatchObject({
    body: { personId },
  });
  await again.join(gathering.meetingId);
  expect(again.you).toBe(personId);
  await chair.until(() => chair.meeting.people.ids().length === 2);
  again.close();
});

test('after ten minutes the same command proves nothing any more', async () => {
  const id = newId();
  answer(await new Person(server.url).http('POST', `/api/doors/${gathering.code}`, { id, ...knock }), 201);
  server.shiftMs = 11 * 60_000;
  const late = await new Person(server.url).http('POST', `/api/doors/${gathering.code}`, { id, ...knock });
  server.shiftMs = 0;
  expect(late).toMatchObject({ status: 401, body: { code: 'not_signed_in' } });
});

test('a founding, repeated without its cookie, leads to the one coalition', async () => {
  const body = {
    id: newId(),
    invitation: null,
    command: {
      type: 'coalition.found',
      name: 'Forum Sungai',
      form: 'forum',
      languages: ['id'],
      chambers: [],
      partners: [],
      founder: { name: 'Ani', address: '', partner: null },
    },
  };
  const first = answer<{ coalitionId: string }>(
    await new Person(server.url).http('POST', '/api/coalitions', body),
    201,
  );
  const again = new Person(server.url);
  expect((await again.http('POST', '/api/coalitions', body)).body).toEqual(first);
  expect((await again.http('GET', `/api/coalitions/${first.coalitionId}`)).status).toBe(200);
});
