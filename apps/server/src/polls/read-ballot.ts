/**
 * A ballot out of the box, checked again on its way to the count: the store keeps choices as the JSON they came as, and
 * those of a secret question sealed.
 */
import { choiceSchema, type AnyChoice, type StoredBallot } from '@mufakat/domain';
import * as z from 'zod';
import type { BallotRow } from '../store/ports';
import type { PollKeys } from './poll-keys';

const sealedSchema = z.strictObject({ sealed: z.string() });

export function readBallot(row: BallotRow): StoredBallot {
  return { ...row, choice: choiceSchema.parse(row.choice) };
}

export function sealedChoice(
  keys: PollKeys,
  pollId: string,
  voter: string,
  choice: AnyChoice,
): { sealed: string } {
  return { sealed: keys.seal(pollId, voter, JSON.stringify(choice)) };
}

/** Throws where the key is gone, or the ballot is not as it was cast. */
export function readSealed(keys: PollKeys, pollId: string, row: BallotRow): StoredBallot {
  const { sealed } = sealedSchema.parse(row.choice);
  const choice: unknown = JSON.parse(keys.unseal(pollId, row.voter, sealed));
  return { ...row, choice: choiceSchema.parse(choice) };
}
