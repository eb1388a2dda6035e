/** What a run over session events does and measures, one function a mode. */
import type { MeetingPlace } from '../job';
import type { EventClient } from './event-client';
import type { EventRun } from './event-run';
import { BareTextClient, PlainSocketIoClient } from './event-wires';
import { mark } from './marks';
import { between, inParallel, round3, sleep, within } from './meter';
import { OursClient } from './ours-client';
import { holdPolls } from './polls';

const atOnce = 50;
const stormLimitMs = 60_000;
const drainLimitMs = 3_000;
/** Longer than any server here puts off what it coalesces. */
const quietMs = 400;

export async function runEvents(run: EventRun): Promise<object> {
  const { mode } = run.job;
  if (mode.kind === 'storm') return storm(run);
  const restMb = run.meter.residentMb();
  const before = run.meter.look();
  // Whoever speaks or opens polls comes first.
  const chair = makeChair(run);
  await within(chair.ready, 20_000, "the chair's join");
  await inParallel(
    Array.from({ length: run.job.clients - run.clients.length }, (_, index) => () => {
      const client = makeClient(run, index);
      return within(client.ready, 20_000, 'a join');
    }),
    atOnce,
  );
  const stretch = between(before, run.meter.look());
  await run.quiet(quietMs);
  const { clients } = run.job;
  const figures = {
    joinMs: run.joins.summary(),
    cpuPerJoinMs: round3((stretch.server.total / clients) * 1000),
    kbPerConn: round3(((run.meter.residentMb() - restMb) / clients) * 1024),
  };
  const measured =
    mode.kind === 'votes' ? await holdPolls(run, chair, mode.polls) : await broadcast(run, chair);
  return { ...figures, ...measured, rssMB: Math.round(run.meter.residentMb()), errors: run.errors };
}

/** Who speaks is one of those who hear; a chair that opens and closes polls comes on top of those who vote. */
function makeChair(run: EventRun): EventClient {
  const { meeting, mode } = run.job;
  if (!meeting) return makeClient(run, -1);
  const chair = new OursClient(run, meeting, meeting.chair);
  chair.isCounted = mode.kind !== 'votes';
  if (chair.isCounted) run.clients.push(chair);
  return chair;
}

function makeClient(run: EventRun, index: number): EventClient {
  const client = clientOf(run, index);
  run.clients.push(client);
  return client;
}

function clientOf(run: EventRun, index: number): EventClient {
  switch (run.job.wire) {
    case 'socket.io':
      return new PlainSocketIoClient(run);
    case 'ws':
      return new BareTextClient(run);
    case 'ours': {
      const meeting = run.job.meeting as MeetingPlace;
      return new OursClient(run, meeting, meeting.people[index] ?? '');
    }
    default:
      return run.job.wire satisfies never;
  }
}

async function broadcast(run: EventRun, speaker: EventClient): Promise<object> {
  await sayFor(run, speaker, 1);
  run.latency.reset();
  run.heard = 0;
  run.measuredFrom = run.lastSaid + 1;
  const framesBefore = run.frames;
  mark('measuring');
  const before = run.meter.look();
  const said = await sayFor(run, speaker, run.job.seconds);
  const after = run.meter.look();
  const expected = said * run.clients.length;
  for (const end = performance.now() + drainLimitMs; run.heard < expected && performance.now() < end;)
    await sleep(10);
  const whole = between(before, run.meter.look());
  mark('measured');
  const stretch = between(before, after);
  return {
    sent: said,
    heard: run.heard,
    ratio: round3(run.heard / expected),
    lat: run.latency.summary(),
    frames: run.frames - framesBefore,
    deliveriesPerS: Math.round(run.heard / run.job.seconds),
    genUtil: round3(stretch.own / stretch.wall),
    cpuS: round3(whole.server.total),
    cpuUtil: round3(stretch.server.total / stretch.wall),
    cpuPer1M: run.heard > 0 ? round3((whole.server.total / run.heard) * 1e6) : null,
    lastError: run.lastError,
  };
}

/** Open loop; answers how often it was said. */
async function sayFor(run: EventRun, speaker: EventClient, seconds: number): Promise<number> {
  const { rate } = run.job;
  const startedAt = performance.now();
  const passedMs = () => performance.now() - startedAt;
  let said = 0;
  while (passedMs() < seconds * 1000) {
    for (; (said * 1000) / rate <= passedMs() && said < rate * seconds; said++) run.say(speaker);
    await sleep(1);
  }
  return said;
}

/** All at once; the server may tell everyone of each arrival. Settled is when the last of that has come. */
async function storm(run: EventRun): Promise<object> {
  mark('measuring');
  const before = run.meter.look();
  const clients = Array.from({ length: run.job.clients }, (_, index) => makeClient(run, index));
  const allIn = Promise.allSettled(clients.map(({ ready }) => ready));
  await Promise.race([allIn, sleep(stormLimitMs)]);
  const wallMs = performance.now() - before.at;
  await run.quiet(quietMs);
  const whole = between(before, run.meter.look());
  mark('measured');
  return {
    joined: clients.filter(({ isIn }) => isIn).length,
    wallMs: Math.round(wallMs),
    settledMs: Math.round(Math.max(wallMs, run.lastNewsAt - before.at)),
    joinMs: run.joins.summary(),
    presenceFrames: run.presenceFrames,
    frames: run.frames,
    genUtil: round3(whole.own / whole.wall),
    cpuS: round3(whole.server.total),
    errors: run.errors,
    lastError: run.lastError,
  };
}
