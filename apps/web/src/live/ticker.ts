/** A time that moves on for whoever shows it: one timer while anybody does, and all read the same. */
import { createSubscriber } from 'svelte/reactivity';

const tickMs = 250;

export function ticker(now: () => number): () => number {
  let ticked: number | null = null;
  const subscribe = createSubscriber((renew) => {
    const timer = setInterval(() => {
      ticked = now();
      renew();
    }, tickMs);
    return () => {
      clearInterval(timer);
      ticked = null;
    };
  });
  return () => {
    subscribe();
    return ticked ?? now();
  };
}
