// What became of orders that an earlier page had left waiting: sent ones pass by as a notice, the others stand as banners until
// they have been read.
import { t } from '../../i18n/language.svelte';
import { refusalWords } from '../../i18n/refusals';
import type { LateOrder } from '../../live/late-orders';
import { toast } from '../../ui/toasts.svelte';
import type { Room } from './room.svelte';

export function tellLate(room: Room, news: LateOrder): void {
  const { parcel, result } = news;
  if (result !== 'sent') {
    room.lost = [...room.lost, news];
    return;
  }
  if (parcel?.kind !== 'ballot') return toast(t('room.lateSent', { count: 1 }));
  const { pollId } = parcel.message.ballot;
  // On a phone the sheet may have asked again before the answer was there.
  if (room.answering === pollId) room.answering = null;
  const decisionId = room.session.state?.polls[pollId]?.decisionId ?? '';
  const title = room.session.state?.decisions[decisionId]?.title;
  toast(title ? t('room.lateAnswer', { title }) : t('room.lateSent', { count: 1 }));
}

/** For one that came to nothing. */
export function lateWords({ result }: LateOrder): string {
  return typeof result === 'string'
    ? t('room.lateTooOld')
    : t('room.lateRefused', { why: refusalWords(result.code) });
}
