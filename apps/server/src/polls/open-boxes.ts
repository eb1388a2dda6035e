/**
 * Open ballot boxes as the room holds them beside the store: who has answered, for turnout and for showing people
 * their own answer again. The store alone decides what counts; this follows it.
 */
import type { Poll } from '@mufakat/domain';
import type { TurnoutFrame } from '@mufakat/protocol';
import type { BallotRow } from '../store/ports';

export class OpenBoxes {
  readonly #boxes = new Map<string, Map<string, BallotRow>>();

  open(pollId: string, ballots: readonly BallotRow[] = []): void {
    this.#boxes.set(pollId, new Map(ballots.map((ballot) => [ballot.voter, ballot])));
  }

  close(pollId: string): void {
    this.#boxes.delete(pollId);
  }

  put(pollId: string, ballot: BallotRow): void {
    this.#boxes.get(pollId)?.set(ballot.voter, ballot);
  }

  choiceOf(pollId: string, voter: string): unknown {
    return this.#boxes.get(pollId)?.get(voter)?.choice;
  }

  turnout(poll: Poll): TurnoutFrame {
    const box = this.#boxes.get(poll.id);
    const cast = poll.roll.filter((voter) => box?.has(voter.key));
    const byChamber = new Map<string | null, number>();
    for (const { chamber } of cast) byChamber.set(chamber, (byChamber.get(chamber) ?? 0) + 1);
    return {
      pollId: poll.id,
      cast: cast.length,
      byChamber: [...byChamber].map(([chamber, count]) => ({ chamber, cast: count })),
    };
  }
}
