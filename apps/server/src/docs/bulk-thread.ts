/**
 * Large work with Yjs in a thread of its own, so that a pasted chapter or a snapshot makes nobody wait who writes
 * elsewhere. The thread starts when it is needed, keeps the document that it worked on last, and ends soon after, or
 * after much work, with all its memory. A job that takes longer than any should ends the thread, and fails.
 */
import { Worker } from 'node:worker_threads';
import type { Applied } from './awake-doc';
import type { BulkDocument, BulkWork, Compacted } from './bulk-work';
import type { BulkAnswer, BulkJob, OnDesk } from './bulk-worker';
import type { AcceptedUpdate } from './update-guard';

export interface BulkThreadOptions {
  /** Where the built thread lies. */
  program: URL;
  /** How long it stays without work. */
  idleMs?: number;
  /** How long one job may take. */
  longestMs?: number;
}

interface Waiting {
  document: BulkDocument;
  /** What is asked of the document as it will be then. */
  job: () => BulkJob;
  answer: (answer: BulkAnswer) => void;
}

/** So many bytes of documents, and the thread makes way for a new one. */
const bytesPerThread = 8 * 1024 * 1024;

export class BulkThread implements BulkWork {
  readonly #program: URL;
  readonly #idleMs: number;
  readonly #longestMs: number;
  #worker: Worker | null = null;
  /** What lies on the thread's desk, and how far it had come. */
  #onDesk: { document: BulkDocument; position: number } | null = null;
  #bytes = 0;
  #waiting: Waiting[] = [];
  #doing: Waiting | null = null;
  #timer: NodeJS.Timeout | null = null;

  constructor({ program, idleMs = 3000, longestMs = 10_000 }: BulkThreadOptions) {
    this.#program = program;
    this.#idleMs = idleMs;
    this.#longestMs = longestMs;
  }

  async apply(document: BulkDocument, update: Uint8Array, accepted: AcceptedUpdate): Promise<Applied> {
    const job = (): BulkJob => ({ ...this.#lay(document), ask: 'apply', update, accepted });
    const answer = await this.#ask(document, job);
    const applied: Applied =
      answer.ask === 'apply' ? answer.applied : { status: 'broken', reason: reasonOf(answer) };
    if (applied.status === 'broken') this.forget(document);
    return applied;
  }

  async compact(document: BulkDocument, onDisk: readonly Uint8Array[]): Promise<Compacted> {
    const { position } = document;
    const job = (): BulkJob => {
      // What lies there may be ahead of the disk, or the disk have moved on.
      const asAsked = document.flushed && document.position === position;
      if (!asAsked) this.forget(document);
      return { ...(asAsked ? this.#lay(document) : { parts: onDisk }), ask: 'compact' };
    };
    const answer = await this.#ask(document, job);
    if (answer.ask === 'compact') return answer.compacted;
    throw new Error(reasonOf(answer));
  }

  forget(document: BulkDocument): void {
    if (this.#onDesk?.document === document) this.#onDesk = null;
  }

  /** Ends the thread; what waits is given up. */
  close(): void {
    const waiting = this.#waiting.splice(0);
    this.#end('going down');
    for (const one of waiting) one.answer({ ask: 'failed', reason: 'going down' });
  }

  /** Only what is new, where the document lies there. */
  #lay(document: BulkDocument): OnDesk {
    const had = this.#onDesk?.document === document ? this.#onDesk.position : null;
    const since = had === null ? null : document.since(had);
    this.#onDesk = { document, position: document.position };
    return since ? { since } : { parts: document.parts() };
  }

  #ask(document: BulkDocument, job: () => BulkJob): Promise<BulkAnswer> {
    return new Promise((answer) => {
      this.#waiting.push({ document, job, answer });
      this.#next();
    });
  }

  #next(): void {
    if (this.#doing) return;
    const next = this.#waiting.shift();
    if (!next) return this.#startTimer(this.#idleMs, 'idle');
    if (this.#bytes >= bytesPerThread && this.#onDesk?.document !== next.document) this.#end('much done');
    this.#doing = next;
    this.#worker ??= this.#start();
    const job = next.job();
    this.#bytes += sizeOf(job);
    this.#worker.postMessage(job);
    this.#startTimer(this.#longestMs, 'took too long');
  }

  #start(): Worker {
    const worker = new Worker(this.#program);
    worker.unref();
    worker.on('message', (answer: BulkAnswer) => {
      if (worker === this.#worker) this.#done(answer);
    });
    worker.on('error', (error) => {
      if (worker === this.#worker) this.#end(String(error));
    });
    worker.on('exit', (code) => {
      if (worker === this.#worker) this.#end(`ended with ${code}`);
    });
    return worker;
  }

  #done(answer: BulkAnswer): void {
    const done = this.#doing;
    this.#doing = null;
    done?.answer(answer);
    this.#next();
  }

  #startTimer(ms: number, reason: string): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = this.#worker && setTimeout(() => this.#end(reason), ms);
    this.#timer?.unref();
  }

  #end(reason: string): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    const worker = this.#worker;
    this.#worker = null;
    this.#onDesk = null;
    this.#bytes = 0;
    void worker?.terminate();
    if (this.#doing) this.#done({ ask: 'failed', reason });
  }
}

function reasonOf(answer: BulkAnswer): string {
  return answer.ask === 'failed' ? answer.reason : 'answered something else';
}

function sizeOf(job: BulkJob): number {
  const parts = 'parts' in job ? job.parts : job.since;
  return parts.reduce((sum, part) => sum + part.length, job.ask === 'apply' ? job.update.length : 0);
}
