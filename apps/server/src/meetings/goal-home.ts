/**
 * A goal belongs to its coalition, and each meeting knows it as it stood when the meeting was planned. Before a meeting
 * takes a goal up again, what it knows is held against the meeting from which the goal is written now: two meetings
 * must never make two different second versions of one goal.
 */
import { ok, refused, type Gathered, type Goal, type Meeting, type Result } from '@mufakat/domain';
import type { MeetingDocuments } from './meeting-documents';

/** The state of another meeting; null where it is gone. */
export type Neighbour = (meetingId: string) => Promise<Meeting | null>;

interface Around {
  meetingId: string;
  documents: Pick<MeetingDocuments, 'goalHome'>;
  neighbour: Neighbour;
}

/** For goal.resume and goal.reopen. */
export async function goalAsKnown(state: Meeting, goalId: string, around: Around): Promise<Result<Gathered>> {
  const goal = state.goals[goalId];
  const home = goal ? await around.documents.goalHome(goalId) : null;
  if (!goal || home === null || home === around.meetingId) return ok({});
  const there = (await around.neighbour(home))?.goals[goalId];
  return !there || isSame(goal, there) ? ok({}) : refused('goal_elsewhere');
}

function isSame(here: Goal, there: Goal): boolean {
  if (here.version !== there.version || here.text.status !== there.text.status) return false;
  return here.text.status === 'open' || there.text.status === 'open' || here.text.hash === there.text.hash;
}
