/** With threads that answer as they are told by the job's bytes, so that each way of going wrong can be had. */
import { afterEach, expect, test } from 'vitest';
import { BulkThread } from './bulk-thread';
import type { BulkDocument } from './bulk-work';
import type { AcceptedUpdate } from './update-guard';

const ways = { fine: 0, dies: 1, hangs: 2 } as const;

/** Answers with what was laid on its desk; the update's first byte says how it goes. */
const program = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort, threadId } from 'node:worker_threads';
    parentPort.on('message', (job) => {
      const laid = 'parts' in job ? 'whole' : 'since';
      if (job.ask === 'compact')
        return parentPort.postMessage({ ask: 'compact', compacted: { state: Buffer.from(laid), tailMs: threadId } });
      if (job.update[0] === ${ways.dies}) process.exit(1);
      if (job.update[0] === ${ways.hangs}) return;
      parentPort.postMessage({ ask: 'apply', applied: { status: 'applied', news: Buffer.from(laid), threadId } });
    });
  `)}`,
);

// The guard's account of an update; these threads do not look at it.
const accepted = {} as AcceptedUpdate;

class Document implements BulkDocument {
  position = 0;
  flushed = true;
  known = true;
  parts = (): Uint8Array[] => [Uint8Array.of(1, 2, 3)];
  since = (): Uint8Array[] | null => (this.known ? [] : null);
}

let thread: BulkThread;
afterEach(() => thread.close());

async function laid(document: Document, way: number = ways.fine): Promise<string> {
  const applied = await thread.apply(document, Uint8Array.of(way), accepted);
  return applied.status === 'applied' ? Buffer.from(applied.news!).toString() : `broken: ${applied.reason}`;
}

test('given the same document again, then only what is new is handed over; else the whole', async () => {
  thread = new BulkThread({ program });
  const [one, other] = [new Document(), new Document()];
  expect(await laid(one)).toBe('whole');
  expect(await laid(one)).toBe('since');
  expect(await laid(other)).toBe('whole');
  expect(await laid(one)).toBe('whole');
  one.known = false;
  expect(await laid(one)).toBe('whole');
  one.known = true;
  thread.forget(one);
  expect(await laid(one)).toBe('whole');
});

test('given what lies there may be ahead of the disk, then a snapshot is made of what is on disk', async () => {
  thread = new BulkThread({ program });
  const document = new Document();
  await laid(document);
  const compact = async (): Promise<string> =>
    Buffer.from((await thread.compact(document, [Uint8Array.of(9)])).state).toString();
  expect(await compact()).toBe('since');
  document.flushed = false;
  expect(await compact()).toBe('whole');
});

test('given a job that ends the thread or takes too long, then it fails, and the next has a new thread', async () => {
  thread = new BulkThread({ program, longestMs: 300 });
  const document = new Document();
  expect(await laid(document, ways.hangs)).toBe('broken: took too long');
  expect(await laid(document, ways.dies)).toBe('broken: ended with 1');
  expect(await laid(document)).toBe('whole');
});

test('given many jobs, then each is answered, one after the other', async () => {
  thread = new BulkThread({ program, idleMs: 10 });
  const documents = Array.from({ length: 20 }, () => new Document());
  expect(await Promise.all(documents.map((document) => laid(document)))).toEqual(
    documents.map(() => 'whole'),
  );
});

test('given the server goes down, then what waits is given up', async () => {
  thread = new BulkThread({ program });
  const waiting = [laid(new Document(), ways.hangs), laid(new Document())];
  thread.close();
  expect(await Promise.all(waiting)).toEqual(['broken: going down', 'broken: going down']);
});
