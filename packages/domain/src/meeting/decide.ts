/** Rules of a meeting's phases and its door (SPEC.md, M1 to M15, N7). What a phase allows is asked in views.ts. */
import { ruleProblems, type DecisionRule } from '@mufakat/tally';
import { needed, type CoalitionSnapshot, type Context } from '../context';
import type { Id } from '../ids';
import { limits } from '../limits';
import { assertNever, ok, refused, type Result } from '../result';
import type { MeetingEvent } from '../meeting-events';
import { minutesStand } from '../minutes/views';
import { isPollOpen } from '../polls/views';
import { endsWithMeeting } from '../questions/views';
import type { MeetingPhaseCommand } from './commands';
import type { InvitedPartner } from './events';
import type { Meeting } from './state';
import { sessionProblem } from './views';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

type Plan = Extract<MeetingPhaseCommand, { type: 'meeting.plan' }>;
type Change = Extract<MeetingPhaseCommand, { type: 'meeting.change' }>;
type Pause = Extract<MeetingPhaseCommand, { type: 'meeting.pause' }>;

/** [M1] A meeting copies what it needs of its coalition; whoever plans it takes the chair. */
export function decidePlan(command: Plan, context: Context): Result<MeetingEvent[]> {
  const coalition = needed(context, 'coalition');
  const planner = needed(context, 'planner');
  const chambers = coalition.chamberSets[0]?.chambers ?? [];
  if (command.startsAt < context.now - dayMs) return refused('starts_in_the_past');
  if (!isCountable(command.rule, chambers)) return refused('rule_invalid');
  const partners = invitedOf(command, coalition);
  if (!partners) return refused('partner_unknown');
  const { type: _, invited: __, ...rest } = command;
  const { actor } = context;
  return ok([
    {
      ...rest,
      type: 'meeting.planned',
      meetingId: needed(context, 'streamId'),
      coalitionId: coalition.coalitionId,
      coalitionName: coalition.name,
      coalitionForm: coalition.form,
      chambers,
      partners,
      goals: [...needed(context, 'goals')],
    },
    {
      type: 'person.seated',
      personId: actor.kind === 'person' ? actor.personId : context.newId(),
      name: { id: context.newId(), text: planner.name },
      address: { id: context.newId(), text: planner.address },
      partnerId: partners.some((one) => one.id === planner.partnerId) ? planner.partnerId : null,
      roles: ['chair', 'facilitator', 'operator'],
      votes: false,
      waits: false,
    },
  ]);
}

/** [M3] A rule that the count would not understand is refused before anyone decides by it. */
export function isCountable(rule: DecisionRule, chambers: readonly { id: Id }[]): boolean {
  return (
    ruleProblems(
      rule,
      chambers.map((chamber) => chamber.id),
    ).length === 0
  );
}

/** [M2] The partners invited, as the coalition knows them; null where one is unknown or named twice. */
function invitedOf({ invited }: Plan, { partners }: CoalitionSnapshot): InvitedPartner[] | null {
  if (new Set(invited.map((one) => one.partnerId)).size < invited.length) return null;
  const known = invited.flatMap(({ partnerId, heads }) => {
    const partner = partners.find((one) => one.id === partnerId);
    return partner ? [{ ...partner, heads }] : [];
  });
  return known.length === invited.length ? known : null;
}

export function decidePhase(
  state: Meeting,
  command: Exclude<MeetingPhaseCommand, Plan>,
  context: Context,
): Result<MeetingEvent[]> {
  const { phase } = state;
  switch (command.type) {
    // [M4] Opening an open door gives a new code; the old one is worth nothing from then on.
    case 'door.open': {
      const until = context.now + command.hours * hourMs;
      return ok([{ type: 'door.opened', code: needed(context, 'code'), until }]);
    }
    case 'door.close':
      return state.door.status === 'open' ? ok([{ type: 'door.closed' }]) : refused('door_closed');
    case 'meeting.change':
      return decideChange(state, command, context);
    // [M14]
    case 'waiting-room.set':
      return command.on === state.waitingRoom
        ? refused('nothing_changes')
        : ok([{ type: 'waiting-room.set', on: command.on }]);
    case 'meeting.open':
      return phase.status === 'planned' || phase.status === 'lobby'
        ? ok([{ type: 'meeting.opened' }])
        : refused('already_open');
    case 'meeting.pause':
      return decidePause(state, command, context);
    case 'meeting.resume':
      return phase.status === 'paused' ? ok([{ type: 'meeting.resumed' }]) : refused('not_paused');
    case 'meeting.close':
      return decideClose(state);
    case 'meeting.reopen':
      return decideReopen(state, command.reason, context);
    default:
      return assertNever(command);
  }
}

/** [M5] A pause has a reason and a time of return. */
function decidePause(state: Meeting, command: Pause, context: Context): Result<MeetingEvent[]> {
  const problem = sessionProblem(state);
  if (problem) return refused(problem);
  if (command.kind === 'other' && command.reason === '') return refused('reason_needed');
  if (command.until <= context.now) return refused('until_in_the_past');
  const { kind, reason, until } = command;
  return ok([{ type: 'meeting.paused', kind, reason: { id: context.newId(), text: reason }, until }]);
}

/** [M7] A meeting closes once, also from a pause, and never over an open poll that does not stay open after it. */
function decideClose(state: Meeting): Result<MeetingEvent[]> {
  if (state.phase.status !== 'open' && state.phase.status !== 'paused') return refused('not_open');
  if (Object.values(state.polls).some(isPollOpen)) return refused('poll_still_open');
  if (Object.values(state.questions).some(endsWithMeeting)) return refused('poll_still_open');
  return ok([{ type: 'meeting.closed' }]);
}

/** [M13] Title, time and place may change until the meeting opens; whoever was invited sees it, and the record too. */
function decideChange(state: Meeting, command: Change, context: Context): Result<MeetingEvent[]> {
  if (state.phase.status !== 'planned' && state.phase.status !== 'lobby') return refused('already_open');
  if (command.startsAt < context.now - dayMs) return refused('starts_in_the_past');
  const { type: _, ...notice } = command;
  const { plan } = state;
  const same =
    plan.title === notice.title &&
    plan.startsAt === notice.startsAt &&
    plan.timeZone === notice.timeZone &&
    plan.place === notice.place &&
    plan.callUrl === notice.callUrl;
  return same ? refused('nothing_changes') : ok([{ type: 'meeting.changed', ...notice }]);
}

/** [M15] A hasty close is undone by a chair, with a reason, while the room is likely still there. */
function decideReopen(state: Meeting, reason: string, context: Context): Result<MeetingEvent[]> {
  const { phase } = state;
  if (phase.status !== 'closed') return refused('not_closed');
  // [N7]
  if (minutesStand(state)) return refused('minutes_signed');
  if (context.now > phase.at + limits.reopenWithinMs) return refused('too_late_to_reopen');
  if (reason === '') return refused('reason_needed');
  return ok([{ type: 'meeting.reopened', reason: { id: context.newId(), text: reason } }]);
}
