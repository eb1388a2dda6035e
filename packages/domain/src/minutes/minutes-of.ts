/**
 * [N1] The minutes as they write themselves: a pure view of the meeting, in no language. It asks no text, so that an
 * erased name changes nothing but itself.
 */
import type { AgendaItem } from '../agenda/events';
import type { Id } from '../ids';
import type { Goal, Meeting, Moment } from '../meeting/state';
import { chairs } from '../people/views';
import { assertNever } from '../result';
import { attendanceOf, named } from './attendance-of';
import { minutesDecision, proposalsOf } from './decisions-of';
import type {
  Minutes,
  MinutesDecision,
  MinutesGoal,
  MinutesHeading,
  MinutesItem,
  MinutesTurn,
  NotTaken,
} from './facts';

export function minutesOf(state: Meeting): Minutes {
  const items = itemsOf(state);
  const treated = new Set(items.map(({ id }) => id));
  return {
    heading: headingOf(state),
    chambers: state.plan.chambers,
    attendance: attendanceOf(state),
    course: state.course.map((moment) => turnOf(state, moment)),
    items,
    otherDecisions: decisionsOf(state, (itemId) => itemId === null || !treated.has(itemId)),
    goals: Object.values(state.goals)
      .filter(isOfHere)
      .map((goal) => goalOf(state, goal)),
    notTaken: notTaken(state, items),
  };
}

function headingOf(state: Meeting): MinutesHeading {
  const { plan, phase, course, people } = state;
  const { meetingId, form, title, kind, language, place, callUrl, timeZone, startsAt } = {
    ...plan,
    form: plan.coalitionForm,
  };
  const secretaries = people.values().filter((one) => one.seat === 'held' && one.roles.includes('secretary'));
  return {
    meetingId,
    coalition: plan.coalitionName,
    form,
    title,
    kind,
    language,
    place,
    callUrl,
    timeZone,
    startsAt,
    openedAt: course.find((moment) => moment.kind === 'opened')?.at ?? null,
    closedAt: phase.status === 'closed' ? phase.at : null,
    chairs: chairs(state).map(({ id }) => named(state, id)),
    secretaries: secretaries.map(({ id }) => named(state, id)),
  };
}

export function turnOf(state: Meeting, moment: Moment): MinutesTurn {
  const { kind, at } = moment;
  switch (kind) {
    case 'chair-handed-over':
      return { kind, at, from: named(state, moment.from), to: named(state, moment.to) };
    case 'chair-taken':
      return { kind, at, from: moment.from.map((id) => named(state, id)), by: named(state, moment.by) };
    case 'opened':
    case 'resumed':
    case 'closed':
    case 'paused':
    case 'reopened':
    case 'agenda-adopted':
      return moment;
    default:
      return assertNever(kind);
  }
}

/** The agenda's items, then those that were treated and are off the agenda since. */
function itemsOf(state: Meeting): MinutesItem[] {
  const { items } = state.agenda;
  const counted = items.filter(({ kind }) => kind !== 'break');
  let plannedAt = state.plan.startsAt;
  const adopted = items.map((item) => {
    const at = plannedAt;
    plannedAt += item.minutes * 60_000;
    return itemOf(state, item, { plannedAt: at, number: counted.indexOf(item) + 1 || null });
  });
  const known = new Set(items.map(({ id }) => id));
  const gone = treatedItems(state).filter(({ id }) => !known.has(id));
  return [...adopted, ...gone.map((item) => itemOf(state, item, { plannedAt: null, number: null }))];
}

function treatedItems({ agenda: { done, running } }: Meeting): AgendaItem[] {
  const all = [...done, ...(running ? [running] : [])].map(({ item }) => item);
  return [...new Map(all.map((item) => [item.id, item])).values()];
}

function itemOf(
  state: Meeting,
  { id, title, kind, presenter, minutes }: AgendaItem,
  place: Pick<MinutesItem, 'plannedAt' | 'number'>,
): MinutesItem {
  const { done, running } = state.agenda;
  const times = done
    .filter((one) => one.itemId === id)
    .map((one) => ({ from: one.startedAt, to: one.endedAt }));
  const runs = running?.item.id === id ? [{ from: running.startedAt, to: null }] : [];
  const decisions = decisionsOf(state, (itemId) => itemId === id);
  return { id, title, kind, presenter, minutes, ...place, times: [...times, ...runs], decisions };
}

function decisionsOf(state: Meeting, belongs: (itemId: Id | null) => boolean): MinutesDecision[] {
  return Object.values(state.decisions)
    .filter(({ itemId }) => belongs(itemId))
    .map((decision) => minutesDecision(state, decision));
}

/** Whether this meeting did anything to it. */
function isOfHere({ home, locked, reopenings, proposals }: Goal): boolean {
  return home === 'here' || locked.length + reopenings.length + proposals.length > 0;
}

function goalOf(state: Meeting, goal: Goal): MinutesGoal {
  const { id, title, languages, locked, text, version, reopenings } = goal;
  const standing = text.status === 'frozen' ? { version, hash: text.hash, clauses: text.clauses } : null;
  const proposals = proposalsOf(state, goal.proposals).map((proposal, index) => ({
    ...proposal,
    clauseId: goal.proposals[index]?.clauseId ?? '',
    language: goal.proposals[index]?.language ?? 'id',
  }));
  return { id, title, languages, locked, text: standing, reopenings, proposals };
}

/** What was before the meeting and not taken: decisions, items that were not reached, goals not locked. */
function notTaken(state: Meeting, items: readonly MinutesItem[]): NotTaken[] {
  return [
    ...Object.values(state.decisions).flatMap(({ id, title, outcome }): NotTaken[] => {
      const { status } = outcome;
      if (status === 'decided') return [];
      if (status === 'pending') return [{ kind: 'decision', id, title, why: status }];
      const reason = status === 'void' ? outcome.reason : outcome.statement;
      return [{ kind: 'decision', id, title, why: status, reason }];
    }),
    ...items.flatMap(({ id, title, kind, times }): NotTaken[] =>
      kind === 'break' || times.length > 0 ? [] : [{ kind: 'item', id, title }],
    ),
    ...Object.values(state.goals).flatMap(({ id, title, home, text }): NotTaken[] =>
      home === 'here' && text.status === 'open' ? [{ kind: 'goal', id, title }] : [],
    ),
  ];
}
