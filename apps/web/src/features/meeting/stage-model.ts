// What stands on stage and what one may look at instead; pure, from the meeting's facts alone.
import {
  nextItem,
  type AgendaItem,
  type Decision,
  type Goal,
  type Meeting,
  type RunningItem,
} from '@mufakat/domain';

/** A thing that the stage can show. `agenda` is the order of the day as it is being written. */
export type View =
  | { kind: 'agenda' }
  | { kind: 'item'; itemId: string }
  | { kind: 'decision'; decisionId: string }
  | { kind: 'goal'; goalId: string }
  | { kind: 'minutes' };

export type Stage =
  /** Before an agenda was adopted: it is being written. */
  | { kind: 'draft' }
  /** Adopted, nothing runs; `next` is what would, null when all is done. */
  | { kind: 'between'; next: AgendaItem | null }
  | { kind: 'item'; item: AgendaItem; number: number | null; running: RunningItem | null }
  | { kind: 'decision'; decision: Decision; number: number | null; running: RunningItem | null }
  | { kind: 'goal'; goal: Goal; number: number | null; running: RunningItem | null }
  | { kind: 'minutes'; running: RunningItem | null }
  | { kind: 'closed' };

/** What the host put there, the same for all. */
export function stageOf(meeting: Meeting): Stage {
  const { stage, running } = meeting.agenda;
  if (meeting.phase.status === 'closed') return { kind: 'closed' };
  if (stage.kind === 'decision') {
    const decision = meeting.decisions[stage.decisionId];
    if (decision) return decisionStage(meeting, decision);
  }
  if (stage.kind === 'goal') {
    const goal = meeting.goals[stage.goalId];
    if (goal) return goalStage(meeting, goal);
  }
  if (stage.kind === 'minutes') return { kind: 'minutes', running };
  if (meeting.agenda.version === 0) return { kind: 'draft' };
  if (!running) return { kind: 'between', next: nextItem(meeting) };
  return { kind: 'item', item: running.item, number: numberOf(meeting, running.item.id), running };
}

/** What one looks at by oneself; null where it is not there (any more). */
export function lookedAt(meeting: Meeting, view: View): Stage | null {
  if (view.kind === 'agenda') return { kind: 'draft' };
  if (view.kind === 'minutes') return { kind: 'minutes', running: meeting.agenda.running };
  if (view.kind === 'decision') {
    const decision = meeting.decisions[view.decisionId];
    return decision ? decisionStage(meeting, decision) : null;
  }
  if (view.kind === 'goal') {
    const goal = meeting.goals[view.goalId];
    return goal ? goalStage(meeting, goal) : null;
  }
  const item = meeting.agenda.items.find((one) => one.id === view.itemId);
  if (!item) return null;
  const { running } = meeting.agenda;
  return {
    kind: 'item',
    item,
    number: numberOf(meeting, item.id),
    running: running?.item.id === item.id ? running : null,
  };
}

/** The stage as a view, for telling whether someone looks elsewhere. */
export function viewOfStage(meeting: Meeting): View | null {
  const stage = stageOf(meeting);
  if (stage.kind === 'item') return { kind: 'item', itemId: stage.item.id };
  if (stage.kind === 'decision') return { kind: 'decision', decisionId: stage.decision.id };
  if (stage.kind === 'goal') return { kind: 'goal', goalId: stage.goal.id };
  if (stage.kind === 'minutes') return { kind: 'minutes' };
  return stage.kind === 'draft' ? { kind: 'agenda' } : null;
}

export function sameView(a: View | null, b: View | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** "2" of "2 Our goal": the item's place in the adopted agenda, breaks not counted. */
export function numberOf(meeting: Meeting, itemId: string | null): number | null {
  const counted = meeting.agenda.items.filter((item) => item.kind !== 'break');
  const at = counted.findIndex((item) => item.id === itemId);
  return at < 0 ? null : at + 1;
}

/** Decisions that belong to an item, oldest first. */
export function decisionsOf(meeting: Meeting, itemId: string | null): Decision[] {
  return Object.values(meeting.decisions).filter((decision) => decision.itemId === itemId);
}

function decisionStage(meeting: Meeting, decision: Decision): Stage {
  const { running } = meeting.agenda;
  return {
    kind: 'decision',
    decision,
    number: numberOf(meeting, decision.itemId),
    running: running && running.item.id === decision.itemId ? running : null,
  };
}

/** A goal belongs to no item; while an item about the goal runs, it stands under that one. */
function goalStage(meeting: Meeting, goal: Goal): Stage {
  const { running } = meeting.agenda;
  const under = running?.item.kind === 'goal' ? running : null;
  return { kind: 'goal', goal, number: under ? numberOf(meeting, under.item.id) : null, running: under };
}
