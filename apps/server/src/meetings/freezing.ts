/**
 * Commands that lock a text: a wording, a goal, the minutes. A document stands still from the moment its text is read
 * until the event is on disk, or refused.
 */
import {
  minutesParts,
  ok,
  refused,
  type Gathered,
  type Meeting,
  type MeetingCommand,
  type MeetingEvent,
  type MeetingState,
  type Result,
} from '@mufakat/domain';
import type { Done } from '../streams/plan';
import type { Stream } from '../streams/stream';
import { forThoseWhoMay, type MeetingAsk, type RecordEnd } from './gathering';
import type { Held, MeetingDocuments } from './meeting-documents';

type Freezing = Extract<MeetingCommand, { type: 'text.freeze' | 'goal.freeze' | 'minutes.freeze' }>;
type MeetingStream = Stream<MeetingState, MeetingCommand, MeetingEvent>;

/** Holds the document that a command freezes, and says what decide() is given of it. */
type Hold = (state: Meeting, end: RecordEnd) => Promise<Result<{ held: Held<unknown>; gathered: Gathered }>>;

/** The text that a command locks. */
export function textOf(command: Freezing, meetingId: string, documents: MeetingDocuments): Hold {
  switch (command.type) {
    case 'text.freeze':
      return holdWording(command.decisionId, documents);
    case 'goal.freeze':
      return holdGoal(command.goalId, meetingId, documents);
    case 'minutes.freeze':
      return holdMinutes(meetingId, documents);
    default:
      return command satisfies never;
  }
}

function holdWording(decisionId: string, documents: MeetingDocuments): Hold {
  return async (state) => {
    if (!state.decisions[decisionId]) return refused('decision_unknown');
    const held = await documents.holdWording(decisionId);
    return ok({ held, gathered: { text: held.text } });
  };
}

function holdGoal(goalId: string, meetingId: string, documents: MeetingDocuments): Hold {
  return async (state) => {
    const goal = state.goals[goalId];
    if (!goal) return refused('goal_unknown');
    if ((await documents.goalHome(goalId)) !== meetingId) return refused('goal_elsewhere');
    const held = await documents.holdGoal(goalId, goal.languages);
    return ok({ held, gathered: { goal: held.text } });
  };
}

/** Signatures are given to the record as it ends here, and to the prose as it stands. */
function holdMinutes(meetingId: string, documents: MeetingDocuments): Hold {
  return async (state, { seq, link }) => {
    const held = await documents.holdMinutes(meetingId, minutesParts(state));
    return ok({ held, gathered: { minutes: { upTo: seq, head: link, prose: held.text } } });
  };
}

export async function askFreezing(
  stream: MeetingStream,
  ask: MeetingAsk,
  hold: Hold,
): Promise<Result<Done<MeetingEvent>>> {
  const last: { held: Held<unknown> | null } = { held: null };
  let outcome: 'frozen' | 'open' = 'open';
  try {
    const answer = await stream.ask({
      ...ask,
      gather: forThoseWhoMay(ask, async (state, end) => {
        last.held?.settle('open');
        last.held = null;
        const now = await hold(state, end);
        if (!now.ok) return now;
        last.held = now.value.held;
        return ok(now.value.gathered);
      }),
    });
    if (answer.ok) outcome = 'frozen';
    return answer;
  } finally {
    last.held?.settle(outcome);
  }
}
