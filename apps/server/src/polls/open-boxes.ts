/**
 * Open ballot boxes as the room holds them beside the store: who has answered, for turnout and for showing people
 * their own answer again. The store alone decides what counts; this follows it. How many have answered is counted as
 * they do, so that telling it costs the same however long the roll is.
 */
import { castersIn, type Poll, type PollBox } from '@mufakat/domain';
import type { TurnoutFrame } from '@mufakat/protocol';
import type { BallotRow } from '../store/ports';

interface Box {
  ballots: Map<string, BallotRow>;
  /** The chamber of each voice on the roll. */
  chambers: ReadonlyMap<string, string | null>;
  cast: Map<string | null, number>;
}

export class OpenBoxes {
  readonly #boxes = new Map<string, Box>();

  open(poll: PollBox, ballots: readonly BallotRow[] = []): void {
    const { id } = poll;
    const chambers = new Map(castersIn(poll).map(({ key, chamber }) => [key, chamber]));
    this.#boxes.set(id, { ballots: new Map(), chambers, cast: new Map() });
    for (const ballot of ballots) this.put(id, ballot);
  }

  /** Someone who was left out stands on the roll now. */
  added(pollId: string, { key, chamber }: Poll['roll'][number]): void {
    const box = this.#boxes.get(pollId);
    if (box) box.chambers = new Map([...box.chambers, [key, chamber]]);
  }

  close(pollId: string): void {
    this.#boxes.delete(pollId);
  }

  /** A voice that has answered before gives another answer, and is counted once. Says whether it was the last to answer. */
  put(pollId: string, ballot: BallotRow): boolean {
    const box = this.#boxes.get(pollId);
    if (!box) return false;
    const { ballots, chambers, cast } = box;
    const chamber = chambers.get(ballot.voter);
    const isNew = chamber !== undefined && !ballots.has(ballot.voter);
    if (isNew) cast.set(chamber, (cast.get(chamber) ?? 0) + 1);
    ballots.set(ballot.voter, ballot);
    return isNew && ballots.size >= chambers.size;
  }

  choiceOf(pollId: string, voter: string): unknown {
    return this.#boxes.get(pollId)?.ballots.get(voter)?.choice;
  }

  choicesOf(pollId: string): unknown[] {
    return [...(this.#boxes.get(pollId)?.ballots.values() ?? [])].map(({ choice }) => choice);
  }

  turnout(pollId: string): TurnoutFrame {
    const byChamber = [...(this.#boxes.get(pollId)?.cast ?? [])].map(([chamber, cast]) => ({
      chamber,
      cast,
    }));
    return { pollId, cast: byChamber.reduce((total, { cast }) => total + cast, 0), byChamber };
  }
}
