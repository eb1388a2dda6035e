import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { wireLimits } from '@mufakat/protocol';
import { DocHub } from './doc-hub';
import { awarenessFrame } from './frames';
import { FakeClient, FakeStore, grantFor } from './testing';

const name = 'agenda/aaaaaaaaaaaaaaaaaaaaaa';
let hub: DocHub;

beforeEach(() => {
  vi.useFakeTimers();
  hub = new DocHub(new FakeStore(name).ports);
});

afterEach(() => vi.useRealTimers());

async function open(personId: string) {
  const grant = grantFor(personId, name);
  const opening = FakeClient.open(hub, grant);
  await vi.advanceTimersByTimeAsync(1);
  const client = await opening;
  await vi.advanceTimersByTimeAsync(1);
  return { client, grant };
}

/** What a client was told of another, in order. */
function heard(client: FakeClient, of: FakeClient): unknown[] {
  return client
    .all('awareness')
    .flatMap(({ states }) => (states.has(of.doc.clientID) ? [states.get(of.doc.clientID)] : []));
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('who points where', () => {
  test('others see it at once, with the name that the server knows; the sender hears nothing', async () => {
    const [siti, budi] = [await open('siti'), await open('budi')];
    siti.client.point({ cursor: 3, user: { name: 'Pak Ketua', id: 'budi' } });
    await pass(1);
    expect(heard(budi.client, siti.client)).toEqual([{ cursor: 3, user: siti.grant.user() }]);
    expect(siti.client.all('awareness')).toEqual([]);
  });

  test('a joiner is told of all who point', async () => {
    const siti = await open('siti');
    siti.client.point({ cursor: 3 });
    await pass(1);
    const budi = await open('budi');
    expect(heard(budi.client, siti.client)).toHaveLength(1);
  });

  test('the first move goes at once, later ones at most five a second, the last always', async () => {
    const [siti, budi] = [await open('siti'), await open('budi')];
    for (let move = 0; move < 100; move++) {
      siti.client.point({ cursor: move });
      await pass(10);
    }
    await pass(300);
    const cursors = heard(budi.client, siti.client).map((state) => (state as { cursor: number }).cursor);
    expect(cursors[0]).toBe(0);
    expect(cursors.at(-1)).toBe(99);
    expect(cursors.length).toBeLessThanOrEqual(7);
  });

  test('moves of several people share a frame; each hears only of the others', async () => {
    const [siti, budi, wati] = [await open('siti'), await open('budi'), await open('wati')];
    siti.client.point({ cursor: 1 });
    budi.client.point({ cursor: 2 });
    await pass(1);
    expect(wati.client.all('awareness')).toHaveLength(1);
    expect(wati.client.all('awareness')[0]!.states.size).toBe(2);
    expect([...siti.client.all('awareness')[0]!.states.keys()]).toEqual([budi.client.doc.clientID]);
  });

  test('a newcomer does not wait for someone else’s pause', async () => {
    const [siti, budi] = [await open('siti'), await open('budi')];
    siti.client.point({ cursor: 1 });
    await pass(1);
    siti.client.point({ cursor: 2 });
    budi.client.point({ cursor: 9 });
    await pass(1);
    expect(heard(siti.client, budi.client)).toHaveLength(1);
  });

  test('empty states and states that are none are dropped', async () => {
    const [siti, budi] = [await open('siti'), await open('budi')];
    for (const state of [{}, [], null]) siti.client.point(state);
    await pass(500);
    expect(budi.client.all('awareness')).toEqual([]);
    expect(siti.client.closed).toBeNull();
  });

  test('who leaves is taken away, and comes back under the same id with a newer clock', async () => {
    const [siti, budi] = [await open('siti'), await open('budi')];
    siti.client.point({ cursor: 1 });
    await pass(1);
    siti.client.hangUp();
    expect(heard(budi.client, siti.client).at(-1)).toBeNull();
    await FakeClient.open(hub, siti.grant, 'own', siti.client);
    // A stock client announces itself with the clock that it had.
    siti.client.give(awarenessFrame([{ client: siti.client.doc.clientID, clock: 1, state: '{"cursor":1}' }]));
    await pass(1);
    expect(heard(budi.client, siti.client).at(-1)).toMatchObject({ cursor: 1 });
  });
});

describe('what is not one’s own', () => {
  test('the echo of other people’s states, which stock clients send, changes nothing', async () => {
    const [siti, budi] = [await open('siti'), await open('budi')];
    siti.client.point({ cursor: 1 });
    budi.client.point({ cursor: 1 });
    await pass(1);
    budi.client.point({ cursor: 666 }, siti.client.doc.clientID);
    budi.client.point(null, siti.client.doc.clientID);
    await pass(500);
    const wati = await open('wati');
    expect(heard(wati.client, siti.client)).toEqual([{ cursor: 1, user: siti.grant.user() }]);
  });

  test('nobody points under an id that another has used', async () => {
    const siti = await open('siti');
    siti.client.type('x');
    await pass(5);
    const [budi, wati] = [await open('budi'), await open('wati')];
    budi.client.point({ cursor: 1 }, siti.client.doc.clientID);
    await pass(1);
    expect(wati.client.all('awareness')).toEqual([]);
  });

  test('a person’s new connection takes the id over from one that hangs', async () => {
    const [siti, budi] = [await open('siti'), await open('budi')];
    siti.client.point({ cursor: 1 });
    await pass(1);
    const again = await open('siti');
    again.client.point({ cursor: 2 }, siti.client.doc.clientID);
    await pass(1);
    siti.client.hangUp();
    await pass(1);
    expect(heard(budi.client, siti.client).at(-1)).toMatchObject({ cursor: 2 });
  });

  test('who may not write does not point, and stops pointing when the right is lost', async () => {
    const [siti, budi] = [await open('siti'), await open('budi')];
    siti.client.point({ cursor: 1 });
    await pass(1);
    siti.grant.whyNot = 'document_read_only';
    hub.refresh('meeting');
    siti.client.point({ cursor: 2 });
    await pass(500);
    expect(heard(budi.client, siti.client).at(-1)).toBeNull();
    expect(siti.client.closed).toBeNull();
  });

  test('a state that is too large is dropped; bytes that are none count as a fault', async () => {
    const [siti, budi] = [await open('siti'), await open('budi')];
    siti.client.point({ much: 'x'.repeat(wireLimits.awarenessBytes) });
    await pass(500);
    expect(budi.client.all('awareness')).toEqual([]);
    for (let times = 0; times < 3; times++) siti.client.give(Uint8Array.from([1, 2, 200, 1]));
    expect(siti.client.closed).not.toBeNull();
  });
});
