/** What questions need of the world: a lot and a hash at the opening, a key of their own where they are secret. */
import {
  ok,
  publishedVoices,
  refused,
  voicesOf,
  type Gathered,
  type Meeting,
  type MeetingState,
  type Result,
} from '@mufakat/domain';
import { lotOrder, rollHash, type JsonValue } from '@mufakat/record';
import type { Ids } from '../platform/ports';
import type { BallotStore } from '../store/ports';
import type { BoxToClose } from '../streams/plan';
import type { PollKeys } from './poll-keys';
import { readBallot, readSealed } from './read-ballot';

type Ports = { ids: Ids; pollKeys: PollKeys };

/** The key of a secret question is on disk before the event that opens it. */
export function forOpening({ ids, pollKeys }: Ports, state: Meeting, pollId: string): Result<Gathered> {
  const question = state.questions[pollId];
  if (question?.stage.status === 'draft' && question.content.secrecy.kind === 'secret') pollKeys.make(pollId);
  return ok({
    // Entries of a roll are plain JSON by their type in the domain.
    hashRoll: (id, roll) => rollHash(id, roll as readonly JsonValue[]),
    drawLot: (options) => {
      const seed = ids.newToken();
      return { seed, order: lotOrder(seed, options) };
    },
  });
}

/** Without its key a secret question cannot be counted. */
export function whyNotCounted(
  { pollKeys }: Pick<Ports, 'pollKeys'>,
  state: Meeting,
  pollId: string,
): Result<null> {
  const question = state.questions[pollId];
  const needsKey = question?.stage.status === 'open' && question.content.secrecy.kind === 'secret';
  return needsKey && !pollKeys.has(pollId) ? refused('poll_key_lost') : ok(null);
}

export function questionBox(
  { pollKeys }: Pick<Ports, 'pollKeys'>,
  state: MeetingState,
  pollId: string,
): BoxToClose<MeetingState> {
  const question = state.status === 'planned' ? state.questions[pollId] : undefined;
  const isSecret = question?.content.secrecy.kind === 'secret';
  return {
    pollId,
    read: (row) => (isSecret ? readSealed(pollKeys, pollId, row) : readBallot(row)),
    published: (ballots, now) => {
      const asked = now.status === 'planned' ? now.questions[pollId] : undefined;
      return asked?.stage.status === 'open'
        ? publishedVoices(asked, voicesOf(asked.stage.opening, ballots))
        : [];
    },
  };
}

/** Keys that outlived their question, or were made for one that never opened: a close that was cut off is finished. */
export async function destroySpentKeys(store: BallotStore, pollKeys: PollKeys): Promise<void> {
  for (const pollId of pollKeys.ids()) {
    const box = await store.findBox(pollId);
    if (box?.status !== 'open') pollKeys.destroy(pollId);
  }
}
