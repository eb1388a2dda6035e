/** The demo on a running server: copies of one's own, companions that play, limits, and the end. */
import { textOf, type Poll } from '@mufakat/domain';
import { verifyRecord } from '@mufakat/record';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readConfig } from '../../apps/server/src/config';
import { Demo } from '../../apps/server/src/demo/demo';
import { sweepRecords } from '../../apps/server/src/deletion/retention';
import { answer } from '../harness/coalition';
import { machinePace } from '../harness/machine-pace';
import { Person } from '../harness/person';
import { ServerInProcess } from '../harness/server-in-process';

let server: ServerInProcess;
const visitors: Person[] = [];

beforeEach(async () => {
  server = await ServerInProcess.start();
});
afterEach(async () => {
  for (const visitor of visitors.splice(0)) visitor.close();
  await server.dispose();
});

async function visit(as: 'chair' | 'delegate' | 'guest', language: 'id' | 'en' = 'id'): Promise<Person> {
  const visitor = new Person(server.url);
  visitors.push(visitor);
  const { meetingId } = answer<{ meetingId: string }>(
    await visitor.http('POST', '/api/demo', { as, language }),
    201,
  );
  await visitor.join(meetingId);
  return visitor;
}

const countOf = ({ count }: Poll | undefined = {} as Poll) => count;

test('a copy is there within a moment', { timeout: 30_000 }, async () => {
  const startedAt = performance.now();
  await visit('chair');
  const tookMs = performance.now() - startedAt;
  expect(tookMs).toBeLessThan(4_000 * machinePace());
});

test('the chair opens it, and companions answer an acclamation, marked as what they are', async () => {
  const chair = await visit('chair');
  await chair.until(() => chair.here.length === 7);
  const others = chair.meeting.people.values().filter(({ id }) => id !== chair.you);
  for (const { name } of others) expect(textOf(name)).toContain('(peraga)');
  await chair.do({ type: 'meeting.open' });
  await chair.do({ type: 'agenda.adopt' });
  const [decision] = Object.values(chair.meeting.decisions);
  const decisionId = decision?.id ?? '';
  await chair.do({ type: 'text.freeze', decisionId });
  await chair.do({ type: 'poll.open', decisionId });
  const [pollId = ''] = Object.keys(chair.meeting.polls);
  await chair.until(() => chair.turnouts.get(pollId)?.cast === 6, 30_000);
  await chair.do({ type: 'poll.close', pollId });
  expect(countOf(chair.meeting.polls[pollId])).toMatchObject({ status: 'closed', passes: true });
  await chair.do({ type: 'decision.decide', decisionId, outcome: 'decided', statement: 'Mufakat.' });
});

test.each(['delegate', 'guest'] as const)('as %s one sees the scripted chair open and adopt', async (as) => {
  const visitor = await visit(as, 'en');
  await visitor.until(() => visitor.meeting.phase.status === 'open', 40_000);
  await visitor.until(() => visitor.meeting.agenda.version === 1, 40_000);
  const you = visitor.meeting.people.get(visitor.you);
  expect(you?.roles).toEqual([as]);
});

test('copies are independent, and their founding records verify', async () => {
  const [one, other] = [await visit('chair'), await visit('chair', 'en')];
  await one.do({ type: 'meeting.open' });
  expect(one.meetingId).not.toBe(other.meetingId);
  expect(other.meeting.phase.status).toBe('lobby');
  expect((await one.http('GET', `/api/meetings/${other.meetingId}/record.json`)).status).toBe(404);
  const { places } = (await one.http('GET', '/api/session')).body as {
    places: { kind: string; id: string }[];
  };
  expect(places).toHaveLength(4);
  for (const { kind, id } of places) {
    if (kind !== 'meeting') continue;
    const response = await fetch(`${server.url}/api/meetings/${id}/record.json`, {
      headers: { cookie: one.cookie },
    });
    expect(verifyRecord(await response.text())).toMatchObject({ ok: true });
  }
});

test('a copy says when it ends, and is gone after a day, whatever goes on in it', async () => {
  const visitor = await visit('chair');
  const { body } = await visitor.http('GET', `/api/meetings/${visitor.meetingId}/demo`);
  expect(((body as { until: number }).until - Date.now()) / 3_600_000).toBeCloseTo(24, 1);
  await visitor.do({ type: 'meeting.open' });
  server.shiftMs = 24 * 3_600_000 + 60_000;
  const { services } = server.app;
  const demo = new Demo(
    services,
    { ...services, logger: server.app.log, clientFolder: null },
    () => server.url,
  );
  await demo.sweep();
  demo.close();
  await visitor.until(() => visitor.gone.includes('not_found'));
  expect(server.rows()).toMatchObject({ streams: 0 });
  await sweepRecords(services);
});

describe('limits', () => {
  test('so many copies and no more; each address has its share', async () => {
    const { services } = server.app;
    const ports = { ...services, logger: server.app.log, clientFolder: null };
    const demo = new Demo(services, ports, () => server.url, { copies: 1, playing: 5 });
    const session = await services.sessions.create();
    const body = { as: 'chair', language: 'id' } as const;
    expect(await demo.enter(session, '10.0.0.1', body)).toMatchObject({ ok: true });
    expect(await demo.enter(session, '10.0.0.2', body)).toEqual({ ok: false, code: 'demo_full' });
    const codes = new Set<string>();
    for (let turn = 0; turn < 40; turn += 1) {
      const entered = await demo.enter(session, '10.0.0.3', body);
      if (!entered.ok) codes.add(entered.code);
    }
    expect(codes).toEqual(new Set(['demo_full', 'too_many_requests']));
    demo.close();
  });

  test('a server with an address of its own offers it only where it is asked to', async () => {
    const address = 'https://mufakat.example';
    expect(readConfig({}).demo).toBe(true);
    expect(readConfig({ PUBLIC_URL: address }).demo).toBe(false);
    expect(readConfig({ PUBLIC_URL: address, DEMO: 'on' }).demo).toBe(true);
    expect(readConfig({ DEMO: 'off' }).demo).toBe(false);
    const off = await ServerInProcess.start({ demo: false });
    const visitor = new Person(off.url);
    expect((await visitor.http('POST', '/api/demo', { as: 'chair', language: 'id' })).status).toBe(404);
    expect((await visitor.http('GET', '/api/session')).body).toMatchObject({ demo: false });
    await off.dispose();
  });
});
