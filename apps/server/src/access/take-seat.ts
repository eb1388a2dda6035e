/**
 * Seats a device as a person, in a meeting or a coalition. A device that sat there as another person is that one no more:
 * its open lines and documents hear of it at once.
 */
import type { FanOut } from '../fanout/ports';
import type { AccessStore } from '../store/ports';
import type { Session } from './sessions';

interface Seats {
  store: Pick<AccessStore, 'findSeat' | 'putSeat'>;
  fanOut: Pick<FanOut, 'publish'>;
  documents: { forMeetings: { refresh(meetingId: string): void } };
}

export async function takeSeat(
  { store, fanOut, documents }: Seats,
  { hash }: Session,
  stream: string,
  personId: string,
): Promise<void> {
  const before = await store.findSeat(hash, stream);
  await store.putSeat(hash, stream, personId);
  if (!before || before.personId === personId) return;
  fanOut.publish(stream, { kind: 'reseated', session: hash, personId });
  documents.forMeetings.refresh(stream);
}
