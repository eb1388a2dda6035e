// What somebody who cannot see the page must hear between two states of the meeting: at most the newest of each kind.
import { isSigned, lockedMinutes, mayDo, voiceOf, type Meeting } from '@mufakat/domain';

export type News =
  | { kind: 'poll-open'; pollId: string; yours: boolean }
  | { kind: 'poll-closed'; pollId: string }
  | { kind: 'locked'; decisionId: string }
  | { kind: 'unlocked'; decisionId: string }
  | { kind: 'goal-locked' | 'goal-unlocked'; goalId: string }
  | { kind: 'minutes-locked' | 'minutes-signed' | 'minutes-opened' }
  | { kind: 'seat' }
  | { kind: 'paused' }
  | { kind: 'resumed' }
  | { kind: 'opened' }
  | { kind: 'closed' }
  | { kind: 'item'; itemId: string }
  | { kind: 'notice' }
  | { kind: 'agenda-proposed' }
  | { kind: 'agenda-changed' }
  | { kind: 'chair'; by: 'handing' | 'taking'; from: string | null; to: string }
  | { kind: 'waiting'; personIds: readonly string[] };

export function newsBetween(before: Meeting, after: Meeting, you: string): News[] {
  if (before === after) return [];
  return [...phaseNews(before, after), ...itemNews(before, after), ...textNews(before, after)].concat(
    goalNews(before, after),
    minutesNews(before, after),
    noticeNews(before, after),
    agendaNews(before, after),
    pollNews(before, after, you),
    seatNews(before, after, you),
    chairNews(before, after),
    waitingNews(before, after, you),
  );
}

function phaseNews(before: Meeting, after: Meeting): News[] {
  const [was, is] = [before.phase.status, after.phase.status];
  if (was === is) return [];
  if (is === 'paused') return [{ kind: 'paused' }];
  if (is === 'closed') return [{ kind: 'closed' }];
  if (is === 'open') return [{ kind: was === 'paused' ? 'resumed' : 'opened' }];
  return [];
}

function itemNews(before: Meeting, after: Meeting): News[] {
  const id = after.agenda.running?.item.id;
  return id !== undefined && id !== before.agenda.running?.item.id ? [{ kind: 'item', itemId: id }] : [];
}

/** Before the opening: the invitation says something else now. */
function noticeNews({ plan: was }: Meeting, { plan: is }: Meeting): News[] {
  const parts = ['title', 'startsAt', 'timeZone', 'place', 'callUrl'] as const;
  return parts.some((part) => was[part] !== is[part]) ? [{ kind: 'notice' }] : [];
}

/** A change put to the room, or one that holds now; the first adoption everyone sees on stage. */
function agendaNews({ agenda: was }: Meeting, { agenda: is }: Meeting): News[] {
  if (is.version > was.version && was.version > 0) return [{ kind: 'agenda-changed' }];
  return is.proposal && is.proposal.id !== was.proposal?.id ? [{ kind: 'agenda-proposed' }] : [];
}

function textNews(before: Meeting, after: Meeting): News[] {
  return Object.values(after.decisions).flatMap(({ id, text }): News[] => {
    const was = before.decisions[id]?.text.status;
    if (was === undefined || was === text.status) return [];
    return [{ kind: text.status === 'frozen' ? 'locked' : 'unlocked', decisionId: id }];
  });
}

function goalNews(before: Meeting, after: Meeting): News[] {
  return Object.values(after.goals).flatMap(({ id, text }): News[] => {
    const was = before.goals[id]?.text.status;
    if (was === undefined || was === text.status) return [];
    return [{ kind: text.status === 'frozen' ? 'goal-locked' : 'goal-unlocked', goalId: id }];
  });
}

/** Locked, opened again, or signed by chair and secretary. */
function minutesNews(before: Meeting, after: Meeting): News[] {
  const [was, is] = [paperStatus(before), paperStatus(after)];
  if (was === is) return [];
  if (is === 'draft') return [{ kind: 'minutes-opened' }];
  return [{ kind: is === 'signed' ? 'minutes-signed' : 'minutes-locked' }];
}

function paperStatus(meeting: Meeting): 'draft' | 'locked' | 'signed' {
  const locked = lockedMinutes(meeting);
  if (!locked) return 'draft';
  return isSigned(locked) ? 'signed' : 'locked';
}

function pollNews(before: Meeting, after: Meeting, you: string): News[] {
  return Object.values(after.polls).flatMap((poll): News[] => {
    const was = before.polls[poll.id]?.count.status;
    if (was === poll.count.status) return [];
    if (poll.count.status === 'closed') return [{ kind: 'poll-closed', pollId: poll.id }];
    return [{ kind: 'poll-open', pollId: poll.id, yours: voiceOf(after, poll, you) !== null }];
  });
}

/** A seat was given: from guest to more, or a vote. */
function seatNews(before: Meeting, after: Meeting, you: string): News[] {
  const [was, is] = [before.people.get(you), after.people.get(you)];
  if (!was || !is || is.seat !== 'held') return [];
  const changed =
    was.votes !== is.votes || was.roles.join() !== is.roles.join() || was.partnerId !== is.partnerId;
  return changed ? [{ kind: 'seat' }] : [];
}

/** The chair went to somebody else. */
function chairNews(before: Meeting, after: Meeting): News[] {
  const last = after.course
    .slice(before.course.length)
    .findLast((moment) => moment.kind === 'chair-handed-over' || moment.kind === 'chair-taken');
  if (last?.kind === 'chair-handed-over')
    return [{ kind: 'chair', by: 'handing', from: last.from, to: last.to }];
  return last?.kind === 'chair-taken' ? [{ kind: 'chair', by: 'taking', from: null, to: last.by }] : [];
}

/** For those who let people in: who came to wait. */
function waitingNews(before: Meeting, after: Meeting, you: string): News[] {
  if (before.people === after.people || !mayDo(after, you, 'letIn')) return [];
  const personIds = after.people
    .values()
    .filter(({ id, seat }) => seat === 'waiting' && before.people.get(id) === undefined)
    .map(({ id }) => id);
  return personIds.length > 0 ? [{ kind: 'waiting', personIds }] : [];
}
