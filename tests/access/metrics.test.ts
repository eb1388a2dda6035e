/** What the server counts, who may read it, and that nobody is in it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gather, plainRule, seatVoter, type Gathering } from '../harness/coalition';
import type { Person } from '../harness/person';
import { ServerInProcess } from '../harness/server-in-process';
import { ServerProcess } from '../harness/server-process';
import { frozenDecision } from '../harness/wording';

const token = 'a-token-of-the-operator';
let server: ServerInProcess;
let gathering: Gathering;
let voter: Person;

beforeAll(async () => {
  server = await ServerInProcess.start({ metricsToken: token });
  gathering = await gather(server.url);
  voter = await seatVoter(gathering, server.url, 'Nama Pemilih', 1);
});
afterAll(async () => {
  voter.close();
  gathering.chair.close();
  await server.dispose();
});

async function metrics(): Promise<string> {
  return (await fetch(`${server.url}/metrics`)).text();
}

test('counts messages by answer, ballots, requests by route, changes by size, lines and people', async () => {
  const { chair } = gathering;
  await chair.do({ type: 'meeting.open' });
  const decisionId = await frozenDecision(chair, plainRule, 'Rumah guru dikerjakan lebih dahulu.');
  await chair.do({ type: 'poll.open', decisionId });
  const [pollId = ''] = Object.keys(chair.meeting.polls);
  const choice = {
    kind: 'consent',
    answer: 'agree',
    note: '',
    acceptableIf: '',
    until: null,
    viaSecretary: false,
  } as const;
  await voter.vote(pollId, choice);
  await voter.command({ type: 'meeting.close' });
  await voter.emit('command', 'nonsense');
  const text = await metrics();
  for (const line of [
    'mufakat_messages_total{message="ballot",answer="ok"} 1',
    'mufakat_messages_total{message="command",answer="not_allowed"} 1',
    'mufakat_messages_total{message="command",answer="malformed"} 1',
    'mufakat_sockets 2',
    'mufakat_meetings 1',
    'mufakat_people 2',
  ])
    expect(text.split('\n')).toContain(line);
  expect(text).toMatch(
    /mufakat_http_request_seconds_count\{method="POST",route="\/api\/doors\/:code",status="201"\} 1/,
  );
  expect(text).toMatch(/mufakat_document_update_bytes_count [1-9]/);
  expect(text).toMatch(/nodejs_eventloop_lag_seconds \d/);
  expect(text).toMatch(/process_resident_memory_bytes \d/);
});

test('nobody and nothing of a meeting is in it', async () => {
  const { chair, code, meetingId, coalitionId, partners } = gathering;
  await fetch(`${server.url}/api/meetings/${meetingId}/record.json`);
  await fetch(`${server.url}/no/such/${meetingId}`);
  const text = await metrics();
  for (const found of [
    code,
    meetingId,
    coalitionId,
    ...partners,
    chair.you,
    voter.you,
    'Nama Pemilih',
    token,
  ])
    expect(text).not.toContain(found);
});

test('durations of flushes are counted by the program that people run', async () => {
  const real = await ServerProcess.start();
  const other = await gather(real.url);
  const text = await (await fetch(`${real.url}/metrics`)).text();
  expect(text).toMatch(/mufakat_flush_seconds_count [1-9]/);
  expect(text).toMatch(/mufakat_writes_total [1-9]/);
  other.chair.close();
  await real.dispose();
});

describe('who may read it', () => {
  const ask = (remoteAddress: string, headers: Record<string, string> = {}) =>
    server.app.inject({ method: 'GET', url: '/metrics', remoteAddress, headers });
  const bearer = (shown: string) => ({ authorization: `Bearer ${shown}` });

  test.each([
    ['this machine', '127.0.0.1', {}, 200],
    ['this machine, by IPv6', '::1', {}, 200],
    ['another machine', '192.0.2.7', {}, 404],
    ['another machine with the token', '192.0.2.7', bearer(token), 200],
    ['another machine with a wrong token', '192.0.2.7', bearer('a-token-of-somebody'), 404],
    ['a proxy on this machine', '127.0.0.1', { 'x-forwarded-for': '192.0.2.7' }, 404],
    ['a proxy that says so otherwise', '127.0.0.1', { forwarded: 'for=192.0.2.7' }, 404],
    ['a proxy, with the token', '127.0.0.1', { 'x-forwarded-for': '192.0.2.7', ...bearer(token) }, 200],
  ])('%s', async (_, address, headers, status) => {
    const got = await ask(address, headers);
    expect(got.statusCode).toBe(status);
    if (status === 404) expect(got.json()).toMatchObject({ code: 'not_found' });
  });
});
