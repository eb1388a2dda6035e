// The meetings of a coalition in groups: going on now, planned (next first), closed (latest first). Empty groups are left out.
export type PhaseGroup = 'now' | 'planned' | 'closed';

interface Row {
  readonly startsAt: number;
  readonly phase: string;
}

const groups: readonly PhaseGroup[] = ['now', 'planned', 'closed'];

function groupOf(phase: string): PhaseGroup {
  if (phase === 'open' || phase === 'paused') return 'now';
  return phase === 'closed' ? 'closed' : 'planned';
}

export function meetingsByPhase<Meeting extends Row>(
  meetings: readonly Meeting[],
): { group: PhaseGroup; meetings: Meeting[] }[] {
  return groups.flatMap((group) => {
    const onward = group === 'closed' ? -1 : 1;
    const rows = meetings
      .filter((one) => groupOf(one.phase) === group)
      .sort((a, b) => onward * (a.startsAt - b.startsAt));
    return rows.length > 0 ? [{ group, meetings: rows }] : [];
  });
}
