/** All that one run over session events shares: who is in, what was said and voted, and what has been heard of it. */
import type { EventJob } from '../job';
import type { EventHearer, EventNews } from './event-news';
import { FrameCache } from './frame-cache';
import { Histogram } from './histogram';
import { Meter, sleep } from './meter';

/** Votes of one poll, as they come back. */
export interface PollCount {
  poll: string;
  startedAt: number;
  acks: number;
  lastAckAt: number;
  /** Of the clients: who have heard of the last vote, of the close. */
  sawAllVotes: number;
  lastTallyAt: number;
  sawClose: number;
  lastCloseAt: number;
  tallyFrames: number;
}

const quietLimitMs = 60_000;

export class EventRun {
  readonly meter: Meter;
  readonly clients: EventHearer[] = [];
  readonly decoded = new FrameCache<readonly EventNews[]>(256);
  readonly latency = new Histogram();
  readonly joins = new Histogram();
  readonly ackTimes = new Histogram();
  /** When each broadcast was said. */
  readonly saidAt = new Float64Array(100_000);
  lastSaid = -1;
  /** Broadcasts from this number on are measured. */
  measuredFrom = Infinity;
  heard = 0;
  frames = 0;
  presenceFrames = 0;
  lastNewsAt = 0;
  count: PollCount = newCount('');
  /** Ours: the poll that was opened last. */
  openedPoll = '';
  errors = 0;
  lastError = '';

  constructor(readonly job: EventJob) {
    this.meter = new Meter(job.pids);
  }

  told(client: EventHearer, news: EventNews, now: number): void {
    this.lastNewsAt = now;
    switch (news.kind) {
      case 'said':
        if (news.number < this.measuredFrom) return;
        this.heard++;
        this.latency.add(now - this.saidAt[news.number]!);
        return;
      case 'tally':
        return this.#tally(client, news, now);
      case 'opened':
        this.openedPoll = news.poll;
        return;
      case 'closed':
        return this.#close(client, news.poll, now);
      case 'presence':
        this.presenceFrames++;
        return;
      case 'other':
        return;
      default:
        return news satisfies never;
    }
  }

  say(speaker: EventHearer): void {
    this.lastSaid++;
    this.saidAt[this.lastSaid] = performance.now();
    speaker.say(this.lastSaid);
  }

  beginCount(poll: string): PollCount {
    this.ackTimes.reset();
    for (const client of this.clients) client.sawAllVotes = client.sawClose = false;
    this.count = newCount(poll);
    return this.count;
  }

  acked(now: number): void {
    this.count.acks++;
    this.count.lastAckAt = now;
    this.ackTimes.add(now - this.count.startedAt);
  }

  refusedBy(answer: string): void {
    this.errors++;
    this.lastError = answer;
  }

  lineEnded(error: Error | null): void {
    if (!error) return;
    this.errors++;
    this.lastError = error.message;
  }

  /** Until nobody has been told anything for so long, at most 60 s. */
  async quiet(ms: number): Promise<void> {
    const startedAt = performance.now();
    for (;;) {
      const now = performance.now();
      const since = Math.max(startedAt, this.lastNewsAt);
      if (now - since >= ms || now - startedAt > quietLimitMs) return;
      await sleep(ms - (now - since));
    }
  }

  #tally(client: EventHearer, { poll, votes }: { poll: string; votes: number }, now: number): void {
    const { count } = this;
    count.tallyFrames++;
    if (poll !== count.poll || votes < this.job.clients || client.sawAllVotes || !client.isCounted) return;
    client.sawAllVotes = true;
    count.sawAllVotes++;
    count.lastTallyAt = now;
  }

  #close(client: EventHearer, poll: string, now: number): void {
    const { count } = this;
    if (poll !== count.poll || client.sawClose || !client.isCounted) return;
    client.sawClose = true;
    count.sawClose++;
    count.lastCloseAt = now;
  }
}

function newCount(poll: string): PollCount {
  return {
    poll,
    startedAt: performance.now(),
    acks: 0,
    lastAckAt: 0,
    sawAllVotes: 0,
    lastTallyAt: 0,
    sawClose: 0,
    lastCloseAt: 0,
    tallyFrames: 0,
  };
}
