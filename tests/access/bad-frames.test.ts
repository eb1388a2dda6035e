/**
 * Bad input on the two live channels: an answer where there is a way to answer, else the sender's own line ends; the
 * others go on undisturbed and nothing is stored.
 */
import { wireLimits } from '@mufakat/protocol';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { gather, plainRule, seatVoter, type Gathering } from '../harness/coalition';
import { machinePace } from '../harness/machine-pace';
import { newId, type Person } from '../harness/person';
import { RawLine } from '../harness/raw-line';
import { ServerInProcess } from '../harness/server-in-process';
import { SyncLine } from '../harness/sync-line';
import { draftDecision } from '../harness/wording';

let server: ServerInProcess;
let gathering: Gathering;
let other: Person;
let decisionId: string;

beforeAll(async () => {
  server = await ServerInProcess.start();
  gathering = await gather(server.url);
  other = await seatVoter(gathering, server.url, 'Yang lain', 1);
  decisionId = await draftDecision(gathering.chair, plainRule);
  await other.until(() => other.meeting.people.get(other.you)?.attendance === 'signed');
});
afterAll(async () => {
  gathering.chair.close();
  other.close();
  await server.dispose();
});

let before: Record<string, unknown>;
beforeEach(() => {
  server.shiftMs += 10_000;
  before = server.rows();
});
afterEach(async () => {
  expect(await other.emit('clock', {})).toMatchObject({ ok: true });
  expect(server.rows()).toEqual(before);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

const command = () => ({ id: newId(), meetingId: gathering.meetingId, command: { type: 'meeting.open' } });
const nested = (json: string) => `{"id":"${newId()}","meetingId":"${gathering.meetingId}","command":${json}}`;
const deep = (lists: number) => '['.repeat(lists) + ']'.repeat(lists);

describe('the live line answers', () => {
  test.each<[string, string, () => string]>([
    ['no message', 'malformed', () => '["command"]'],
    ['null', 'malformed', () => '["command",null]'],
    ['a list', 'malformed', () => '["command",[]]'],
    ['a text', 'malformed', () => '["command","meeting.open"]'],
    ['a number', 'malformed', () => '["command",1e999]'],
    ['nothing in it', 'malformed', () => '["command",{}]'],
    ['an unknown key', 'malformed', () => JSON.stringify(['command', { ...command(), force: true }])],
    [
      'an unknown key in the command',
      'malformed',
      () => `["command",${nested('{"type":"meeting.open","now":1}')}]`,
    ],
    ['a wrong id', 'malformed', () => JSON.stringify(['command', { ...command(), id: '../../etc' }])],
    ['a number for an id', 'malformed', () => JSON.stringify(['command', { ...command(), id: 7 }])],
    ['a command of no type', 'malformed', () => `["command",${nested('{}')}]`],
    ['a type that is none', 'malformed', () => `["command",${nested('{"type":["meeting.open"]}')}]`],
    ['an unknown command', 'unknown_command', () => `["command",${nested('{"type":"meeting.explode"}')}]`],
    ['a command called __proto__', 'unknown_command', () => `["command",${nested('{"type":"__proto__"}')}]`],
    [
      '__proto__ beside it',
      'malformed',
      () => `["command",{"__proto__":{"polluted":true},${JSON.stringify(command()).slice(1)}]`,
    ],
    [
      '__proto__ in it',
      'malformed',
      () => `["command",${nested('{"type":"meeting.open","__proto__":{"polluted":true}}')}]`,
    ],
    [
      'a constructor',
      'malformed',
      () => `["command",${nested('{"type":"meeting.open","constructor":{"prototype":{"polluted":1}}}')}]`,
    ],
    ['lists in lists', 'malformed', () => `["command",${deep(5_000)}]`],
    ['two messages', 'malformed', () => JSON.stringify(['command', command(), command()])],
    [
      'a foreign ballot',
      'malformed',
      () => JSON.stringify(['ballot', { meetingId: gathering.meetingId, ballot: { vote: 'yes' } }]),
    ],
    [
      'a join of no version',
      'malformed',
      () => JSON.stringify(['join', { meetingId: gathering.meetingId, afterSeq: 0 }]),
    ],
    [
      'a join from below',
      'malformed',
      () => JSON.stringify(['join', { v: 1, meetingId: gathering.meetingId, afterSeq: -1 }]),
    ],
    [
      'an old client',
      'old_client',
      () => JSON.stringify(['join', { v: 0, meetingId: gathering.meetingId, afterSeq: 0 }]),
    ],
    [
      'a client of the future',
      'old_client',
      () => JSON.stringify(['join', { v: 99, meetingId: gathering.meetingId, afterSeq: 0 }]),
    ],
    ['an unknown event', 'unknown_command', () => '["no-such-event",{}]'],
    ['an event that objects have', 'unknown_command', () => '["toString",{}]'],
    ['an event called __proto__', 'unknown_command', () => '["__proto__",{}]'],
    ['a number for a name', 'unknown_command', () => '[7,{}]'],
    ['the server’s own event', 'unknown_command', () => '["events",{}]'],
    [
      'a meeting that is none',
      'not_found',
      () => JSON.stringify(['command', { ...command(), meetingId: newId() }]),
    ],
  ])('%s: %s', async (_, code, frame) => {
    const line = await RawLine.open(server.url, gathering.chair.cookie);
    line.send(`421${frame()}`);
    await line.until(() => line.ackOf(1) !== undefined);
    expect(line.ackOf(1)).toEqual({ ok: false, code });
    line.close();
  });

  test('bytes in a message', async () => {
    const line = await RawLine.open(server.url, gathering.chair.cookie);
    line.send('451-1["command",{"_placeholder":true,"num":0}]');
    line.send(Buffer.from([1, 2, 3]));
    await line.until(() => line.ackOf(1) !== undefined);
    expect(line.ackOf(1)).toEqual({ ok: false, code: 'malformed' });
    line.close();
  });

  test('nobody, where no answer is asked for, and goes on', async () => {
    const line = await RawLine.open(server.url, gathering.chair.cookie);
    for (const frame of ['["command",{}]', '["command",{},"no function"]', '["no-such-event"]', '["clock"]'])
      line.send(`42${frame}`);
    line.send('427["clock",{}]');
    await line.until(() => line.ackOf(7) !== undefined);
    expect(line.ackOf(7)).toMatchObject({ ok: true });
    expect(line.texts.filter((text) => text.startsWith('43'))).toHaveLength(1);
    line.close();
  });
});

describe('the live line ends', () => {
  test.each<[string, string | Buffer]>([
    ['a reserved name', '42["disconnect"]'],
    ['another reserved name', '42["newListener",{}]'],
    ['an object for a name', '42[{"toString":1}]'],
    ['null for a name', '42[null]'],
    ['no list', '42{"command":1}'],
    ['JSON that is cut off', '42["command",{'],
    ['an unknown packet', '49'],
    ['bytes that nobody announced', Buffer.from([1, 2, 3])],
    ['too many attachments', '4599-["command"]'],
    ['attachments without end', '459999999999999-["command"]'],
    ['a frame that is too large', `42["command","${'x'.repeat(wireLimits.eventFrameBytes)}"]`],
  ])('at %s', async (_, frame) => {
    const line = await RawLine.open(server.url, gathering.chair.cookie);
    line.send(frame);
    await line.until(() => line.isClosed);
  });

  test('where the namespace is asked for again and again without a session', async () => {
    const line = await RawLine.dial(server.url, {});
    for (let tries = 0; tries < 50; tries += 1) line.send('40');
    await line.until(() => line.isClosed);
    expect(line.texts.filter((text) => text.includes('not_signed_in')).length).toBeLessThanOrEqual(3);
  });

  test('where nobody shows a session in time', async () => {
    const line = await RawLine.dial(server.url, { cookie: gathering.chair.cookie });
    const started = performance.now();
    await line.until(() => line.isClosed);
    expect(performance.now() - started).toBeLessThan(wireLimits.signInMs + 2_000 * machinePace());
  });
});

test('[promise 5] ten thousand messages in one burst: refused with a code, then cut off, and quick for everyone else', async () => {
  const line = await RawLine.open(server.url, gathering.chair.cookie);
  const waits: number[] = [];
  const paceBefore = machinePace();
  for (let n = 1; n <= 10_000; n += 1) line.send(`42${n}["clock",{}]`);
  while (!line.isClosed) {
    const asked = performance.now();
    await other.emit('clock', {});
    waits.push(performance.now() - asked);
  }
  const answers = Array.from({ length: 1_080 }, (_, n) => line.ackOf(n + 1));
  expect(answers).toContainEqual({ ok: false, code: 'too_many_requests' });
  expect(line.ackOf(10_000)).toBeUndefined();
  const slowest = Math.max(...waits);
  console.log(`a burst of 10,000: others waited at most ${Math.round(slowest)} ms, sending it included`);
  expect(slowest).toBeLessThan(1_000 * Math.max(paceBefore, machinePace()));
});

describe('documents', () => {
  const open = () => SyncLine.open(server.url, `wording/${decisionId}`, { cookie: other.cookie });

  test.each<[string, () => string | Buffer, number]>([
    ['text', () => 'a text', 4400],
    ['a frame larger than any', () => Buffer.alloc(wireLimits.documentSyncBytes + 1_024), 1009],
  ])('end at %s', async (_, frame, code) => {
    const line = await open();
    line.socket.send(frame());
    await line.until(() => line.end !== null);
    expect(line.end).toBe(code);
  });

  test.each<[string, Buffer]>([
    ['nothing', Buffer.alloc(0)],
    ['an unknown message', Buffer.from([99, 1, 2])],
    ['our own down messages', Buffer.from([100, 1])],
    ['an update that is none', Buffer.from([0, 2, 3, 255, 255, 255])],
    ['an update that claims millions', Buffer.from([0, 2, 7, 1, 255, 255, 255, 127, 1, 0])],
    [
      'an update that is too large',
      Buffer.concat([Buffer.from([0, 2]), Buffer.alloc(wireLimits.documentFrameBytes + 1)]),
    ],
    ['a state vector that is none', Buffer.from([0, 0, 3, 255, 255, 255])],
    ['awareness that is none', Buffer.from([1, 2, 255, 255])],
  ])('end after three strikes of %s', async (_, frame) => {
    const line = await open();
    for (let strike = 0; strike < 6 && line.end === null; strike += 1) {
      line.socket.send(frame);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await line.until(() => line.end !== null);
    expect(line.end).toBe(4400);
  });

  test('an update larger than a frame may be is left out, and the line goes on', async () => {
    const line = await open();
    const doc = new Y.Doc();
    doc.getText('t').insert(0, 'x'.repeat(wireLimits.documentFrameBytes));
    const update = Buffer.from(Y.encodeStateAsUpdate(doc));
    const length: number[] = [];
    for (let left = update.length; ; left >>>= 7) {
      length.push(left > 127 ? (left & 127) | 128 : left);
      if (left <= 127) break;
    }
    line.socket.send(Buffer.concat([Buffer.from([0, 2, ...length]), update]));
    line.socket.send(Buffer.from([3]));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(line.end).toBeNull();
    line.close();
  });
});
