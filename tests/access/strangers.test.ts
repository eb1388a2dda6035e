/**
 * Strangers learn nothing: whoever has no seat gets the very same answer for what exists and for what does not, on
 * every door. Whole answers are compared: status, headers, body, close codes.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answer, gather, plainRule, type Gathering } from '../harness/coalition';
import { newId, Person } from '../harness/person';
import { issueLink } from '../harness/seats';
import { ServerInProcess } from '../harness/server-in-process';
import { SyncLine } from '../harness/sync-line';
import { draftDecision } from '../harness/wording';

let server: ServerInProcess;
let gathering: Gathering;
let decisionId: string;

const strangers: Record<string, Person> = {};
const kinds = ['no cookie', 'a made-up cookie', 'a session of elsewhere', 'an erased person'] as const;

beforeAll(async () => {
  server = await ServerInProcess.start();
  gathering = await gather(server.url);
  decisionId = await draftDecision(gathering.chair, plainRule);
  strangers['no cookie'] = new Person(server.url);
  strangers['a made-up cookie'] = new Person(server.url);
  strangers['a made-up cookie'].cookie = `mufakat=${'A'.repeat(43)}`;
  const elsewhere = await gather(server.url);
  strangers['a session of elsewhere'] = elsewhere.chair;
  strangers['an erased person'] = await erasedPerson();
});

afterAll(async () => {
  for (const person of [gathering.chair, ...Object.values(strangers)]) person.close();
  await server.dispose();
});

async function erasedPerson(): Promise<Person> {
  const person = new Person(server.url);
  answer(await person.come(gathering.code, 'Pergi'), 201);
  await person.join(gathering.meetingId);
  await issueLink(gathering, person.you);
  await gathering.chair.do({ type: 'person.erase', personId: person.you });
  return person;
}

function ids() {
  const { meetingId, coalitionId, chair } = gathering;
  return { meetingId, coalitionId, personId: chair.you, decisionId };
}
type Ids = ReturnType<typeof ids>;

const unknown = (): Ids => ({
  meetingId: newId(),
  coalitionId: newId(),
  personId: newId(),
  decisionId: newId(),
});
const odd: Ids = {
  meetingId: '__proto__',
  coalitionId: 'constructor',
  personId: '__proto__',
  decisionId: 'x',
};

const plan = () => ({
  type: 'meeting.plan',
  kind: 'working',
  place: '',
  callUrl: '',
  title: 'Rapat',
  startsAt: Date.now(),
  timeZone: 'Asia/Jakarta',
  language: 'id',
  invited: [],
  rule: plainRule,
  electorate: 'person',
});
const partner = { name: 'Lain', mark: 'LN', kind: 'community', place: '', weight: 1, chamber: null };

const httpDoors: Record<string, (at: Ids) => [string, string, unknown?]> = {
  'look at a coalition': (at) => ['GET', `/api/coalitions/${at.coalitionId}`],
  'its link': (at) => ['GET', `/api/coalitions/${at.coalitionId}/link`],
  'change it': (at) => [
    'POST',
    `/api/coalitions/${at.coalitionId}/commands`,
    { id: newId(), command: { type: 'partner.add', ...partner } },
  ],
  'plan its meeting': (at) => [
    'POST',
    `/api/coalitions/${at.coalitionId}/meetings`,
    { id: newId(), command: plan(), agenda: [] },
  ],
  'its meeting’s agenda': (at) => [
    'GET',
    `/api/coalitions/${at.coalitionId}/meetings/${at.meetingId}/agenda`,
  ],
  'someone’s link': (at) => ['GET', `/api/meetings/${at.meetingId}/people/${at.personId}/link`],
  'its invitation': (at) => ['GET', `/api/meetings/${at.meetingId}/invitation`],
  'its calendar entry': (at) => ['GET', `/api/meetings/${at.meetingId}/invitation.ics`],
  'the record': (at) => ['GET', `/api/meetings/${at.meetingId}/record.json`],
  'a document’s history': (at) => ['GET', `/api/documents/agenda/${at.meetingId}/history`],
  'the history of its notes': (at) => ['GET', `/api/documents/notes/${at.meetingId}/history`],
  'a wording as it was': (at) => ['GET', `/api/documents/wording/${at.decisionId}/at/1`],
  'an update that is none': (at) => ['GET', `/api/documents/minutes/${at.meetingId}/at/__proto__`],
  'a document of no kind': (at) => ['GET', `/api/documents/__proto__/${at.meetingId}/history`],
  'the record’s page': (at) => ['GET', `/api/meetings/${at.meetingId}/record.html`],
};

async function wholeAnswer(person: Person, request: [string, string, unknown?]) {
  const { status, headers, body } = await person.http(...request);
  const said = [...headers].filter(([name]) => name !== 'date');
  return { status, headers: Object.fromEntries(said), body };
}

describe.each(kinds)('%s', (kind) => {
  const knowsTheDevice = kind === 'a session of elsewhere' || kind === 'an erased person';
  const person = () => strangers[kind]!;

  test.each(Object.keys(httpDoors))('HTTP: %s', async (door) => {
    const request = httpDoors[door]!;
    const existing = await wholeAnswer(person(), request(ids()));
    expect(existing.status).toBe(knowsTheDevice ? 404 : 401);
    expect(existing.body).toMatchObject({ code: knowsTheDevice ? 'not_found' : 'not_signed_in' });
    expect(await wholeAnswer(person(), request(unknown()))).toEqual(existing);
    expect(await wholeAnswer(person(), request(odd))).toEqual(existing);
  });

  test('HTTP: a ticket', async () => {
    const ticket = (document: string) => wholeAnswer(person(), ['POST', '/api/tickets', { document }]);
    const existing = await ticket(`agenda/${gathering.meetingId}`);
    expect(existing.status).toBe(knowsTheDevice ? 404 : 401);
    const { meetingId } = gathering;
    for (const document of [
      `agenda/${newId()}`,
      `wording/${decisionId}`,
      `wording/${newId()}`,
      `notes/${meetingId}`,
      `notes/${newId()}`,
      `minutes/${meetingId}`,
      `minutes/${newId()}`,
      `goal/${newId()}`,
    ]) {
      expect(await ticket(document)).toEqual(existing);
    }
  });

  test('documents: the same close code', async () => {
    const documents = [
      `agenda/${gathering.meetingId}`,
      `agenda/${newId()}`,
      `wording/${decisionId}`,
      `wording/${newId()}`,
      `notes/${gathering.meetingId}`,
      `notes/${newId()}`,
      `minutes/${gathering.meetingId}`,
      `minutes/${newId()}`,
      `goal/${newId()}`,
      'no-such-kind/of-document',
      '',
    ];
    for (const document of documents) {
      const line = await SyncLine.open(server.url, document, { cookie: person().cookie });
      expect([document, line.end, line.frames.length]).toEqual([document, knowsTheDevice ? 4404 : 4401, 0]);
    }
  });

  test('the live line', async () => {
    const { cookie } = person();
    const caller = new Person(server.url);
    caller.cookie = cookie;
    const line = await caller.connect().then(
      () => 'open',
      (error: unknown) => String(error),
    );
    if (!knowsTheDevice) return expect(line).toContain('not_signed_in');
    for (const meetingId of [gathering.meetingId, newId()]) {
      const refusal = { ok: false, code: 'not_found' };
      expect(await caller.emit('join', { v: 1, meetingId, afterSeq: 0 })).toEqual(refusal);
      const command = { type: 'meeting.open' };
      expect(await caller.emit('command', { id: newId(), meetingId, command })).toEqual(refusal);
      const ballot = { ballotId: newId(), pollId: newId(), choice: { kind: 'vote', vote: 'yes' } };
      expect(await caller.emit('ballot', { meetingId, ballot })).toEqual(refusal);
    }
    caller.close();
  });
});

test('a removed person’s link, and their session’s list of places, know of the meeting no more', async () => {
  const session = await strangers['an erased person']!.http('GET', '/api/session');
  expect(session.body).toMatchObject({ places: [] });
});
