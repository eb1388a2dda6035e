/** Questions about the agenda: what is left of an item's time, what comes next. */
import type { Meeting, RunningItem } from '../meeting/state';
import type { Id } from '../ids';
import { hasRight } from '../permissions';
import type { AgendaItem } from './events';

/** Milliseconds left on the running item's clock at server time `now`; negative when it is over time. */
export function remainingMs(running: RunningItem, now: number): number {
  const until = running.stoppedAt ?? now;
  return running.minutes * 60_000 - (until - running.startedAt - running.stoodMs);
}

/** [A7] The item after the running one; where none runs, or one that is off the agenda, the first not yet done. */
export function nextItem(state: Meeting): AgendaItem | null {
  const { items, running, done } = state.agenda;
  const index = items.findIndex((item) => item.id === running?.item.id);
  if (index >= 0) return items[index + 1] ?? null;
  return items.find((item) => !done.some((one) => one.itemId === item.id)) ?? null;
}

export function previousItem(state: Meeting): AgendaItem | null {
  const { items, running } = state.agenda;
  const index = items.findIndex((item) => item.id === running?.item.id);
  return index > 0 ? (items[index - 1] ?? null) : null;
}

/** [A9] Those whose yes counts for a change of the agenda: they hold a seat, have signed in and may write it. */
export function agendaWritersHere(state: Meeting): Id[] {
  return state.people
    .values()
    .filter((person) => person.seat === 'held' && person.attendance === 'signed')
    .filter((person) => hasRight(person.roles, 'agenda'))
    .map((person) => person.id);
}
