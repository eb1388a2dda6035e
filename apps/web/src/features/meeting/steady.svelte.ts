// Properties that are handed on as one object, each told of only when it itself has changed. Without it whatever follows one of them
// starts again whenever the object is made anew, which in a meeting is with every event.
import { untrack } from 'svelte';

/** Make it while a component is being made. The names stay those of the first object. */
export function steady<Props extends Record<string, unknown>>(props: () => Props): Props {
  const each = {} as Props;
  for (const name of Object.keys(untrack(props))) {
    const value = $derived(props()[name]);
    Object.defineProperty(each, name, { get: () => value, enumerable: true, configurable: true });
  }
  return each;
}
