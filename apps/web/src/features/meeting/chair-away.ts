// Whether the chair may be taken: pure, from the state and from since when no chair is connected. The rule is the domain's; this
// says what the banner shows until then.
import { chairs, decideMeeting, limits, type Meeting } from '@mufakat/domain';

export type ChairAway =
  | { is: 'here' }
  /** Since when, and how long until it may be taken, milliseconds; 0: now. */
  | { is: 'away'; since: number; leftMs: number };

export interface ChairSight {
  you: string;
  /** Server time. */
  now: number;
  here: ReadonlySet<string>;
  awaySince: number | null;
}

export function chairAway(meeting: Meeting, { you, now, here, awaySince }: ChairSight): ChairAway {
  if (awaySince === null || chairs(meeting).some((chair) => here.has(chair.id))) return { is: 'here' };
  const could = decideMeeting(
    meeting,
    { type: 'chair.take' },
    {
      actor: { kind: 'person', personId: you },
      now,
      newId: () => '',
      gathered: { chairsAwayMs: Infinity },
    },
  );
  if (!could.ok) return { is: 'here' };
  return { is: 'away', since: awaySince, leftMs: Math.max(0, awaySince + limits.chairAwayMs - now) };
}

/** The last time that the chair was taken from this person, who has not had it since; null where it was not. */
export function takenFrom(meeting: Meeting, you: string): { at: number; by: string } | null {
  const last = meeting.course.findLast(
    (moment) => moment.kind === 'chair-taken' || moment.kind === 'chair-handed-over',
  );
  if (last?.kind !== 'chair-taken' || !last.from.includes(you)) return null;
  return meeting.people.get(you)?.roles.includes('chair') ? null : { at: last.at, by: last.by };
}
