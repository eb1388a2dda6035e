/** Bad input over HTTP: a code, a sentence in the language that the request accepts, and nothing else changes. */
import { connect } from 'node:net';
import { refusalSentence, wireLimits } from '@mufakat/protocol';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { answer, gather, plainRule, type Gathering } from '../harness/coalition';
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
/** The server's clock goes on, so that what is tested is not the bucket. */
beforeEach(() => void (server.shiftMs += 20_000));

const found = {
  type: 'coalition.found',
  name: 'Forum',
  form: 'forum',
  languages: ['id'],
  chambers: [],
  partners: [],
  founder: { name: 'Ani', address: '', partner: null },
};
const plan = {
  type: 'meeting.plan',
  kind: 'working',
  place: '',
  callUrl: '',
  title: 'Rapat',
  startsAt: 8e12,
  timeZone: 'Asia/Jakarta',
  language: 'id',
  invited: [],
  rule: plainRule,
  electorate: 'person',
};
const partner = { name: 'Lain', mark: 'LN', kind: 'community', place: '', weight: 1, chamber: null };

/** Every door that takes a body, with one that is well-formed. */
const doors: Record<string, () => { path: string; body: Record<string, unknown> }> = {
  found: () => ({ path: '/api/coalitions', body: { id: newId(), invitation: null, command: found } }),
  change: () => ({
    path: `/api/coalitions/${gathering.coalitionId}/commands`,
    body: { id: newId(), command: { type: 'partner.add', ...partner } },
  }),
  plan: () => ({
    path: `/api/coalitions/${gathering.coalitionId}/meetings`,
    body: { id: newId(), command: plan, agenda: [] },
  }),
  come: () => ({
    path: `/api/doors/${gathering.code}`,
    body: { id: newId(), name: 'Ani', address: '', partnerId: null },
  }),
  link: () => ({ path: '/api/links', body: { secret: 'x'.repeat(65) } }),
  ticket: () => ({ path: '/api/tickets', body: { document: `agenda/${gathering.meetingId}` } }),
};

const json = 'application/json';
type Body = Record<string, unknown>;
const withFirst = (body: Body, value: unknown) => JSON.stringify({ ...body, [Object.keys(body)[0]!]: value });
/** JSON.stringify would leave these keys out or set a prototype: they are written as text. */
const withRawKey = (body: Body, key: string) => `{${key}:{"polluted":true},${JSON.stringify(body).slice(1)}`;

const bad: Record<string, (body: Body) => { type: string | null; text: string | Buffer; code?: string }> = {
  'JSON that is cut off': (body) => ({ type: json, text: JSON.stringify(body).slice(0, -2) }),
  'no body': () => ({ type: json, text: '' }),
  'bytes that are no UTF-8': () => ({ type: json, text: Buffer.from([0x7b, 0xff, 0xfe, 0x7d]) }),
  'a form': (body) => ({
    type: 'application/x-www-form-urlencoded',
    text: new URLSearchParams(Object.keys(body).map((key) => [key, 'x'])).toString(),
  }),
  'JSON called text': (body) => ({ type: 'text/plain', text: JSON.stringify(body) }),
  'JSON called a form with files': (body) => ({
    type: 'multipart/form-data; boundary=x',
    text: JSON.stringify(body),
  }),
  'JSON in all but name': (body) => ({ type: 'application/jsonp', text: JSON.stringify(body) }),
  'JSON without a type': (body) => ({ type: null, text: JSON.stringify(body) }),
  null: () => ({ type: json, text: 'null' }),
  'a list': (body) => ({ type: json, text: JSON.stringify([body]) }),
  'a text': () => ({ type: json, text: '"text"' }),
  'a number': () => ({ type: json, text: '42' }),
  'an unknown key': (body) => ({ type: json, text: JSON.stringify({ ...body, admin: true }) }),
  'a number for a text': (body) => ({ type: json, text: withFirst(body, 7) }),
  'an object for a text': (body) => ({ type: json, text: withFirst(body, { toString: 'x' }) }),
  'null for a text': (body) => ({ type: json, text: withFirst(body, null) }),
  'a missing key': (body) => ({ type: json, text: withFirst(body, undefined) }),
  'a __proto__': (body: Body) => ({ type: json, text: withRawKey(body, '"__proto__"') }),
  'an escaped __proto__': (body) => ({ type: json, text: withRawKey(body, '"\\u005f_proto__"') }),
  'a constructor': (body: Body) => ({ type: json, text: withRawKey(body, '"constructor"') }),
  'a constructor’s prototype': (body) => ({
    type: json,
    text: `{"constructor":{"prototype":{"polluted":true}},${JSON.stringify(body).slice(1)}`,
  }),
  'ten thousand lists in each other': () => ({ type: json, text: '['.repeat(10_000) + ']'.repeat(10_000) }),
  'more than a request may have': (body) => ({
    type: json,
    text: JSON.stringify({ ...body, padding: 'x'.repeat(wireLimits.requestBytes) }),
    code: 'too_large',
  }),
};

async function send(path: string, type: string | null, text: string | Buffer, language: string) {
  const response = await fetch(server.url + path, {
    method: 'POST',
    headers: {
      cookie: gathering.chair.cookie,
      'accept-language': language,
      ...(type === null ? {} : { 'content-type': type }),
    },
    // A Uint8Array has no type of its own, so that none is made up for it.
    body: new Uint8Array(Buffer.from(text)),
  });
  const body: unknown = await response.json();
  return { status: response.status, body };
}

describe.each(Object.keys(doors))('POST %s', (door) => {
  test.each(Object.keys(bad))('%s', async (kind) => {
    const before = server.rows();
    const { path, body } = doors[door]!();
    const { type, text, code = 'malformed' } = bad[kind]!(body);
    for (const [header, language] of [
      ['en-GB,en;q=0.9', 'en'],
      ['id-ID', 'id'],
      ['fr', 'id'],
    ] as const) {
      expect(await send(path, type, text, header)).toEqual({
        status: code === 'too_large' ? 413 : 400,
        // The codes above are codes of the closed list.
        body: { code, sentence: refusalSentence(code as 'malformed', language) },
      });
    }
    expect(server.rows()).toEqual(before);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe('addresses', () => {
  test.each([
    ['nowhere', 'GET', '/api/nothing', 404],
    ['no code', 'GET', '/api/doors/', 404],
    ['NUL', 'GET', '/api/doors/%00%00', 404],
    ['half a character', 'GET', '/api/doors/%E0%A4%A', 400],
    ['a long code', 'GET', `/api/doors/${'B'.repeat(5_000)}`, 400],
    ['a way up', 'GET', '/api/doors/..%2F..%2Fhealthz', 404],
    ['NUL for a meeting', 'GET', '/api/meetings/%00/record.json', 404],
    ['a long meeting', 'GET', `/api/meetings/${'x'.repeat(3_000)}/record.json`, 400],
    ['PUT', 'PUT', '/api/coalitions', 400],
    ['PATCH', 'PATCH', '/api/session', 400],
    ['a write to what is read', 'POST', '/healthz', 400],
    ['a write to nowhere', 'POST', '/no/such/door', 400],
  ])('%s is a refusal like any other', async (_, method, path, status) => {
    const before = server.rows();
    const got = await gathering.chair.http(method, path);
    expect(got.status).toBe(status);
    expect(got.body).toEqual({ code: expect.any(String) as string, sentence: expect.any(String) as string });
    expect(server.rows()).toEqual(before);
  });

  test.each([
    '\0\0\0\0\r\n\r\n',
    'GET / HTTP/9.9\r\n\r\n',
    `GET / HTTP/1.1\r\nA: ${'x'.repeat(100_000)}\r\n\r\n`,
  ])('what is no HTTP ends its own connection', async (bytes) => {
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    socket.on('error', () => undefined);
    socket.write(bytes);
    await new Promise((resolve) => socket.on('close', resolve).resume());
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  });
});

test('founding or planning twice at once, under one id, is done once and answered alike', async () => {
  const { chair, coalitionId } = gathering;
  for (const [path, body] of [
    ['/api/coalitions', { id: newId(), invitation: null, command: found }],
    [`/api/coalitions/${coalitionId}/meetings`, { id: newId(), command: plan, agenda: [] }],
  ] as const) {
    const before = server.rows();
    const answers = await Promise.all([1, 2, 3].map(() => chair.http('POST', path, body)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map((one) => JSON.stringify(one.body))).size).toBe(1);
    expect(Number(server.rows().streams)).toBe(Number(before.streams) + 1);
  }
});

test('an act that is refused leaves no session behind', async () => {
  const twins = ['Satu', 'Dua'].map((name) => ({ ...partner, name }));
  const body = { id: newId(), invitation: null, command: { ...found, partners: twins } };
  const before = server.rows();
  const refused = await new Person(server.url).http('POST', '/api/coalitions', body);
  expect(refused).toMatchObject({ status: 409, body: { code: 'mark_taken' } });
  expect(refused.headers.get('set-cookie')).toBeNull();
  expect(server.rows()).toEqual(before);
});

test('a command id that founded a coalition plans no meeting', async () => {
  const id = newId();
  const { chair, coalitionId } = gathering;
  answer(await chair.http('POST', '/api/coalitions', { id, invitation: null, command: found }), 201);
  const before = server.rows();
  const planned = await chair.http('POST', `/api/coalitions/${coalitionId}/meetings`, {
    id,
    command: plan,
    agenda: [],
  });
  expect(planned).toMatchObject({ status: 400, body: { code: 'malformed' } });
  expect(server.rows()).toEqual(before);
});
