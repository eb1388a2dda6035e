/**
 * A coalition's meetings: planned, started with an agenda, and the agenda of one read for the next.
 *
 * The plan goes to disk first and the agenda after it, in one update and only into a document that nobody has written
 * in. So the same command may come again, after a lost answer or a crash between the two, and what was removed from the
 * agenda since does not come back.
 */
import {
  latestGoals,
  ok,
  refused,
  snapshotOf,
  textOf,
  type Gathered,
  type Meeting,
  type MeetingCommand,
  type Result,
} from '@mufakat/domain';
import type { AgendaAnswer, AgendaItemBody, Planned } from '@mufakat/protocol';
import { seedAgenda } from '@mufakat/shared-docs';
import type { CoalitionEntry } from '../access/access';
import type { Session } from '../access/sessions';
import { agendaNow } from '../meetings/agenda-now';
import type { Services } from '../services';
import type { CoalitionRoom } from './coalition-room';
import { roomFor } from './room-for';

export async function planMeeting(
  services: Services,
  access: CoalitionEntry,
  commandId: string,
  command: Extract<MeetingCommand, { type: 'meeting.plan' }>,
): Promise<Result<Planned>> {
  const { rooms, ids, store } = services;
  const newRoom = () => rooms.newMeeting(ids.newId(), access.room.id);
  const room = await roomFor(services, commandId, (known) => rooms.meeting(known), newRoom);
  if (!room) return refused('malformed');
  const done = await room.plan({
    commandId,
    actor: { kind: 'person', personId: access.personId },
    command,
    gather: () => gatherPlan(services, access.room, room.id),
    rows: () => [{ row: 'seat', sessionHash: access.session.hash, personId: access.personId }],
  });
  if (!done.ok) return done;
  const seat = await store.findSeat(access.session.hash, room.id);
  return seat ? ok({ meetingId: room.id }) : refused('malformed');
}

/** The coalition's meetings as they stand, in order of planning. */
export async function meetingsOf({ store, rooms }: Services, coalitionId: string): Promise<Meeting[]> {
  const children = await store.childStreams(coalitionId);
  const states = await Promise.all(children.map(async ({ id }) => (await rooms.meeting(id))?.state));
  return states.flatMap((state) => state ?? []);
}

/** After the plan is on disk, also where it was sent again. Who may not write the agenda any more, writes nothing. */
export async function seedItems(
  { access, documentAccess, documents }: Services,
  session: Session,
  meetingId: string,
  items: readonly AgendaItemBody[],
): Promise<void> {
  if (items.length === 0) return;
  const entry = await access.meeting(session, meetingId);
  if (!entry.ok) return;
  const grant = documentAccess.grantTo(entry.value, { kind: 'agenda', id: meetingId });
  await documents.write(grant, (doc) => seedAgenda(doc, items));
}

async function gatherPlan(
  services: Services,
  room: CoalitionRoom,
  meetingId: string,
): Promise<Result<Gathered>> {
  const { state } = room;
  if (!state) return refused('not_found');
  const { name, address, partnerId } = state.founder;
  return ok({
    streamId: meetingId,
    coalition: snapshotOf(state),
    goals: latestGoals(await meetingsOf(services, room.id)),
    planner: { name: textOf(name) ?? '', address: textOf(address) ?? '', partnerId },
  });
}

/** The agenda of one of the coalition's meetings: what was adopted, else what its document says. */
export async function agendaOf(
  { rooms, documents }: Services,
  { room: { id } }: CoalitionEntry,
  meetingId: string,
): Promise<Result<AgendaAnswer>> {
  const meeting = await rooms.meeting(meetingId);
  if (!meeting?.state || meeting.stream.ref.parent !== id) return refused('not_found');
  return ok({ items: await agendaNow(meeting, documents.forMeetings) });
}
