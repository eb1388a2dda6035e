/**
 * What the server holds of one person in a meeting, for them alone: names, seat, attendance, what they said in words of
 * their own, votes that can still be told to be theirs, how much they wrote. Other people stand nowhere in it: of what
 * a person did to others only the act is said. A closed count in which the room was asked keeps no answer of anyone.
 */
import { isPollOpen, textOf, wordsIn, type Meeting, type MeetingEvent } from '@mufakat/domain';
import type { OwnData } from '@mufakat/protocol';
import type { SealedEvent } from '@mufakat/record';
import { documentName } from '@mufakat/shared-docs';
import type { ArrivedEntry } from '../access/access';
import type { Clock } from '../platform/ports';
import type { BallotStore, DocumentStore } from '../store/ports';
import { meetingAggregate } from '../streams/aggregates';
import { readEvent } from '../streams/plan';

interface Ports {
  store: BallotStore & DocumentStore;
  clock: Clock;
}

interface Own {
  state: Meeting;
  personId: string;
  events: readonly { sealed: SealedEvent; event: MeetingEvent }[];
}

const marksAtOnce = 1000;

export async function ownDataOf({ room, personId }: ArrivedEntry, ports: Ports): Promise<OwnData> {
  const { state } = room;
  if (!state) throw new Error('an access leads to a planned meeting');
  const events = room.stream
    .eventsAfter(0, room.stream.seq)
    .map((sealed) => ({ sealed, event: readEvent(meetingAggregate, sealed) }));
  const own = { state, personId, events };
  return {
    format: 'mufakat-own-data',
    version: 1,
    at: ports.clock.now(),
    meeting: meetingOf(room.id, state),
    person: personOf(own),
    history: historyOf(own),
    words: wordsOf(own),
    votes: await votesOf(own, ports.store),
    writing: await writingOf(own, room.id, ports.store),
  };
}

function meetingOf(id: string, { plan }: Meeting): OwnData['meeting'] {
  const { title, startsAt, timeZone } = plan;
  return { id, title, coalition: textOf(plan.coalitionName) ?? '', startsAt, timeZone };
}

function personOf({ state, personId }: Own): OwnData['person'] {
  const person = state.people.get(personId);
  if (!person) throw new Error('an access is of a person in the meeting');
  const { id, roles, votes, seat, blocked, attendance, signedAt, leftAt, linkId } = person;
  return {
    id,
    names: [person, ...[...person.formerWords].reverse()].map(({ name, address }) => ({
      name: textOf(name) ?? '',
      address: textOf(address) ?? '',
    })),
    partner: partnerName(state, person.partnerId),
    roles,
    votes,
    seat,
    blocked,
    attendance,
    signedAt,
    leftAt,
    hasLink: linkId !== null,
  };
}

function partnerName({ plan }: Meeting, id: string | null): string | null {
  const partner = plan.partners.find((one) => one.id === id);
  return partner ? (textOf(partner.name) ?? partner.mark) : null;
}

function historyOf({ state, personId, events }: Own): OwnData['history'] {
  return events.flatMap(({ sealed: { seq, at, by }, event }): OwnData['history'] => {
    if (by !== personId && !isAbout(event, personId)) return [];
    const isSeat = event.type === 'person.seated' || event.type === 'seat.changed';
    if (!isSeat || event.personId !== personId) return [{ seq, at, type: event.type, seat: null }];
    const { partnerId, roles, votes } = event;
    return [{ seq, at, type: event.type, seat: { partner: partnerName(state, partnerId), roles, votes } }];
  });
}

/** What was done to them. */
function isAbout(event: MeetingEvent, personId: string): boolean {
  switch (event.type) {
    case 'people.admitted':
      return event.personIds.includes(personId);
    case 'chair.handed-over':
      return event.from === personId || event.to === personId;
    case 'chair.taken':
      return event.by === personId || event.from.includes(personId);
    default:
      return 'personId' in event && event.personId === personId;
  }
}

/** By id: the author of each free text is known until it is taken back. */
function wordsOf({ state, personId, events }: Own): OwnData['words'] {
  return events.flatMap(({ sealed: { seq, at, openings }, event }) =>
    wordsIn(event)
      .filter((id) => state.authors.get(id) === personId)
      .flatMap((id) => {
        const text = openings[id]?.text;
        return text === undefined || text === '' ? [] : [{ seq, at, in: event.type, text }];
      }),
  );
}

async function votesOf({ state, personId }: Own, store: BallotStore): Promise<OwnData['votes']> {
  const found = await Promise.all(
    Object.values(state.polls).map(async (poll) => {
      const choices = isPollOpen(poll)
        ? (await store.readBallots(poll.id)).filter((one) => one.castBy === personId).map((one) => one.choice)
        : (await store.readPublished(poll.id)).flatMap((one) => voteOf(one, personId));
      const decision = state.decisions[poll.decisionId]?.title ?? '';
      return choices.map((choice) => ({ pollId: poll.id, decision, choice }));
    }),
  );
  return found.flat();
}

/** A published vote names its voice: the person's own where people vote. */
function voteOf(ballot: unknown, personId: string): unknown[] {
  if (typeof ballot !== 'object' || ballot === null || !('voter' in ballot) || !('vote' in ballot)) return [];
  return ballot.voter === personId ? [{ kind: 'vote', vote: ballot.vote }] : [];
}

async function writingOf(
  { state, personId }: Own,
  meetingId: string,
  store: DocumentStore,
): Promise<OwnData['writing']> {
  const names = [
    ...(['agenda', 'notes', 'minutes'] as const).map((kind) => documentName(kind, meetingId)),
    ...Object.keys(state.decisions).map((id) => documentName('wording', id)),
    ...Object.keys(state.goals).map((id) => documentName('goal', id)),
  ];
  const found = await Promise.all(names.map((name) => writingIn(name, personId, store)));
  return found.flat();
}

async function writingIn(
  document: string,
  personId: string,
  store: DocumentStore,
): Promise<OwnData['writing']> {
  let [after, updates, firstAt, lastAt] = [0, 0, 0, 0];
  for (;;) {
    const marks = await store.readMarks(document, after, marksAtOnce);
    for (const { by, at } of marks) {
      if (by !== personId) continue;
      if (updates === 0) firstAt = at;
      [updates, lastAt] = [updates + 1, at];
    }
    if (marks.length < marksAtOnce) break;
    after = marks.at(-1)?.n ?? after;
  }
  return updates === 0 ? [] : [{ document, updates, firstAt, lastAt }];
}
