/** A device that comes in by another person's link is that person from then on, on lines that are open already too. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answer, gather, type Gathering } from '../harness/coalition';
import { Person } from '../harness/person';
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

async function enter(person: Person, secret: string): Promise<void> {
  answer(await person.http('POST', '/api/links', { secret }), 200);
}

test('a facilitator’s open line becomes a participant’s, and loses what only the facilitator may', async () => {
  const seat = { partnerId: null, votes: false };
  const facilitator = await seatPerson(gathering, { ...seat, name: 'Ani', roles: ['facilitator'] });
  const participant = await seatPerson(gathering, { ...seat, name: 'Budi', roles: ['participant'] });
  const [one, other] = [await issueLink(gathering, facilitator), await issueLink(gathering, participant)];
  const device = new Person(server.url);
  await enter(device, one);
  await device.join(gathering.meetingId);
  expect(await device.command({ type: 'door.open', hours: 2 })).toMatchObject({ ok: true });
  await enter(device, other);
  expect(await device.command({ type: 'door.close' })).toEqual({ ok: false, code: 'not_allowed' });
  await device.until(() => device.you === participant);
  await expect.poll(() => gathering.chair.here).toContain(participant);
  device.close();
});
