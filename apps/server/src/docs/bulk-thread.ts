/**
 * Large work with Yjs in a thread of its own, so that a pasted chapter or a snapshot makes nobody wait who writes
 * elsewhere. The thread starts when it is needed and ends soon after, and after much work, with all its memory. A job
 * that takes longer than any should ends the thread; what else was waiting there is given to the next one.
 */
import { Worker } from 'node:worker_threads';
import type { Applied } from './awake-doc';
import type { BulkWork, Compacted } from './bulk-work';
import type { BulkAnswer, BulkJob } from './bulk-worker';

export interface BulkThreadOptions {
  /** Where the built thread lies. */
  program: URL;
  /** How long it stays without work. */
  idleMs?: number;
  /** How long one job may take. */
  longestMs?: number;
}

interface Waiting {
  job: BulkJob;
  answer(answer: BulkAnswer): void;
}

/** So many bytes of documents, and the thread makes way for a new one. */
const bytesPerThread = 8 * 1024 * 1024;

export class BulkThread implements BulkWork {
  readonly #program: URL;
  readonly #idleMs: number;
  readonly #longestMs: number;
  #worker: Worker | null = null;
  #bytes = 0;
  #waiting: Waiting[] = [];
  #doing: Waiting | null = null;
  #timer: NodeJS.Timeout | null = null;

  constructor({ program, idleMs = 300, longestMs = 10_000 }: BulkThreadOptions) {
    this.#program = program;
    this.#idleMs = idleMs;
    this.#longestMs = longestMs;
  }

  async apply(...[parts, update, accepted]: Parameters<BulkWork['apply']>): Promise<Applied> {
    const answer = await this.#ask({ ask: 'apply', parts: [...parts], update, accepted });
    if (answer.ask === 'apply') return answer.applied;
    return { status: 'broken', reason: answer.ask === 'failed' ? answer.reason : 'answered wrongly' };
  }

  async compact(parts: readonly Uint8Array[]): Promise<Compacted> {
    const answer = await this.#ask({ ask: 'compact', parts: [...parts] });
    if (answer.ask === 'compact') return answer.compacted;
    throw new Error(answer.ask === 'failed' ? answer.reason : 'answered wrongly');
  }

  /** Ends the thread; what waits is given up. */
  close(): void {
    this.#end('going down');
    for (const { answer } of this.#waiting.splice(0)) answer({ ask: 'failed', reason: 'going down' });
  }

  #ask(job: BulkJob): Promise<BulkAnswer> {
    return new Promise((answer) => {
      this.#waiting.push({ job, answer });
      this.#next();
    });
  }

  #next(): void {
    if (this.#doing) return;
    if (this.#bytes >= bytesPerThread) this.#end('much done');
    const next = this.#waiting.shift();
    if (!next) return this.#startTimer(this.#idleMs, 'idle');
    this.#doing = next;
    this.#worker ??= this.#start();
    this.#bytes += sizeOf(next.job);
    this.#worker.postMessage(next.job);
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
    this.#bytes = 0;
    void worker?.terminate();
    if (this.#doing) this.#done({ ask: 'failed', reason });
  }
}

function sizeOf(job: BulkJob): number {
  const update = job.ask === 'apply' ? job.update.length : 0;
  return job.parts.reduce((sum, part) => sum + part.length, update);
}
