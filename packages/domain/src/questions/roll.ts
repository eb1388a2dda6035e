/** Who may vote: the roll of a question as it is frozen at the opening, and whoever is put on a roll later. */
import type { Context } from '../context';
import type { Id } from '../ids';
import type { Meeting } from '../meeting/state';
import type { MeetingEvent } from '../meeting-events';
import { chamberOf, isVoter } from '../people/views';
import { ok, refused, type Result } from '../result';
import type { QuestionCommand } from './commands';
import type { QuestionContent } from './content';
import type { QuestionOpened } from './events';
import { openBoxes } from './views';

export type RollEntry = QuestionOpened['roll'][number];

/** [Q5] People who hold a vote, or the partners invited, each with one voice or with its weight. */
export function rollNow(state: Meeting, { electorate }: Pick<QuestionContent, 'electorate'>): RollEntry[] {
  if (electorate === 'person') return state.people.values().filter(isVoter).map(entryOf(state));
  return state.plan.partners.map(({ id: key, chamber, weight }) => ({
    key,
    chamber,
    weight: electorate === 'weighted' ? weight : 1,
  }));
}

function entryOf(state: Meeting) {
  return ({ id: key, partnerId }: { id: Id; partnerId: Id | null }): RollEntry => ({
    key,
    chamber: chamberOf(state, partnerId),
    weight: 1,
  });
}

/**
 * [B16] Whoever was left out is put on an open poll's roll, of either kind, with a reason: a person with a vote. All
 * partners that are invited stand on a roll of partners from the first.
 */
export function addToRoll(
  state: Meeting,
  { pollId, key, reason }: Extract<QuestionCommand, { type: 'roll.add' }>,
  context: Context,
): Result<MeetingEvent[]> {
  const box = openBoxes(state).find(({ id }) => id === pollId);
  if (!box) return refused(isKnown(state, pollId) ? 'poll_not_open' : 'poll_unknown');
  if (box.roll.some((entry) => entry.key === key)) return refused('on_the_roll_already');
  const person = state.people.get(key);
  if (box.electorate !== 'person' || !person || person.seat !== 'held') return refused('person_unknown');
  if (!isVoter(person)) return refused('role_cannot_vote');
  if (reason === '') return refused('reason_needed');
  return ok([
    {
      type: 'roll.added',
      pollId,
      voter: entryOf(state)(person),
      reason: { id: context.newId(), text: reason },
    },
  ]);
}

function isKnown({ polls, questions }: Meeting, pollId: Id): boolean {
  return polls[pollId] !== undefined || questions[pollId] !== undefined;
}
