/**
 * From a history of updates to the versions that people look at: what was written in one go is one version, by all
 * who wrote. A pause, or ten minutes of writing, begins the next. Only the newest are kept.
 */
import { wireLimits, type DocumentVersion } from '@mufakat/protocol';
import type { UpdateMark } from '../store/ports';

const pauseMs = 2 * 60_000;
const longestMs = 10 * 60_000;
const maxVersions = wireLimits.versionsShown;

export class Versions {
  /** Oldest first. */
  #versions: { n: number; startedAt: number; at: number; by: Set<string> }[] = [];

  /** Number of the last update that was taken in. */
  get last(): number {
    return this.#versions.at(-1)?.n ?? 0;
  }

  /** Takes in the next update of the history. */
  add({ n, by, at }: UpdateMark): void {
    const newest = this.#versions.at(-1);
    if (newest && at - newest.at < pauseMs && at - newest.startedAt < longestMs) {
      newest.n = n;
      // A clock that was set back does not turn the order round.
      newest.at = Math.max(newest.at, at);
      newest.by.add(by);
      return;
    }
    this.#versions.push({ n, startedAt: at, at, by: new Set([by]) });
    if (this.#versions.length >= 2 * maxVersions) this.#versions = this.#versions.slice(-maxVersions);
  }

  newestFirst(): DocumentVersion[] {
    return this.#versions
      .slice(-maxVersions)
      .reverse()
      .map(({ n, at, by }) => ({ n, at, by: [...by] }));
  }
}
