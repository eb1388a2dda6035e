/**
 * A meeting or a coalition deleted for ever: its record, boxes, documents, links, codes and seats in one transaction, then
 * its rooms in memory; whoever is connected is told that it is gone. While it is looked whether it may go, and until it is
 * gone, its queues are held: nobody opens a meeting in between.
 *
 * A goal belongs to the coalition: its document goes to the latest meeting that carries the goal, and dies with the last.
 */
import { ok, refused, type Meeting, type RefusalCode, type Result } from '@mufakat/domain';
import { parseDocumentName } from '@mufakat/shared-docs';
import type { CoalitionRoom } from '../coalitions/coalition-room';
import type { MeetingRoom } from '../meetings/meeting-room';
import type { Services } from '../services';
import type { DocumentMove } from '../store/ports';
import type { HeldStream } from '../streams/stream';

type Parts = Pick<Services, 'store' | 'rooms' | 'fanOut' | 'documents' | 'meetingsOf'>;

/** Why a meeting may not go, asked of what is on disk; null where it may. */
export type MayGo = (state: Meeting) => RefusalCode | null;

/** Nobody's work is pulled away under their hands. */
export const unlessInSession: MayGo = ({ phase: { status } }) =>
  status === 'open' || status === 'paused' ? 'meeting_in_session' : null;

export function deleteMeeting(parts: Parts, room: MeetingRoom, mayGo: MayGo): Promise<Result<null>> {
  const { parent } = room.stream.ref;
  return parts.meetingsOf.take(parent ?? room.id, async () => {
    const others = parent === null ? [] : await otherMeetings(parts, parent, room.id);
    return wipe(parts, [room], [], mayGo, others);
  });
}

export function deleteCoalition(parts: Parts, room: CoalitionRoom, mayGo: MayGo): Promise<Result<null>> {
  return parts.meetingsOf.take(room.id, async () => {
    const meetings = await otherMeetings(parts, room.id, room.id);
    return wipe(parts, meetings, [room], mayGo, []);
  });
}

/** In order of planning. */
async function otherMeetings({ store, rooms }: Parts, coalition: string, id: string): Promise<MeetingRoom[]> {
  const refs = (await store.childStreams(coalition)).filter((ref) => ref.id !== id);
  const found = await Promise.all(refs.map((ref) => rooms.meeting(ref.id)));
  return found.flatMap((room) => room ?? []);
}

async function wipe(
  parts: Parts,
  meetings: readonly MeetingRoom[],
  coalitions: readonly CoalitionRoom[],
  mayGo: MayGo,
  others: readonly MeetingRoom[],
): Promise<Result<null>> {
  const ids = [...meetings, ...coalitions].map(({ id }) => id);
  const held: HeldStream<unknown>[] = [];
  let how: 'goes-on' | 'over' = 'goes-on';
  try {
    for (const { stream } of coalitions) held.push(await stream.hold());
    for (const { stream } of meetings) {
      const one = await stream.hold();
      held.push(one);
      // Whoever else deleted it was faster: there is nothing left to do.
      const code = one.state.status === 'planned' ? mayGo(one.state) : null;
      if (code) return refused(code);
    }
    await deleteFromStore(parts, ids, others);
    how = 'over';
  } finally {
    for (const one of held) one.release(how);
  }
  for (const id of ids) leaveMemory(parts, id);
  return ok(null);
}

async function deleteFromStore(
  { store, documents }: Parts,
  ids: readonly string[],
  others: readonly MeetingRoom[],
): Promise<void> {
  const names = (await Promise.all(ids.map((id) => store.documentsOf(id)))).flat();
  const kept = names.flatMap((name) => carriedOn(name, others));
  const shut = await documents.shut(names.filter((name) => !kept.some((one) => one.name === name)));
  try {
    await store.deleteStreams(ids, kept);
  } finally {
    shut.let();
  }
}

function carriedOn(name: string, others: readonly MeetingRoom[]): DocumentMove[] {
  const document = parseDocumentName(name);
  if (document?.kind !== 'goal') return [];
  const carrier = others.findLast(({ state }) => state?.goals[document.id] !== undefined);
  return carrier ? [{ name, to: carrier.id }] : [];
}

function leaveMemory({ rooms, fanOut, documents }: Parts, id: string): void {
  rooms.forget(id);
  fanOut.publish(id, { kind: 'gone' });
  documents.forMeetings.refresh(id);
}
