/**
 * What the chair or the lot says of a tie after the count: a tally that waits for one of them turns into the one that
 * `tallyVote` comes to when it is told what they said. Apart from the counting, so that whoever only folds a record
 * does not load it.
 */
import type { VoteTally } from './result';

/** Throws RangeError where the tally waits for neither the chair nor the lot. */
export function breakTie(tally: VoteTally, casting: 'yes' | 'no'): VoteTally {
  const { tie } = tally;
  if (tie?.state !== 'awaits-chair' && tie?.state !== 'awaits-lot') throw new RangeError('no tie to break');
  const by = tie.state === 'awaits-chair' ? 'chair' : 'lot';
  const passes = casting === 'yes';
  return {
    ...tally,
    tie: { ...tie, state: `${by}-${casting}` },
    outcome: passes ? 'passes' : 'fails',
    passes,
    reasons: passes ? [] : tally.reasons,
  };
}
