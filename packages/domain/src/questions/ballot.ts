/**
 * The rule for one ballot of a question: who may cast it, for which voice, and whether it fits. Whether the deadline
 * is over, or the voice was given already, is judged by the box with the lock that the close takes too.
 */
import type { StoredBallot } from '../context';
import type { Id } from '../ids';
import type { Meeting } from '../meeting/state';
import { voiceOf } from '../polls/ballot';
import type { Ballot } from '../polls/choices';
import { ok, refused, type Result } from '../result';
import { choiceProblems, inOneForm, isPadded } from './choice';
import type { Question } from './state';
import { openingOf, rollOf } from './views';

/** [B1][B2][Q7][Q8] The voice that this ballot counts for, or why it is refused. */
export function decideQuestionBallot(
  state: Meeting,
  question: Question,
  { choice, padding = '' }: Ballot,
  personId: Id,
): Result<StoredBallot> {
  const { content, stage } = question;
  if (stage.status !== 'open') return refused('poll_not_open');
  const voter = questionVoice(state, question, personId);
  if (voter === null) return refused('not_on_the_roll');
  if (choice.kind === 'consent' || choice.kind === 'vote') return refused('choice_invalid');
  if (choiceProblems(content, choice).length > 0) return refused('choice_invalid');
  if (content.secrecy.kind === 'secret' && !isPadded(choice, padding)) return refused('ballot_unpadded');
  return ok({ voter, castBy: personId, choice: inOneForm(choice) });
}

/** The key on the roll that this person casts for, or null; also once it is closed. */
export function questionVoice(state: Meeting, question: Question, personId: Id): string | null {
  const opening = openingOf(question);
  return opening ? voiceOf(state, rollOf(question, opening), personId) : null;
}
