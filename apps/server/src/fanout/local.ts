/** Fan-out within one process: a list of listeners, called in order. */
import type { FanOut, News } from './ports';

export function createLocalFanOut(): FanOut {
  const listeners = new Set<(meetingId: string, news: News) => void>();
  return {
    publish: (meetingId, news) => {
      for (const listener of listeners) listener(meetingId, news);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
