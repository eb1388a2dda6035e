/**
 * Rules of goals (SPEC.md, G1 to G6). A goal belongs to the coalition for life, and is written from one meeting at a
 * time: the one that drafted, resumed or reopened it last. Each meeting starts with the goals as the last one left them.
 */
import { needed, type Context } from '../context';
import type { MeetingEvent } from '../meeting-events';
import type { Goal, Meeting } from '../meeting/state';
import { sessionProblem } from '../meeting/views';
import { assertNever, ok, refused, type Result } from '../result';
import { limits } from '../limits';
import type { GoalCommand } from './commands';

type Of<T extends GoalCommand['type']> = Extract<GoalCommand, { type: T }>;

export function decideGoal(state: Meeting, command: GoalCommand, context: Context): Result<MeetingEvent[]> {
  if (command.type === 'goal.draft') return draft(state, command, context);
  const goal = state.goals[command.goalId];
  if (!goal) return refused('goal_unknown');
  if (command.type === 'goal.propose') return propose(goal, command, context);
  const problem = command.type === 'goal.resume' ? null : sessionProblem(state);
  if (problem) return refused(problem);
  switch (command.type) {
    case 'goal.resume':
      return resume(goal);
    case 'goal.freeze':
      return freeze(goal, context);
    case 'goal.reopen':
      return reopen(goal, command.reason, context);
    default:
      return assertNever(command);
  }
}

/** [G1] A goal is begun in one or more languages, also before the meeting opens, and not too many of them. */
function draft(state: Meeting, command: Of<'goal.draft'>, context: Context): Result<MeetingEvent[]> {
  if (Object.keys(state.goals).length >= limits.goals) return refused('too_large');
  const { title } = command;
  const languages = [...new Set(command.languages)];
  return ok([{ type: 'goal.drafted', goalId: context.newId(), title, languages }]);
}

/** [G2] What another meeting left unlocked is written on from here. */
function resume(goal: Goal): Result<MeetingEvent[]> {
  if (goal.text.status === 'frozen') return refused('text_frozen');
  if (goal.home === 'here') return refused('goal_here_already');
  return ok([{ type: 'goal.resumed', goalId: goal.id }]);
}

/** [G3] Freezing takes the clauses as they stand on the server; each has words in each language. */
function freeze(goal: Goal, context: Context): Result<MeetingEvent[]> {
  if (goal.text.status === 'frozen') return refused('text_frozen');
  if (goal.home === 'elsewhere') return refused('goal_elsewhere');
  const { clauses, text, plain, hash } = needed(context, 'goal');
  if (clauses.length === 0) return refused('text_empty');
  if (clauses.length > limits.goalClauses) return refused('too_large');
  const complete = clauses.every((clause) =>
    goal.languages.every((language) =>
      clause.words.some((words) => words.language === language && words.plain.trim() !== ''),
    ),
  );
  if (!complete) return refused('clause_untranslated');
  return ok([
    {
      type: 'goal.frozen',
      goalId: goal.id,
      version: goal.version,
      document: `goal/${goal.id}`,
      clauses: [...clauses],
      text,
      plain,
      hash,
    },
  ]);
}

/** [G4] A locked goal is opened again as its next version, with a reason; what was locked stays in the record. */
function reopen(goal: Goal, reason: string, context: Context): Result<MeetingEvent[]> {
  if (goal.text.status === 'open') return refused('text_not_frozen');
  if (reason === '') return refused('reason_needed');
  return ok([{ type: 'goal.reopened', goalId: goal.id, reason: { id: context.newId(), text: reason } }]);
}

/** [G5] Words written offline into a clause locked meanwhile become a proposal beside it. */
function propose(goal: Goal, command: Of<'goal.propose'>, context: Context): Result<MeetingEvent[]> {
  if (goal.text.status === 'open') return refused('text_not_frozen');
  if (goal.text.hash !== command.base) return refused('text_changed_since');
  if (context.actor.kind !== 'person') return refused('not_allowed');
  const { goalId, clauseId, language, base, text } = command;
  return ok([
    {
      type: 'goal.proposed',
      goalId,
      proposalId: context.newId(),
      clauseId,
      language,
      base,
      text: { id: context.newId(), text },
      by: context.actor.personId,
    },
  ]);
}
