/** Folds events of goals. */
import type { Envelope } from '../envelope';
import type { CarriedGoal } from '../meeting/events';
import type { Goal, Meeting } from '../meeting/state';
import { assertNever } from '../result';
import type { GoalEvent } from './events';

/** The goals that a meeting starts with, as the coalition left them. */
export function carriedGoals(carried: readonly CarriedGoal[]): Meeting['goals'] {
  return Object.fromEntries(
    carried.map((goal) => [goal.id, { ...goal, ...nothingYet, home: 'elsewhere', changedAt: null }]),
  );
}

const nothingYet = { reopenings: [], proposals: [], locked: [] } satisfies Partial<Goal>;

export function evolveGoals(state: Meeting, event: GoalEvent, { at }: Envelope): Meeting {
  if (event.type === 'goal.drafted') {
    const { goalId: id, title, languages } = event;
    const begun = {
      id,
      title,
      languages,
      version: 1,
      text: { status: 'open' },
      home: 'here',
      changedAt: at,
    } as const;
    return put(state, { ...nothingYet, ...begun });
  }
  const goal = state.goals[event.goalId];
  return goal ? put(state, evolveGoal(goal, event, at)) : state;
}

function evolveGoal(goal: Goal, event: Exclude<GoalEvent, { type: 'goal.drafted' }>, at: number): Goal {
  switch (event.type) {
    case 'goal.resumed':
      return { ...goal, home: 'here', changedAt: at };
    case 'goal.frozen': {
      const { version, clauses, text, plain, hash } = event;
      const locked = [...goal.locked, { version, hash, at }];
      return { ...goal, text: { status: 'frozen', clauses, text, plain, hash, at }, locked, changedAt: at };
    }
    case 'goal.reopened':
      return {
        ...goal,
        home: 'here',
        changedAt: at,
        version: goal.version + 1,
        text: { status: 'open' },
        reopenings: [...goal.reopenings, { reason: event.reason, at }],
      };
    case 'goal.proposed': {
      const { proposalId: id, clauseId, language, base, text, by } = event;
      return { ...goal, proposals: [...goal.proposals, { id, clauseId, language, base, text, by }] };
    }
    default:
      return assertNever(event);
  }
}

function put(state: Meeting, goal: Goal): Meeting {
  return { ...state, goals: { ...state.goals, [goal.id]: goal } };
}
