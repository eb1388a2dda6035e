/**
 * How long the main thread of a page was busy in one go, by Chromium's own trace of its tasks. In processor time, so that
 * another process on the same processor does not count; a throttled processor does, it is spent on this thread.
 */
import type { Page } from 'playwright-core';

export interface Busy {
  /** Longest task, milliseconds of processor time. */
  longest: number;
  /** The same by the clock on the wall. */
  longestByClock: number;
  /** Processor time of every task, the longest first. */
  longestFirst: number[];
}

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** Microseconds: by the clock, and of the processor. */
  dur?: number;
  tdur?: number;
  args?: { name?: string };
}

/** Runs `act` and tells of the tasks meanwhile. `slow` is how many times slower the processor is made. */
export async function busyDuring(
  page: Page,
  slow: number,
  act: () => Promise<void>,
): Promise<{ busy: Busy; trace: Buffer }> {
  const browser = page.context().browser();
  if (!browser) throw new Error('the page has no browser');
  const line = await page.context().newCDPSession(page);
  await line.send('Emulation.setCPUThrottlingRate', { rate: slow });
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline'] });
  let trace: Buffer;
  try {
    await act();
  } finally {
    trace = await browser.stopTracing();
    await line.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await line.detach();
  }
  return { busy: busyIn(trace), trace };
}

function busyIn(trace: Buffer): Busy {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const thread = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`;
  const pages = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(thread),
  );
  const tasks = traceEvents.filter(
    (one) => one.ph === 'X' && one.name.endsWith('RunTask') && pages.has(thread(one)),
  );
  const longestFirst = tasks.map(({ tdur, dur }) => (tdur ?? dur ?? 0) / 1000).sort((a, b) => b - a);
  return {
    longest: longestFirst[0] ?? 0,
    longestByClock: tasks.reduce((most, { dur }) => Math.max(most, dur ?? 0), 0) / 1000,
    longestFirst,
  };
}
