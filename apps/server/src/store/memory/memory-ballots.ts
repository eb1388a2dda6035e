/** The ballot box in memory. */
import type { AppendAnswer, AppendRequest, BallotRow, BallotStore, CastAnswer, CastRequest } from '../ports';
import { checkedText, jsonText } from '../stored-text';
import type { State, StoredBox } from './state';

type CloseAnswer = Awaited<ReturnType<BallotStore['closeBox']>>;

export function memoryBallots(state: State, append: (request: AppendRequest) => AppendAnswer) {
  const { boxes, ballotIds, journal } = state;

  function castBallot({ pollId, ballotId, voter, castBy, choice, at, now, once }: CastRequest): CastAnswer {
    const box = boxes.get(pollId);
    if (!box) return 'unknown';
    const used = ballotIds.get(ballotId);
    if (used) return used.pollId === pollId && used.voter === voter ? 'repeated' : 'id-used';
    if (box.closed) return 'closed';
    if (box.deadline !== null && (now?.() ?? at) >= box.deadline) return 'late';
    if (once && box.ballots.has(voter)) return 'given';
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

  function findBox(pollId: string): { stream: string; status: 'open' | 'closed' } | null {
    const box = boxes.get(pollId);
    return box ? { stream: box.stream, status: box.closed ? 'closed' : 'open' } : null;
  }

  /** Open boxes with a deadline, the first to end first. */
  function ending() {
    return [...boxes]
      .flatMap(([pollId, { stream, closed, deadline }]) =>
        closed || deadline === null ? [] : [{ pollId, stream, deadline }],
      )
      .sort((a, b) => a.deadline - b.deadline || (a.pollId < b.pollId ? -1 : 1));
  }

  return {
    castBallot,
    closeBox,
    readBallots,
    readPublished,
    findBox,
    overdueBoxes: (now: number) =>
      ending()
        .filter(({ deadline }) => deadline <= now)
        .map(({ stream, pollId }) => ({ stream, pollId })),
    nextDeadline: () => ending()[0]?.deadline ?? null,
  };
}

/** In order of the voter keys' bytes, as SQLite has it. */
function ballotsOf({ ballots }: StoredBox): BallotRow[] {
  return [...ballots]
    .sort(([one], [other]) => Buffer.compare(Buffer.from(one), Buffer.from(other)))
    .map(([voter, { castBy, choice }]) => ({ voter, castBy, choice: JSON.parse(choice) as unknown }));
}
