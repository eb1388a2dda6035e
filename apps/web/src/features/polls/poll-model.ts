// What a poll shows while it is open: how many have answered by unsur, whose voice this person has, and why they have none.
import { castersIn, isAsking, voiceOf, type Meeting, type Poll } from '@mufakat/domain';
import type { TurnoutFrame } from '@mufakat/protocol';

export interface UnitTurnout {
  readonly id: string | null;
  readonly name: string | null;
  readonly cast: number;
  readonly of: number;
}

export interface Turnout {
  readonly cast: number;
  readonly of: number;
  readonly units: readonly UnitTurnout[];
}

/** Counted in voices (people or partners), one shape each; units without a voter are left out. */
export function turnoutOf(meeting: Meeting, poll: Poll, frame: TurnoutFrame | undefined): Turnout {
  const casters = castersIn(poll);
  const ids = [...meeting.plan.chambers.map((chamber) => chamber.id), null];
  const units = ids.flatMap((id): UnitTurnout[] => {
    const of = casters.filter((voter) => voter.chamber === id).length;
    if (of === 0) return [];
    const name = meeting.plan.chambers.find((chamber) => chamber.id === id)?.name ?? null;
    const cast = frame?.byChamber.find((one) => one.chamber === id)?.cast ?? 0;
    return [{ id, name, cast: Math.min(cast, of), of }];
  });
  return { cast: frame?.cast ?? 0, of: casters.length, units };
}

export type Voice =
  /** For oneself. */
  | { kind: 'own' }
  | { kind: 'partner'; partnerId: string }
  | { kind: 'none'; why: 'no-vote' | 'late' | 'not-delegate' | 'conflict' };

export function voiceIn(meeting: Meeting, poll: Poll, you: string): Voice {
  const key = voiceOf(meeting, poll, you);
  if (key !== null && poll.conflicted?.includes(you)) return { kind: 'none', why: 'conflict' };
  const byDelegates = castsByDelegates(poll);
  if (key !== null) return byDelegates ? { kind: 'partner', partnerId: key } : { kind: 'own' };
  const me = meeting.people.get(you);
  if (byDelegates) return { kind: 'none', why: 'not-delegate' };
  return { kind: 'none', why: me?.votes ? 'late' : 'no-vote' };
}

/** Partners have the votes, and their delegates cast them; else it is people who cast. */
export function castsByDelegates({ electorate, people }: Poll): boolean {
  return electorate === 'partner' && !people;
}

/** Whether an answer is wanted from everyone on the roll: not while an acclamation stands. */
export function wantsAnswer(poll: Poll): boolean {
  return poll.counted;
}

export function isConsent(poll: Poll): boolean {
  return isAsking(poll);
}

/** The how-manieth time these words are asked about on this rung. */
export function roundOf(meeting: Meeting, poll: Poll): number {
  const polls = meeting.decisions[poll.decisionId]?.polls ?? [];
  return polls.indexOf(poll.id) + 1;
}
