/**
 * Who may vote and who was here: the numbers that a count is measured against.
 *
 * Invariants: weights are positive integers; a voter stands on the roll once; `invited`, `present` and
 * `attended` are counted in the same unit as the roll (heads when people vote, partners when partners
 * vote), one entry a head or partner, or several merged into one with their summed weight.
 */

/** One entry of the roll, which is frozen when the poll opens. */
export type Voter = { key: string; chamber: string | null; weight: number };

/** A head or partner counted, by chamber; `weight` is a positive integer. */
export type Count = { chamber: string | null; weight: number };

/** A voter on the roll with a declared conflict of interest, and whether the counts below include them. */
export type Conflicted = { key: string; present: boolean; attended: boolean };

/** Taken at the close, except the roll. */
export type Electorate = {
  roll: Voter[];
  invited: Count[];
  present: Count[];
  attended: Count[];
  conflicted?: Conflicted[];
};
