/**
 * Once a day: meetings whose coalition keeps them no longer are deleted, so many months after they closed; and names
 * that should have been erased and were not, are.
 */
import type { CoalitionRoom } from '../coalitions/coalition-room';
import { Slices } from '../platform/slices';
import type { Services } from '../services';
import { deleteMeeting } from './delete-records';
import { forgetRemovedNames } from './removed-names';

type Parts = Pick<Services, 'store' | 'rooms' | 'fanOut' | 'documents' | 'meetingsOf' | 'clock'>;

export async function sweepRecords(parts: Parts): Promise<void> {
  const slices = new Slices();
  for (const { id } of await parts.store.coalitionStreams()) {
    const room = await parts.rooms.coalition(id);
    if (!room?.state) continue;
    await forgetRemovedNames(parts, room);
    await deleteOld(parts, room);
    await slices.letOthers();
  }
}

async function deleteOld(parts: Parts, { id, state }: CoalitionRoom): Promise<void> {
  const months = state?.retentionMonths ?? null;
  if (months === null) return;
  const before = monthsBefore(parts.clock.now(), months);
  for (const ref of await parts.store.childStreams(id)) {
    const meeting = await parts.rooms.meeting(ref.id);
    const phase = meeting?.state?.phase;
    if (!meeting || phase?.status !== 'closed' || phase.at >= before) continue;
    // Reopened in this very moment: it stays for another day.
    await deleteMeeting(parts, meeting, (now) => (now.phase.status === 'closed' ? null : 'not_closed'));
  }
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
