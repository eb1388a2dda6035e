// Short notices that pass by themselves: what was done, and for a while the way to undo it. A refusal that somebody has to act on
// is a Banner or an error at its field, never only a toast.
import { randomId } from '../platform/random-id';

export interface Toast {
  readonly id: string;
  readonly text: string;
  readonly undo: (() => void) | undefined;
}

let shown = $state.raw<readonly Toast[]>([]);
// eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing shows it
const ends = new Map<string, ReturnType<typeof setTimeout>>();

export const toasts = {
  get all(): readonly Toast[] {
    return shown;
  },
};

/** Shows a notice in place of the one before. Without undo it stays 4 s, with it 10 s. */
export function toast(text: string, undo?: () => void): void {
  const id = randomId();
  for (const { id: before } of shown) dismiss(before);
  shown = [{ id, text, undo }];
  hold(id);
  release(id);
}

export function dismiss(id: string): void {
  hold(id);
  shown = shown.filter((one) => one.id !== id);
}

/** While a pointer or the focus is on it, it stays. */
export function hold(id: string): void {
  clearTimeout(ends.get(id));
  ends.delete(id);
}

export function release(id: string): void {
  const one = shown.find((other) => other.id === id);
  if (one)
    ends.set(
      id,
      setTimeout(() => dismiss(id), one.undo ? 10_000 : 4000),
    );
}
