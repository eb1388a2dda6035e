/** A meeting's record as the file that anyone can verify: events as this person may see them, boxes of closed polls. */
import type { PublishedBallot } from '@mufakat/domain';
import { writeRecord } from '@mufakat/record';
import type { MeetingEntry } from '../access/access';
import type { BallotStore } from '../store/ports';

export interface PublishedBox {
  pollId: string;
  ballots: PublishedBallot[];
}

export async function recordFile(access: MeetingEntry, store: BallotStore): Promise<string> {
  const { room, personId } = access;
  const events = room.visible(room.stream.eventsAfter(0, room.stream.seq), personId);
  return writeRecord({ stream: room.id, events, boxes: await closedBoxes(access, store) });
}

/** Boxes of the polls that are closed, as everyone may see them. */
export async function closedBoxes({ room }: MeetingEntry, store: BallotStore): Promise<PublishedBox[]> {
  const closed = Object.values(room.state?.polls ?? {}).filter((poll) => poll.count.status === 'closed');
  return Promise.all(
    closed.map(async (poll): Promise<PublishedBox> => {
      // Stored as the domain published them.
      return { pollId: poll.id, ballots: (await store.readPublished(poll.id)) as PublishedBallot[] };
    }),
  );
}
