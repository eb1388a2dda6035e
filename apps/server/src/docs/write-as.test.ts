import { beforeEach, expect, test } from 'vitest';
import { DocHub } from './doc-hub';
import { FakeClient, FakeStore, grantFor, settle, until } from './testing';

const name = 'wording/aaaaaaaaaaaaaaaaaaaaaa';
let store: FakeStore;
let hub: DocHub;

beforeEach(() => {
  store = new FakeStore(name);
  hub = new DocHub(store.ports, { idleMs: 20 });
});

const write = (words: string, personId = 'siti') =>
  hub.write(grantFor(personId, name), (doc) => doc.getText('t').insert(0, words));

test('is on disk under the person’s name when it resolves, in one update with an owner', async () => {
  expect(await write('Kita sepakat')).toMatchObject({ ok: true });
  const stored = store.documents.get(name)!;
  expect(store.read(name).getText('t').toJSON()).toBe('Kita sepakat');
  expect(stored.history.map(({ by }) => by)).toEqual(['siti']);
  expect(stored.clients).toMatchObject([{ personId: 'siti' }]);
});

test('reaches those who have it open, and merges with what they write', async () => {
  const client = await FakeClient.open(hub, grantFor('budi', name));
  await settle();
  client.type('ya');
  await write('Oh ');
  await until(() => client.text === 'Oh ya' || client.text === 'yaOh ');
  expect(store.read(name).getText('t').toJSON()).toBe(client.text);
});

test('a change that changes nothing stores nothing', async () => {
  expect(await hub.write(grantFor('siti', name), () => undefined)).toMatchObject({ ok: true });
  expect(store.appends).toBe(0);
});

test('who may not write is refused, with the rule’s own code', async () => {
  const grant = grantFor('siti', name);
  grant.whyNot = 'document_frozen';
  const written = await hub.write(grant, (doc) => doc.getText('t').insert(0, 'x'));
  expect(written).toMatchObject({ ok: false, code: 'document_frozen' });
  expect(store.documents.get(name)!.history).toEqual([]);
});

test('waits while the text is held, and is refused once it is frozen', async () => {
  const held = await hub.hold(name, (doc) => doc.getText('t').toJSON());
  const writing = write('x');
  await settle();
  held.settle('frozen');
  expect(await writing).toMatchObject({ ok: false, code: 'document_frozen' });
});

test('rejects where the disk fails, where there is no such document, and where the server goes down', async () => {
  store.fail = 'append';
  await expect(write('x')).rejects.toThrow('not stored');
  store.fail = null;
  expect(await write('y')).toMatchObject({ ok: true });
  const nowhere = grantFor('siti', 'wording/bbbbbbbbbbbbbbbbbbbbbb');
  await expect(hub.write(nowhere, () => undefined)).rejects.toThrow('no such document');
});

test('leaves no reader behind: the document goes when nobody has it open', async () => {
  await write('x');
  await until(() => hub.status().documents === 0);
});
