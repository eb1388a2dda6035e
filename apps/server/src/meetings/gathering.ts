/** Gathering what a command needs, for those who may give it. */
import {
  commandRights,
  mayDo,
  ok,
  refused,
  type Gathered,
  type Meeting,
  type MeetingCommand,
  type MeetingEvent,
  type MeetingState,
  type Result,
} from '@mufakat/domain';
import { boxHash, type JsonValue } from '@mufakat/record';
import type { Ask, End } from '../streams/plan';

/** Number and link of the record's last event. */
export type RecordEnd = Pick<End<MeetingState>, 'seq' | 'link'>;

export type MeetingAsk = Ask<MeetingState, MeetingCommand, MeetingEvent>;

/** Nothing is held, locked or read for someone who may not ask; decide() would refuse them with the same code. */
export function forThoseWhoMay(
  { actor, command }: MeetingAsk,
  gather: (state: Meeting, end: RecordEnd) => Promise<Result<Gathered>>,
): (state: MeetingState, end: RecordEnd) => Promise<Result<Gathered>> {
  return async (state, end) => {
    if (state.status !== 'planned') return refused('not_found');
    const may = actor.kind === 'person' && mayDo(state, actor.personId, commandRights[command.type]);
    return may ? gather(state, end) : refused('not_allowed');
  };
}

export function gathered(value: Gathered): Promise<Result<Gathered>> {
  return Promise.resolve(ok(value));
}

/** The box's hash over its published ballots, whatever order they come in. */
export function hashBox(pollId: string, published: readonly unknown[]): string {
  // Published ballots are plain JSON by their type in the domain.
  return boxHash(pollId, published as readonly JsonValue[]);
}
