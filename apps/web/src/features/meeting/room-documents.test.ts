import { expect, it } from 'vitest';
import type { SharedDocument } from '../../shared-docs/shared-document';
import { RoomDocuments } from './room-documents.svelte';

function opener(unsaved: ReadonlySet<string> = new Set()) {
  const closed: string[] = [];
  const open = (name: string): Promise<SharedDocument> =>
    Promise.resolve({
      name,
      saved: !unsaved.has(name),
      close: () => void closed.push(name),
    } as Partial<SharedDocument> as SharedDocument);
  return { closed, documents: new RoomDocuments(open) };
}

async function lookThrough(documents: RoomDocuments, count: number): Promise<void> {
  for (let n = 1; n <= count; n += 1) {
    await documents.acquire(`wording/${n}`);
    documents.release(`wording/${n}`);
  }
}

it('closes the one that nobody has shown for longest, past six', async () => {
  const { closed, documents } = opener();
  await lookThrough(documents, 8);
  await Promise.resolve();
  expect(closed).toEqual(['wording/1', 'wording/2']);
  expect(documents.all.length).toBe(6);
});

it('keeps one with words that are not on the server’s disk, however many are opened', async () => {
  const { closed, documents } = opener(new Set(['wording/1']));
  await lookThrough(documents, 9);
  await Promise.resolve();
  expect(closed).not.toContain('wording/1');
  expect(documents.all.map((one) => one.name)).toContain('wording/1');
});

it('keeps one that is shown, and opens it once for all who show it', async () => {
  const { closed, documents } = opener();
  const [first, again] = await Promise.all([documents.acquire('agenda/1'), documents.acquire('agenda/1')]);
  expect(first).toBe(again);
  await lookThrough(documents, 9);
  expect(closed).not.toContain('agenda/1');
  documents.close();
  await Promise.resolve();
  await Promise.resolve();
  expect(closed).toContain('agenda/1');
});
