/**
 * A partner that was a single person and is removed takes its name along: the coalition's own record erases it by its
 * event, and the meetings that copied it erase it here. Asked again each day, so that a crash in between leaves no name.
 * Only meetings that still hold such a name are opened.
 */
import type { Services } from '../services';

export async function forgetRemovedNames(
  { store, rooms }: Pick<Services, 'store' | 'rooms'>,
  coalitionId: string,
): Promise<void> {
  for (const { stream, wordsIds } of await store.wordsLeft(coalitionId))
    await (await rooms.meeting(stream))?.forget(wordsIds);
}
