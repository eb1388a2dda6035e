/** The one entry to the rule for a ballot: of a decision's poll (polls/) or of a question (questions/). */
import type { StoredBallot } from './context';
import type { Id } from './ids';
import type { Meeting } from './meeting/state';
import { decidePollBallot } from './polls/ballot';
import type { Ballot } from './polls/choices';
import { decideQuestionBallot } from './questions/ballot';
import type { Result } from './result';

/** The voice that this ballot counts for, with what it says, or why it is refused. */
export function decideBallot(state: Meeting, ballot: Ballot, personId: Id): Result<StoredBallot> {
  const question = state.questions[ballot.pollId];
  return question
    ? decideQuestionBallot(state, question, ballot, personId)
    : decidePollBallot(state, ballot, personId);
}
