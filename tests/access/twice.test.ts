/** The same thing twice, at once, late, or elsewhere: done once, and everyone is told what is true. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { gather, plainRule, seatVoter, type Gathering } from '../harness/coalition';
import { newId, Person } from '../harness/person';
import { seatByLink } from '../harness/seats';
import { ServerInProcess } from '../harness/server-in-process';
import { frozenDecision } from '../harness/wording';

const voteOnly = { ...plainRule, ladder: ['vote' as const] };
const yes = { kind: 'vote', vote: 'yes' } as const;

let server: ServerInProcess;
let gathering: Gathering;
let voter: Person;

beforeAll(async () => {
  server = await ServerInProcess.start();
  gathering = await gather(server.url);
  await gathering.chair.do({ type: 'meeting.open' });
  voter = await seatVoter(gathering, server.url, 'Pemilih', 1);
});
afterAll(async () => {
  voter.close();
  gathering.chair.close();
  await server.dispose();
});

/** The same person on another device of theirs. */
async function secondDevice(person: Person): Promise<Person> {
  const second = new Person(server.url);
  second.cookie = person.cookie;
  await second.join(person.meetingId);
  return second;
}

async function head(): Promise<string> {
  const room = await server.app.services.rooms.meeting(gathering.meetingId);
  return `${room?.stream.seq} ${room?.stream.head}`;
}

async function openPoll(): Promise<string> {
  const { chair } = gathering;
  const decisionId = await frozenDecision(chair, voteOnly, `Rumusan ${newId()}`);
  await chair.do({ type: 'poll.open', decisionId });
  return Object.values(chair.meeting.polls).find((poll) => poll.decisionId === decisionId)!.id;
}

test('two people press *close* on a poll at once: one does it, the other is told that it is closed', async () => {
  const pollId = await openPoll();
  const second = await secondDevice(gathering.chair);
  const close = { type: 'poll.close', pollId } as const;
  const answers = await Promise.all([gathering.chair.command(close), second.command(close)]);
  expect(answers.map((one) => (one.ok ? 'done' : one.code)).sort()).toEqual(['done', 'poll_not_open']);
  second.close();
});

test('the same command id, over two lines at once and again later: done once, answered alike', async () => {
  const second = await secondDevice(gathering.chair);
  const id = newId();
  const extend = { type: 'stage.set', stage: { kind: 'agenda' } } as const;
  const { chair } = gathering;
  const before = chair.events.length;
  const answers = await Promise.all([chair, second, chair, second].map((line) => line.command(extend, id)));
  answers.push(await chair.command(extend, id));
  expect(new Set(answers.map((one) => JSON.stringify(one)))).toEqual(new Set([JSON.stringify(answers[0])]));
  expect(answers[0]).toEqual({ ok: true, seq: before + 1 });
  expect((await head()).startsWith(`${before + 1} `)).toBe(true);
  second.close();
});

test('a refused command is refused alike under its id, and may be done under another', async () => {
  const { chair } = gathering;
  const id = newId();
  const resume = { type: 'meeting.resume' } as const;
  expect(await chair.command(resume, id)).toEqual({ ok: false, code: 'not_paused' });
  await chair.do({ type: 'meeting.pause', kind: 'break', reason: '', until: Date.now() + 600_000 });
  expect(await chair.command(resume, id)).toEqual({ ok: false, code: 'not_paused' });
  await chair.do(resume);
});

test('a command id that was used in another meeting is malformed, and nothing is done', async () => {
  const elsewhere = await gather(server.url);
  const id = newId();
  expect(await elsewhere.chair.command({ type: 'meeting.open' }, id)).toMatchObject({ ok: true });
  const before = await head();
  const answer = await gathering.chair.command({ type: 'stage.set', stage: { kind: 'agenda' } }, id);
  expect(answer).toEqual({ ok: false, code: 'malformed' });
  expect(await head()).toBe(before);
  elsewhere.chair.close();
});

test('a command for a meeting in which one sits is done there, wherever the line has joined', async () => {
  const elsewhere = await gather(server.url);
  const before = await head();
  const { meetingId } = elsewhere;
  const refusal = await gathering.chair.emit('command', {
    id: newId(),
    meetingId,
    command: { type: 'meeting.open' },
  });
  expect(refusal).toEqual({ ok: false, code: 'not_found' });
  expect(await head()).toBe(before);
  elsewhere.chair.close();
});

test('ballots: another poll, another kind, someone else’s id, again, changed, and after the close', async () => {
  const pollId = await openPoll();
  const other = await openPoll();
  const before = await head();
  expect(await voter.vote(newId(), yes)).toEqual({ ok: false, code: 'poll_unknown' });
  const consent = { kind: 'consent', answer: 'agree', note: '', acceptableIf: '', until: null } as const;
  const unfit = await voter.vote(pollId, { ...consent, viaSecretary: false });
  expect(unfit).toEqual({ ok: false, code: 'choice_invalid' });
  const guest = await seatByLink(gathering, {
    name: 'Tamu',
    roles: ['guest'],
    partnerId: null,
    votes: false,
  });
  expect(await guest.vote(pollId, yes)).toEqual({ ok: false, code: 'not_on_the_roll' });

  const ballotId = newId();
  const second = await secondDevice(voter);
  const many = await Promise.all([voter, second, voter].map((line) => line.vote(pollId, yes, ballotId)));
  expect(many).toEqual([{ ok: true }, { ok: true }, { ok: true }]);
  expect(await voter.vote(other, yes, ballotId)).toEqual({ ok: false, code: 'ballot_id_used' });
  const changed = newId();
  expect(await second.vote(pollId, { kind: 'vote', vote: 'no' }, changed)).toEqual({ ok: true });
  // Late and out of order: the first one again does not undo the change.
  expect(await voter.vote(pollId, yes, ballotId)).toEqual({ ok: true });
  expect((await head()).split(' ')[0]).toBe(String(Number(before.split(' ')[0]) + 3));

  await gathering.chair.do({ type: 'poll.close', pollId });
  expect(gathering.chair.meeting.polls[pollId]?.count).toMatchObject({
    status: 'closed',
    turnout: 1,
    passes: false,
  });
  const closed = await head();
  expect(await voter.vote(pollId, yes, ballotId)).toEqual({ ok: true });
  expect(await voter.vote(pollId, yes, changed)).toEqual({ ok: true });
  expect(await voter.vote(pollId, yes)).toEqual({ ok: false, code: 'poll_not_open' });
  expect(await head()).toBe(closed);
  await gathering.chair.do({ type: 'poll.close', pollId: other });
  guest.close();
  second.close();
});

test('two people close the meeting at once; after it every command hears so, and nothing changes', async () => {
  const { chair } = gathering;
  const second = await seatByLink(gathering, {
    name: 'Wakil',
    roles: ['facilitator'],
    partnerId: null,
    votes: false,
  });
  const answers = await Promise.all([chair, second].map((line) => line.command({ type: 'meeting.close' })));
  expect(answers.map((one) => (one.ok ? 'done' : one.code)).sort()).toEqual(['done', 'meeting_closed']);
  const before = await head();
  for (const command of [
    { type: 'stage.set', stage: { kind: 'agenda' } },
    { type: 'door.open', hours: 1 },
    { type: 'meeting.open' },
    { type: 'decision.draft', wording: null, title: 'Terlambat', itemId: null, rule: null, electorate: null },
    { type: 'attendance.leave' },
  ] as const) {
    expect(await chair.command(command)).toEqual({ ok: false, code: 'meeting_closed' });
  }
  expect(await new Person(server.url).come(gathering.code, 'Terlambat')).toMatchObject({ status: 404 });
  expect(await head()).toBe(before);
  second.close();
});
