/**
 * What became of a document: its versions, who stands behind which Yjs client id, and the document as it was. All of
 * it is read from the store, so it is what was on disk, and nothing of it is held in memory by those who edit.
 *
 * A long history is long work: of 50,000 updates, the versions take a quarter of a second, an old state most of one. So
 * it is done in slices that let others through, one state at a time and so many a person, and what was made is kept for
 * a while. Not here: who may look (the grant).
 */
import { ok, refused, type Result } from '@mufakat/domain';
import { wireLimits, type DocumentVersions } from '@mufakat/protocol';
import * as Y from 'yjs';
import { BoundedMap } from '../platform/bounded-map';
import type { Clock } from '../platform/ports';
import { Slices } from '../platform/slices';
import { TokenBuckets } from '../platform/token-bucket';
import { Turns } from '../platform/turns';
import type { DocumentStore } from '../store/ports';
import { Versions } from './versions';

export interface HistoryPorts {
  store: Pick<DocumentStore, 'readUpdates' | 'readMarks' | 'readClients'>;
  clock: Clock;
}

const marksAtOnce = 1_000;
const updatesAtOnce = 200;
/** Far more than a meeting's people and their devices use; a hostile one may use up the rest. */
const maxAuthors = 10_000;
const keptDocuments = 200;
const keptStates = 50;
const keptBytes = 256 * 1024;
/** Old states that one person may have made: so many at once, then one a second. */
const states = { rate: 1, burst: wireLimits.oldStatesAtOnce };
const maxWaiting = 100;

export class DocumentHistory {
  readonly #ports: HistoryPorts;
  readonly #turns = new Turns();
  readonly #versions = new BoundedMap<string, Versions>(keptDocuments);
  /** By name and number: an old state never changes. */
  readonly #states = new BoundedMap<string, Uint8Array>(keptStates);
  readonly #asked = new TokenBuckets(states.rate, states.burst);
  #waiting = 0;

  constructor(ports: HistoryPorts) {
    this.#ports = ports;
  }

  /** Newest first. Rejects where there is no such document. */
  async versions(name: string): Promise<DocumentVersions> {
    const versions = await this.#turns.take(name, () => this.#upToDate(name));
    return {
      versions: versions.newestFirst(),
      authors: await this.#ports.store.readClients(name, maxAuthors),
    };
  }

  /** The document as it was after update `n`, as one update (V1). */
  async stateAt(name: string, n: number, personId: string): Promise<Result<Uint8Array>> {
    const key = JSON.stringify([name, n]);
    const made = this.#states.get(key);
    if (made) return ok(made);
    const [mark] = await this.#ports.store.readMarks(name, n - 1, 1);
    if (mark?.n !== n) return refused('not_found');
    if (this.#waiting >= maxWaiting) return refused('server_busy');
    if (!this.#asked.take(personId, this.#ports.clock.now())) return refused('too_many_requests');
    this.#waiting++;
    try {
      return ok(await this.#turns.take('states', () => this.#makeState(key, name, n)));
    } finally {
      this.#waiting--;
    }
  }

  /** Reads on from where the last one who asked has read to. */
  async #upToDate(name: string): Promise<Versions> {
    const versions = this.#versions.get(name) ?? new Versions();
    const slices = new Slices();
    for (;;) {
      const marks = await this.#ports.store.readMarks(name, versions.last, marksAtOnce);
      for (const mark of marks) versions.add(mark);
      if (marks.length < marksAtOnce) break;
      await slices.letOthers();
    }
    this.#versions.set(name, versions);
    return versions;
  }

  async #makeState(key: string, name: string, n: number): Promise<Uint8Array> {
    const made = this.#states.get(key);
    if (made) return made;
    const doc = new Y.Doc();
    await this.#replay(doc, name, n);
    const state = Y.encodeStateAsUpdate(doc);
    doc.destroy();
    if (state.length <= keptBytes) this.#states.set(key, state);
    return state;
  }

  async #replay(doc: Y.Doc, name: string, n: number): Promise<void> {
    const slices = new Slices();
    for (let after = 0; after < n;) {
      const page = await this.#ports.store.readUpdates(name, after, Math.min(updatesAtOnce, n - after));
      if (page.length === 0) return;
      for (const { update } of page) {
        Y.applyUpdate(doc, update);
        await slices.letOthers();
      }
      after += page.length;
    }
  }
}
