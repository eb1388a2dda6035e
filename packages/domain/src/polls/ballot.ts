/**
 * The rule for one ballot in a decision's poll: who may cast it, for which voice, and whether the choice fits the poll.
 *
 * Ballots do not enter the event log. The box (server) calls this inside its lock and keeps what it returns under
 * poll and voter; a later ballot of the same voter replaces the earlier one until the close.
 */
import { hasLeft } from '../conflicts/views';
import type { StoredBallot } from '../context';
import type { Id } from '../ids';
import type { Meeting, Poll } from '../meeting/state';
import { hasRight } from '../permissions';
import { seatedPerson } from '../people/views';
import { ok, refused, type Result } from '../result';
import type { RefusalCode } from '../refusals';
import type { AnyChoice, Ballot } from './choices';

/** [B1]–[B4] The voice that this ballot counts for, or why it is refused. */
export function decidePollBallot(state: Meeting, ballot: Ballot, personId: Id): Result<StoredBallot> {
  const poll = state.polls[ballot.pollId];
  if (!poll) return refused('poll_unknown');
  if (poll.count.status === 'closed') return refused('poll_not_open');
  const voter = voiceOf(state, poll, personId);
  if (voter === null) return refused('not_on_the_roll');
  if (hasLeft(poll, personId)) return refused('conflict_declared');
  const problem = choiceProblem(poll, ballot.choice);
  return problem ? refused(problem) : ok({ voter, castBy: personId, choice: ballot.choice });
}

/** The key on the roll that this person casts for, or their own where people set their partner's vote; or null. */
export function voiceOf(
  state: Meeting,
  poll: Pick<Poll, 'electorate' | 'roll' | 'people'>,
  personId: Id,
): string | null {
  const person = seatedPerson(state, personId);
  if (!person) return null;
  const forThemselves = poll.electorate === 'person' || poll.people !== undefined;
  const key = forThemselves ? person.id : person.partnerId;
  const may = forThemselves ? person.votes : hasRight(person.roles, 'votePartner');
  return may && key !== null && keysOf(poll.people?.members ?? poll.roll).has(key) ? key : null;
}

/** A roll never changes; its keys are gathered once, so that a thousand ballots do not each walk a thousand lines. */
type Keyed = readonly { key: string }[];
const gatheredKeys = new WeakMap<Keyed, ReadonlySet<string>>();

function keysOf(roll: Keyed): ReadonlySet<string> {
  const keys = gatheredKeys.get(roll) ?? new Set(roll.map(({ key }) => key));
  gatheredKeys.set(roll, keys);
  return keys;
}

export function isAsking(poll: Poll): boolean {
  return poll.rung === 'acclamation' || poll.rung === 'consent';
}

function choiceProblem(poll: Poll, choice: AnyChoice): RefusalCode | null {
  if (choice.kind !== (isAsking(poll) ? 'consent' : 'vote')) return 'choice_invalid';
  if (choice.kind !== 'consent' || choice.answer === 'agree') return null;
  if (choice.note === '' && choice.answer !== 'not-yet') return 'note_needed';
  return choice.answer === 'not-yet' && choice.until === null ? 'date_needed' : null;
}
