// Until when a decision is in force, for those that were taken for a time: an emergency's, unless it is confirmed.
import type { Decision, Meeting } from '@mufakat/domain';
import { hasLapsed } from '@mufakat/tally';
import { format, t } from '../../i18n/language.svelte';

/** `YYYY-MM-DD`, which is how Swedes write dates. */
function dayIn(timeZone: string, at: number): string {
  return new Date(at).toLocaleDateString('sv-SE', { timeZone });
}

/** `now` is server time in milliseconds. Null where it was not decided, or has no last day. */
export function expiryWords(meeting: Meeting, { rule, outcome }: Decision, now: number): string | null {
  if (outcome.status !== 'decided' || rule.expires === null) return null;
  const { timeZone } = meeting.plan;
  const day = format.day(`${rule.expires}T12:00:00Z`, 'UTC');
  return hasLapsed(rule, dayIn(timeZone, now))
    ? t('decision.lapsed', { day })
    : t('decision.inForce', { day });
}
