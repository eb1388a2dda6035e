/**
 * Rooms in memory: each record is opened once, however many ask for it at the same time. Meetings that nobody has
 * looked at for a while leave memory again; their record is on disk.
 */
import type { Rooms } from './access/access';
import { CoalitionRoom } from './coalitions/coalition-room';
import type { MeetingPorts } from './meetings/meeting-ports';
import { MeetingRoom } from './meetings/meeting-room';
import type { StreamRef } from './store/ports';

const idleMs = 10 * 60_000;

export interface RoomRegistry extends Rooms {
  /** A room for a stream that is about to be created. */
  newMeeting(id: string, coalitionId: string): Promise<MeetingRoom>;
  newCoalition(id: string): Promise<CoalitionRoom>;
  /** The meeting's room where it is in memory now; looking keeps it there. */
  meetingInMemory(id: string): MeetingRoom | null;
  openMeetings(): MeetingRoom[];
  /** A deleted record leaves memory. */
  forget(id: string): void;
  close(): void;
}

export function createRooms(ports: Omit<MeetingPorts, 'neighbour'>): RoomRegistry {
  const neighbour = async (id: string) => (await find(meetings, id, 'meeting'))?.state ?? null;
  const meetings: Shelf<MeetingRoom> = new Shelf((ref) => MeetingRoom.open(ref, { ...ports, neighbour }));
  const coalitions = new Shelf((ref) => CoalitionRoom.open(ref, ports));
  const find = async <R>(shelf: Shelf<R>, id: string, kind: StreamRef['kind']): Promise<R | null> => {
    const open = shelf.get(id, ports.clock.now());
    if (open) return open;
    const ref = await ports.store.findStream(id);
    return ref?.kind === kind ? shelf.open(ref, ports.clock.now()) : null;
  };
  const sweep = setInterval(() => {
    const now = ports.clock.now();
    meetings.sweep(
      now,
      (room) => room.isBusy,
      (room) => room.close(),
    );
    coalitions.sweep(
      now,
      () => false,
      () => undefined,
    );
  }, idleMs / 4);
  sweep.unref();
  return {
    meeting: (id) => find(meetings, id, 'meeting'),
    coalition: (id) => find(coalitions, id, 'coalition'),
    newMeeting: (id, parent) => meetings.open({ id, kind: 'meeting', parent }, ports.clock.now()),
    newCoalition: (id) => coalitions.open({ id, kind: 'coalition', parent: null }, ports.clock.now()),
    meetingInMemory: (id) => meetings.settledOne(id, ports.clock.now()),
    openMeetings: () => meetings.settled(),
    forget: (id) => {
      meetings.take(id)?.close();
      coalitions.take(id);
    },
    close: () => {
      clearInterval(sweep);
      for (const room of meetings.settled()) room.close();
    },
  };
}

interface Place<R> {
  room: Promise<R>;
  settled: R | null;
  usedAt: number;
}

/** Rooms by id. A room that fails to open is forgotten, so that the next one who asks tries again. */
class Shelf<R> {
  readonly #places = new Map<string, Place<R>>();

  constructor(readonly load: (ref: StreamRef) => Promise<R>) {}

  get(id: string, now: number): Promise<R> | null {
    const place = this.#places.get(id);
    if (!place) return null;
    place.usedAt = now;
    return place.room;
  }

  open(ref: StreamRef, now: number): Promise<R> {
    const open = this.get(ref.id, now);
    if (open) return open;
    const place: Place<R> = { room: this.load(ref), settled: null, usedAt: now };
    this.#places.set(ref.id, place);
    place.room.then(
      (room) => (place.settled = room),
      () => this.#places.delete(ref.id),
    );
    return place.room;
  }

  settledOne(id: string, now: number): R | null {
    void this.get(id, now);
    return this.#places.get(id)?.settled ?? null;
  }

  take(id: string): R | null {
    const settled = this.#places.get(id)?.settled ?? null;
    this.#places.delete(id);
    return settled;
  }

  settled(): R[] {
    return [...this.#places.values()].flatMap((place) => place.settled ?? []);
  }

  sweep(now: number, isBusy: (room: R) => boolean, close: (room: R) => void): void {
    for (const [id, { settled, usedAt }] of this.#places) {
      if (!settled || now - usedAt < idleMs || isBusy(settled)) continue;
      this.#places.delete(id);
      close(settled);
    }
  }
}
