/**
 * Polls in which everyone votes in the same instant. The whole time is from the first vote sent until all votes are
 * acked and everyone has the final count: with the peers, the tally of all votes; with ours, which seals what it counts,
 * the turnout of all votes, then the chair's close, then its event everywhere.
 */
import { median } from '../figures';
import type { EventClient } from './event-client';
import type { EventRun, PollCount } from './event-run';
import { mark } from './marks';
import { between, round3, sleep } from './meter';
import { OursClient } from './ours-client';

const limitMs = 15_000;
const tickMs = 1;

interface PollFigures {
  sendMs: number;
  acks: number;
  ackAllMs: number;
  ackP50: number | null;
  sawFinal: number;
  finalAllMs: number | null;
  wholeMs: number | null;
  tallyFrames: number;
  frames: number;
  cpuMs: number;
}

export async function holdPolls(run: EventRun, chair: EventClient, polls: number): Promise<object> {
  const runs: PollFigures[] = [];
  mark('measuring');
  for (let nth = 0; nth < polls; nth++) {
    runs.push(await holdPoll(run, chair, nth));
    await sleep(300);
  }
  mark('measured');
  const { clients } = run.job;
  const medianOf = (key: 'ackAllMs' | 'finalAllMs' | 'wholeMs' | 'tallyFrames' | 'cpuMs') => {
    const values = runs.flatMap((one) => one[key] ?? []);
    return values.length < runs.length ? null : median(values);
  };
  return {
    runs,
    ackAllMs: medianOf('ackAllMs'),
    finalAllMs: medianOf('finalAllMs'),
    wholeMs: medianOf('wholeMs'),
    tallyFrames: medianOf('tallyFrames'),
    cpuMs: medianOf('cpuMs'),
    allSaw: runs.every(({ sawFinal, acks }) => sawFinal === clients && acks === clients),
    lastError: run.lastError,
  };
}

async function holdPoll(run: EventRun, chair: EventClient, nth: number): Promise<PollFigures> {
  const { clients } = run.job;
  const poll = chair instanceof OursClient ? await openPoll(run, chair, nth) : `poll-${nth}`;
  const framesBefore = run.frames;
  const before = run.meter.look();
  const count = run.beginCount(poll);
  run.clients.forEach((client, index) => client.vote(poll, index));
  const sendMs = performance.now() - count.startedAt;
  const isLate = () => performance.now() - count.startedAt > limitMs;
  while ((count.acks < clients || count.sawAllVotes < clients) && !isLate()) await sleep(tickMs);
  if (chair instanceof OursClient) {
    chair.command({ type: 'poll.close', pollId: poll });
    while (count.sawClose < clients && !isLate()) await sleep(tickMs);
  }
  // Later tallies still on their way cost the server too.
  await run.quiet(250);
  const { server } = between(before, run.meter.look());
  return {
    sendMs: round3(sendMs),
    acks: count.acks,
    ackAllMs: round3(count.lastAckAt - count.startedAt),
    ackP50: run.ackTimes.quantile(0.5),
    sawFinal: count.sawAllVotes,
    finalAllMs: count.sawAllVotes < clients ? null : round3(count.lastTallyAt - count.startedAt),
    wholeMs: wholeMs(count, clients, chair instanceof OursClient),
    tallyFrames: count.tallyFrames,
    frames: run.frames - framesBefore,
    cpuMs: round3(server.total * 1000),
  };
}

/** Null where not everyone heard the end of it. */
function wholeMs(count: PollCount, clients: number, isClosed: boolean): number | null {
  const saw = isClosed ? count.sawClose : count.sawAllVotes;
  if (saw < clients || count.acks < clients) return null;
  return round3(
    (isClosed ? count.lastCloseAt : Math.max(count.lastAckAt, count.lastTallyAt)) - count.startedAt,
  );
}

async function openPoll(run: EventRun, chair: OursClient, nth: number): Promise<string> {
  run.openedPoll = '';
  chair.command({ type: 'poll.open', decisionId: run.job.meeting?.decisions[nth] });
  for (const end = performance.now() + limitMs; run.openedPoll === ''; await sleep(10)) {
    if (performance.now() > end) throw new Error(`the poll was not opened: ${run.lastError}`);
  }
  await run.quiet(300);
  return run.openedPoll;
}
