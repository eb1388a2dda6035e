/**
 * Rules of the minutes (SPEC.md, N2 to N8): corrected by the room, locked as they were read out, signed, opened again
 * as the next version. What they tell is minutes-of.ts.
 */
import { needed, type Context } from '../context';
import type { Id } from '../ids';
import { limits } from '../limits';
import type { MeetingCommand } from '../meeting-commands';
import type { MeetingEvent } from '../meeting-events';
import type { Meeting } from '../meeting/state';
import { seatedPerson } from '../people/views';
import { isPollOpen } from '../polls/views';
import { assertNever, ok, refused, type Result } from '../result';
import type { RefusalCode } from '../refusals';
import type { MinutesCommand } from './commands';
import {
  isApart,
  isSigner,
  lockedMinutes,
  minutesParts,
  minutesStand,
  minutesVersion,
  signedAs,
} from './views';

type Of<T extends MinutesCommand['type']> = Extract<MinutesCommand, { type: T }>;

export function decideMinutes(
  state: Meeting,
  command: MinutesCommand,
  context: Context,
): Result<MeetingEvent[]> {
  if (context.actor.kind !== 'person') return refused('not_allowed');
  const { personId } = context.actor;
  switch (command.type) {
    case 'minutes.freeze':
      return freeze(state, context);
    case 'minutes.reopen':
      return reopen(state, command.reason, context);
    case 'minutes.correct':
      return correct(state, command, personId, context);
    case 'minutes.settle':
      return settle(state, command);
    case 'minutes.sign':
      return sign(state, command, personId);
    default:
      return assertNever(command);
  }
}

/** [N2] Locking takes the prose as it stands on the server, and the record's head before it. */
function freeze(state: Meeting, context: Context): Result<MeetingEvent[]> {
  const problem = whyNotFreeze(state, context.now);
  if (problem) return refused(problem);
  const { prose, upTo, head } = needed(context, 'minutes');
  if (prose.reduce((sum, { text }) => sum + text.length, 0) > limits.minutesLength)
    return refused('too_large');
  return ok([
    {
      type: 'minutes.frozen',
      version: minutesVersion(state),
      upTo,
      head,
      prose: prose.map(({ part, text }) => ({ part, text: { id: context.newId(), text } })),
    },
  ]);
}

function whyNotFreeze(state: Meeting, now: number): RefusalCode | null {
  const { phase } = state;
  if (phase.status === 'planned' || phase.status === 'lobby') return 'not_open';
  if (lockedMinutes(state)) return 'minutes_frozen';
  if (Object.values(state.polls).some(isPollOpen)) return 'poll_still_open';
  return phase.status === 'closed' && now > phase.at + limits.minutesWithinMs ? 'minutes_too_late' : null;
}

/** [N5] Opened again as the next version; what was locked and signed stays in the record, and is void. */
function reopen(state: Meeting, reason: string, context: Context): Result<MeetingEvent[]> {
  const locked = lockedMinutes(state);
  if (!locked) return refused('minutes_not_frozen');
  if (minutesStand(state)) return refused('minutes_signed');
  if (reason === '') return refused('reason_needed');
  const { version } = locked;
  return ok([{ type: 'minutes.reopened', version, reason: { id: context.newId(), text: reason } }]);
}

/** [N3] Whoever may attend asks for a correction, of a part that there is or of the whole. */
function correct(
  state: Meeting,
  { part, text }: Of<'minutes.correct'>,
  by: Id,
  context: Context,
): Result<MeetingEvent[]> {
  const { status } = state.phase;
  if (status === 'planned' || status === 'lobby') return refused('not_open');
  if (minutesStand(state)) return refused('minutes_signed');
  if (part !== null && !minutesParts(state).includes(part)) return refused('item_unknown');
  if (state.minutes.corrections.length >= limits.corrections) return refused('too_large');
  const correctionId = context.newId();
  const words = { id: context.newId(), text };
  return ok([{ type: 'minutes.correction-asked', correctionId, part, text: words, by }]);
}

/** [N4] Taken while the text can still change, or left; once. */
function settle(state: Meeting, { correctionId, taken }: Of<'minutes.settle'>): Result<MeetingEvent[]> {
  const correction = state.minutes.corrections.find(({ id }) => id === correctionId);
  if (!correction) return refused('correction_unknown');
  if (correction.outcome !== 'asked') return refused('correction_settled');
  if (taken && lockedMinutes(state)) return refused('minutes_frozen');
  return ok([{ type: 'minutes.correction-settled', correctionId, taken }]);
}

/** [N6] The version that was read and stands locked is signed, once in a capacity. */
function sign(state: Meeting, { version, as }: Of<'minutes.sign'>, personId: Id): Result<MeetingEvent[]> {
  const locked = lockedMinutes(state);
  if (!locked) return refused('minutes_not_frozen');
  if (locked.version !== version) return refused('text_changed_since');
  const person = seatedPerson(state, personId);
  if (!person || !isSigner(person, as)) return refused('not_a_signer');
  const own = signedAs(locked, personId);
  if (own.includes(as) || !isApart(own, as)) return refused('already_signed');
  return ok([{ type: 'minutes.signed', version, personId, as }]);
}

/** [N8] What the minutes tell is not added to while they are locked; words of a dead line still come beside a text. */
export function changesMinutes({ type }: MeetingCommand): boolean {
  switch (type) {
    case 'agenda.adopt':
    case 'agenda.propose':
    case 'agenda.answer':
    case 'item.start':
    case 'goal.draft':
    case 'goal.resume':
    case 'goal.freeze':
    case 'goal.reopen':
    case 'decision.draft':
    case 'text.freeze':
    case 'text.reopen':
    case 'poll.open':
    case 'poll.void':
    case 'conflict.declare':
    case 'conflict.withdraw':
    case 'tie.cast':
    case 'tie.draw':
    case 'quorum.step':
    case 'rung.descend':
    case 'decision.decide':
    case 'decision.void':
      return true;
    default:
      return false;
  }
}
