/** The thread behind bulk-thread.ts: one document on the desk, one job at a time. */
import { parentPort } from 'node:worker_threads';
import type { Applied } from './awake-doc';
import { BulkDesk, type Compacted } from './bulk-work';
import type { AcceptedUpdate } from './update-guard';

/** A document to begin with, or what has come to the one that is here. */
export type OnDesk = { parts: readonly Uint8Array[] } | { since: readonly Uint8Array[] };

export type BulkJob = OnDesk &
  ({ ask: 'apply'; update: Uint8Array; accepted: AcceptedUpdate } | { ask: 'compact' });

export type BulkAnswer =
  | { ask: 'apply'; applied: Applied }
  | { ask: 'compact'; compacted: Compacted }
  | { ask: 'failed'; reason: string };

/** Nobody waits for this thread but the sender, and its clock counts the whole process' work. */
const patience = 4;
let desk = new BulkDesk([]);

parentPort?.on('message', (job: BulkJob) => {
  const answer = answerTo(job);
  // A whole document changes hands without being copied.
  parentPort?.postMessage(answer, answer.ask === 'compact' ? [ownBuffer(answer.compacted.state)] : []);
});

function answerTo(job: BulkJob): BulkAnswer {
  try {
    if ('parts' in job) desk = new BulkDesk(job.parts);
    else desk.takeIn(job.since);
    return job.ask === 'apply'
      ? { ask: 'apply', applied: desk.apply(job.update, job.accepted, patience) }
      : { ask: 'compact', compacted: desk.compact() };
  } catch (error) {
    return { ask: 'failed', reason: String(error) };
  }
}

function ownBuffer({ buffer }: Uint8Array): ArrayBuffer {
  if (buffer instanceof ArrayBuffer) return buffer;
  throw new Error('Yjs encodes into memory of its own');
}
