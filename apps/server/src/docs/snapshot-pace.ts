/**
 * When a snapshot is due: after 500 updates, or as many more as the document is large, so that encoding all of a
 * large document stays a small part of the work. At most one is being written.
 */
import type { LoadedDocument } from '../store/ports';

const minUpdates = 500;
/** An update of a keystroke is stored in about forty bytes. */
const bytesPerUpdate = 100;
const maxBytes = 1024 * 1024;

export class SnapshotPace {
  #state: 'counting' | 'asked' | 'writing' = 'counting';
  #updates: number;
  #bytes: number;
  #stateBytes: number;

  constructor(stored: Pick<LoadedDocument, 'snapshot' | 'updates'>) {
    this.#stateBytes = stored.snapshot?.length ?? 0;
    this.#updates = stored.updates.length;
    this.#bytes = stored.updates.reduce((sum, update) => sum + update.length, 0);
  }

  /** One is asked for or being written. */
  get busy(): boolean {
    return this.#state !== 'counting';
  }

  /** Counts what was flushed; answers with the number of updates since the last once one is due, else null. */
  due(updates: number, bytes: number): number | null {
    this.#updates += updates;
    this.#bytes += bytes;
    const dueUpdates = Math.max(minUpdates, this.#stateBytes / bytesPerUpdate);
    const much = this.#updates >= dueUpdates || this.#bytes >= Math.max(maxBytes, this.#stateBytes / 2);
    if (this.busy || !much) return null;
    this.#state = 'asked';
    const counted = this.#updates;
    this.#updates = 0;
    this.#bytes = 0;
    return counted;
  }

  /** None was made; the next is due as if nothing had been. */
  failed(): void {
    this.#state = 'counting';
  }

  wrote(stateBytes: number, written: Promise<void>, failed: (error: unknown) => void): void {
    this.#state = 'writing';
    this.#stateBytes = stateBytes;
    void written.catch(failed).finally(() => {
      this.#state = 'counting';
    });
  }
}
