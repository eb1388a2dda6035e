/** Codes and personal links that open nothing any more. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { answer, gather, type Gathering } from '../harness/coalition';
import { newId, Person } from '../harness/person';
import { issueLink, seatPerson } from '../harness/seats';
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
beforeEach(() => void (server.shiftMs += 20_000));

const come = (code: string, body: object = {}) =>
  new Person(server.url).http('POST', `/api/doors/${code}`, {
    id: newId(),
    name: 'Ani',
    address: '',
    partnerId: null,
    ...body,
  });
const enter = (secret: string) => new Person(server.url).http('POST', '/api/links', { secret });

test('a code that is none, or for a partner that is not invited', async () => {
  const before = server.rows();
  expect(await come('BBBBBB')).toMatchObject({ status: 404, body: { code: 'code_unknown' } });
  const uninvited = await come(gathering.code, { partnerId: newId() });
  expect(uninvited).toMatchObject({ status: 409, body: { code: 'partner_not_invited' } });
  expect(server.rows()).toEqual(before);
});

test('a personal link: revoked, issued anew, of a person removed, tampered with', async () => {
  const { chair } = gathering;
  const seat = { name: 'Budi', roles: ['participant' as const], partnerId: null, votes: false };
  const personId = await seatPerson(gathering, seat);
  const first = await issueLink(gathering, personId);
  expect((await enter(first)).status).toBe(200);
  const second = await issueLink(gathering, personId);
  const invalid = { status: 410, body: { code: 'link_invalid' } };
  expect(await enter(first)).toMatchObject(invalid);
  expect((await enter(second)).status).toBe(200);
  await chair.do({ type: 'link.revoke', personId });
  expect(await enter(second)).toMatchObject(invalid);
  const third = await issueLink(gathering, personId);
  expect(await enter(`${third.slice(0, -2)}AA`)).toMatchObject(invalid);
  await chair.do({ type: 'person.remove', block: false, personId });
  const before = server.rows();
  expect(await enter(third)).toMatchObject(invalid);
  expect(server.rows()).toEqual(before);
});

test('a code that was replaced, has expired, or whose door is shut', async () => {
  const own = await gather(server.url);
  await own.chair.do({ type: 'door.open', hours: 1 });
  expect(await come(own.code)).toMatchObject({ status: 404, body: { code: 'code_unknown' } });
  const { door } = own.chair.meeting;
  const code = door.status === 'open' ? door.code : '';
  answer(await come(code), 201);
  server.shiftMs += 3_600_000;
  expect(await come(code)).toMatchObject({ status: 410, body: { code: 'code_expired' } });
  await own.chair.do({ type: 'door.close' });
  expect(await come(code)).toMatchObject({ status: 404, body: { code: 'code_unknown' } });
  own.chair.close();
});
