// A count that ended in a tie: what the rule makes of it, and from when a vote may be taken anew. Pure; what may be done is the
// domain's ([D12] to [D14]).
import { revoteFrom, tiedTwice, waitingTie, type Decision, type Meeting, type Poll } from '@mufakat/domain';

export type TieTurn =
  /** Nothing is tied, or a tie fails. */
  | { readonly kind: 'none' }
  | { readonly kind: 'chair' }
  | { readonly kind: 'lot' }
  /** `from` is server time in milliseconds. */
  | { readonly kind: 'revote'; readonly from: number }
  /** The second vote was tied as well: this wording falls. */
  | { readonly kind: 'twice' };

export function tieTurn(meeting: Meeting, decision: Decision): TieTurn {
  if (tiedTwice(meeting, decision)) return { kind: 'twice' };
  switch (waitingTie(meeting, decision)?.waits) {
    case 'awaits-chair':
      return { kind: 'chair' };
    case 'awaits-lot':
      return { kind: 'lot' };
    case 'awaits-revote':
      return { kind: 'revote', from: revoteFrom(meeting, decision) ?? 0 };
    case undefined:
      return { kind: 'none' };
  }
}

/** A vote taken anew after a tie: by its rule a tie fails. */
export function isSecondVote(decision: Decision, poll: Poll): boolean {
  return decision.rule.tie.kind === 'revote' && poll.rule.tie.kind === 'fails';
}

export interface DrawnLot {
  readonly seed: string;
  readonly hash: string;
}

/** The lot that broke this poll's tie, with what was told of it before. */
export function drawnLot({ count, lot }: Poll): DrawnLot | null {
  if (!lot || count.status === 'open' || count.tieBreak?.by !== 'lot') return null;
  return { seed: count.tieBreak.seed, hash: lot.hash };
}
