/** A lost right is lost within a second, on lines that are open: commands, documents, news. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { gather, plainRule, seatVoter, type Gathering } from '../harness/coalition';
import type { Person } from '../harness/person';
import { ServerInProcess } from '../harness/server-in-process';
import { stockClient, type StockClient } from '../harness/stock-client';
import { SyncLine } from '../harness/sync-line';
import { draftDecision, writeParagraph } from '../harness/wording';

const withinMs = 1_000;

let server: ServerInProcess;
let gathering: Gathering;
let decisionId: string;
let watch: StockClient;

beforeAll(async () => {
  server = await ServerInProcess.start();
  gathering = await gather(server.url);
  await gathering.chair.do({ type: 'meeting.open' });
  decisionId = await draftDecision(gathering.chair, plainRule);
  watch = stockClient(server.url, document(), { cookie: gathering.chair.cookie });
  await watch.synced();
});

afterAll(async () => {
  watch.close();
  gathering.chair.close();
  await server.dispose();
});

const document = () => `wording/${decisionId}`;
const text = () => watch.doc.getXmlFragment('wording').toJSON();
const propose = { type: 'text.propose', base: 'a'.repeat(64), text: 'usul' } as const;

async function writer(person: Person) {
  const said: string[] = [];
  const client = stockClient(server.url, document(), { cookie: person.cookie, params: { mufakat: '1' } });
  client.provider.messageHandlers[101] = (_encoder, decoder) => {
    said.push(new TextDecoder().decode(decoder.arr.subarray(decoder.pos + 1)));
  };
  await client.synced();
  writeParagraph(client, `${person.you} boleh`);
  await person.until(() => text().includes(`${person.you} boleh`));
  return { client, said };
}

test('[promise 4] a demotion', async () => {
  const person = await seatVoter(gathering, server.url, 'Turun', 1);
  const { client, said } = await writer(person);
  expect(await person.command({ ...propose, decisionId })).toMatchObject({ code: 'text_not_frozen' });

  const seat = { partnerId: null, roles: ['guest' as const], votes: false };
  await gathering.chair.do({ type: 'seat.change', personId: person.you, ...seat });
  expect(await person.command({ ...propose, decisionId })).toEqual({ ok: false, code: 'not_allowed' });
  writeParagraph(client, 'tidak boleh lagi');
  await person.until(() => said.includes('document_read_only') && person.refolds > 0, withinMs);

  writeParagraph(watch, 'kata ketua');
  await person.until(() => client.doc.getXmlFragment('wording').toJSON().includes('kata ketua'));
  expect(text()).not.toContain('tidak boleh lagi');
  client.close();
  person.close();
});

test('[promise 4] a removal', async () => {
  const { chair } = gathering;
  const person = await seatVoter(gathering, server.url, 'Pergi', 1);
  const { client } = await writer(person);
  const line = await SyncLine.open(server.url, document(), { cookie: person.cookie });
  const second = { events: 0 };
  await chair.until(() => chair.here.includes(person.you));

  await chair.do({ type: 'person.remove', block: false, personId: person.you });
  await person.until(() => person.gone.includes('person_removed') && line.end === 4404, withinMs);
  await chair.until(() => !chair.here.includes(person.you), withinMs);
  writeParagraph(client, 'sudah pergi');
  const after = person.events.length;
  person.socket?.on('events', () => (second.events += 1));
  expect(await person.command({ ...propose, decisionId })).toEqual({ ok: false, code: 'person_removed' });
  await chair.do({ type: 'stage.set', stage: { kind: 'decision', decisionId } });
  expect(await person.resume(after)).toEqual({ ok: false, code: 'person_removed' });
  expect(second.events).toBe(0);
  expect(text()).not.toContain('sudah pergi');
  expect(chair.here).not.toContain(person.you);
  client.close();
  person.close();
});

test('signing out ends the device’s live line and its documents, and no other device’s', async () => {
  const person = await seatVoter(gathering, server.url, 'Keluar', 1);
  const other = await seatVoter(gathering, server.url, 'Tinggal', 2);
  const line = await SyncLine.open(server.url, document(), { cookie: person.cookie });
  const { cookie } = person;
  expect((await person.http('DELETE', '/api/session', {})).status).toBe(204);
  expect(person.cookie).toBe('mufakat=');
  await person.until(() => person.socket?.connected === false && line.end === 4404, withinMs);
  expect((await SyncLine.open(server.url, document(), { cookie })).end).toBe(4401);
  expect(other.socket?.connected).toBe(true);
  person.close();
  other.close();
});

test('a right that was given is there at once as well', async () => {
  const person = await seatVoter(gathering, server.url, 'Naik', 1);
  const seat = { partnerId: null, roles: ['facilitator' as const], votes: false };
  await gathering.chair.do({ type: 'seat.change', personId: person.you, ...seat });
  await person.do({ type: 'stage.set', stage: { kind: 'agenda' } });
  person.close();
});
