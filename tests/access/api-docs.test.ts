/** The description of the HTTP API holds: every route is in it and no other, and answers are as it says. */
import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as answers from '../../apps/server/src/api-docs/answers';
import { operations, parameters } from '../../apps/server/src/api-docs/operations';
import { gather, type Gathering } from '../harness/coalition';
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

const get = (path: string) => fetch(server.url + path);

test('every route is described, and nothing else', () => {
  expect([...server.app.routes].sort()).toEqual(Object.keys(operations).sort());
});

test('every parameter of a path is described', () => {
  for (const route of server.app.routes)
    for (const [, name = ''] of route.matchAll(/:(\w+)/g))
      expect([route, parameters[name]]).not.toContain(undefined);
});

test('what describes it is OpenAPI 3.1', async () => {
  const response = await get('/api/docs/openapi.json');
  expect(response.headers.get('content-type')).toMatch(/^application\/json/);
  const description = (await response.json()) as Record<string, unknown>;
  expect(description['openapi']).toBe('3.1.0');
  const verdict = await new Validator().validate(description);
  expect(verdict.errors ?? []).toEqual([]);
  expect(verdict.valid).toBe(true);
});

test('a body is described by the schema that parses it', async () => {
  const description = (await (await get('/api/docs/openapi.json')).json()) as {
    paths: Record<string, Record<string, { requestBody: { content: Record<string, { schema: object }> } }>>;
  };
  const { schema } =
    description.paths['/api/doors/{code}']!['post']!.requestBody.content['application/json']!;
  expect(schema).toMatchObject({
    additionalProperties: false,
    required: ['id', 'name', 'address', 'partnerId'],
    properties: { name: { minLength: 1, maxLength: 120 } },
  });
});

test('the page names every operation, and asks for nothing that its policy forbids', async () => {
  const response = await get('/api/docs');
  const page = await response.text();
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  for (const name of Object.keys(operations)) {
    const [, path = ''] = name.split(' ');
    expect(page).toContain(`<code>${path.replace(/:(\w+)/g, '{$1}')}</code>`);
  }
  expect(page).not.toMatch(/<script|<style|\sstyle=|\son\w+=|https?:/);
  expect(page).not.toContain('undefined');
  const css = await get('/api/docs/docs.css');
  expect(css.headers.get('content-type')).toMatch(/^text\/css/);
  expect(await css.text()).toContain('color-scheme');
});

describe('answers are as described', () => {
  test.each<[string, keyof typeof answers, () => string]>([
    ['session', 'sessionAnswer', () => '/api/session'],
    ['coalition', 'coalitionAnswer', () => `/api/coalitions/${gathering.coalitionId}`],
    ['founder’s link', 'linkAnswer', () => `/api/coalitions/${gathering.coalitionId}/link`],
    [
      'agenda',
      'agendaAnswer',
      () => `/api/coalitions/${gathering.coalitionId}/meetings/${gathering.meetingId}/agenda`,
    ],
    ['door', 'doorAnswer', () => `/api/doors/${gathering.code}`],
    ['invitation', 'invitationAnswer', () => `/api/meetings/${gathering.meetingId}/invitation`],
    ['history', 'documentVersions', () => `/api/documents/agenda/${gathering.meetingId}/history`],
    ['health', 'healthAnswer', () => '/healthz'],
    ['refusal', 'refusalAnswer', () => '/api/meetings/nowhere/record.json'],
  ])('%s', async (_, schema, path) => {
    const { body } = await gathering.chair.http('GET', path());
    expect(answers[schema].safeParse(body)).toMatchObject({ success: true });
  });

  test('coming in, a ticket', async () => {
    const guest = new Person(server.url);
    const came = await guest.come(gathering.code, 'Tamu');
    expect(answers.cameIn.safeParse(came.body)).toMatchObject({ success: true });
    const ticket = await guest.http('POST', '/api/tickets', { document: `agenda/${gathering.meetingId}` });
    expect(answers.ticketAnswer.safeParse(ticket.body)).toMatchObject({ success: true });
  });

  test('a body with a key too many is refused on every route that takes one', async () => {
    for (const [name, { body }] of Object.entries(operations)) {
      const [method = '', route = ''] = name.split(' ');
      if (!body || method === 'DELETE') continue;
      const path = route
        .replace(':code', gathering.code)
        .replace(':coalitionId', gathering.coalitionId)
        .replace(':meetingId', gathering.meetingId);
      const got = await gathering.chair.http(method, path, { id: newId(), surplus: 1 });
      expect([name, got.status, got.body]).toMatchObject([name, 400, { code: 'malformed' }]);
    }
  });
});
