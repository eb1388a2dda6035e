/** A meeting's record as the file that anyone can verify: events as this person may see them, boxes of closed polls. */
import type { PublishedBallot } from '@mufakat/domain';
import { writeRecord, type Box, type JsonValue } from '@mufakat/record';
import type { MeetingEntry } from '../access/access';
import type { BallotStore } from '../store/ports';

export interface PublishedBox {
  pollId: string;
  ballots: PublishedBallot[];
}

export async function recordFile(access: MeetingEntry, store: BallotStore): Promise<string> {
  const { room, personId } = access;
  const events = room.seen.by(personId, room.stream.eventsAfter(0, room.stream.seq));
  const boxes = [...(await closedBoxes(access, store)), ...(await questionBoxes(access, store))];
  return writeRecord({ stream: room.id, events, boxes });
}

/** Of the questions that were counted. */
function questionBoxes({ room }: MeetingEntry, store: BallotStore): Promise<Box[]> {
  const closed = Object.values(room.state?.questions ?? {}).filter(({ stage }) => stage.status === 'closed');
  return Promise.all(
    closed.map(async ({ id }): Promise<Box> => {
      // Stored as the domain published them, which is plain JSON.
      return { pollId: id, ballots: (await store.readPublished(id)) as JsonValue[] };
    }),
  );
}

/** Boxes of the decisions' polls that are closed, as everyone may see them. */
export async function closedBoxes({ room }: MeetingEntry, store: BallotStore): Promise<PublishedBox[]> {
  const closed = Object.values(room.state?.polls ?? {}).filter((poll) => poll.count.status === 'closed');
  return Promise.all(
    closed.map(async (poll): Promise<PublishedBox> => {
      // Stored as the domain published them.
      return { pollId: poll.id, ballots: (await store.readPublished(poll.id)) as PublishedBallot[] };
    }),
  );
}
