/**
 * A live meeting: the line, the fold, the clock and the outbox joined, and kept as reactive values for pages.
 *
 * Each time the line comes up the meeting is joined after the last event that is known; commands go out once that is
 * answered. Invariants: `state` is replaced, never changed; nothing is shown that the chain does not bear out; a
 * refusal that says *no way back* ends the session, any other is tried again.
 */
import { mayDo, refused, type Meeting, type RefusalCode } from '@mufakat/domain';
import type { SeatedAck, WaitingAck, WaitingFrame } from '@mufakat/protocol';
import { openForesight, type Foresight } from './foresight';
import { sendLate, type LateOrder } from './late-orders';
import { MeetingFold, type Next } from './meeting-fold';
import type { Line, MeetingSession } from './meeting-session';
import { KeptOrders } from '../kept/kept-orders';
import { openShelf, type Shelf } from '../kept/shelf.svelte';
import { randomId } from '../platform/random-id';
import { newMoment } from './moment.svelte';
import { onWake } from './on-wake';
import { isPassing, Outbox } from './outbox';
import type { Sight } from './predict';
import { ServerClock } from './server-clock';
import { ticker } from './ticker';
import { openSocket, type OpenWire, type Wire } from './wire';

export interface LivePorts {
  openWire: OpenWire;
  clock: ServerClock;
  onWake: (wake: () => void) => () => void;
  shelf: Promise<Shelf>;
  foresight: Foresight;
  /** Told what became of an order that an earlier page had left waiting. */
  late: (news: LateOrder) => void;
}

/** With these a person is out of the meeting, and their device keeps nothing of it. */
const noWayBack: ReadonlySet<RefusalCode> = new Set(['person_removed', 'blocked', 'signed_out', 'not_found']);
const askClockMs = 60_000;
const joinAgainMs = 2000;
/** How long an acked command waits for its own event, which comes beside the ack. */
const ownEventMs = 5000;

/** Opens the live session of a meeting. Whoever opens it closes it. */
export function openMeeting(meetingId: string, ports: Partial<LivePorts> = {}): MeetingSession {
  return new LiveMeeting(meetingId, {
    openWire: openSocket,
    clock: new ServerClock(),
    onWake,
    shelf: openShelf(),
    late: () => undefined,
    foresight: ports.foresight ?? openForesight(),
    ...ports,
  });
}

class LiveMeeting implements MeetingSession {
  #line = $state.raw<Line>({ status: 'joining' });
  #state = $state.raw<Meeting | null>(null);
  #you = $state.raw<string | null>(null);
  #waiting = $state.raw(0);

  readonly #moment = newMoment();
  readonly #ticker = ticker(() => this.now());
  readonly #fold: MeetingFold;
  readonly #clock: ServerClock;
  readonly #kept: KeptOrders;
  readonly #outbox: Outbox;
  readonly #late: LivePorts['late'];
  readonly #foresight: Foresight;
  readonly #wire: Wire;
  readonly #stops: (() => void)[];
  readonly #foldWaiters = new Set<() => void>();
  /** Counts joins: an answer to any but the last is stale. */
  #turn = 0;
  #brokenBefore = false;
  #stopped = false;
  /** What an earlier page left has been put into the outbox. */
  #broughtBack = false;

  constructor(
    readonly meetingId: string,
    ports: LivePorts,
  ) {
    this.#fold = new MeetingFold(meetingId);
    this.#clock = ports.clock;
    this.#late = ports.late;
    this.#foresight = ports.foresight;
    this.#kept = new KeptOrders(meetingId, ports.shelf);
    this.#outbox = new Outbox((waiting) => (this.#waiting = waiting), this.#kept);
    this.#wire = ports.openWire({
      up: () => void this.#join(),
      down: () => this.#lose(),
      refused: (code) => this.#end(code),
      events: (frame) => this.#isOurs(frame) && this.#go(this.#fold.heard(frame.events)),
      presence: (frame) => this.#isOurs(frame) && this.#moment.present(frame),
      turnout: (frame) => this.#moment.turnout(frame),
      waiting: (frame) => this.#isOurs(frame) && this.#wait(frame),
      refold: (frame) => this.#isOurs(frame) && this.#refold(),
      gone: ({ meetingId: where, code }) => {
        const ours = where === null || where === meetingId;
        if (ours && !isPassing(code)) this.#end(code);
      },
    });
    const timer = setInterval(() => void this.#askClock(), askClockMs);
    this.#stops = [
      () => clearInterval(timer),
      ports.onWake(() => this.#wake()),
      () => ports.foresight.stop(),
    ];
  }

  get line(): Line {
    return this.#line;
  }
  get state(): Meeting | null {
    return this.#state;
  }
  get you(): string | null {
    return this.#you;
  }
  get here() {
    return this.#moment.here;
  }
  get chairsAwaySince() {
    return this.#moment.chairsAwaySince;
  }
  get turnouts() {
    return this.#moment.turnouts;
  }
  get given() {
    return this.#moment.given;
  }
  get waiting(): number {
    return this.#waiting;
  }

  now(): number {
    return this.#clock.now();
  }

  get tick(): number {
    return this.#ticker();
  }

  may: MeetingSession['may'] = (right) =>
    this.#state !== null && this.#you !== null && mayDo(this.#state, this.#you, right);

  ask: MeetingSession['ask'] = async (command, known = {}) => {
    const sight = this.#sight();
    // What still waits may change the state that the rule would look at; then the server alone decides.
    const rules = sight && !this.#outbox.hasCommands ? this.#foresight.rules : null;
    const code = sight && rules ? rules.foretell(sight, command, known) : null;
    if (code) return refused(code);
    const message = { id: randomId(), meetingId: this.meetingId, command };
    const answer = await this.#outbox.add({ kind: 'command', message }, () =>
      this.#wire.send('command', message),
    );
    if (!answer.ok) return answer;
    await this.#untilFolded(answer.seq);
    return { ok: true, value: { seq: answer.seq } };
  };

  cast: MeetingSession['cast'] = async (pollId, choice) => {
    const ballot = { ballotId: randomId(), pollId, choice };
    const sight = this.#sight();
    const code = sight && this.#foresight.rules?.foretellBallot(sight, ballot);
    if (code) return refused(code);
    const message = { meetingId: this.meetingId, ballot };
    const answer = await this.#outbox.add({ kind: 'ballot', message }, () =>
      this.#wire.send('ballot', message),
    );
    if (!answer.ok) return answer;
    this.#moment.cast(pollId, choice);
    this.#moment.dropOver(this.#state);
    return { ok: true, value: null };
  };

  close(): void {
    this.#stop('server_busy');
  }

  #isOurs(frame: { meetingId: string }): boolean {
    return frame.meetingId === this.meetingId;
  }

  #sight(): Sight | null {
    if (!this.#state || !this.#you) return null;
    return { state: this.#state, you: this.#you, now: this.now(), here: this.here };
  }

  async #join(): Promise<void> {
    const turn = ++this.#turn;
    const askedAt = this.#clock.local();
    const answer = await this.#wire.join(this.#fold.join());
    if (turn !== this.#turn || answer === null) return;
    if (!answer.ok) return this.#joinRefused(answer.code);
    this.#clock.heard(askedAt, answer.now);
    if ('waiting' in answer) return this.#waitsNow(answer);
    const next = this.#fold.answered(answer.events, answer.more);
    if (next === 'nothing') this.#joined(answer);
    this.#go(next);
  }

  #joinRefused(code: RefusalCode): void {
    if (!isPassing(code)) return this.#end(code);
    const turn = this.#turn;
    setTimeout(() => turn === this.#turn && void this.#join(), joinAgainMs);
  }

  #waitsNow({ you, waiting }: WaitingAck): void {
    this.#you = you;
    this.#wait(waiting);
  }

  #wait(view: WaitingFrame): void {
    this.#line = { status: 'waiting', view, isConnected: true };
  }

  #joined(answer: SeatedAck): void {
    this.#you = answer.you;
    this.#moment.joined(answer);
    this.#brokenBefore = false;
    this.#line = { status: 'live' };
    void this.#askClock();
    if (!this.#broughtBack) void this.#bringBack(answer.you);
  }

  /** Once, before anything goes out. */
  async #bringBack(you: string): Promise<void> {
    const rows = await this.#kept.bringBack(you);
    if (this.#broughtBack) return;
    this.#broughtBack = true;
    sendLate(rows, {
      outbox: this.#outbox,
      wire: this.#wire,
      told: (news) => this.#toldLate(news),
    });
    this.#show();
  }

  #toldLate(news: LateOrder): void {
    // Where the page ends meanwhile the order stays for the next one, and nothing has become of it.
    if (this.#stopped) return;
    const { parcel, result } = news;
    if (!parcel) void this.#kept.drop(news.key);
    if (parcel?.kind === 'ballot' && result === 'sent') {
      const { pollId, choice } = parcel.message.ballot;
      if (choice.kind === 'consent' || choice.kind === 'vote') this.#moment.cast(pollId, choice);
    }
    this.#late(news);
  }

  /** What follows from a frame. */
  #go(next: Next): void {
    switch (next) {
      case 'nothing':
        this.#show();
        return;
      case 'join':
        this.#show();
        void this.#join();
        return;
      case 'broken':
        // Once may be a server that was set back to a backup; a chain that does not hold from its start is none.
        if (this.#brokenBefore) return this.#end('malformed');
        this.#brokenBefore = true;
        this.#refold();
        return;
      default:
        next satisfies never;
    }
  }

  #show(): void {
    if (this.#fold.shown !== this.#state) {
      this.#state = this.#fold.shown;
      this.#moment.dropOver(this.#state);
      for (const look of [...this.#foldWaiters]) look();
    }
    // A join may have been answered just now; to open what is open changes nothing.
    if (this.#line.status === 'live' && this.#broughtBack) this.#outbox.open();
  }

  #refold(): void {
    this.#fold.forget();
    void this.#join();
  }

  #lose(): void {
    this.#turn += 1;
    this.#outbox.shut();
    const line = this.#line;
    if (line.status === 'live') this.#line = { status: 'lost', since: this.now() };
    if (line.status === 'waiting') this.#line = { ...line, isConnected: false };
  }

  #end(code: RefusalCode): void {
    if (this.#line.status === 'gone') return;
    this.#line = { status: 'gone', code };
    if (noWayBack.has(code)) void this.#kept.bar();
    this.#stop(code);
  }

  #stop(code: RefusalCode): void {
    this.#stopped = true;
    this.#turn += 1;
    for (const stop of this.#stops) stop();
    this.#wire.close();
    this.#outbox.end(code);
    for (const look of [...this.#foldWaiters]) look();
  }

  #wake(): void {
    this.#clock.doubt();
    this.#wire.hurry();
    void this.#askClock();
  }

  async #askClock(): Promise<void> {
    const askedAt = this.#clock.local();
    const answer = await this.#wire.send('clock', {});
    if (answer?.ok) this.#clock.heard(askedAt, answer.now);
  }

  /** Until the event is in `state`, or too long. */
  #untilFolded(seq: number): Promise<void> {
    if (this.#fold.seq >= seq) return Promise.resolve();
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.#foldWaiters.delete(look);
        resolve();
      };
      const look = (): void => {
        if (this.#fold.seq >= seq || this.#line.status === 'gone') done();
      };
      const timer = setTimeout(done, ownEventMs);
      this.#foldWaiters.add(look);
    });
  }
}
