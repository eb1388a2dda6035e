/**
 * What a stream is made of, and how a command becomes an append: decided, sealed, linked. Pure but for fresh ids and
 * salts; the queue, the store and what is told to whom are stream.ts.
 */
import {
  eventVersion,
  ok,
  upcast,
  type Actor,
  type Context,
  type Envelope,
  type Gathered,
  type Result,
  type StoredBallot,
} from '@mufakat/domain';
import { genesis, linkHash, openBody, sealEvent, type JsonObject, type SealedEvent } from '@mufakat/record';
import type { Ids } from '../platform/ports';
import type { AppendRequest, BallotRow, IndexRow, StreamRef } from '../store/ports';

/** What a kind of stream is made of: the same pure functions that the client has. */
export interface Aggregate<State, Command, Event extends { type: string }> {
  initial: State;
  decide: (state: State, command: Command, context: Context) => Result<Event[]>;
  evolve: (state: State, event: Event, envelope: Envelope) => State;
  parse: (event: unknown) => Event;
  /** Rows that find something of this event from outside, given the state before it and the event's time. */
  rows: (event: Event, before: State, at: number) => IndexRow[];
}

/** A command and who gives it. */
export interface Act<Command> {
  actor: Actor;
  command: Command;
}

export interface Ask<State, Command, Event> extends Act<Command> {
  commandId: string;
  /** Collects what decide() needs, inside the queue, given the end of the record on which it will decide; may refuse. */
  gather?: (state: State, end: End<State>) => Promise<Result<Gathered>>;
  /** Rows beside those of the events, such as the seat of whoever comes in; given the state before them. */
  rows?: (events: readonly Event[], before: State) => IndexRow[];
  /** Closes this poll's box in the same transaction, decides with its ballots, and says what of them is kept. */
  closesBox?: BoxToClose<State>;
}

export interface BoxToClose<State> {
  pollId: string;
  /** A ballot as the box keeps it, checked, and opened where it was sealed. */
  read: (row: BallotRow) => StoredBallot;
  /** Given the state in which it is closed. */
  published: (ballots: readonly StoredBallot[], state: State) => readonly unknown[];
}

export interface Done<Event> {
  seq: number;
  /** Empty where the command had been done before. */
  events: readonly Event[];
}

/** How far a record has been read, or written. */
export interface End<State> {
  state: State;
  seq: number;
  /** Link of the last event: the `prev` of the next. */
  link: string;
  at: number;
}

/** An append that has been decided on, and where the record ends after it. */
export interface Plan<State, Event> {
  request: AppendRequest;
  events: Event[];
  after: End<State>;
}

export function emptyEnd<State>({ id }: StreamRef, { initial }: { initial: State }): End<State> {
  return { state: initial, seq: 0, link: genesis(id), at: 0 };
}

interface Planned<State, Command, Event extends { type: string }> {
  ref: StreamRef;
  aggregate: Aggregate<State, Command, Event>;
  ids: Ids;
  tip: End<State>;
}

/** What is asked of a plan; acts of the server's own have no id, since nobody tries them again. */
type Planning<State, Command, Event> = Act<Command> &
  Pick<Ask<State, Command, Event>, 'rows'> & { commandId: string | null };

export function planAppend<State, Command, Event extends { type: string }>(
  stream: Planned<State, Command, Event>,
  ask: Planning<State, Command, Event>,
  gathered: Gathered,
  clockNow: number,
): Result<Plan<State, Event>> {
  const { ref, aggregate, ids, tip } = stream;
  const { actor, command, commandId } = ask;
  const at = Math.max(clockNow, tip.at);
  const context: Context = { actor, now: at, newId: () => ids.newId(), gathered };
  const decided = aggregate.decide(tip.state, command, context);
  if (!decided.ok) return decided;
  const by = actor.kind === 'person' ? actor.personId : null;
  const rows: IndexRow[] = [...(ask.rows?.(decided.value, tip.state) ?? [])];
  const events: SealedEvent[] = [];
  let end = tip;
  for (const event of decided.value) {
    rows.push(...aggregate.rows(event, end.state, at));
    const sealed = seal(event, end, { by, at }, ids);
    events.push(sealed);
    end = endAfter(aggregate, end, sealed, event);
  }
  const request = { stream: ref, expectedSeq: tip.seq, events, commandId, rows };
  return ok({ request, events: decided.value, after: end });
}

/** Several acts, each decided on what the one before has made, as one append; what the rules refuse is left out. */
export function planTogether<State, Command, Event extends { type: string }>(
  stream: Planned<State, Command, Event>,
  acts: readonly Act<Command>[],
  clockNow: number,
): Plan<State, Event> {
  const events: Event[] = [];
  const sealed: SealedEvent[] = [];
  const rows: IndexRow[] = [];
  let end = stream.tip;
  for (const act of acts) {
    const one = planAppend({ ...stream, tip: end }, { ...act, commandId: null }, {}, clockNow);
    if (!one.ok) continue;
    const { request, after } = one.value;
    events.push(...one.value.events);
    sealed.push(...request.events);
    rows.push(...request.rows);
    end = after;
  }
  const { ref, tip } = stream;
  const request = { stream: ref, expectedSeq: tip.seq, events: sealed, commandId: null, rows };
  return { request, events, after: end };
}

function seal<Event extends { type: string }>(
  event: Event,
  { seq, link }: End<unknown>,
  { by, at }: { by: string | null; at: number },
  ids: Ids,
): SealedEvent {
  const { type, ...body } = event;
  return sealEvent(
    // Events are plain JSON by their schemas; the compiler cannot see it through the generic.
    { v: eventVersion, seq: seq + 1, at, type, by, body: body as JsonObject, prev: link },
    () => ids.newSalt(),
  );
}

export function endAfter<State, Event>(
  { evolve }: { evolve: (state: State, event: Event, envelope: Envelope) => State },
  { state }: End<State>,
  sealed: SealedEvent,
  event: Event,
): End<State> {
  const { seq, at, by } = sealed;
  return { state: evolve(state, event, { seq, at, by }), seq, link: linkHash(sealed), at };
}

/** A sealed event as today's domain knows it: opened, upcast, checked. */
export function readEvent<Event extends { type: string }>(
  aggregate: Pick<Aggregate<never, never, Event>, 'parse'>,
  sealed: SealedEvent,
): Event {
  const body = openBody(sealed.body, sealed.openings);
  return aggregate.parse({ ...upcast(sealed.v, sealed.type, body), type: sealed.type });
}
