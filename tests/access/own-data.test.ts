/** What a person may ask of the server about themselves, wherever they stand; and being erased. */
import type { OwnData } from '@mufakat/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ownData } from '../../apps/server/src/api-docs/answers';
import { answer, gather, plainRule, seatVoter, type Gathering } from '../harness/coalition';
import { newId, Person } from '../harness/person';
import { ServerInProcess } from '../harness/server-in-process';
import { stockClient } from '../harness/stock-client';
import { draftDecision, frozenDecision, writeParagraph } from '../harness/wording';

let server: ServerInProcess;
let gathering: Gathering;

beforeAll(async () => {
  server = await ServerInProcess.start();
  gathering = await gather(server.url);
  await gathering.chair.do({ type: 'meeting.open' });
});
afterAll(async () => {
  gathering.chair.close();
  await server.dispose();
});

const path = () => `/api/meetings/${gathering.meetingId}/me`;

async function dataOf(person: Person): Promise<OwnData> {
  const got = await person.http('GET', `${path()}.json`);
  expect(got.headers.get('content-disposition')).toContain('attachment');
  expect(ownData.safeParse(got.body)).toMatchObject({ success: true });
  return answer<OwnData>(got, 200);
}

test('one’s own data are all there, and nobody else’s', async () => {
  const { chair } = gathering;
  const ani = await seatVoter(gathering, server.url, 'Ani Lama', 1);
  const budi = await seatVoter(gathering, server.url, 'Budi Rahasia', 2);
  await ani.do({ type: 'person.rename', personId: ani.you, name: 'Ani Baru', address: 'Ibu' });
  const voteOnly = { ...plainRule, ladder: ['vote' as const] };
  const decisionId = await frozenDecision(chair, voteOnly, 'Jalan.');
  const frozen = chair.meeting.decisions[decisionId]?.text;
  if (frozen?.status !== 'frozen') throw new Error('not frozen');
  const proposal = { type: 'text.propose', decisionId, base: frozen.hash } as const;
  await ani.do({ ...proposal, text: 'usul milik Ani' });
  await budi.do({ ...proposal, text: 'usul milik Budi' });
  await chair.do({ type: 'poll.open', decisionId });
  const poll = Object.values(chair.meeting.polls).at(-1)!;
  await ani.vote(poll.id, { kind: 'vote', vote: 'yes' });
  await budi.vote(poll.id, { kind: 'vote', vote: 'no' });
  expect((await dataOf(ani)).votes).toMatchObject([{ pollId: poll.id, choice: { vote: 'yes' } }]);
  await chair.do({ type: 'poll.close', pollId: poll.id });
  const wording = await draftDecision(chair, plainRule);
  const client = stockClient(server.url, `wording/${wording}`, { cookie: ani.cookie });
  await client.synced();
  writeParagraph(client, 'kata Ani');
  const written = async () => (await dataOf(ani)).writing;
  while ((await written()).length === 0) await new Promise((resolve) => setTimeout(resolve, 20));

  const data = await dataOf(ani);
  expect(data.person).toMatchObject({
    id: ani.you,
    names: [
      { name: 'Ani Baru', address: 'Ibu' },
      { name: 'Ani Lama', address: '' },
    ],
    partner: 'Komite Sekolah',
    roles: ['participant'],
    votes: true,
    seat: 'held',
    attendance: 'signed',
  });
  expect(data.history.map(({ type }) => type)).toEqual([
    'person.seated',
    'seat.changed',
    'attendance.signed',
    'person.renamed',
    'text.proposed',
  ]);
  expect(data.history[1]?.seat).toEqual({ partner: 'Komite Sekolah', roles: ['participant'], votes: true });
  expect(data.words).toMatchObject([{ in: 'text.proposed', text: 'usul milik Ani' }]);
  expect(data.votes).toEqual([
    {
      pollId: poll.id,
      decision: chair.meeting.decisions[decisionId]!.title,
      choice: { kind: 'vote', vote: 'yes' },
    },
  ]);
  expect(data.writing).toMatchObject([{ document: `wording/${wording}` }]);
  const text = JSON.stringify(data);
  for (const foreign of ['Budi', budi.you, 'Ketua', chair.you]) expect(text).not.toContain(foreign);
  client.close();
  ani.close();
  budi.close();
});

test('erased, the name is gone and the device is out; the same order again is answered as a stranger’s', async () => {
  const { chair } = gathering;
  const person = await seatVoter(gathering, server.url, 'Hapus Saya', 1);
  const id = newId();
  expect((await person.http('DELETE', path(), { id })).status).toBe(204);
  await chair.until(() => chair.meeting.people.get(person.you)?.seat === 'removed');
  expect(chair.meeting.people.get(person.you)?.name).not.toHaveProperty('text');
  await person.until(() => person.gone.length > 0, 1_000);
  expect((await person.http('DELETE', path(), { id })).status).toBe(404);
  expect((await person.http('GET', `${path()}.json`)).status).toBe(404);
  person.close();
});

test('is open to who waits and to who was removed, and keeps a blocked device out all the same', async () => {
  const { chair, code } = gathering;
  await chair.do({ type: 'waiting-room.set', on: true });
  const came = async (name: string) => {
    const person = new Person(server.url);
    const { personId } = answer<{ personId: string }>(await person.come(code, name), 201);
    return { person, personId };
  };
  const [waits, removed, blocked] = [await came('Menunggu'), await came('Keluar'), await came('Blokir')];
  await chair.do({ type: 'person.remove', personId: removed.personId, block: false });
  await chair.do({ type: 'person.remove', personId: blocked.personId, block: true });
  for (const { person, personId } of [waits, removed, blocked]) {
    expect(await dataOf(person)).toMatchObject({ person: { id: personId }, votes: [], writing: [] });
    expect((await person.http('DELETE', path(), { id: newId() })).status).toBe(204);
  }
  await chair.until(() => !JSON.stringify(chair.meeting.people).includes('Blokir'));
  expect((await waits.person.http('GET', `${path()}.json`)).status).toBe(404);
  expect(await blocked.person.come(code, 'Lagi')).toMatchObject({ status: 403, body: { code: 'blocked' } });
});

test('the last chair hands over first', async () => {
  expect(await gathering.chair.http('DELETE', path(), { id: newId() })).toMatchObject({
    status: 409,
    body: { code: 'last_chair' },
  });
  expect(await new Person(server.url).http('DELETE', path(), { id: newId() })).toMatchObject({ status: 401 });
});
