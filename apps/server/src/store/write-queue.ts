/**
 * Group commit: writes that arrive together share one batch, and so one flush to disk.
 *
 * A write is queued as a unit; at the end of the present turn of the event loop everything queued (at most
 * `limit` units) is handed to `commit`, which makes all of it durable or throws. Only then do the units'
 * promises settle, in order. A unit that throws alone fails alone; a commit that throws fails every unit of
 * its batch and none of the next. `flush` is a hook for tests: awaited before each batch, so that a test can
 * hold the flush, count it or let it fail. Units that arrive meanwhile join the next batch.
 *
 * What is written into a document waits a moment where commits for many documents follow each other fast: until 40 ms
 * after the last, so that more documents share one. A quiet store commits at once, and so does one in which few
 * documents are written, or that has anything else to write.
 */
export interface WriteQueueOptions {
  /** Runs the units and makes durable what they wrote, all at once; throws where nothing of it was. */
  commit: (units: readonly Unit[]) => Settle[];
  flush?: (() => Promise<void>) | undefined;
  /** Units in a batch at most, for fairness: whoever reads in between waits for one batch only. */
  limit?: number;
}

/** Tells the caller of a unit how it ended. */
export type Settle = () => void;

export interface Unit {
  /** Does the work. What it throws is this unit's own failure: undo its work, then take `fail(error)`. */
  run: () => Settle;
  fail: (error: unknown) => Settle;
}

/** Commits within the window, for so many documents, and more would wait. */
const fewCommits = 12;
const fewDocuments = 4;
const windowMs = 250;
const pacedMs = 40;

export interface WriteQueue {
  /** `document` names what the work writes into, where it is nothing but a document. */
  add: <T>(work: () => T, document?: string) => Promise<T>;
  /** Resolves when all that was queued has settled; what is added after it rejects. */
  close: () => Promise<void>;
}

export function createWriteQueue({ commit, flush, limit = 512 }: WriteQueueOptions): WriteQueue {
  let queued: (Unit & { document: string | null })[] = [];
  let draining = false;
  /** While there are only documents to write, and they wait. */
  let moment: NodeJS.Timeout | null = null;
  let whenIdle: (() => void)[] | null = null;
  /** The last commits, the newest at the end: when, and the first document that was written. */
  const commits: { at: number; document: string | null }[] = [];

  /** Milliseconds until the next commit. */
  function waitMs(): number {
    const now = performance.now();
    const [oldest] = commits;
    const last = commits.at(-1);
    if (!oldest || !last || commits.length < fewCommits || now - oldest.at > windowMs) return 0;
    const documents = new Set(commits.map(({ document }) => document)).size;
    return documents <= fewDocuments ? 0 : Math.max(0, last.at + pacedMs - now);
  }

  async function drain(): Promise<void> {
    moment = null;
    const batch = queued.slice(0, limit);
    queued = queued.slice(limit);
    for (const settle of await commitBatch(batch)) settle();
    if (queued.length > 0) return wake();
    draining = false;
    for (const tell of whenIdle ?? []) tell();
  }

  async function commitBatch(batch: typeof queued): Promise<Settle[]> {
    try {
      if (flush) await flush();
      commits.push({ at: performance.now(), document: batch[0]?.document ?? null });
      if (commits.length > fewCommits) commits.shift();
      return commit(batch);
    } catch (error) {
      return batch.map((unit) => unit.fail(error));
    }
  }

  function wake(): void {
    draining = true;
    const ms = queued.every(({ document }) => document !== null) ? waitMs() : 0;
    if (ms < 1) setImmediate(() => void drain());
    else moment = setTimeout(() => void drain(), ms);
  }

  /** Something has come that does not wait. */
  function hurry(): void {
    if (!moment) return;
    clearTimeout(moment);
    setImmediate(() => void drain());
    moment = null;
  }

  return {
    add(work, document) {
      if (whenIdle) return Promise.reject(new Error('the store is closed'));
      return new Promise((resolve, reject) => {
        queued.push({ ...unitOf(work, resolve, reject), document: document ?? null });
        if (document === undefined) hurry();
        if (!draining) wake();
      });
    },
    close() {
      const waiting = (whenIdle ??= []);
      hurry();
      return draining ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve();
    },
  };
}

function unitOf<T>(work: () => T, resolve: (value: T) => void, reject: (error: unknown) => void): Unit {
  return {
    run() {
      const value = work();
      return () => resolve(value);
    },
    fail: (error) => () => reject(error),
  };
}
