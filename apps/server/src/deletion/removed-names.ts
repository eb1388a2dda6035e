/**
 * A partner that was a single person and is removed takes its name along: the coalition's own record erases it by its
 * event, and the meetings that copied it erase it here. Done again each day, so that a crash in between leaves no name.
 */
import type { CoalitionEvent } from '@mufakat/domain';
import type { CoalitionRoom } from '../coalitions/coalition-room';
import type { Services } from '../services';
import { coalitionAggregate } from '../streams/aggregates';
import { readEvent } from '../streams/plan';

export async function forgetRemovedNames(
  { store, rooms }: Pick<Services, 'store' | 'rooms'>,
  { id, stream }: CoalitionRoom,
): Promise<void> {
  const wordsIds = stream.eventsAfter(0, stream.seq).flatMap((sealed) => {
    if (sealed.type !== 'partner.removed') return [];
    const event = readEvent<CoalitionEvent>(coalitionAggregate, sealed);
    return event.type === 'partner.removed' ? event.wordsIds : [];
  });
  if (wordsIds.length === 0) return;
  for (const meeting of await store.childStreams(id))
    await (await rooms.meeting(meeting.id))?.forget(wordsIds);
}
