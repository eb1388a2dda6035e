/** Whoever reads packs has the whole record by the time the answer to the join is there, over any transport. */
import { inflateRawSync } from 'node:zlib';
import {
  protocolVersion,
  type EventsFrame,
  type PackFrame,
  type PresenceFrame,
  type SeatedAck,
  type WireEvent,
} from '@mufakat/protocol';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { gather, type Gathering } from '../harness/coalition';
import { ServerInProcess } from '../harness/server-in-process';

let server: ServerInProcess;
let here: Gathering;
/** Two whole blocks of 128 and some events more. */
const stagesSet = 260;

beforeAll(async () => {
  server = await ServerInProcess.start();
  here = await gather(server.url);
  for (let nth = 0; nth < stagesSet; nth++)
    await here.chair.do({ type: 'stage.set', stage: { kind: 'agenda' } });
}, 60_000);
afterAll(async () => {
  here.chair.close();
  await server.dispose();
});

/** What came before the answer, in order, and the answer. */
async function joinPacked(transports: string[], afterSeq: number) {
  const extraHeaders = { cookie: here.chair.cookie };
  const line = io(server.url, { transports, forceNew: true, extraHeaders });
  const events: WireEvent[] = [];
  const names: string[] = [];
  line.onAny((name: string) => names.push(name));
  line.on('pack', (frame: PackFrame) => {
    const text = inflateRawSync(new Uint8Array(frame.events)).toString();
    const packed = JSON.parse(text) as WireEvent[];
    expect([packed[0]?.seq, packed.at(-1)?.seq]).toEqual([frame.afterSeq + 1, frame.upTo]);
    events.push(...packed);
  });
  line.on('events', (frame: EventsFrame) => events.push(...frame.events));
  const presences: PresenceFrame[] = [];
  line.on('presence', (frame: PresenceFrame) => presences.push(frame));
  await new Promise((resolve) => line.once('connect', () => resolve(null)));
  const message = { v: protocolVersion, meetingId: here.meetingId, afterSeq, packed: true };
  const answer = (await line.emitWithAck('join', message)) as SeatedAck;
  // A session has a dozen lines at most.
  line.close();
  return { names, answer, seqs: events.map(({ seq }) => seq), people: presences.at(-1)?.people };
}

const from = (seq: number, upTo: number) => Array.from({ length: upTo - seq }, (_, at) => seq + at + 1);

test.each([[['websocket']], [['polling']], [['polling', 'websocket']]])('%s', async (transports) => {
  const upTo = here.chair.events.length;
  const whole = await joinPacked(transports, 0);
  expect(whole.answer).toMatchObject({ ok: true, packedUpTo: 256, events: [], more: false });
  expect(whole.names).toEqual(['pack', 'pack', 'events', 'presence']);
  expect(whole.seqs).toEqual(from(0, upTo));
  expect(whole.people).toEqual([here.chair.you]);

  const resumed = await joinPacked(transports, 100);
  expect(resumed.answer).toMatchObject({ packedUpTo: 256, events: [] });
  expect(resumed.seqs).toEqual(from(100, upTo));

  const nearly = await joinPacked(transports, upTo - 2);
  expect(nearly.answer).not.toHaveProperty('packedUpTo');
  expect(nearly.names).toEqual(['events', 'presence']);
  expect(nearly.seqs).toEqual(from(upTo - 2, upTo));
  expect((await joinPacked(transports, upTo)).names).toEqual(['presence']);
});
