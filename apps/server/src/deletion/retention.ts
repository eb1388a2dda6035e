/**
 * Once a day: meetings whose coalition keeps them no longer are deleted, so many months after they closed; and names
 * that should have been erased and were not, are.
 *
 * The store's index proposes, the record decides: nothing is opened that is not due, and nothing is deleted before its
 * own record, and its coalition's, have said so.
 */
import type { Meeting } from '@mufakat/domain';
import type { Services } from '../services';
import { deleteMeeting } from './delete-records';
import { forgetRemovedNames } from './removed-names';

type Parts = Pick<Services, 'store' | 'rooms' | 'fanOut' | 'documents' | 'meetingsOf' | 'clock'>;
/** Lets others work between two steps; rejects where the sweep is to end. */
export type Rest = () => Promise<void>;

const othersFirst: Rest = () => new Promise((resolve) => setImmediate(resolve));
/** Records read between two rests. */
const olderAtOnce = 1;

export async function sweepRecords(parts: Parts, rest: Rest = othersFirst): Promise<void> {
  const { store } = parts;
  while ((await store.indexOlder(olderAtOnce)) > 0) await rest();
  for (const id of await store.forgetfulStreams()) {
    await forgetRemovedNames(parts, id);
    await rest();
  }
  for (const { stream, months } of await store.terms()) {
    for (const id of await store.closedBefore(stream, monthsBefore(parts.clock.now(), months))) {
      await deleteOld(parts, stream, id);
      await rest();
    }
  }
}

async function deleteOld(parts: Parts, coalitionId: string, id: string): Promise<void> {
  const coalition = await parts.rooms.coalition(coalitionId);
  const meeting = await parts.rooms.meeting(id);
  if (!meeting?.state) return;
  // Opened again, or kept for longer, in this very moment: it stays.
  await deleteMeeting(parts, meeting, (now) => {
    const months = coalition?.state?.retentionMonths ?? null;
    return months !== null && isOver(now, monthsBefore(parts.clock.now(), months)) ? null : 'not_closed';
  });
}

function isOver({ phase }: Meeting, before: number): boolean {
  return phase.status === 'closed' && phase.at < before;
}

/** The same day and time of an earlier month, in UTC; its last day where it has fewer days. */
export function monthsBefore(at: number, months: number): number {
  const date = new Date(at);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() - months);
  const daysOfMonth = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, daysOfMonth));
  return date.getTime();
}
