// Says what has happened in the room to those who cannot see it; politely, it waits for a pause.
import { textOf, type Meeting } from '@mufakat/domain';
import { format, t } from '../../i18n/language.svelte';
import { calledName } from '../people/partner-marks';
import { announce } from '../../ui/announcer.svelte';
import { newsBetween, type News } from './news';

export function announceNews(before: Meeting, after: Meeting, you: string): News[] {
  const news = newsBetween(before, after, you);
  const said = news.map((one) => wordsOf(one, after)).filter((words) => words !== '');
  if (said.length > 0) announce(said.join(' '));
  return news;
}

function wordsOf(news: News, meeting: Meeting): string {
  const { phase, plan } = meeting;
  switch (news.kind) {
    case 'poll-open':
      return news.yours ? t('room.saidPollYours') : t('room.saidPoll');
    case 'poll-closed':
      return t('room.saidPollClosed');
    case 'locked':
      return t('room.saidLocked', { title: meeting.decisions[news.decisionId]?.title ?? '' });
    case 'unlocked':
      return t('room.saidUnlocked', { title: meeting.decisions[news.decisionId]?.title ?? '' });
    case 'goal-locked':
      return t('goal.saidLocked', { title: meeting.goals[news.goalId]?.title ?? '' });
    case 'goal-unlocked':
      return t('goal.saidUnlocked', { title: meeting.goals[news.goalId]?.title ?? '' });
    case 'minutes-locked':
      return t('minutes.saidLocked');
    case 'minutes-signed':
      return t('minutes.saidSigned');
    case 'minutes-opened':
      return t('minutes.saidOpened');
    case 'seat':
      return t('room.saidSeat');
    case 'paused':
      return phase.status === 'paused'
        ? t('room.saidPaused', {
            time: format.clock(phase.until, plan.timeZone),
            reason: textOf(phase.reason) ?? '',
          })
        : '';
    case 'resumed':
      return t('room.saidResumed');
    case 'opened':
      return t('room.saidOpened');
    case 'closed':
      return t('room.saidClosed');
    case 'notice':
      return t('room.saidNotice', { title: plan.title, when: format.when(plan.startsAt, plan.timeZone) });
    case 'agenda-proposed':
      return t('room.saidProposed');
    case 'agenda-changed':
      return t('room.saidAgendaChanged');
    case 'chair':
      return chairWords(news, meeting);
    case 'waiting':
      return t('host.saidWaiting', {
        names: format.list(news.personIds.map((id) => nameIn(meeting, id))),
      });
    case 'item':
      return t('room.saidItem', { title: meeting.agenda.running?.item.title ?? '' });
  }
}

/** Also shown to everyone as a notice. */
export function chairWords(news: Extract<News, { kind: 'chair' }>, meeting: Meeting): string {
  const to = nameIn(meeting, news.to);
  return news.by === 'taking'
    ? t('host.saidTaken', { by: to })
    : t('host.saidHanded', { from: nameIn(meeting, news.from ?? ''), to });
}

function nameIn(meeting: Meeting, personId: string): string {
  return calledName(meeting.people.get(personId)) ?? t('self.someone');
}
