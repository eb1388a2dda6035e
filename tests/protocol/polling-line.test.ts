/** A device whose network lets no WebSocket through hears the same, in the same order, as those beside it. */
import { protocolVersion, type EventsFrame, type JoinAck } from '@mufakat/protocol';
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { gather, seatVoter, type Gathering } from '../harness/coalition';
import type { Person } from '../harness/person';
import { ServerInProcess } from '../harness/server-in-process';

let server: ServerInProcess;
let here: Gathering;
const lines: Socket[] = [];
beforeAll(async () => {
  server = await ServerInProcess.start();
  here = await gather(server.url);
});
afterAll(async () => {
  for (const line of lines) line.close();
  here.chair.close();
  await server.dispose();
});

/** Joins, and answers with the numbers of the events that it hears from then on. */
async function listen(person: Person, transports: string[]): Promise<{ join: JoinAck; heard: number[] }> {
  const line = io(server.url, { transports, forceNew: true, extraHeaders: { cookie: person.cookie } });
  lines.push(line);
  const heard: number[] = [];
  line.on('events', (frame: EventsFrame) => heard.push(...frame.events.map(({ seq }) => seq)));
  await new Promise((resolve) => line.once('connect', () => resolve(null)));
  const message = { v: protocolVersion, meetingId: here.meetingId, afterSeq: 0 };
  return { join: (await line.emitWithAck('join', message)) as JoinAck, heard };
}

test('over polling, WebSocket, and one that changes over meanwhile', async () => {
  const person = await seatVoter(here, server.url, 'Guru SDN 07', 1);
  const ways = [['polling'], ['websocket'], ['polling', 'websocket']];
  const all = await Promise.all(ways.map((transports) => listen(person, transports)));
  for (const { join } of all) expect(join.ok).toBe(true);
  const before = here.chair.events.length;
  await here.chair.do({ type: 'meeting.open' });
  for (let at = 0; at < 20; at++) {
    await here.chair.do({
      type: 'decision.draft',
      title: `Hal ${at}`,
      itemId: null,
      rule: null,
      electorate: null,
      wording: null,
    });
  }
  const news = Array.from({ length: 21 }, (_, at) => before + at + 1);
  for (const { heard } of all) {
    await expect.poll(() => heard.filter((seq) => seq > before)).toEqual(news);
  }
});
