// One list being taken in, line by line: each has its outcome, what was done stays done, and what failed can be tried again.
/* eslint-disable svelte/prefer-svelte-reactivity -- maps here are made whole and put in place of the one before */
import type { RefusalCode, Result } from '@mufakat/domain';

export type Outcome = { is: 'doing' } | { is: 'done' } | { is: 'refused'; code: RefusalCode };

/** The server asks for patience; a line that it refused for that reason is not refused. */
const patienceMs = 400;
const maxTries = 50;

export class ImportRun {
  #outcomes = $state.raw<ReadonlyMap<number, Outcome>>(new Map());
  busy = $state(false);

  of(line: number): Outcome | undefined {
    return this.#outcomes.get(line);
  }

  get done(): number {
    return [...this.#outcomes.values()].filter(({ is }) => is === 'done').length;
  }

  /** `act` is called again with the same line where the server was busy: it keeps its command's id. */
  async take<Line extends { readonly line: number }>(
    lines: readonly Line[],
    act: (line: Line) => Promise<Result<unknown>>,
  ): Promise<void> {
    this.busy = true;
    for (const line of lines) {
      if (this.of(line.line)?.is === 'done') continue;
      this.#set(line.line, { is: 'doing' });
      const result = await patiently(() => act(line));
      this.#set(line.line, result.ok ? { is: 'done' } : { is: 'refused', code: result.code });
    }
    this.busy = false;
  }

  forget(): void {
    this.#outcomes = new Map();
  }

  #set(line: number, outcome: Outcome): void {
    this.#outcomes = new Map(this.#outcomes).set(line, outcome);
  }
}

async function patiently(act: () => Promise<Result<unknown>>): Promise<Result<unknown>> {
  for (let tries = 1; ; tries += 1) {
    const result = await act();
    if (result.ok || result.code !== 'too_many_requests' || tries >= maxTries) return result;
    await new Promise((resolve) => setTimeout(resolve, patienceMs));
  }
}
