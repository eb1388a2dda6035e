/**
 * The ballot boxes of one meeting: casting, what each person has given, and the turnout, told at most five times a
 * second and never with what was said. The box in the store decides what counts; this asks it and follows it.
 */
import {
  assertNever,
  decideBallot,
  isPollOpen,
  ok,
  refused,
  voiceOf,
  type Ballot,
  type Meeting,
  type Poll,
  type Result,
  type StoredBallot,
} from '@mufakat/domain';
import { wireLimits, type TurnoutFrame } from '@mufakat/protocol';
import type { JsonValue } from '@mufakat/record';
import { coalesce } from '../platform/coalesce';
import type { Clock } from '../platform/ports';
import type { BallotStore } from '../store/ports';
import { OpenBoxes } from './open-boxes';

export class BallotBox {
  readonly #open = new OpenBoxes();
  readonly #news = coalesce(wireLimits.coalesceMs, () => this.#tell());
  readonly #changed = new Set<string>();

  constructor(
    readonly ports: { store: BallotStore; clock: Clock },
    readonly stateNow: () => Meeting | null,
    readonly told: (turnout: TurnoutFrame) => void,
  ) {}

  /** Reads the boxes that are open, when the meeting comes into memory. */
  async load(): Promise<void> {
    for (const poll of this.#openPolls()) this.#open.open(poll, await this.ports.store.readBallots(poll.id));
  }

  opened(pollId: string): void {
    const poll = this.stateNow()?.polls[pollId];
    if (poll) this.#open.open(poll);
  }

  closed(pollId: string): void {
    this.#open.close(pollId);
  }

  /** Acked after the flush; the same ballot id is answered as before and counts once. */
  async cast(ballot: Ballot, personId: string): Promise<Result<null>> {
    const state = this.stateNow();
    if (!state) return refused('not_found');
    const decided = ballotOf(state, ballot, personId);
    if (!decided.ok) return decided;
    const { pollId, ballotId } = ballot;
    const at = this.ports.clock.now();
    const answer = await this.ports.store.castBallot({ pollId, ballotId, at, ...decided.value });
    switch (answer) {
      case 'stored':
        this.#put(pollId, decided.value);
        return ok(null);
      case 'repeated':
        return ok(null);
      case 'closed':
        return refused('poll_not_open');
      case 'unknown':
        return refused('poll_unknown');
      case 'id-used':
        return refused('ballot_id_used');
      default:
        return assertNever(answer);
    }
  }

  /** That everyone has answered is told at once. */
  #put(pollId: string, ballot: StoredBallot): void {
    const isLast = this.#open.put(pollId, ballot);
    this.#changed.add(pollId);
    if (isLast) this.#news.now();
    else this.#news.call();
  }

  turnouts(): TurnoutFrame[] {
    return this.#openPolls().map(({ id }) => this.#open.turnout(id));
  }

  /** What this person's voice has said in the polls that are open. */
  givenBy(personId: string): { pollId: string; choice: JsonValue }[] {
    const state = this.stateNow();
    if (!state) return [];
    return this.#openPolls().flatMap((poll) => {
      const voter = voiceOf(state, poll, personId);
      const choice = voter === null ? undefined : this.#open.choiceOf(poll.id, voter);
      // Choices are stored as the JSON they came as.
      return choice === undefined ? [] : [{ pollId: poll.id, choice: choice as JsonValue }];
    });
  }

  stop(): void {
    this.#news.stop();
  }

  #openPolls(): Poll[] {
    return Object.values(this.stateNow()?.polls ?? {}).filter(isPollOpen);
  }

  #tell(): void {
    for (const { id } of this.#openPolls()) {
      if (this.#changed.has(id)) this.told(this.#open.turnout(id));
    }
    this.#changed.clear();
  }
}

/** A ballot for a closed poll still asks the box: it may be the retry of one that was counted. */
function ballotOf(state: Meeting, ballot: Ballot, personId: string): Result<StoredBallot> {
  const decided = decideBallot(state, ballot, personId);
  const poll = state.polls[ballot.pollId];
  if (decided.ok || decided.code !== 'poll_not_open' || !poll) return decided;
  const voter = voiceOf(state, poll, personId);
  return voter === null ? decided : ok({ voter, castBy: personId, choice: ballot.choice });
}
