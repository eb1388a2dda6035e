/**
 * A meeting while it is in memory: its record, its open boxes, who is connected. One writer a meeting: commands go
 * through the stream's queue, so that two people pressing *close* together are told different, true things.
 *
 * Every method that acts for a person takes a MeetingAccess, which only access/ can make. Sockets are not known here;
 * news leave through the fan-out.
 */
import {
  chairs,
  isListOpen,
  isSeenByAll,
  isVisibleTo,
  keepsDocumentRights,
  ok,
  publishedBallots,
  refused,
  rightsOf,
  seatedPerson,
  type Ballot,
  type Gathered,
  type Meeting,
  type MeetingCommand,
  type MeetingEvent,
  type MeetingState,
  type Result,
  type Viewer,
  waitingView,
} from '@mufakat/domain';
import {
  wireLimits,
  type EventsFrame,
  type JoinAck,
  type PresenceFrame,
  type WaitingFrame,
  type WireEvent,
} from '@mufakat/protocol';
import type { SealedEvent } from '@mufakat/record';
import type { ArrivedAccess, MeetingAccess } from '../access/proofs';
import type { FanOut } from '../fanout/ports';
import { coalesce } from '../platform/coalesce';
import type { Keys } from '../platform/ports';
import { BallotBox } from '../polls/ballot-box';
import { freshLot, lotSeed } from '../polls/lots';
import type { PollKeys } from '../polls/poll-keys';
import { forOpening, questionBox, whyNotCounted } from '../polls/question-asks';
import { readBallot } from '../polls/read-ballot';
import type { StreamRef } from '../store/ports';
import { meetingAggregate } from '../streams/aggregates';
import { readEvent, type Done } from '../streams/plan';
import { Stream, type StreamPorts } from '../streams/stream';
import { Arrivals, type Arrival } from './arrivals';
import { goalAsKnown, type Neighbour } from './goal-home';
import { blocksOf, EventPacks, type EventPack, type PackSpan } from './event-packs';
import { askFreezing, textOf } from './freezing';
import { forThoseWhoMay, gathered, hashBox, type MeetingAsk } from './gathering';
import type { MeetingDocuments } from './meeting-documents';
import { PersonalEvents } from './personal-events';
import { Presence } from './presence';
import { SignIns } from './sign-ins';
import { signOutRows, signOutsOf, type SignOut } from './sign-outs';

export interface MeetingPorts extends StreamPorts {
  fanOut: FanOut;
  documents: MeetingDocuments;
  neighbour: Neighbour;
  pollKeys: PollKeys;
  /** Told when a question that was opened ends by itself, server time. */
  expectDeadline: (at: number) => void;
  keys: Keys;
}

type Command<T extends MeetingCommand['type']> = Extract<MeetingCommand, { type: T }>;
type Answer = Result<Done<MeetingEvent>>;

/** What whoever joins was sent just before the answer. */
interface ToldBefore {
  /** Number of the last event in a pack. */
  packedUpTo: number | null;
  /** All that is in no pack. */
  events: EventsFrame | null;
}

const nothingTold: ToldBefore = { packedUpTo: null, events: null };

export class MeetingRoom {
  readonly stream: Stream<MeetingState, MeetingCommand, MeetingEvent>;
  readonly presence: Presence;
  readonly #presenceNews = coalesce(wireLimits.coalesceMs, () => this.#tellPresence());
  readonly #held = new Set<object>();
  readonly #packs = new EventPacks();
  readonly #personal: PersonalEvents;
  readonly #arrivals: Arrivals;
  readonly #boxes: BallotBox;
  readonly #signIns: SignIns;
  #presenceLast: PresenceFrame | null = null;

  private constructor(
    readonly id: string,
    readonly ports: MeetingPorts,
    stream: Stream<MeetingState, MeetingCommand, MeetingEvent>,
  ) {
    this.stream = stream;
    this.presence = new Presence(ports.clock.now(), ports.clock, () => this.#presenceNews.call());
    const stateNow = () => this.state;
    this.#arrivals = new Arrivals(stream);
    this.#personal = new PersonalEvents(stream);
    this.#signIns = new SignIns(stream);
    this.#boxes = new BallotBox(ports, stateNow, (turnout) =>
      ports.fanOut.publish(id, { kind: 'turnout', turnout }),
    );
  }

  static async open(ref: StreamRef, ports: MeetingPorts): Promise<MeetingRoom> {
    // The stream needs to know whom to tell before the room that hears it exists.
    const heard: { room: MeetingRoom | null } = { room: null };
    const stream = await Stream.open(ref, ports, meetingAggregate, (sealed, events) =>
      heard.room?.stored(sealed, events),
    );
    const room = new MeetingRoom(ref.id, ports, stream);
    heard.room = room;
    await room.#boxes.load();
    return room;
  }

  /** What is on disk; null before the meeting is planned. */
  get state(): Meeting | null {
    const { state } = this.stream;
    return state.status === 'planned' ? state : null;
  }

  command(access: MeetingAccess, commandId: string, command: MeetingCommand): Promise<Answer> {
    return this.#askAs(access, commandId, command);
  }

  /** The one act that is open also to those who wait, or were removed. */
  erase(access: ArrivedAccess, commandId: string): Promise<Answer> {
    return this.#askAs(access, commandId, { type: 'person.erase', personId: access.personId });
  }

  /** Devices that are out by it lose their seats in the same transaction, and are told at once. */
  async #askAs(access: ArrivedAccess, commandId: string, command: MeetingCommand): Promise<Answer> {
    const { personId } = access;
    let outs: SignOut[] = [];
    const rows: MeetingAsk['rows'] = (events, before) => {
      outs = signOutsOf(events, before, access);
      return signOutRows(outs);
    };
    const done = await this.#ask({ commandId, actor: { kind: 'person', personId }, command, rows });
    if (!done.ok || done.value.events.length === 0) return done;
    for (const out of outs) this.ports.fanOut.publish(this.id, { kind: 'signed-out', ...out });
    if (outs.length > 0) this.ports.documents.refresh(this.id);
    return done;
  }

  come(sessionHash: string, commandId: string, command: Command<'person.come'>): Promise<Result<Arrival>> {
    return this.#arrivals.take(sessionHash, (rows) =>
      this.#ask({ commandId, actor: { kind: 'door' }, command, rows }),
    );
  }

  /** Plans the meeting: the first command of its stream, given by access to its coalition. */
  plan(ask: MeetingAsk): Promise<Answer> {
    return this.stream.ask(ask);
  }

  async #ask(ask: MeetingAsk): Promise<Answer> {
    const { command } = ask;
    this.#signIns.now();
    switch (command.type) {
      case 'door.open':
        return this.stream.ask({ ...ask, gather: () => gathered({ code: this.ports.ids.newCode() }) });
      case 'agenda.adopt':
      case 'agenda.propose':
        return this.stream.ask({
          ...ask,
          gather: forThoseWhoMay(ask, async () => ok({ agenda: await this.ports.documents.agenda(this.id) })),
        });
      case 'chair.take':
        return this.stream.ask({
          ...ask,
          gather: (state) => gathered({ chairsAwayMs: this.#chairsAwayMs(state) }),
        });
      case 'text.freeze':
      case 'goal.freeze':
      case 'minutes.freeze':
        return askFreezing(this.stream, ask, textOf(command, this.id, this.ports.documents));
      case 'goal.resume':
      case 'goal.reopen': {
        const { documents, neighbour } = this.ports;
        const around = { meetingId: this.id, documents, neighbour };
        const gather = forThoseWhoMay(ask, (state) => goalAsKnown(state, command.goalId, around));
        return this.stream.ask({ ...ask, gather });
      }
      case 'poll.open':
        return this.stream.ask({ ...ask, gather: () => gathered({ lot: freshLot(this.ports, this.id) }) });
      case 'tie.draw': {
        const { pollId } = command;
        const seed = (state: Meeting) => lotSeed(this.ports, this.id, state, pollId);
        return this.stream.ask({
          ...ask,
          gather: forThoseWhoMay(ask, (state) => gathered({ lotSeed: seed(state) })),
        });
      }
      case 'question.open': {
        const gather = forThoseWhoMay(ask, (state) =>
          Promise.resolve(forOpening(this.ports, state, command.pollId)),
        );
        return this.stream.ask({ ...ask, gather });
      }
      case 'question.close':
        return this.#closeQuestion(ask, command.pollId);
      case 'poll.close':
        return this.stream.ask({
          ...ask,
          closesBox: { pollId: command.pollId, read: readBallot, published: publishedBallots },
          gather: forThoseWhoMay(ask, () => gathered({ present: new Set(this.presence.people()), hashBox })),
        });
      default:
        return this.stream.ask(ask);
    }
  }

  /** On behalf of nobody, once its deadline is over; whatever of it the rules refuse is no matter. */
  async closeOverdue(pollId: string): Promise<void> {
    const commandId = this.ports.ids.newId();
    await this.#ask({ commandId, actor: { kind: 'clock' }, command: { type: 'question.close', pollId } });
  }

  #closeQuestion(ask: MeetingAsk, pollId: string): Promise<Answer> {
    const gather = (state: Meeting): Promise<Result<Gathered>> => {
      const counted = whyNotCounted(this.ports, state, pollId);
      return Promise.resolve(counted.ok ? ok({ hashBox }) : counted);
    };
    return this.stream.ask({
      ...ask,
      closesBox: questionBox(this.ports, this.stream.state, pollId),
      gather:
        ask.actor.kind === 'clock'
          ? (state) => (state.status === 'planned' ? gather(state) : gathered({ hashBox }))
          : forThoseWhoMay(ask, gather),
    });
  }

  cast(access: MeetingAccess, ballot: Ballot): Promise<Result<null>> {
    return this.#boxes.cast(ballot, access.personId);
  }

  /**
   * Everything after `afterSeq` that this person may see and that is not told already, with what is of the moment; to who
   * waits, that they wait.
   */
  join({ personId }: ArrivedAccess, afterSeq: number, told: ToldBefore = nothingTold): JoinAck {
    const waiting = this.waitingView(personId);
    if (waiting) return { ok: true, now: this.ports.clock.now(), you: personId, waiting };
    if (!this.state || !seatedPerson(this.state, personId)) return refused('not_found');
    const { packedUpTo, events } = told;
    const after = packedUpTo ?? afterSeq;
    const sealed = events ? [] : this.stream.eventsAfter(after, wireLimits.eventsPerFrame);
    return {
      ok: true,
      now: this.ports.clock.now(),
      you: personId,
      ...(packedUpTo === null ? {} : { packedUpTo }),
      events: this.visible(sealed, personId),
      more: !events && after + sealed.length < this.stream.seq,
      turnouts: this.#boxes.turnouts(),
      given: this.#boxes.givenBy(personId),
    };
  }

  /**
   * Many events at once for who joins, to be told before `join`; none where they are few. Blocks that are filled while
   * others are packed come too: what is left for the answer, which is each person's own, stays little.
   */
  async packsFor({ personId }: ArrivedAccess, afterSeq: number): Promise<EventPack[]> {
    const packs: EventPack[] = [];
    for (;;) {
      const end = packs.at(-1)?.upTo ?? afterSeq;
      const spans = blocksOf(this.id, end, Math.min(this.stream.seq, afterSeq + wireLimits.eventsPerPacks));
      if (spans.length === 0) return packs;
      packs.push(...(await Promise.all(spans.map((span) => this.#packFor(span, personId)))));
    }
  }

  #packFor(span: PackSpan, personId: string): Promise<EventPack> {
    const hidden = this.#hiddenFrom(personId, span);
    return this.#packs.of(span, hidden, () => this.#visibleIn(span, personId));
  }

  /** All events after `afterSeq` as one frame that joiners share; null where there are none, or too many. */
  fewFor({ personId }: ArrivedAccess, afterSeq: number): EventsFrame | null {
    const { seq } = this.stream;
    if (seq - afterSeq > wireLimits.eventsPerFrame) return null;
    const span = { meetingId: this.id, afterSeq, upTo: seq };
    return this.#packs.few(span, this.#hiddenFrom(personId, span), () => this.#visibleIn(span, personId));
  }

  /** Null for anyone who does not wait. */
  waitingView(personId: string): WaitingFrame | null {
    const view = this.state ? waitingView(this.state, personId) : null;
    return view && { meetingId: this.id, ...view };
  }

  /** Events as one person may see them; what is hidden travels as a stub, and to who holds no seat all is hidden. */
  visible(sealed: readonly SealedEvent[], personId: string): WireEvent[] {
    const viewer = this.#viewer(personId);
    const sees = (event: SealedEvent) =>
      viewer && (isSeenByAll(event.type) || isVisibleTo(readEvent(meetingAggregate, event), viewer));
    return sealed.map((event) =>
      sees(event) ? event : { seq: event.seq, prev: event.prev, leaf: event.leaf },
    );
  }

  #visibleIn({ afterSeq, upTo }: PackSpan, personId: string): WireEvent[] {
    return this.visible(this.stream.eventsAfter(afterSeq, upTo - afterSeq), personId);
  }

  /** Numbers of the events in a span that one person sees as stubs. */
  #hiddenFrom(personId: string, span: PackSpan): number[] {
    return this.#personal.hiddenIn(span, this.#viewer(personId));
  }

  /** Null for who holds no seat. */
  #viewer(personId: string): Viewer | null {
    const person = this.state ? seatedPerson(this.state, personId) : null;
    return person && { personId, rights: rightsOf(person.roles) };
  }

  /** Keeps the room in memory for a line that is no presence; answers with the way to let go, once. */
  hold(): () => void {
    const line = {};
    this.#held.add(line);
    return () => void this.#held.delete(line);
  }

  /** Whether anyone is connected, seated or waiting. */
  get isBusy(): boolean {
    return !this.presence.isEmpty || this.#held.size > 0;
  }

  /**
   * Signs the attendance list for whoever has come, where it is open and they are not on it, in a moment. Whoever has
   * said goodbye signs again by coming anew, not because their line was dead for a moment.
   */
  signIn(personId: string, coming: 'anew' | 'back'): void {
    const { state } = this;
    const person = state ? seatedPerson(state, personId) : null;
    if (!state || !person || person.attendance === 'signed') return;
    if (person.attendance === 'left' && coming === 'back') return;
    if (isListOpen(state, this.ports.clock.now())) this.#signIns.add(personId);
  }

  /** Erases words for a reason that lies outside this record; everyone who is here folds it anew. */
  async forget(wordsIds: readonly string[]): Promise<void> {
    this.#packs.drop();
    if (await this.stream.forget(wordsIds)) this.ports.fanOut.publish(this.id, { kind: 'refold' });
  }

  close(): void {
    this.presence.close();
    this.#presenceNews.stop();
    this.#signIns.stop();
    this.#boxes.stop();
  }

  /** After the flush: everyone hears, boxes and documents follow. Called by the stream, in order. */
  stored(sealed: readonly SealedEvent[], events: readonly MeetingEvent[]): void {
    for (const event of events) this.#follow(event);
    this.ports.fanOut.publish(this.id, { kind: 'events', events: sealed });
    if (!events.every(({ type }) => keepsDocumentRights(type))) this.ports.documents.refresh(this.id);
  }

  #follow(event: MeetingEvent): void {
    switch (event.type) {
      case 'poll.opened':
        this.#boxes.opened(event.pollId);
        return;
      case 'question.opened':
        this.#boxes.opened(event.pollId);
        this.#expectEnd(event.pollId);
        return;
      case 'question.closed':
      case 'question.voided':
        this.#boxes.closed(event.pollId);
        this.#destroyKey(event.pollId);
        return;
      case 'roll.added':
        this.#boxes.addedToRoll(event.pollId, event.voter);
        return;
      case 'poll.closed':
        this.#boxes.closed(event.pollId);
        return;
      case 'person.erased':
      case 'words.taken-back':
        this.#packs.drop();
        return;
      case 'person.removed':
        this.presence.drop(event.personId);
        return;
      case 'seat.changed':
      case 'chair.handed-over':
      case 'chair.taken':
        // Whether a chair is here is news of the moment too.
        this.#presenceNews.call();
        return;
      case 'door.opened':
      case 'meeting.opened':
        // Those who were here before the list opened are on it now.
        for (const personId of this.presence.people()) this.signIn(personId, 'back');
        return;
      default:
    }
  }

  /** A disk that refuses it now is asked again at the next start. */
  #destroyKey(pollId: string): void {
    try {
      this.ports.pollKeys.destroy(pollId);
    } catch {
      return;
    }
  }

  #expectEnd(pollId: string): void {
    const deadline = this.state?.questions[pollId]?.content.deadline ?? null;
    if (deadline !== null) this.ports.expectDeadline(deadline);
  }

  /** How long no chair has been connected; 0 while one is. */
  #chairsAwayMs(state: MeetingState): number {
    const now = this.ports.clock.now();
    return now - (this.#chairsAwaySince(state) ?? now);
  }

  /** When the last line of any chair went; null while one is connected. */
  #chairsAwaySince(state: MeetingState): number | null {
    const now = this.ports.clock.now();
    const ids = state.status === 'planned' ? chairs(state).map(({ id }) => id) : [];
    const last = Math.max(this.presence.since, ...ids.map((id) => this.presence.lastHere(id, now)));
    return ids.some((id) => this.presence.isConnected(id)) ? null : Math.min(last, now);
  }

  /** Who is connected, as everyone here was told last: whatever has changed since is told in a moment. */
  presenceTold(): PresenceFrame {
    this.#presenceLast ??= this.#presenceFrame();
    return this.#presenceLast;
  }

  #presenceFrame(): PresenceFrame {
    const chairsAwaySince = this.#chairsAwaySince(this.stream.state);
    return { meetingId: this.id, people: this.presence.people(), chairsAwaySince };
  }

  #tellPresence(): void {
    const presence = this.#presenceFrame();
    this.#presenceLast = presence;
    this.ports.fanOut.publish(this.id, { kind: 'presence', presence });
  }
}
