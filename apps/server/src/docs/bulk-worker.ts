/** The thread behind bulk-thread.ts: one job at a time, nothing kept between jobs. */
import { parentPort } from 'node:worker_threads';
import { applyBulk, compactBulk, type Compacted } from './bulk-work';
import type { Applied } from './awake-doc';
import type { AcceptedUpdate } from './update-guard';

export type BulkJob =
  | { ask: 'apply'; parts: Uint8Array[]; update: Uint8Array; accepted: AcceptedUpdate }
  | { ask: 'compact'; parts: Uint8Array[] };

export type BulkAnswer =
  | { ask: 'apply'; applied: Applied }
  | { ask: 'compact'; compacted: Compacted }
  | { ask: 'failed'; reason: string };

/** Nobody waits for this thread but the sender, and its clock counts the whole process' work. */
const patience = 4;

parentPort?.on('message', (job: BulkJob) => parentPort?.postMessage(answerTo(job)));

function answerTo(job: BulkJob): BulkAnswer {
  try {
    return job.ask === 'apply'
      ? { ask: 'apply', applied: applyBulk(job.parts, job.update, job.accepted, patience) }
      : { ask: 'compact', compacted: compactBulk(job.parts) };
  } catch (error) {
    return { ask: 'failed', reason: String(error) };
  }
}
