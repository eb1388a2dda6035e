/**
 * Documents of ours and those who come in to them: a meeting for each room, its notes as the document; as many people
 * as there are connections, each with a session and a device of their own.
 */
import type { Gathering } from '../../harness/coalition';
import { inParallel } from '../generator/meter';
import type { RoomPlace } from '../job';
import { comeIn, openMeeting, seatAll } from './people';

export interface RoomsWanted {
  rooms: number;
  /** Of each room. */
  readers: number;
  writers: number;
  /** Of the readers, how many may show a cursor. */
  pointers: number;
}

const meetingsAtOnce = 8;

export async function makeRooms(url: string, wanted: RoomsWanted): Promise<RoomPlace[]> {
  const { rooms, readers, writers } = wanted;
  const places: RoomPlace[] = [];
  // One device is the chair's.
  const devices = 1 + writers + readers;
  const make = (index: number) => async () => {
    const first = index * devices;
    const gathering = await openMeeting(url, first);
    places[index] = await placeOf(gathering, wanted, first + 1);
    gathering.chair.close();
  };
  await inParallel(
    Array.from({ length: rooms }, (_, index) => make(index)),
    meetingsAtOnce,
  );
  return places;
}

async function placeOf(
  gathering: Gathering,
  { readers, writers, pointers }: RoomsWanted,
  firstDevice: number,
): Promise<RoomPlace> {
  const members = await comeIn(gathering, writers + readers, firstDevice);
  await seatAll(gathering, members.slice(0, writers + pointers));
  const cookies = members.map(({ cookie }) => cookie);
  return {
    path: `/sync/notes/${gathering.meetingId}?mufakat=1`,
    name: `notes/${gathering.meetingId}`,
    preloader: gathering.chair.cookie,
    writers: cookies.slice(0, writers),
    readers: cookies.slice(writers),
  };
}
