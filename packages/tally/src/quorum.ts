/**
 * Quorum: who is counted against which base.
 *
 * | base | of | have, in a vote or where silence is not consent | where silence counts as consent |
 * |---|---|---|---|
 * | invited | who was invited | who signed the attendance list (vote); who answered (consent) | who signed |
 * | roll | who may vote | who took part | who is present |
 * | present | who is present | who took part | all of them |
 * | attended | who signed | who took part | all of them |
 *
 * Any ballot is taking part, also a blank one; a voter who stays out for a declared conflict and is here is
 * not missing. Nobody takes part without being here, so no base is smaller than the ballots in it.
 */
import type { Numbers } from './casters';
import { meetsShare, neededFor } from './fraction';
import type { QuorumCheck, TraceStep } from './result';
import type { ChamberQuorum, QuorumBase } from './rule';

/** What counts as being there: signing the list, answering, or simply staying. */
export type QuorumBy = 'signing' | 'answering' | 'staying';

export function quorumCheck(
  rule: ChamberQuorum,
  numbers: Numbers,
  tookPart: number,
  by: QuorumBy,
): QuorumCheck {
  const { base, atLeast, strict } = rule;
  const of = baseOf(base, numbers, tookPart);
  const have = haveOf(base, numbers, tookPart, by);
  return {
    base,
    atLeast,
    strict,
    of,
    have,
    need: neededFor(of, atLeast, strict),
    met: meetsShare(have, of, atLeast, strict),
  };
}

export function quorumStep(check: QuorumCheck, chamber: string | null, whole: boolean): TraceStep {
  const { have, need, of, met } = check;
  return { check: whole ? 'quorum' : 'chamber-quorum', chamber, have, need, of, holds: met };
}

function baseOf(base: QuorumBase, numbers: Numbers, tookPart: number): number {
  return base === 'invited' ? numbers.invited : Math.max(numbers[base], tookPart);
}

function haveOf(base: QuorumBase, numbers: Numbers, tookPart: number, by: QuorumBy): number {
  if (by === 'answering') return tookPart;
  if (base === 'invited') return Math.max(numbers.attended, tookPart);
  if (by === 'signing') return tookPart;
  return Math.max(base === 'attended' ? numbers.attended : numbers.present, tookPart);
}
