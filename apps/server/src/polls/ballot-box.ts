/**
 * The ballot boxes of one meeting: casting, what each person has given, and the turnout, told at most five times a
 * second and never with what was said. The box in the store decides what counts; this asks it and follows it.
 */
import {
  assertNever,
  boxOf,
  decideBallot,
  ok,
  openBoxes,
  optionsChoiceSchema,
  refused,
  stepsSoFar,
  voiceOf,
  type Ballot,
  type Meeting,
  type Question,
  type Result,
  type StoredBallot,
} from '@mufakat/domain';
import { wireLimits, type TurnoutFrame } from '@mufakat/protocol';
import type { JsonValue } from '@mufakat/record';
import { coalesce } from '../platform/coalesce';
import type { Clock } from '../platform/ports';
import type { BallotRow, BallotStore } from '../store/ports';
import { OpenBoxes } from './open-boxes';
import type { PollKeys } from './poll-keys';
import { sealedChoice } from './read-ballot';

export class BallotBox {
  readonly #open = new OpenBoxes();
  readonly #news = coalesce(wireLimits.coalesceMs, () => this.#tell());
  readonly #changed = new Set<string>();

  constructor(
    readonly ports: { store: BallotStore; clock: Clock; pollKeys: PollKeys },
    readonly stateNow: () => Meeting | null,
    readonly told: (turnout: TurnoutFrame) => void,
  ) {}

  /** Reads the boxes that are open, when the meeting comes into memory. */
  async load(): Promise<void> {
    for (const box of this.#boxes()) {
      const rows = await this.ports.store.readBallots(box.id);
      this.#open.open(
        box,
        rows.map((row) => this.#remembered(box.id, row)),
      );
    }
  }

  opened(pollId: string): void {
    const box = this.#boxes().find(({ id }) => id === pollId);
    if (box) this.#open.open(box);
  }

  closed(pollId: string): void {
    this.#open.close(pollId);
  }

  addedToRoll(pollId: string, voter: Parameters<OpenBoxes['added']>[1]): void {
    this.#open.added(pollId, voter);
  }

  /** Acked after the flush; the same ballot id is answered as before and counts once. */
  async cast(ballot: Ballot, personId: string): Promise<Result<null>> {
    const state = this.stateNow();
    if (!state) return refused('not_found');
    const decided = ballotOf(state, ballot, personId);
    if (!decided.ok) return decided;
    const { pollId, ballotId } = ballot;
    const question = state.questions[pollId];
    const { clock, pollKeys, store } = this.ports;
    if (isSecret(question) && question.stage.status === 'open' && !pollKeys.has(pollId))
      return refused('poll_key_lost');
    const row = this.#asKept(question, decided.value);
    const answer = await store.castBallot({
      pollId,
      ballotId,
      at: clock.now(),
      now: () => clock.now(),
      once: question?.content.revote === 'none',
      ...row,
    });
    switch (answer) {
      case 'stored':
        this.#put(pollId, this.#remembered(pollId, row));
        return ok(null);
      case 'repeated':
        return ok(null);
      case 'closed':
        return refused('poll_not_open');
      case 'late':
        return refused('deadline_passed');
      case 'given':
        return refused('already_voted');
      case 'unknown':
        return refused('poll_unknown');
      case 'id-used':
        return refused('ballot_id_used');
      default:
        return assertNever(answer);
    }
  }

  /** A ballot as the store gets it: of a secret question sealed, and for a closed one, which takes none, bare of it. */
  #asKept(question: Question | undefined, ballot: StoredBallot): BallotRow {
    if (!isSecret(question)) return ballot;
    if (question.stage.status !== 'open') return { ...ballot, choice: null };
    const { voter, choice } = ballot;
    return { ...ballot, choice: sealedChoice(this.ports.pollKeys, question.id, voter, choice) };
  }

  /** A ballot as it is held in memory: of a secret question without what it says. */
  #remembered(pollId: string, row: BallotRow): BallotRow {
    return isSecret(this.stateNow()?.questions[pollId]) ? { ...row, choice: null } : row;
  }

  /** That everyone has answered is told at once. */
  #put(pollId: string, ballot: BallotRow): void {
    const isLast = this.#open.put(pollId, ballot);
    this.#changed.add(pollId);
    if (isLast) this.#news.now();
    else this.#news.call();
  }

  turnouts(): TurnoutFrame[] {
    return this.#boxes().map(({ id }) => this.#turnout(id));
  }

  /** What this person's voice has said in the polls that are open; of a secret question only that it has. */
  givenBy(personId: string): { pollId: string; choice: JsonValue }[] {
    const state = this.stateNow();
    if (!state) return [];
    return this.#boxes().flatMap((box) => {
      const voter = voiceOf(state, box, personId);
      const choice = voter === null ? undefined : this.#open.choiceOf(box.id, voter);
      // Choices are stored as the JSON they came as.
      return choice === undefined ? [] : [{ pollId: box.id, choice: choice as JsonValue }];
    });
  }

  stop(): void {
    this.#news.stop();
  }

  #boxes(): ReturnType<typeof openBoxes> {
    const state = this.stateNow();
    return state ? openBoxes(state) : [];
  }

  /** With what was said so far where that may be seen. */
  #turnout(pollId: string): TurnoutFrame {
    const turnout = this.#open.turnout(pollId);
    const question = this.stateNow()?.questions[pollId];
    if (question?.content.result !== 'live') return turnout;
    const choices = this.#open.choicesOf(pollId).map((choice) => optionsChoiceSchema.parse(choice));
    return { ...turnout, steps: stepsSoFar(question, choices) };
  }

  #tell(): void {
    for (const { id } of this.#boxes()) {
      if (this.#changed.has(id)) this.told(this.#turnout(id));
    }
    this.#changed.clear();
  }
}

function isSecret(question: Question | undefined): question is Question {
  return question?.content.secrecy.kind === 'secret';
}

/** A ballot for a closed poll still asks the box: it may be the retry of one that was counted. */
function ballotOf(state: Meeting, ballot: Ballot, personId: string): Result<StoredBallot> {
  const decided = decideBallot(state, ballot, personId);
  const box = boxOf(state, ballot.pollId);
  if (decided.ok || decided.code !== 'poll_not_open' || !box) return decided;
  const voter = voiceOf(state, box, personId);
  return voter === null ? decided : ok({ voter, castBy: personId, choice: ballot.choice });
}
