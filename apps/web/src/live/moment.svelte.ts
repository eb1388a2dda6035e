/**
 * What is of the moment and never in the record: who is connected, how many have voted, what this person has said in
 * polls that are open. Replaced, never changed; of polls that are over nothing is kept.
 */
import { isPollOpen, isQuestionOpen, type Choice, type Meeting } from '@mufakat/domain';
import type { PresenceFrame, SeatedAck, TurnoutFrame } from '@mufakat/protocol';

export function newMoment(): Moment {
  return new Moment();
}

class Moment {
  #here = $state.raw<ReadonlySet<string>>(new Set());
  #chairsAwaySince = $state.raw<number | null>(null);
  #turnouts = $state.raw<ReadonlyMap<string, TurnoutFrame>>(new Map());
  #given = $state.raw<ReadonlyMap<string, Choice>>(new Map());

  get here() {
    return this.#here;
  }
  get chairsAwaySince() {
    return this.#chairsAwaySince;
  }
  get turnouts() {
    return this.#turnouts;
  }
  get given() {
    return this.#given;
  }

  /** As the answer to a join tells it, in place of all before; who is here comes of itself. */
  joined({ turnouts, given }: SeatedAck): void {
    this.#turnouts = new Map(turnouts.map((one) => [one.pollId, one]));
    // The server keeps choices as the JSON they came as, checked when they were cast.
    this.#given = new Map(given.map((one) => [one.pollId, one.choice as Choice]));
  }

  present({ people, chairsAwaySince }: PresenceFrame): void {
    this.#here = new Set(people);
    this.#chairsAwaySince = chairsAwaySince;
  }

  turnout(frame: TurnoutFrame): void {
    this.#turnouts = new Map([...this.#turnouts, [frame.pollId, frame]]);
  }

  cast(pollId: string, choice: Choice): void {
    this.#given = new Map([...this.#given, [pollId, choice]]);
  }

  dropOver(state: Meeting | null): void {
    const stays = ([pollId]: [string, unknown]): boolean => {
      const poll = state?.polls[pollId];
      const question = state?.questions[pollId];
      return question ? isQuestionOpen(question) : poll === undefined || isPollOpen(poll);
    };
    if ([...this.#turnouts, ...this.#given].every(stays)) return;
    this.#turnouts = new Map([...this.#turnouts].filter(stays));
    this.#given = new Map([...this.#given].filter(stays));
  }
}
