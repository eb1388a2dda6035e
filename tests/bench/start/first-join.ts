/**
 * The first person after a cold start: how long until they have the whole record of a meeting in session (a thousand
 * events, folded) and a goal of a megabyte, from the moment that the server was spawned and from when it was ready.
 */
import { stockClient } from '../../harness/stock-client';
import { Person } from '../../harness/person';
import type { History } from './history';
import { startCold, type StartOptions } from './measure-start';

export interface FirstJoin {
  events: number;
  /** From the ready line, milliseconds. */
  meetingMs: number;
  documentMs: number;
  /** From spawn until the person has both. */
  allMs: number;
}

export async function measureFirstJoin(
  options: StartOptions,
  { inSession: { meetingId, goalId } }: History,
  cookie: string,
): Promise<FirstJoin> {
  const server = await startCold(options);
  const readyAt = performance.now();
  const person = new Person(server.url);
  person.cookie = cookie;
  try {
    await person.join(meetingId);
    const events = person.events.length;
    const meetingMs = performance.now() - readyAt;
    const openedAt = performance.now();
    const client = stockClient(server.url, `goal/${goalId}`, { cookie });
    await client.synced();
    const documentMs = performance.now() - openedAt;
    client.close();
    return { events, meetingMs, documentMs, allMs: performance.now() - server.spawnedAt };
  } finally {
    person.close();
    await server.stop();
  }
}
