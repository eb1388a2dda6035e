/**
 * Approval: each ballot approves any number of options; shares are of ballots, not of marks. With several
 * seats this is block voting, which lets the largest group take them all, and the result says so.
 *
 * Not here: breaking a tie. Options that are equal at the last seats are named, and none of them is elected.
 * An option that nobody approves is not elected, even to an empty seat.
 */
import { castersOf, chambersIn, total, type Caster } from './casters';
import { shareOf } from './fraction';
import type { Electorate } from './electorate';
import type { ApprovalRow, ApprovalTally } from './result';

/** A ballot by a voter of the roll, or `count` equal ballots whose link to their voters is gone. */
export type ApprovalBallot =
  | { voter: string; approves: readonly string[] }
  | { approves: readonly string[]; chamber: string | null; weight: number; count: number };

export type ApprovalInput = {
  options: readonly string[];
  ballots: readonly ApprovalBallot[];
  electorate: Electorate;
  seats: number;
};

/** Throws RangeError on broken ballots (casters.ts), options or seats. A ballot that approves none counts. */
export function tallyApproval({ options, ballots, electorate, seats }: ApprovalInput): ApprovalTally {
  refuseBroken(options, ballots, seats);
  const casters = castersOf(ballots, electorate);
  const unranked = options.map((option) => rowOf(option, casters, electorate));
  const { line, tied, left } = lastSeats(unranked, seats);
  const rows = ranked(unranked).map((row) => ({ ...row, elected: row.approvals > line }));
  const approvedNone = weightOf(casters.filter(({ ballot }) => ballot.approves.length === 0));
  return {
    method: 'approval',
    variant: seats > 1 ? 'block-approval' : 'approval',
    seats,
    counts: {
      ballots: weightOf(casters),
      approvedNone,
      marks: total(rows.map(({ approvals }) => approvals)),
    },
    rows,
    elected: rows.filter(({ elected }) => elected).map(({ option }) => option),
    tie: tied.length > 0 ? { options: tied, seats: left } : null,
    blockVoting: seats > 1,
    trace: rows.map(({ option, approvals, elected }) => ({
      option,
      approvals,
      of: weightOf(casters),
      elected,
    })),
  };
}

type Unranked = Omit<ApprovalRow, 'rank' | 'elected'>;

function rowOf(option: string, casters: readonly Caster<ApprovalBallot>[], electorate: Electorate): Unranked {
  const approving = casters.filter(({ ballot }) => ballot.approves.includes(option));
  const approvals = weightOf(approving);
  const chambers = chambersIn(electorate, ...casters.map(({ chamber }) => chamber));
  return {
    option,
    approvals,
    share: shareOf(approvals, weightOf(casters)),
    byChamber: chambers.map((chamber) => ({
      chamber,
      approvals: weightOf(approving.filter((caster) => caster.chamber === chamber)),
      ballots: weightOf(casters.filter((caster) => caster.chamber === chamber)),
    })),
  };
}

function ranked(rows: readonly Unranked[]): Omit<ApprovalRow, 'elected'>[] {
  const rank = (approvals: number): number => 1 + rows.filter((row) => row.approvals > approvals).length;
  return rows
    .map(({ option, approvals, share, byChamber }) => ({
      option,
      approvals,
      share,
      rank: rank(approvals),
      byChamber,
    }))
    .sort((a, b) => b.approvals - a.approvals || (a.option < b.option ? -1 : 1));
}

/** Elected is who has more than `line`; `tied` are those at the line when they are more than the seats left. */
function lastSeats(rows: readonly Unranked[], seats: number): { line: number; tied: string[]; left: number } {
  const approved = rows.filter(({ approvals }) => approvals > 0);
  if (approved.length <= seats) return { line: 0, tied: [], left: 0 };
  const most = approved.map(({ approvals }) => approvals).sort((a, b) => b - a);
  const atLast = most[seats - 1] ?? 0;
  if (most[seats] !== atLast) return { line: atLast - 1, tied: [], left: 0 };
  const tied = approved.filter(({ approvals }) => approvals === atLast).map(({ option }) => option);
  return { line: atLast, tied: tied.sort(), left: seats - most.filter((n) => n > atLast).length };
}

function weightOf(casters: readonly Caster<ApprovalBallot>[]): number {
  return total(casters.map(({ weight }) => weight));
}

function refuseBroken(options: readonly string[], ballots: readonly ApprovalBallot[], seats: number): void {
  const known = new Set(options);
  if (known.size < options.length) throw new RangeError('an option stands there twice');
  if (!Number.isSafeInteger(seats) || seats < 1) throw new RangeError(`not a number of seats: ${seats}`);
  for (const { approves } of ballots) {
    if (new Set(approves).size < approves.length)
      throw new RangeError('an option is approved twice on a ballot');
    const stranger = approves.find((option) => !known.has(option));
    if (stranger !== undefined) throw new RangeError(`not an option: ${stranger}`);
  }
}
