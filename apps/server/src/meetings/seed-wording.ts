/**
 * A decision made on the spot brings its wording along. It is written into the decision's document after the decision is
 * on disk, as the person who drafted it, and only where nobody has written yet: so the same command may come again.
 */
import type { MeetingCommand } from '@mufakat/domain';
import { seedWording } from '@mufakat/shared-docs';
import type { MeetingEntry } from '../access/access';
import type { Services } from '../services';
import { meetingAggregate } from '../streams/aggregates';
import { readEvent } from '../streams/plan';

type Draft = Extract<MeetingCommand, { type: 'decision.draft' }>;

/** `seq` is of the event that the command made, now or when it was sent first. */
export async function seedDraft(
  { documentAccess, documents }: Services,
  access: MeetingEntry,
  { wording }: Draft,
  seq: number,
): Promise<void> {
  if (wording === null) return;
  const [sealed] = access.room.stream.eventsAfter(seq - 1, 1);
  const event = sealed ? readEvent(meetingAggregate, sealed) : null;
  if (event?.type !== 'decision.drafted') return;
  const grant = documentAccess.grantTo(access, { kind: 'wording', id: event.decisionId });
  await documents.write(grant, (doc) => seedWording(doc, wording));
}
