/** The ballot box in memory. */
import type { AppendAnswer, AppendRequest, BallotRow, BallotStore, CastAnswer, CastRequest } from '../ports';
import { checkedText, jsonText } from '../stored-text';
import type { State, StoredBox } from './state';

type CloseAnswer = Awaited<ReturnType<BallotStore['closeBox']>>;

export function memoryBallots(state: State, append: (request: AppendRequest) => AppendAnswer) {
  const { boxes, ballotIds, journal } = state;

  function castBallot({ pollId, ballotId, voter, castBy, choice }: CastRequest): CastAnswer {
    const box = boxes.get(pollId);
    if (!box) return 'unknown';
    const used = ballotIds.get(ballotId);
    if (used) return used.pollId === pollId && used.voter === voter ? 'repeated' : 'id-used';
    if (box.closed) return 'closed';
    journal.add(ballotIds, checkedText(ballotId), { pollId, voter });
    const ballot = { castBy: checkedText(castBy), choice: jsonText(choice) };
    journal.set(box.ballots, checkedText(voter), ballot);
    return 'stored';
  }

  function closeBox(
    pollId: string,
    finish: (ballots: readonly BallotRow[]) => AppendRequest | null,
  ): CloseAnswer {
    const box = boxes.get(pollId);
    if (!box || box.closed) return { status: box ? 'closed' : 'unknown' };
    const request = finish(ballotsOf(box));
    if (!request) return { status: 'left' };
    const answer = append(request);
    if (answer.status === 'stored') journal.change(box, { closed: true });
    return answer;
  }

  function readBallots(pollId: string): BallotRow[] {
    const box = boxes.get(pollId);
    return box ? ballotsOf(box) : [];
  }

  function readPublished(pollId: string): unknown[] {
    const published: unknown = JSON.parse(boxes.get(pollId)?.published ?? '[]');
    return Array.isArray(published) ? published : [];
  }

  return { castBallot, closeBox, readBallots, readPublished };
}

/** In order of the voter keys' bytes, as SQLite has it. */
function ballotsOf({ ballots }: StoredBox): BallotRow[] {
  return [...ballots]
    .sort(([one], [other]) => Buffer.compare(Buffer.from(one), Buffer.from(other)))
    .map(([voter, { castBy, choice }]) => ({ voter, castBy, choice: JSON.parse(choice) as unknown }));
}
