/**
 * Three hundred people behind one router, one of whom guesses codes. Addresses are told apart by what a proxy in
 * front would say of them (BEHIND_PROXY).
 */
import { afterEach, describe, expect, test } from 'vitest';
import { wireLimits } from '@mufakat/protocol';
import { answer, gather } from '../harness/coalition';
import { machinePace } from '../harness/machine-pace';
import { newId, Person } from '../harness/person';
import { RawLine } from '../harness/raw-line';
import { ServerInProcess } from '../harness/server-in-process';
import { ServerProcess } from '../harness/server-process';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** Codes that nobody holds, all different. */
function wrongCode(n: number): string {
  const letters = 'BCDFGHJKLM';
  return `ZZ${String(n)
    .padStart(4, '0')
    .replace(/\d/g, (digit) => letters[Number(digit)] ?? 'B')}`;
}

const minuteMs = 60_000;
const crowd = 300;

test('[promise 5] three hundred people behind one address come in within a minute, while one of them guesses', async () => {
  const server = await ServerProcess.start();
  ends.push(() => server.dispose());
  const { chair, code, meetingId } = await gather(server.url);
  ends.push(() => chair.close());
  const guesser = new Person(server.url);
  let guesses = 0;
  let isIn = false;
  const guessing = (async () => {
    while (!isIn) {
      await guesser.http('GET', `/api/doors/${wrongCode(guesses)}`);
      guesses += 1;
    }
  })();

  const started = performance.now();
  const waits = await Promise.all(
    Array.from({ length: crowd }, async (_, n) => {
      const begun = performance.now();
      const person = new Person(server.url);
      answer(await person.http('GET', `/api/doors/${code}`), 200);
      answer(await person.come(code, `Warga ${n}`), 201);
      const line = await RawLine.open(server.url, person.cookie);
      ends.push(() => line.close());
      line.onlyAcks = true;
      line.send(`421${JSON.stringify(['join', { v: 1, meetingId, afterSeq: 0 }])}`);
      await line.until(() => line.ackOf(1) !== undefined, minuteMs);
      expect(line.ackOf(1)).toMatchObject({ ok: true });
      return performance.now() - begun;
    }),
  );
  await chair.until(() => chair.here.length === crowd + 1, minuteMs);
  const tookMs = performance.now() - started;
  isIn = true;
  await guessing;
  const slowest = Math.round(Math.max(...waits));
  console.log(
    `${crowd} people at one door: all in and seen after ${Math.round(tookMs)} ms, the slowest ${slowest} ms, beside ${guesses} guesses`,
  );
  expect(tookMs).toBeLessThan(minuteMs * machinePace());
  const signed = () => chair.meeting.people.values().filter(({ attendance }) => attendance === 'signed');
  await chair.until(() => signed().length === crowd + 1);
});

describe('guessing', () => {
  const from = (server: ServerInProcess, address: string) =>
    new Person(server.url, { 'x-forwarded-for': address });
  const look = async (person: Person, code: string) =>
    (await person.http('GET', `/api/doors/${code}`)).status;

  test('is stopped, and right codes go on from elsewhere, and where they have been used', async () => {
    const server = await ServerInProcess.start({ behindProxy: true });
    ends.push(() => server.dispose());
    const first = await gather(server.url, { headers: { 'x-forwarded-for': '192.0.2.1' } });
    const second = await gather(server.url);
    ends.push(() => [first, second].forEach(({ chair }) => chair.close()));
    answer(await from(server, '192.0.2.1').come(first.code, 'Warga'), 201);
    const statuses: number[] = [];
    for (let n = 0; n < 400; n += 1) {
      // What the guesser writes into the header stands left of what the proxy saw.
      statuses.push(await look(from(server, `10.0.${n >> 8}.${n & 255}, 192.0.2.1`), wrongCode(n)));
    }
    expect(statuses.filter((status) => status === 404).length).toBeLessThanOrEqual(301);
    expect(statuses.at(-1)).toBe(429);
    answer(await from(server, '192.0.2.1').come(first.code, 'Tetangga'), 201);
    expect(await look(from(server, '192.0.2.1'), second.code)).toBe(429);
    answer(await from(server, '198.51.100.7').come(second.code, 'Orang lain'), 201);
    server.shiftMs += minuteMs;
    expect(await look(from(server, '192.0.2.1'), second.code)).toBe(200);
  });

  test('with a cookie is stopped before it is felt next door; a made-up cookie buys nothing', async () => {
    const server = await ServerInProcess.start({ behindProxy: true });
    ends.push(() => server.dispose());
    const { chair, code } = await gather(server.url);
    ends.push(() => chair.close());
    const child = from(server, '192.0.2.1');
    answer(await child.come(code, 'Anak'), 201);
    const own: number[] = [];
    for (let n = 0; n < 50; n += 1) own.push(await look(child, wrongCode(n)));
    expect(own.filter((status) => status === 404).length).toBeLessThanOrEqual(21);
    const forged: number[] = [];
    for (let n = 100; n < 500; n += 1) {
      const stranger = from(server, '192.0.2.1');
      stranger.cookie = `mufakat=${newId()}${newId().slice(1)}`;
      forged.push(await look(stranger, wrongCode(n)));
    }
    const failures = forged.filter((status) => status === 404).length;
    expect(failures).toBeGreaterThanOrEqual(270);
    expect(failures).toBeLessThanOrEqual(301);
  });
});

test('writes are limited by session or address, and cookies that are no session share the address’s bucket', async () => {
  const server = await ServerInProcess.start();
  ends.push(() => server.dispose());
  const statuses = await Promise.all(
    Array.from({ length: 800 }, () => {
      const person = new Person(server.url);
      person.cookie = `mufakat=${newId()}${newId().slice(1)}`;
      return person.http('POST', '/api/links', { secret: 'x'.repeat(65) });
    }),
  );
  expect(statuses.filter(({ status }) => status === 429).length).toBeGreaterThan(100);
});

test('lines of one session are capped, also where all are opened at once, and free again once closed', async () => {
  const server = await ServerInProcess.start();
  ends.push(() => server.dispose());
  const { chair, code } = await gather(server.url);
  ends.push(() => chair.close());
  const person = new Person(server.url);
  answer(await person.come(code, 'Banyak layar'), 201);
  const open = async () => {
    const lines = await Promise.all(
      Array.from({ length: 40 }, () => RawLine.open(server.url, person.cookie)),
    );
    const connected = lines.filter((line) => line.texts.some((text) => text.startsWith('40')));
    const refused = lines.filter((line) => line.texts.some((text) => text.includes('too_many_requests')));
    expect(connected.length + refused.length).toBe(40);
    return { lines, connected };
  };
  const first = await open();
  expect(first.connected).toHaveLength(wireLimits.socketsPerSession);
  for (const line of first.lines) line.close();
  await new Promise((resolve) => setTimeout(resolve, 100));
  const second = await open();
  expect(second.connected).toHaveLength(wireLimits.socketsPerSession);
  for (const line of second.lines) line.close();
});

test('an address that opens line after line without a session is stopped; those with one come in', async () => {
  const server = await ServerInProcess.start();
  ends.push(() => server.dispose());
  const { chair, code } = await gather(server.url);
  ends.push(() => chair.close());
  const person = new Person(server.url);
  answer(await person.come(code, 'Warga'), 201);
  const lines = await Promise.all(Array.from({ length: 400 }, () => RawLine.dial(server.url, {})));
  const opened = lines.filter((line) => line.texts.length > 0).length;
  expect(opened).toBeGreaterThanOrEqual(300);
  expect(opened).toBeLessThan(400);
  const own = await RawLine.open(server.url, person.cookie);
  expect(own.texts.some((text) => text.startsWith('40'))).toBe(true);
  for (const line of [...lines, own]) line.close();
});
