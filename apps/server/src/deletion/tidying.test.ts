/** A start asks the store for polls that are due and for nothing else; the day's tidying comes later, in small steps, and opens only what is due. */
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildApp } from '../app';
import { readConfig } from '../config';
import { createServices, type AppPorts } from '../create-services';
import { makeDemo, type DemoCopy } from '../demo/make-demo';
import { done } from '../demo/actors';
import { createLocalFanOut } from '../fanout/local';
import { systemIds } from '../platform/ids';
import type { Services } from '../services';
import { createMemoryStore } from '../store/memory/memory-store';
import type { Store } from '../store/ports';
import { sweepRecords } from './retention';
import { tidyDaily } from './tidying';

const config = readConfig({});
const dayMs = 24 * 3_600_000;
const log = pino({ level: 'silent' });

let now: number;
let asked: string[];
let store: Store;
let stop: () => void;

beforeEach(() => {
  now = Date.UTC(2026, 5, 1, 3);
  asked = [];
  store = listened(createMemoryStore());
  stop = () => undefined;
});
afterEach(() => stop());

/** The same store; what it is asked is written down by name. */
function listened(inner: Store): Store {
  const heard = Object.entries(inner).map(([name, method]: [string, (...given: never[]) => unknown]) => [
    name,
    (...given: never[]) => {
      asked.push(name);
      return method(...given);
    },
  ]);
  // The names and methods of the store that it was made from.
  return Object.fromEntries(heard) as Store;
}

function ports(): AppPorts {
  return {
    store,
    clock: { now: () => now },
    ids: systemIds,
    keys: { sign: (text) => text.padEnd(43, '.').slice(0, 43) },
    fanOut: createLocalFanOut(),
    logger: log,
    clientFolder: null,
  };
}

/** The demo's coalition: its founding meeting closed five weeks ago, two others are planned. */
async function coalition(): Promise<{ services: Services; copy: DemoCopy }> {
  const copy = await makeDemo(config, ports(), 'id');
  return { services: createServices(config, ports()), copy };
}

async function keepFor(services: Services, { coalitionId, chair }: DemoCopy, months: number): Promise<void> {
  const entry = done(await services.access.coalition(chair.session, coalitionId));
  const { state } = entry.room;
  done(
    await entry.room.command(entry, systemIds.newId(), {
      type: 'coalition.change',
      name: 'Sekolah Terpencil',
      form: 'forum',
      languages: ['id'],
      secretariat: state?.secretariat ?? null,
      retentionMonths: months,
    }),
  );
}

test('a start asks the store for polls that the clock closes, by their index, and for nothing else', async () => {
  await coalition();
  asked = [];
  const app = await buildApp(config, ports());
  await app.listen({ port: 0, host: '127.0.0.1' });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(asked).toEqual(['overdueBoxes', 'nextDeadline']);
  await app.close();
});

test('reads no record of a meeting that is not due', async () => {
  const { services, copy } = await coalition();
  await keepFor(services, copy, 2);
  const later = createServices(config, ports());
  asked = [];
  await sweepRecords(later);
  expect(new Set(asked)).toEqual(new Set(['indexOlder', 'forgetfulStreams', 'terms', 'closedBefore']));
  now += 28 * dayMs;
  asked = [];
  await sweepRecords(later);
  expect(asked).toContain('deleteStreams');
  expect(await store.childStreams(copy.coalitionId)).toHaveLength(2);
});

test('the record has the last word: an index that is wrong deletes nothing', async () => {
  const { services, copy } = await coalition();
  await keepFor(services, copy, 2);
  const room = await services.rooms.meeting(copy.meetingId);
  if (!room) throw new Error('it is planned');
  const { ref, seq: expectedSeq } = room.stream;
  const rows = [{ row: 'closed' as const, at: 0 }];
  await store.append({ stream: ref, expectedSeq, events: [], commandId: null, rows });
  await sweepRecords(createServices(config, ports()));
  expect(await store.childStreams(copy.coalitionId)).toHaveLength(3);
});

test('comes a little after the start and again each day, in small steps', async () => {
  const services = createServices(config, ports());
  const expire = async (count: number) => {
    for (let index = 0; index < count; index += 1)
      await store.putSession({ hash: `h${index}`, createdAt: 0, expiresAt: 1 });
  };
  await expire(1200);
  asked = [];
  stop = tidyDaily(services, log, { firstAfterMs: 20, everyMs: 40, restMs: 1 });
  expect(asked).toEqual([]);
  const drops = () => asked.filter((name) => name === 'dropExpiredSessions').length;
  await expect.poll(drops).toBe(3);
  expect(await store.findSession('h1199')).toBeNull();
  await expire(1);
  await expect.poll(() => store.findSession('h0')).toBeNull();
});

test('once stopped it asks for nothing more, also from the middle', async () => {
  const services = createServices(config, ports());
  for (let index = 0; index < 2000; index += 1)
    await store.putSession({ hash: `h${index}`, createdAt: 0, expiresAt: 1 });
  stop = tidyDaily(services, log, { firstAfterMs: 1, everyMs: 1, restMs: 20 });
  await expect.poll(() => asked.includes('dropExpiredSessions')).toBe(true);
  stop();
  await new Promise((resolve) => setTimeout(resolve, 60));
  asked = [];
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(asked).toEqual([]);
});
