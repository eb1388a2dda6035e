/** What the log must not hold: whatever opens a door, and whatever was said or who said it. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createLogger } from '../../apps/server/src/platform/logs';
import { answer, gather, plainRule, seatVoter, type Gathering } from '../harness/coalition';
import { Person } from '../harness/person';
import { issueLink, seatPerson } from '../harness/seats';
import { ServerInProcess } from '../harness/server-in-process';
import { stockClient } from '../harness/stock-client';
import { SyncLine } from '../harness/sync-line';
import { draftDecision, frozenDecision, writeParagraph } from '../harness/wording';

const log: string[] = [];
let server: ServerInProcess;
let gathering: Gathering;

beforeAll(async () => {
  const sink = { write: (line: string) => void log.push(line) };
  server = await ServerInProcess.start({}, { logger: createLogger('trace', sink) });
  gathering = await gather(server.url);
});
afterAll(async () => {
  gathering.chair.close();
  await server.dispose();
});

test('no secret, code, name or word is in the log, at its loudest and when things fail', async () => {
  const { chair, code, meetingId, coalitionId } = gathering;
  const personId = await seatPerson(gathering, {
    name: 'Nama Rahasia',
    roles: ['guest'],
    partnerId: null,
    votes: false,
  });
  const secret = await issueLink(gathering, personId);
  const person = new Person(server.url);
  answer(await person.http('POST', '/api/links', { secret }), 200);
  const { ticket } = answer<{ ticket: string }>(
    await person.http('POST', '/api/tickets', { document: `agenda/${meetingId}` }),
    200,
  );
  const withTicket = await SyncLine.open(server.url, `agenda/${meetingId}?ticket=${ticket}`);
  expect(withTicket.end).toBeNull();
  withTicket.close();
  const failing = () => Promise.reject(new Error('the disk is full'));
  const spies = (['putSeat', 'check', 'append', 'findDocument', 'findCode'] as const).map((name) =>
    vi.spyOn(server.store, name).mockImplementation(failing),
  );
  const fails = { status: 503, body: { code: 'storage_failed' } };
  expect(await person.http('POST', '/api/links', { secret })).toMatchObject(fails);
  expect(await new Person(server.url).come(code, 'Nama Rahasia')).toMatchObject(fails);
  expect((await fetch(`${server.url}/healthz`)).status).toBe(503);
  expect(
    await chair.command({
      type: 'person.seat',
      name: 'Nama Rahasia',
      address: '',
      roles: ['guest'],
      partnerId: null,
      votes: false,
    }),
  ).toMatchObject({ code: 'storage_failed' });
  await SyncLine.open(server.url, `agenda/${meetingId}`, { cookie: chair.cookie });
  await new Person(server.url).http('GET', `/api/doors/${code}?from=${secret}`);
  spies.forEach((spy) => spy.mockRestore());
  await fetch(`${server.url}/api/doors/%E0%A4%A?code=${code}`);

  const whole = log.join('');
  expect(whole).toContain('the disk is full');
  const token = (cookie: string) => cookie.split('=')[1] ?? cookie;
  const secrets = {
    code,
    secret,
    ticket,
    link: secret.slice(22),
    one: token(person.cookie),
    chair: token(chair.cookie),
  };
  for (const [name, value] of Object.entries(secrets))
    expect([name, whole.includes(value)]).toEqual([name, false]);
  for (const words of ['Nama Rahasia', 'Ketua Forum', personId, meetingId, coalitionId])
    expect(whole).not.toContain(words);
});

test('nor anything of a whole meeting: what was written, said, voted and decided, and by whom', async () => {
  const { chair, meetingId } = gathering;
  const said = {
    wording: 'Rumah guru dikerjakan lebih dahulu',
    note: 'Catatan yang tidak untuk dicatat',
    reason: 'Alasan jeda yang pribadi',
    statement: 'Pernyataan hasil yang panjang',
    title: 'Rumusan',
    name: 'Pemilih Tertutup',
  };
  const voter = await seatVoter(gathering, server.url, said.name, 1);
  await chair.do({ type: 'meeting.open' });
  const decisionId = await frozenDecision(chair, plainRule, said.wording);
  await chair.do({ type: 'poll.open', decisionId });
  const [pollId = ''] = Object.keys(chair.meeting.polls);
  const vote = () =>
    voter.vote(pollId, {
      kind: 'consent',
      answer: 'agree-with-note',
      note: said.note,
      acceptableIf: '',
      until: null,
      viaSecretary: false,
    });
  const failing = () => Promise.reject(new Error('the disk is full'));
  const open = await draftDecision(chair, plainRule);
  const writer = stockClient(server.url, `wording/${open}`, { cookie: voter.cookie });
  await writer.synced();
  const spies = (['castBallot', 'closeBox', 'appendUpdates', 'loadDocument', 'readBallots'] as const).map(
    (name) => vi.spyOn(server.store, name).mockImplementation(failing),
  );
  expect(await vote()).toMatchObject({ code: 'storage_failed' });
  expect(await chair.command({ type: 'poll.close', pollId })).toMatchObject({ code: 'storage_failed' });
  writeParagraph(writer, said.wording);
  await expect.poll(() => log.join('')).toContain('document not stored');
  await SyncLine.open(server.url, `wording/${open}`, { cookie: chair.cookie });
  await expect.poll(() => log.join('')).toContain('document not loaded');
  spies.forEach((spy) => spy.mockRestore());
  writer.close();

  expect(await vote()).toEqual({ ok: true });
  await chair.do({ type: 'poll.close', pollId });
  await chair.do({ type: 'decision.decide', decisionId, outcome: 'decided', statement: said.statement });
  await chair.do({ type: 'meeting.pause', kind: 'other', reason: said.reason, until: Date.now() + 60_000 });
  for (const page of ['record.json', 'record.html', 'invitation', 'invitation.ics'])
    await voter.http('GET', `/api/meetings/${meetingId}/${page}`);
  await voter.emit('command', { id: said.name, meetingId, command: { type: said.note } });
  await fetch(`${server.url}/api/${said.name}/${meetingId}?name=${said.name}`);
  voter.close();

  const whole = log.join('');
  for (const words of Object.values(said)) expect(whole).not.toContain(words);
  const people = chair.meeting.people.ids();
  for (const id of [meetingId, decisionId, pollId, open, ...people]) expect(whole).not.toContain(id);
});
