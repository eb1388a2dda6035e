/** Long work in slices: after each few milliseconds of it, whatever else waits comes first. */
const sliceMs = 8;

export class Slices {
  #startedAt = performance.now();

  /** Call between steps; gives way where the slice is over. */
  async letOthers(): Promise<void> {
    if (performance.now() - this.#startedAt < sliceMs) return;
    await new Promise((resolve) => setImmediate(resolve));
    this.#startedAt = performance.now();
  }
}
