/**
 * What is over leaves the store: expired sessions, meetings that are kept no longer, names that had to go. Once a day,
 * the first time a little after the start, so that a server is there for people first; in small steps with a rest after
 * each, so that nobody notices.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyBaseLogger } from 'fastify';
import type { Services } from '../services';
import { sweepRecords, type Rest } from './retention';

export interface TidyingPace {
  firstAfterMs: number;
  everyMs: number;
  restMs: number;
}

const pace: TidyingPace = { firstAfterMs: 60_000, everyMs: 24 * 3_600_000, restMs: 100 };
const sessionsAtOnce = 500;

/** Answers with the way to stop, which also ends what is under way at its next rest. */
export function tidyDaily(
  services: Services,
  log: FastifyBaseLogger,
  { firstAfterMs, everyMs, restMs }: TidyingPace = pace,
): () => void {
  const stopped = new AbortController();
  const { signal } = stopped;
  const wait = (ms: number) => sleep(ms, undefined, { signal, ref: false });
  const rest: Rest = () => wait(restMs);
  const settle = async (work: Promise<void>, failed: string) => {
    await work.catch((error: unknown) => {
      if (!signal.aborted) log.error({ err: error }, failed);
    });
  };
  const goOn = async () => {
    for (let next = firstAfterMs; ; next = everyMs) {
      await wait(next);
      await settle(dropSessions(services, rest), 'expired sessions stay for another day');
      await settle(sweepRecords(services, rest), 'records whose time is over stay for another day');
    }
  };
  // It ends when it is stopped, and then only.
  void goOn().catch(() => undefined);
  return () => stopped.abort();
}

async function dropSessions({ store, clock }: Services, rest: Rest): Promise<void> {
  while ((await store.dropExpiredSessions(clock.now(), sessionsAtOnce)) === sessionsAtOnce) await rest();
}
