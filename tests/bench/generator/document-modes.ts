/** What a run over documents does and measures, one function a mode. Figures are in milliseconds, MB and KB (2^20, 2^10 bytes). */
import type { DocumentMode } from '../job';
import type { DocumentClient } from './document-client';
import { DocumentClient as Client } from './document-client';
import { warmS, type DocumentRun } from './document-run';
import { measureStretch } from './document-stretch';
import { mark } from './marks';
import { between, round3, sleep, within } from './meter';
import { saturate } from './saturation';

const stormLimitMs = 60_000;

export async function runDocuments(run: DocumentRun): Promise<object> {
  const restMb = run.meter.residentMb();
  const keepers = await run.bringDocuments();
  const docsMb = run.meter.residentMb();
  const { mode } = run.job;
  if (mode.kind === 'joins') return joinsOneByOne(run, mode.joins);
  if (mode.kind === 'storm') return storm(run);
  if (mode.kind !== 'idle') await run.makeWriters();
  const came = await comeIn(run, keepers, { restMb, docsMb });
  const figures = await whatFollows(run, mode, came.beforeMb);
  const { errors, closed, lastError } = run;
  return { joinAll: came.joinAll, mem: came.mem, ...figures, errors, closed, lastError };
}

/** All readers come in, fifty at once; then those who brought the documents leave. */
async function comeIn(
  run: DocumentRun,
  keepers: readonly DocumentClient[],
  { restMb, docsMb }: { restMb: number; docsMb: number },
) {
  const beforeMb = run.meter.residentMb();
  const before = run.meter.look();
  await run.joinReaders();
  const stretch = between(before, run.meter.look());
  const count = run.rooms.length * run.job.readers;
  const joinAll = {
    ms: Math.round(stretch.wall * 1000),
    joinMs: run.joins.summary(),
    cpuPerJoinMs: round3((stretch.server.total / count) * 1000),
  };
  for (const keeper of keepers) keeper.socket.destroy();
  await sleep(300);
  const connsMb = run.meter.residentMb();
  const mem = {
    restMB: Math.round(restMb),
    docsMB: Math.round(docsMb),
    connsMB: Math.round(connsMb),
    kbPerConn: round3(((connsMb - beforeMb) / count) * 1024),
    kbPerDoc: round3(((docsMb - restMb) / run.rooms.length) * 1024),
  };
  return { joinAll, mem, beforeMb };
}

async function whatFollows(
  run: DocumentRun,
  mode: Exclude<DocumentMode, { kind: 'joins' | 'storm' }>,
  beforeMb: number,
): Promise<object> {
  switch (mode.kind) {
    case 'idle':
      return idle(run, beforeMb);
    case 'steady':
      return steady(run);
    case 'saturation':
      return rising(run, mode);
    default:
      return mode satisfies never;
  }
}

async function idle(run: DocumentRun, beforeMb: number): Promise<object> {
  await sleep(1000);
  const before = run.meter.look();
  await sleep(run.job.seconds * 1000);
  const stretch = between(before, run.meter.look());
  const rssMb = run.meter.residentMb();
  const count = run.rooms.length * run.job.readers;
  return {
    idle: {
      rssMB: Math.round(rssMb),
      kbPerConn: round3(((rssMb - beforeMb) / count) * 1024),
      cpuMsPerSecond: round3((stretch.server.total / stretch.wall) * 1000),
    },
  };
}

async function steady(run: DocumentRun): Promise<object> {
  const { pacer, writers, pointers, job } = run;
  pacer.start();
  pacer.setRate(writers, job.editsPerS);
  pacer.setRate(pointers, job.movesPerS);
  pacer.actors = [...writers, ...pointers];
  await sleep(warmS * 1000);
  mark('measuring');
  const figures = await measureStretch(run, job.seconds);
  mark('measured');
  pacer.stop();
  return figures;
}

async function rising(
  run: DocumentRun,
  { p99Ms, maxEditsPerS }: Extract<DocumentMode, { kind: 'saturation' }>,
): Promise<object> {
  const { pacer, writers, job } = run;
  pacer.start();
  mark('measuring');
  const seconds = 3;
  const outcome = await saturate(job.editsPerS * writers.length, maxEditsPerS, async (rate) => {
    pacer.setRate(writers, rate / writers.length);
    pacer.actors = writers;
    await sleep(1000);
    const figures = await measureStretch(run, seconds);
    pacer.actors = [];
    const { lat, ratio, genUtil, cpuUtil, cpuPer1M, rssMB } = figures;
    await sleep((ratio ?? 0) < 1 ? 2500 : 200);
    return {
      rate: Math.round(rate),
      sent: Math.round(figures.edits / seconds),
      deliveries: Math.round(figures.delivered / seconds),
      frames: Math.round(figures.frames / seconds),
      ...{ p50: lat.p50, p99: lat.p99, ratio, cpuUtil, genUtil, cpuPer1M, rssMB },
      ok: lat.p99 !== null && lat.p99 < p99Ms && (ratio ?? 0) >= 0.999 && run.errors === 0,
    };
  });
  mark('measured');
  pacer.stop();
  return outcome;
}

/** The first client stays, so the document is in memory. */
async function joinsOneByOne(run: DocumentRun, joins: number): Promise<object> {
  const room = run.rooms[0]!;
  run.joins.reset();
  mark('measuring');
  const before = run.meter.look();
  let bytes = 0;
  for (let i = 0; i < joins; i++) {
    const client = new Client(run, room, { cookie: room.place.readers[i % room.place.readers.length] });
    await within(client.ready, 30_000, 'a join');
    bytes = client.bytesAtSync;
    client.socket.destroy();
    await sleep(30);
  }
  const stretch = between(before, run.meter.look());
  mark('measured');
  return {
    joinMs: run.joins.summary(),
    bytes,
    cpuPerJoinMs: round3((stretch.server.total / joins) * 1000),
    rssMB: Math.round(run.meter.residentMb()),
  };
}

async function storm(run: DocumentRun): Promise<object> {
  run.joins.reset();
  const rssBeforeMb = run.meter.residentMb();
  let peakMb = 0;
  const watch = setInterval(() => (peakMb = Math.max(peakMb, run.meter.residentMb())), 50);
  mark('measuring');
  const before = run.meter.look();
  const clients = run.rooms.flatMap((room) =>
    Array.from({ length: run.job.readers }, (_, index) => run.makeReader(room, index)),
  );
  const allSettled = Promise.allSettled(clients.map(({ ready }) => ready)).then(() => true);
  const allSynced = await Promise.race([allSettled, sleep(stormLimitMs).then(() => false)]);
  const after = run.meter.look();
  if (run.job.announces) await quiet(run);
  const end = run.meter.look();
  mark('measured');
  clearInterval(watch);
  const stretch = between(before, after);
  const whole = between(before, end);
  const { frames, bytes } = run.received();
  return {
    allSynced,
    synced: clients.filter(({ isSynced }) => isSynced).length,
    wallMs: Math.round(stretch.wall * 1000),
    settledMs: Math.round(whole.wall * 1000),
    joinMs: run.joins.summary(),
    frames,
    MB: round3(bytes / 1e6),
    genUtil: round3(stretch.own / stretch.wall),
    cpuS: round3(whole.server.total),
    rssBeforeMB: Math.round(rssBeforeMb),
    rssPeakMB: Math.round(peakMb),
    errors: run.errors,
    lastError: run.lastError,
  };
}

/** Until nothing has come for 200 ms, at most 20 s. */
async function quiet(run: DocumentRun): Promise<void> {
  let last = -1;
  for (let waits = 0; waits < 100; waits++) {
    const { frames } = run.received();
    if (frames === last) return;
    last = frames;
    await sleep(200);
  }
}
