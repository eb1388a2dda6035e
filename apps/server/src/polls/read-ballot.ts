/** A ballot out of the box, checked again on its way to the count: the store keeps choices as the JSON they came as. */
import { choiceSchema, type StoredBallot } from '@mufakat/domain';
import type { BallotRow } from '../store/ports';

export function readBallot(row: BallotRow): StoredBallot {
  return { ...row, choice: choiceSchema.parse(row.choice) };
}
