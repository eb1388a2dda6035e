/** The protocol's description is enough to write another client: this one plays a meeting from the coalition to its record. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { ServerProcess } from '../harness/server-process';
import {
  Device,
  DocumentLine,
  hashOf,
  Line,
  newId,
  said,
  until,
  type Fields,
  type Json,
} from './bare-client';

let server: ServerProcess;
let host: Device;
let guest: Device;
let meetingId = '';
let chair: Line;
let voter: Line;

const rule: Fields = {
  ladder: ['vote'],
  quorum: null,
  majority: { base: 'yes+no', atLeast: '1/2', strict: true },
  supportFrom: 0,
  chambers: [],
  qualified: null,
  consent: { silence: 'does-not-count' },
  emptyChamber: 'skipped',
  tie: { kind: 'fails' },
  conflicted: 'stay',
  expires: null,
};

beforeAll(async () => {
  server = await ServerProcess.start();
  host = new Device(server.url);
  guest = new Device(server.url);
});

afterAll(async () => {
  chair.close();
  voter.close();
  await server.dispose();
});

async function done(line: Line, command: Fields): Promise<void> {
  const ack = await line.command(command);
  expect(ack, said(command.type)).toMatchObject({ ok: true });
  await until(() => line.events.length >= Number(ack.seq), 'the event of one’s own command');
}

test('§2 founds a coalition and plans a meeting over HTTP; the same id does nothing twice', async () => {
  const partner = { kind: 'community', place: '', weight: 1, chamber: null };
  const body: Fields = {
    id: newId(),
    invitation: null,
    command: {
      type: 'coalition.found',
      name: 'Forum Sungai',
      form: 'forum',
      languages: ['en'],
      chambers: [],
      partners: [{ name: 'Hulu', mark: 'HU', ...partner }],
      founder: { name: 'Ani', address: '', partner: 0 },
    },
  };
  const founded = await host.http('POST', '/api/coalitions', body);
  expect(founded.status).toBe(201);
  expect(host.cookie).toMatch(/^mufakat=[\w-]{43}$/);
  const again = await host.http('POST', '/api/coalitions', body);
  expect(again.body).toEqual(founded.body);

  const at = `/api/coalitions/${said(founded.body.coalitionId)}`;
  const seen = await host.http('GET', at);
  const { coalition, you } = seen.body as { coalition: Fields; you: string };
  expect(you).toBe(founded.body.personId);
  const [partnerId] = Object.keys(coalition.partners as Fields);
  const added = { id: newId(), command: { type: 'partner.add', name: 'Hilir', mark: 'HI', ...partner } };
  expect(await host.http('POST', `${at}/commands`, added)).toEqual({ status: 200, body: { seq: 2 } });
  expect(await host.http('POST', `${at}/commands`, added)).toEqual({ status: 200, body: { seq: 2 } });

  const planned = await host.http('POST', `${at}/meetings`, {
    id: newId(),
    command: {
      type: 'meeting.plan',
      kind: 'working',
      place: '',
      callUrl: '',
      title: 'Bersih sungai',
      startsAt: Date.now() + 60_000,
      timeZone: 'Asia/Jakarta',
      language: 'id',
      invited: [{ partnerId: partnerId ?? '', heads: 3 }],
      rule,
      electorate: 'person',
    },
    agenda: [],
  });
  expect(planned.status).toBe(201);
  meetingId = said(planned.body.meetingId);
});

test('§2 refuses with a status, a code and a sentence', async () => {
  const stranger = new Device(server.url);
  const refusals: [method: string, path: string, body: Fields | undefined, status: number, code: string][] = [
    ['GET', '/api/doors/BCDFGH', undefined, 404, 'code_unknown'],
    ['GET', `/api/coalitions/${newId()}`, undefined, 401, 'not_signed_in'],
    ['POST', '/api/links', { secret: 'x'.repeat(65) }, 410, 'link_invalid'],
    ['POST', '/api/links', { secret: 'x'.repeat(65), more: 1 }, 400, 'malformed'],
    ['POST', '/api/links', undefined, 400, 'malformed'],
    ['POST', '/api/links', { secret: 'x'.repeat(300_000) }, 413, 'too_large'],
  ];
  for (const [method, path, body, status, code] of refusals) {
    const answer = await stranger.http(method, path, body);
    expect(answer, path).toMatchObject({ status, body: { code } });
    expect(answer.body.sentence).toMatch(/\.$/);
  }
});

test('§3 joins, checks the chain from the first link on, commands; a retry is answered as before', async () => {
  const nobody = new Line(new Device(server.url), meetingId);
  await nobody.connect();
  expect(nobody.refusedWith).toBe('not_signed_in');
  nobody.close();

  chair = new Line(host, meetingId);
  await chair.connect();
  expect(await chair.join()).toMatchObject({ ok: true, more: false, given: [], turnouts: [] });
  expect(chair.events.map(({ type }) => type)).toEqual(['meeting.planned', 'person.seated']);

  const id = newId();
  const opened = await chair.command({ type: 'door.open', hours: 2 }, id);
  expect(opened).toEqual({ ok: true, seq: 3 });
  expect(await chair.command({ type: 'door.open', hours: 2 }, id)).toEqual(opened);
  await until(() => chair.events.length >= 4, 'the door, and the chair on the attendance list');
  expect(chair.events.filter(({ type }) => type === 'door.opened')).toHaveLength(1);
  await done(chair, { type: 'meeting.open' });
});

test('§3 says what is wrong with a message', async () => {
  expect(await chair.command({ type: 'no.such' })).toEqual({ ok: false, code: 'unknown_command' });
  expect(await chair.send('nothing', {})).toEqual({ ok: false, code: 'unknown_command' });
  expect(await chair.command({ type: 'meeting.open', more: 1 })).toEqual({ ok: false, code: 'malformed' });
  expect(await chair.send('join', { v: 2, meetingId, afterSeq: 0 })).toEqual({
    ok: false,
    code: 'old_client',
  });
  expect(await chair.send('join', { v: 1, meetingId: newId(), afterSeq: 0 })).toEqual({
    ok: false,
    code: 'not_found',
  });
  expect(await chair.command({ type: 'meeting.open' })).toEqual({ ok: false, code: 'already_open' });
  const { ok, now } = await chair.send('clock', {});
  expect(ok).toBe(true);
  expect(Math.abs(Number(now) - Date.now())).toBeLessThan(10_000);
});

test('§1 comes in by the code as a guest; with a seat the record is folded anew, and stubs keep the chain whole', async () => {
  const code = said(chair.last('door.opened').code);
  const shown = await guest.http('GET', `/api/doors/${code}`);
  expect(shown.body).toMatchObject({ meetingId, title: 'Bersih sungai', coalition: 'Forum Sungai' });
  const typed = `${code.slice(0, 3)}-${code.slice(3)}`.toLowerCase();
  const came = await guest.http('POST', `/api/doors/${typed}`, {
    id: newId(),
    name: 'Budi',
    address: 'Bapak',
    partnerId: null,
  });
  expect(came.status).toBe(201);
  const personId = said(came.body.personId);
  await done(chair, { type: 'link.issue', personId: chair.you });

  voter = new Line(guest, meetingId);
  await voter.connect();
  await voter.join();
  expect(voter.you).toBe(personId);
  await until(() => chair.frames.some(isHere(personId)), 'presence');
  expect(voter.events.find(({ body }) => !body)).toEqual({
    seq: expect.any(Number) as number,
    prev: expect.any(String) as string,
    leaf: expect.any(String) as string,
  });
  await until(() => voter.events.length === chair.events.length, 'the same events');
  expect(voter.link).toBe(chair.link);

  expect(await voter.command({ type: 'meeting.close' })).toEqual({ ok: false, code: 'not_allowed' });
  await done(chair, {
    type: 'seat.change',
    personId,
    partnerId: null,
    roles: ['participant'],
    votes: true,
  });
  await until(() => voter.frames.some(({ name }) => name === 'refold'), 'refold');
});

function isHere(personId: string) {
  return ({ name, frame }: { name: string; frame: Fields }) =>
    name === 'presence' && (frame.people as string[]).includes(personId);
}

let decisionId = '';

test('§4 writes a wording as raw sync frames: saved, seen by a stock reader, frozen', async () => {
  await done(chair, {
    type: 'decision.draft',
    wording: null,
    title: 'Jadwal',
    itemId: null,
    rule: null,
    electorate: null,
  });
  decisionId = said(chair.last('decision.drafted').decisionId);
  const name = `wording/${decisionId}`;
  const writer = new DocumentLine(server.url, name, guest.cookie);
  const reader = new DocumentLine(server.url, name, host.cookie, {});
  await until(() => writer.isSynced && reader.isSynced && writer.saved === 0, 'both have the document');
  // As in the example of §4; an empty update may come with it.
  const told = new Set(writer.frames.map((frame) => frame.join(' ')));
  expect(told).toContain('0 0 1 0');
  expect(told).toContain('0 1 2 0 0');
  expect(told).toContain('100 0');

  writer.doc.transact(() => {
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText('Sungai dibersihkan tiap Sabtu.')]);
    writer.doc.getXmlFragment('wording').insert(0, [paragraph]);
  });
  await until(() => writer.saved === 1, 'saved');
  await until(() => wordingOf(reader).includes('tiap Sabtu'), 'the other sees it');
  expect(reader.frames.some(([type]) => type === 100 || type === 101)).toBe(false);

  await done(chair, { type: 'text.freeze', decisionId });
  const { text, hash, plain } = chair.last('text.frozen');
  expect(plain).toBe('Sungai dibersihkan tiap Sabtu.');
  expect(createHash('sha256').update(said(text)).digest('hex')).toBe(hash);
  await until(() => writer.readOnly === 'document_frozen', 'read-only');
  writer.doc.getXmlFragment('wording').insert(0, [new Y.XmlText('Terlambat')]);
  reader.doc.getXmlFragment('wording').insert(0, [new Y.XmlText('Juga')]);
  await until(() => reader.frames.some(([type]) => type === 2), 'a stock client hears a denial');
  const late = new DocumentLine(server.url, name, guest.cookie);
  await until(() => late.isSynced, 'a third comes in');
  expect(wordingOf(late)).toBe('<paragraph>Sungai dibersihkan tiap Sabtu.</paragraph>');
  for (const line of [writer, reader, late]) line.close();
});

function wordingOf({ doc }: DocumentLine): string {
  return doc.getXmlFragment('wording').toJSON();
}

test('§4 says with close codes who may not come in, and takes a ticket once', async () => {
  const agenda = `agenda/${meetingId}`;
  const issued = await guest.http('POST', '/api/tickets', { document: agenda });
  const ticket = said(issued.body.ticket);
  const first = new DocumentLine(server.url, agenda, '', { ticket, mufakat: '1' });
  await until(() => first.isSynced, 'the ticket lets in');
  const cases: [line: DocumentLine, code: number][] = [
    [new DocumentLine(server.url, agenda, '', { ticket, mufakat: '1' }), 4401],
    [new DocumentLine(server.url, agenda, ''), 4401],
    [new DocumentLine(server.url, `agenda/${newId()}`, guest.cookie), 4404],
    [new DocumentLine(server.url, 'nothing', guest.cookie), 4404],
    [new DocumentLine(server.url, `secrets/${meetingId}`, guest.cookie), 4404],
  ];
  for (const [line, code] of cases) {
    await until(() => line.closedWith !== 0, String(code));
    expect(line.closedWith).toBe(code);
  }
  first.close();
});

test('§3 casts a ballot: acked, counted once, changed until the close; the box fits its hash', async () => {
  await done(chair, { type: 'poll.open', decisionId });
  const pollId = said(chair.last('poll.opened').pollId);
  await until(() => voter.events.some(({ type }) => type === 'poll.opened'), 'the voter hears of the poll');
  const ballotId = newId();
  expect(await voter.vote(pollId, { kind: 'consent', answer: 'agree' })).toEqual({
    ok: false,
    code: 'malformed',
  });
  expect(await chair.vote(pollId, { kind: 'vote', vote: 'yes' })).toEqual({
    ok: false,
    code: 'not_on_the_roll',
  });
  expect(await voter.vote(pollId, { kind: 'vote', vote: 'no' })).toEqual({ ok: true });
  expect(await voter.vote(pollId, { kind: 'vote', vote: 'yes' }, ballotId)).toEqual({ ok: true });
  expect(await voter.vote(pollId, { kind: 'vote', vote: 'yes' }, ballotId)).toEqual({ ok: true });
  await until(
    () => chair.frames.some(({ name, frame }) => name === 'turnout' && frame.cast === 1),
    'turnout',
  );

  voter.close();
  await done(chair, { type: 'poll.close', pollId });
  await done(chair, { type: 'decision.decide', decisionId, outcome: 'decided', statement: '' });
  const closed = chair.last('poll.closed');
  expect(closed).toMatchObject({ turnout: 1, passes: true });
  const ballots: Json = [{ voter: voter.you, vote: 'yes' }];
  expect(hashOf('box', { pollId, ballots })).toBe(closed.boxHash);
});

test('§3 resumes after a dead line with what it missed, on the link that it kept', async () => {
  const known = voter.events.length;
  await voter.connect();
  const answer = await voter.join();
  expect((answer.events as Json[]).length).toBe(chair.events.length - known);
  await until(() => voter.events.length === chair.events.length, 'all is there');
  expect(voter.link).toBe(chair.link);
  await done(chair, { type: 'meeting.close' });
  const record = await host.http('GET', `/api/meetings/${meetingId}/record.json`);
  expect(record.body).toMatchObject({ format: 'mufakat-record', stream: meetingId, head: chair.link });
});

test('§1 leaves: the session is gone', async () => {
  expect((await guest.http('DELETE', '/api/session', {})).status).toBe(204);
  expect((await guest.http('GET', '/api/session')).body).toMatchObject({ places: [], plainHttp: true });
});
