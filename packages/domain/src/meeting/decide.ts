/** Rules of a meeting's phases and its door (SPEC.md, M1 to M9). */
import { ruleProblems } from '@mufakat/tally';
import { needed, type Context } from '../context';
import { limits } from '../limits';
import { assertNever, ok, refused, type Result } from '../result';
import type { MeetingEvent } from '../meeting-events';
import { isPollOpen } from '../polls/views';
import type { MeetingPhaseCommand } from './commands';
import type { InvitedPartner } from './events';
import type { Meeting } from './state';

type Plan = Extract<MeetingPhaseCommand, { type: 'meeting.plan' }>;
type Pause = Extract<MeetingPhaseCommand, { type: 'meeting.pause' }>;

/** [M1] A meeting copies what it needs of its coalition; whoever plans it takes the chair. */
export function decidePlan(command: Plan, context: Context): Result<MeetingEvent[]> {
  const coalition = needed(context, 'coalition');
  const planner = needed(context, 'planner');
  const chambers = coalition.chamberSets[0]?.chambers ?? [];
  if (command.startsAt < context.now - 24 * 3_600_000) return refused('starts_in_the_past');
  const problems = ruleProblems(
    command.rule,
    chambers.map((chamber) => chamber.id),
  );
  if (problems.length > 0) return refused('rule_invalid');
  const partners: InvitedPartner[] = [];
  for (const { partnerId, heads } of command.invited) {
    const partner = coalition.partners.find((one) => one.id === partnerId);
    if (!partner || partners.some((one) => one.id === partnerId)) return refused('partner_unknown');
    partners.push({ ...partner, heads });
  }
  const { type: _, invited: __, ...rest } = command;
  const { actor } = context;
  return ok([
    {
      ...rest,
      type: 'meeting.planned',
      meetingId: context.newId(),
      coalitionId: coalition.coalitionId,
      coalitionName: coalition.name,
      coalitionForm: coalition.form,
      chambers,
      partners,
    },
    {
      type: 'person.seated',
      personId: actor.kind === 'person' ? actor.personId : context.newId(),
      name: { id: context.newId(), text: planner.name },
      address: planner.address,
      partnerId: partners.some((one) => one.id === planner.partnerId) ? planner.partnerId : null,
      roles: ['chair', 'facilitator', 'operator'],
      votes: false,
    },
  ]);
}

export function decidePhase(
  state: Meeting,
  command: Exclude<MeetingPhaseCommand, Plan>,
  context: Context,
): Result<MeetingEvent[]> {
  const { phase } = state;
  switch (command.type) {
    case 'door.open':
      return ok([
        {
          type: 'door.opened',
          code: needed(context, 'code'),
          until: context.now + command.hours * 3_600_000,
        },
      ]);
    case 'door.close':
      return state.door.status === 'open' ? ok([{ type: 'door.closed' }]) : refused('door_closed');
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
    default:
      return assertNever(command);
  }
}

/** [M5] A pause has a reason and a time of return. */
function decidePause(state: Meeting, command: Pause, context: Context): Result<MeetingEvent[]> {
  if (state.phase.status === 'paused') return refused('meeting_paused');
  if (state.phase.status !== 'open') return refused('not_open');
  if (command.kind === 'other' && command.reason === '') return refused('reason_needed');
  if (command.until <= context.now) return refused('until_in_the_past');
  const { kind, reason, until } = command;
  return ok([{ type: 'meeting.paused', kind, reason: { id: context.newId(), text: reason }, until }]);
}

/** [M7] A meeting closes once, and never over an open poll. */
function decideClose(state: Meeting): Result<MeetingEvent[]> {
  if (state.phase.status !== 'open' && state.phase.status !== 'paused') return refused('not_open');
  if (Object.values(state.polls).some(isPollOpen)) return refused('poll_still_open');
  return ok([{ type: 'meeting.closed' }]);
}

/** [M9] How many people a meeting takes. */
export function isFull(state: Meeting): boolean {
  return Object.keys(state.people).length >= limits.peopleInMeeting;
}
