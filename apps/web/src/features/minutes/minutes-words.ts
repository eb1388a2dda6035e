// What minutes tell, put into the reader's language: names, turns of the meeting, times, outcomes, steps. Times are shown in the
// meeting's zone. Words that were taken back or erased say so.
import {
  textOf,
  type Capacity,
  type MinutesDecision,
  type MinutesItem,
  type MinutesTurn,
  type NamedPerson,
  type NotTaken,
  type PaperCorrection,
  type Words,
} from '@mufakat/domain';
import { format, t } from '../../i18n/language.svelte';
import { rungName } from '../decisions/rung-words';
import { pauseName } from '../meeting/pause-words';

export function said(words: Words): string {
  return textOf(words) ?? t('room.takenBack');
}

/** "Ibu Siti Aminah", as the person wants to be called. */
export function spokenName({ name, address }: NamedPerson): string {
  const whole = textOf(name);
  return whole === null ? t('people.erased') : `${textOf(address) ?? ''} ${whole}`.trim();
}

export function spokenNames(people: readonly NamedPerson[]): string {
  return people.length === 0 ? t('minutes.nobody') : format.list(people.map(spokenName));
}

export function turnWords(turn: MinutesTurn, zone: string): string {
  switch (turn.kind) {
    case 'opened':
      return t('minutes.opened');
    case 'resumed':
      return t('minutes.resumed');
    case 'closed':
      return t('minutes.closed');
    case 'paused': {
      const why = [pauseName(turn.why), textOf(turn.reason) ?? ''].filter(Boolean).join(', ');
      return t('minutes.paused', { until: format.clock(turn.until, zone), why });
    }
    case 'reopened':
      return t('minutes.reopened', { reason: said(turn.reason) });
    case 'agenda-adopted':
      return turn.version === 1 ? t('minutes.adopted') : t('minutes.adoptedAgain', { version: turn.version });
    case 'chair-handed-over':
      return t('minutes.handedOver', { from: spokenName(turn.from), to: spokenName(turn.to) });
    case 'chair-taken':
      return t('minutes.taken', { from: spokenNames(turn.from), by: spokenName(turn.by) });
  }
}

/** When an item was treated, or that it was not. */
export function itemTimes({ times, plannedAt, minutes }: MinutesItem, zone: string): string {
  const clock = (at: number): string => format.clock(at, zone);
  if (times.length === 0) {
    const plan =
      plannedAt === null
        ? null
        : t('minutes.planned', { time: clock(plannedAt), minutes: format.number(minutes) });
    return [plan, t('minutes.notReached')].filter(Boolean).join(', ');
  }
  const past = times.flatMap(({ from, to }) =>
    to === null ? [] : [t('minutes.fromTo', { from: clock(from), to: clock(to) })],
  );
  const now = times.find(({ to }) => to === null);
  return [
    past.length > 0 ? t('minutes.treated', { times: format.list(past) }) : null,
    now ? t('minutes.treatedNow', { from: clock(now.from) }) : null,
    plannedAt === null ? t('minutes.offAgenda') : null,
  ]
    .filter((one) => one !== null)
    .join('; ');
}

export function outcomeWords({ outcome }: MinutesDecision, zone: string): string {
  switch (outcome.status) {
    case 'pending':
      return t('minutes.pending');
    case 'decided':
      return t('minutes.decided', { time: format.clock(outcome.at, zone), rung: rungName(outcome.rung) });
    case 'not-decided':
      return t('minutes.notDecided', { time: format.clock(outcome.at, zone) });
    case 'void':
      return t('minutes.void', { time: format.clock(outcome.at, zone), reason: said(outcome.reason) });
  }
}

/** What happened on the way to a decision besides its counts: steps down, for a quorum, and back to the wording. */
export function wayWords({ descents, quorumSteps, reopenings }: MinutesDecision, zone: string): string[] {
  return [
    ...reopenings.map((reason) => t('minutes.wordingReopened', { reason: said(reason) })),
    ...quorumSteps.map(({ step, until, at }) => quorumWords(step, until ?? at, zone)),
    ...descents.map(({ from, to, reason }) =>
      t('minutes.descended', { from: rungName(from), to: rungName(to), reason: said(reason) }),
    ),
  ];
}

function quorumWords(step: 'wait' | 'reconvene' | 'proceed', until: number, zone: string): string {
  switch (step) {
    case 'wait':
      return t('minutes.quorumWait', { time: format.clockInZone(until, zone) });
    case 'reconvene': {
      const time = `${format.day(until, zone)}, ${format.clockInZone(until, zone)}`;
      return t('minutes.quorumReconvene', { time });
    }
    case 'proceed':
      return t('minutes.quorumProceed');
  }
}

export function whyNotTaken(one: NotTaken): string {
  switch (one.kind) {
    case 'item':
      return t('minutes.itemNotReached');
    case 'goal':
      return t('minutes.goalNotLocked');
    case 'decision':
      return one.why === 'pending' ? t('decision.pending') : said(one.reason);
  }
}

export function capacityName(as: Capacity): string {
  switch (as) {
    case 'chair':
      return t('minutes.asChair');
    case 'secretary':
      return t('minutes.asSecretary');
    case 'witness':
      return t('minutes.asWitness');
  }
}

export function correctionState({ outcome }: PaperCorrection): string {
  switch (outcome) {
    case 'asked':
      return t('minutes.isAsked');
    case 'taken':
      return t('minutes.isTaken');
    case 'left':
      return t('minutes.isLeft');
  }
}
