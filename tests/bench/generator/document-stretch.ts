/**
 * One measured stretch of edits and cursor moves. The CPU figure runs to the end of the drain, so that work which a
 * server puts off counts.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { DocumentRun } from './document-run';
import type { Distribution } from './histogram';
import { between, round3, sleep } from './meter';

const drainLimitMs = 3_000;
const loopDelay = monitorEventLoopDelay({ resolution: 5 });

export interface StretchFigures {
  seconds: number;
  edits: number;
  expected: number;
  delivered: number;
  /** Delivered of what was expected; null without edits. */
  ratio: number | null;
  lat: Distribution;
  frames: number;
  bytes: number;
  gaps: number;
  drainMs: number;
  /** Of a core, this process. */
  genUtil: number;
  genLateMs: number;
  genLoopP99: number;
  /** Seconds; of a core; seconds per million deliveries. */
  cpuS: number;
  userS: number;
  sysS: number;
  cpuUtil: number;
  cpuPer1000Edits: number | null;
  cpuPer1M: number | null;
  rssMB: number;
  moves?: number;
  aExpected?: number;
  aDelivered?: number;
  aRatio?: number;
  aLat?: Distribution;
}

/** What was sent since the stretch began, what should be seen of it, and what was. */
interface Count {
  sent: number;
  expected: number;
  got: number;
}

export async function measureStretch(run: DocumentRun, seconds: number): Promise<StretchFigures> {
  begin(run);
  const framesBefore = run.received();
  const before = run.meter.look();
  await sleep(seconds * 1000);
  const after = run.meter.look();
  const genLateMs = round3(run.pacer.latestMs);
  const { actors } = run.pacer;
  run.pacer.actors = [];
  const { edits, moves, drainMs } = await drain(run);
  const end = run.meter.look();
  const framesAfter = run.received();
  for (const actor of [...run.writers, ...run.pointers]) actor.mark = Infinity;
  loopDelay.disable();
  run.pacer.actors = actors;

  const stretch = between(before, after);
  const whole = between(before, end).server;
  const delivered = edits.got + moves.got;
  const sent = edits.sent + moves.sent;
  return {
    seconds,
    edits: edits.sent,
    expected: edits.expected,
    delivered: edits.got,
    ratio: edits.expected > 0 ? round3(edits.got / edits.expected) : null,
    lat: run.editLatency.summary(),
    frames: framesAfter.frames - framesBefore.frames,
    bytes: framesAfter.bytes - framesBefore.bytes,
    gaps: run.gaps,
    drainMs,
    genUtil: round3(stretch.own / stretch.wall),
    genLateMs,
    genLoopP99: round3(loopDelay.percentile(99) / 1e6 - 5),
    cpuS: round3(whole.total),
    userS: round3(whole.user),
    sysS: round3(whole.sys),
    cpuUtil: round3(stretch.server.total / stretch.wall),
    cpuPer1000Edits: sent > 0 ? round3((whole.total / sent) * 1000) : null,
    cpuPer1M: delivered > 0 ? round3((whole.total / delivered) * 1e6) : null,
    rssMB: Math.round(run.meter.residentMb()),
    ...(moves.sent > 0 ? movesFigures(run, moves) : {}),
  };
}

function movesFigures(run: DocumentRun, { sent, expected, got }: Count) {
  return {
    moves: sent,
    aExpected: expected,
    aDelivered: got,
    aRatio: round3(got / expected),
    aLat: run.moveLatency.summary(),
  };
}

function begin(run: DocumentRun): void {
  run.editLatency.reset();
  run.moveLatency.reset();
  for (const actor of [...run.writers, ...run.pointers]) {
    actor.mark = actor.done;
    actor.got = 0;
  }
  run.gaps = 0;
  run.pacer.reset();
  loopDelay.reset();
  loopDelay.enable();
}

async function drain(run: DocumentRun): Promise<{ edits: Count; moves: Count; drainMs: number }> {
  const startedAt = performance.now();
  for (;;) {
    await sleep(20);
    const edits = countOf(run, 'writers');
    const moves = countOf(run, 'pointers');
    const drainMs = Math.round(performance.now() - startedAt);
    const isAllThere = edits.got >= edits.expected && moves.got >= moves.expected;
    if (isAllThere || drainMs >= drainLimitMs) return { edits, moves, drainMs };
  }
}

function countOf(run: DocumentRun, actors: 'writers' | 'pointers'): Count {
  const count: Count = { sent: 0, expected: 0, got: 0 };
  for (const room of run.rooms) {
    const others = room.clients.filter(({ socket }) => !socket.isClosed).length - 1;
    for (const { done, mark, got } of room[actors]) {
      count.sent += done - mark;
      count.expected += (done - mark) * others;
      count.got += got;
    }
  }
  return count;
}
