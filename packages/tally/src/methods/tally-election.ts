/**
 * The count of an election by its own method: one door for servers, command lines, verifiers and workers.
 */
import { assertNever } from '../majority';
import { countApproval } from './count-approval';
import { countBorda } from './count-borda';
import { countByHand } from './count-by-hand';
import { countDots } from './count-dots';
import { countIrv } from './count-irv';
import { countMajorityJudgment } from './count-majority-judgment';
import { countMeekStv } from './count-meek-stv';
import { countPlurality } from './count-plurality';
import { countQuadratic } from './count-quadratic';
import { countRankedPairs } from './count-ranked-pairs';
import { countSchulze } from './count-schulze';
import { countScore } from './count-score';
import { countScottishStv } from './count-scottish-stv';
import { countStar } from './count-star';
import { countTemperature } from './count-temperature';
import type { Election } from './election';
import type { MethodResult } from './method-result';
import type { OnProgress } from './papers';

/** Throws RangeError on what `electionProblems` names. `onProgress` tells how far it is; what it throws stops it. */
export function tallyElection(election: Election, onProgress?: OnProgress): MethodResult {
  switch (election.method) {
    case 'plurality':
      return countPlurality(election);
    case 'approval':
      return countApproval(election);
    case 'score':
      return countScore(election);
    case 'dots':
      return countDots(election);
    case 'quadratic':
      return countQuadratic(election);
    case 'irv':
      return countIrv(election, onProgress);
    case 'stv-scottish':
      return countScottishStv(election, onProgress);
    case 'stv-meek':
      return countMeekStv(election, onProgress);
    case 'schulze':
      return countSchulze(election, onProgress);
    case 'ranked-pairs':
      return countRankedPairs(election, onProgress);
    case 'borda':
      return countBorda(election);
    case 'star':
      return countStar(election);
    case 'majority-judgment':
      return countMajorityJudgment(election);
    case 'temperature':
      return countTemperature(election);
    case 'hand-count':
      return countByHand(election);
    default:
      return assertNever(election);
  }
}
