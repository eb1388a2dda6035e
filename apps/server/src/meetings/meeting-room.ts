/**
 * A meeting while it is in memory: its record, its open boxes, who is connected. One writer a meeting: commands go
 * through the stream's queue, so that two people pressing *close* together are told different, true things.
 *
 * Every method that acts for a person takes a MeetingAccess, which only access/ can make. Sockets are not known here;
 * news leave through the fan-out.
 */
import {
  isListOpen,
  keepsDocumentRights,
  refused,
  seatedPerson,
  type Ballot,
  type Meeting,
  type MeetingCommand,
  type MeetingEvent,
  type MeetingState,
  type Result,
  waitingView,
} from '@mufakat/domain';
import {
  wireLimits,
  type EventsFrame,
  type JoinAck,
  type PresenceFrame,
  type WaitingFrame,
} from '@mufakat/protocol';
import type { SealedEvent } from '@mufakat/record';
import type { ArrivedAccess, MeetingAccess } from '../access/proofs';
import { coalesce } from '../platform/coalesce';
import { BallotBox } from '../polls/ballot-box';
import type { StreamRef } from '../store/ports';
import { meetingAggregate } from '../streams/aggregates';
import type { Done } from '../streams/plan';
import { Stream } from '../streams/stream';
import { Arrivals, type Arrival } from './arrivals';
import { chairsAwaySince } from './chairs-away';
import type { MeetingAsk } from './gathering';
import { askGathered } from './meeting-asks';
import type { MeetingPorts } from './meeting-ports';
import { Presence } from './presence';
import { SeenEvents } from './seen-events';
import { SignIns } from './sign-ins';
import { signOutRows, signOutsOf, type SignOut } from './sign-outs';

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
  readonly seen: SeenEvents;
  readonly #presenceNews = coalesce(wireLimits.coalesceMs, () => this.#tellPresence());
  readonly #held = new Set<object>();
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
    this.seen = new SeenEvents(id, stream, stateNow);
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
    this.#signIns.now();
    return askGathered(this, ask);
  }

  /** On behalf of nobody, once its deadline is over; whatever of it the rules refuse is no matter. */
  async closeOverdue(pollId: string): Promise<void> {
    const commandId = this.ports.ids.newId();
    await this.#ask({ commandId, actor: { kind: 'clock' }, command: { type: 'question.close', pollId } });
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
      events: this.seen.by(personId, sealed),
      more: !events && after + sealed.length < this.stream.seq,
      turnouts: this.#boxes.turnouts(),
      given: this.#boxes.givenBy(personId),
    };
  }

  /** Null for anyone who does not wait. */
  waitingView(personId: string): WaitingFrame | null {
    const view = this.state ? waitingView(this.state, personId) : null;
    return view && { meetingId: this.id, ...view };
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
    this.seen.drop();
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
        this.seen.drop();
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
    } catch (error) {
      this.ports.keyStays(pollId, error);
    }
  }

  #expectEnd(pollId: string): void {
    const deadline = this.state?.questions[pollId]?.content.deadline ?? null;
    if (deadline !== null) this.ports.expectDeadline(deadline);
  }

  /** Who is connected, as everyone here was told last: whatever has changed since is told in a moment. */
  presenceTold(): PresenceFrame {
    this.#presenceLast ??= this.#presenceFrame();
    return this.#presenceLast;
  }

  #presenceFrame(): PresenceFrame {
    return {
      meetingId: this.id,
      people: this.presence.people(),
      chairsAwaySince: chairsAwaySince(this.presence, this.state),
    };
  }

  #tellPresence(): void {
    const presence = this.#presenceFrame();
    this.#presenceLast = presence;
    this.ports.fanOut.publish(this.id, { kind: 'presence', presence });
  }
}
