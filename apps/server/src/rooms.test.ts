import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openHall, type TestHall } from './meetings/testing';
import { systemIds } from './platform/ids';
import { createRooms, type RoomRegistry } from './rooms';

const minute = 60_000;

let hall: TestHall;
let rooms: RoomRegistry;
beforeEach(async () => {
  hall = await openHall();
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  rooms = createRooms(hall.ports);
});
afterEach(() => {
  rooms.close();
  hall.close();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function pass(minutes: number): void {
  hall.clock.time += minutes * minute;
  vi.advanceTimersByTime(minutes * minute);
}

describe('opening', () => {
  it('is done once, however many ask at the same time', async () => {
    const read = vi.spyOn(hall.ports.store, 'readEvents');
    const opened = await Promise.all(Array.from({ length: 50 }, () => rooms.meeting(hall.room.id)));
    expect(new Set(opened).size).toBe(1);
    expect(opened[0]?.state?.plan.title).toBe(hall.room.state?.plan.title);
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('finds nothing where there is nothing, or something else', async () => {
    expect(await rooms.meeting(systemIds.newId())).toBeNull();
    expect(await rooms.coalition(hall.room.id)).toBeNull();
  });

  it('that fails is forgotten: whoever asks next tries again', async () => {
    vi.spyOn(hall.ports.store, 'readEvents').mockRejectedValueOnce(new Error('the disk is away'));
    await expect(rooms.meeting(hall.room.id)).rejects.toThrow('the disk is away');
    expect(await rooms.meeting(hall.room.id)).not.toBeNull();
  });
});

describe('leaving memory', () => {
  it('happens to meetings that nobody has looked at for a while', async () => {
    const first = await rooms.meeting(hall.room.id);
    pass(9);
    expect(await rooms.meeting(hall.room.id)).toBe(first);
    pass(9);
    expect(rooms.meetingInMemory(hall.room.id)).toBe(first);
    pass(13);
    expect(rooms.openMeetings()).toEqual([]);
    expect(rooms.meetingInMemory(hall.room.id)).toBeNull();
    const again = await rooms.meeting(hall.room.id);
    expect(again).not.toBe(first);
    expect(again?.stream.seq).toBe(first?.stream.seq);
  });

  it('never happens while someone is here', async () => {
    const room = await rooms.meeting(hall.room.id);
    room?.presence.enter(hall.chair.personId);
    pass(60);
    expect(rooms.openMeetings()).toEqual([room]);
  });
});
