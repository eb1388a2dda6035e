// Something that is asked of the server and may not come: waited for, refused (then it can be asked for again), or here.
import type { RefusalCode, Result } from '@mufakat/domain';

export type Loading<T> = { is: 'waiting' } | { is: 'refused'; code: RefusalCode } | { is: 'here'; value: T };

export interface Loaded<T> {
  readonly now: Loading<T>;
  /** Asks again; what is here stays until the answer. */
  again: () => Promise<void>;
}

export function load<T>(ask: () => Promise<Result<T>>): Loaded<T> {
  let now = $state.raw<Loading<T>>({ is: 'waiting' });
  let turn = 0;

  async function again(): Promise<void> {
    const mine = ++turn;
    if (now.is === 'refused') now = { is: 'waiting' };
    const answer = await ask();
    if (mine !== turn) return; // asked again meanwhile
    if (answer.ok) now = { is: 'here', value: answer.value };
    else if (now.is !== 'here') now = { is: 'refused', code: answer.code };
  }

  void again();
  return {
    get now() {
      return now;
    },
    again,
  };
}
