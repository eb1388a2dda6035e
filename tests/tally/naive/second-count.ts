/** The second count of an election of any method: what a result says, apart from how its ties are told. */
import type { Election } from '@mufakat/tally';
import { borda } from './borda';
import { irv } from './irv';
import { majorityJudgment } from './majority-judgment';
import { approval, dots, handCount, plurality, quadratic, score, temperature } from './marks';
import { rankedPairs } from './ranked-pairs';
import { schulze } from './schulze';
import { star } from './star';
import { stvMeek } from './stv-meek';
import { stvScottish } from './stv-scottish';

export function secondCount(election: Election): Record<string, unknown> {
  switch (election.method) {
    case 'plurality':
      return plurality(election);
    case 'approval':
      return approval(election);
    case 'score':
      return score(election);
    case 'dots':
      return dots(election);
    case 'quadratic':
      return quadratic(election);
    case 'irv':
      return irv(election);
    case 'stv-scottish':
      return stvScottish(election);
    case 'stv-meek':
      return stvMeek(election);
    case 'schulze':
      return schulze(election);
    case 'ranked-pairs':
      return rankedPairs(election);
    case 'borda':
      return borda(election);
    case 'star':
      return star(election);
    case 'majority-judgment':
      return majorityJudgment(election);
    case 'temperature':
      return temperature(election);
    case 'hand-count':
      return handCount(election);
  }
}
