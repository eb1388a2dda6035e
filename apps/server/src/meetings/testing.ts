/** For tests of rooms: a planned meeting in memory, its chair and guests as access/ makes them, and all that is told. */
import { ok, type MeetingCommand } from '@mufakat/domain';
import { at, coalition, planCommand, ruleWith } from '@mufakat/domain/testing';
import { sha256Hex } from '@mufakat/record';
import { createAccess, type MeetingEntry } from '../access/access';
import { createLocalFanOut } from '../fanout/local';
import type { News } from '../fanout/ports';
import { systemIds } from '../platform/ids';
import { pollKeysInMemory } from '../polls/poll-keys';
import { createRooms, type RoomRegistry } from '../rooms';
import { testPorts } from '../streams/testing';
import type { MeetingDocuments } from './meeting-documents';
import type { MeetingPorts } from './meeting-ports';
import type { MeetingRoom } from './meeting-room';

type RoomsPorts = Omit<MeetingPorts, 'neighbour'>;

const frozenText = { text: 'canon:1\nJalan diperbaiki.', plain: 'Jalan diperbaiki.', hash: 'a'.repeat(64) };

/** Documents of no words: what is asked of them is kept. */
class TestDocuments implements MeetingDocuments {
  readonly held: string[] = [];
  readonly ends: string[] = [];
  refreshed = 0;

  agenda() {
    return Promise.resolve([]);
  }

  holdWording(decisionId: string) {
    this.held.push(decisionId);
    return Promise.resolve({
      text: frozenText,
      settle: (end: 'frozen' | 'open') => void this.ends.push(end),
    });
  }

  holdGoal(goalId: string) {
    this.held.push(goalId);
    const settle = (end: 'frozen' | 'open') => void this.ends.push(end);
    return Promise.resolve({ text: { clauses: [], ...frozenText }, settle });
  }

  holdMinutes(meetingId: string) {
    this.held.push(meetingId);
    const settle = (end: 'frozen' | 'open') => void this.ends.push(end);
    return Promise.resolve({ text: [{ part: 'opening', text: frozenText.text }], settle });
  }

  minutes() {
    return Promise.resolve([]);
  }

  goalHome() {
    return Promise.resolve(null);
  }

  refresh(): void {
    this.refreshed += 1;
  }
}

export type TestHall = Awaited<ReturnType<typeof openHall>>;

export async function openHall() {
  const { disk, ...streamPorts } = testPorts();
  const { clock, store } = streamPorts;
  clock.time = at(0);
  const documents = new TestDocuments();
  const told: News[] = [];
  const fanOut = createLocalFanOut();
  fanOut.subscribe((_meetingId, news) => told.push(news));
  const keys = { sign: (text: string) => sha256Hex(`key of a test: ${text}`) };
  const pollKeys = pollKeysInMemory();
  const ends: number[] = [];
  const keysLeft: string[] = [];
  const keyStays = (pollId: string) => void keysLeft.push(pollId);
  const expectDeadline = (end: number) => void ends.push(end);
  const ports: RoomsPorts = { ...streamPorts, fanOut, documents, keys, pollKeys, expectDeadline, keyStays };
  const rooms = createRooms(ports);
  const room = await plannedRoom(ports, rooms);
  const access = createAccess(store, rooms);

  /** The person as access/ sees the session. */
  const enter = async (session: string): Promise<MeetingEntry> => {
    const found = await access.meeting({ hash: session }, room.id);
    if (!found.ok) throw new Error(found.code);
    return found.value;
  };
  /** Someone comes by the code on a session of their own, and may be given a seat. */
  const guest = async (session: string): Promise<MeetingEntry> => {
    await store.putSession({ hash: session, createdAt: 0, expiresAt: 8e15 });
    await room.come(session, systemIds.newId(), {
      type: 'person.come',
      name: session,
      address: '',
      partnerId: null,
    });
    return enter(session);
  };
  const chair = await enter('chair');
  const command = (by: MeetingEntry, one: MeetingCommand, id = systemIds.newId()) =>
    room.command(by, id, one);
  const act = async (one: MeetingCommand): Promise<void> => {
    const done = await command(chair, one);
    if (!done.ok) throw new Error(`${one.type}: ${done.code}`);
  };
  await act({ type: 'door.open', hours: 4 });
  const close = () => rooms.close();
  return {
    room,
    rooms,
    ports,
    disk,
    store,
    clock,
    documents,
    told,
    ends,
    keysLeft,
    pollKeys,
    chair,
    guest,
    command,
    act,
    close,
  };
}

async function plannedRoom(ports: RoomsPorts, rooms: RoomRegistry): Promise<MeetingRoom> {
  const personId = systemIds.newId();
  await ports.store.putSession({ hash: 'chair', createdAt: 0, expiresAt: 8e15 });
  const room = await rooms.newMeeting(systemIds.newId(), coalition.coalitionId);
  const planned = await room.plan({
    commandId: systemIds.newId(),
    actor: { kind: 'person', personId },
    command: { ...planCommand, rule: ruleWith({ ladder: ['vote'] }) },
    gather: () =>
      Promise.resolve(
        ok({
          streamId: room.id,
          coalition,
          goals: [],
          planner: { name: 'Ketua', address: '', partnerId: null },
        }),
      ),
    rows: () => [{ row: 'seat', sessionHash: 'chair', personId }],
  });
  if (!planned.ok) throw new Error(planned.code);
  return room;
}

async function giveVotes({ act }: TestHall, voters: readonly MeetingEntry[]): Promise<void> {
  for (const { personId } of voters) {
    await act({ type: 'seat.change', personId, partnerId: null, roles: ['participant'], votes: true });
  }
}

/** In a meeting that is open, which it is from then on. */
export async function seatVoters(hall: TestHall, voters: readonly MeetingEntry[]): Promise<void> {
  if (hall.room.state?.phase.status !== 'open') await hall.act({ type: 'meeting.open' });
  await giveVotes(hall, voters);
}

/** A wording frozen and a vote opened on it, with these people on the roll; answers with the poll's id. */
export async function openPoll(hall: TestHall, voters: readonly MeetingEntry[]): Promise<string> {
  const { act, room } = hall;
  await giveVotes(hall, voters);
  const decisionId = await frozenDecision(hall);
  await act({ type: 'poll.open', decisionId });
  const [pollId] = Object.keys(room.state?.polls ?? {});
  if (pollId === undefined) throw new Error('an opened poll has an id');
  return pollId;
}

export async function draftedDecision({ act, room }: TestHall): Promise<string> {
  if (room.state?.phase.status !== 'open') await act({ type: 'meeting.open' });
  await act({
    type: 'decision.draft',
    wording: null,
    title: 'Jalan',
    itemId: null,
    rule: null,
    electorate: null,
  });
  const decisionId = Object.keys(room.state?.decisions ?? {}).at(-1);
  if (decisionId === undefined) throw new Error('a drafted decision has an id');
  return decisionId;
}

async function frozenDecision(hall: TestHall): Promise<string> {
  const decisionId = await draftedDecision(hall);
  await hall.act({ type: 'text.freeze', decisionId });
  return decisionId;
}
