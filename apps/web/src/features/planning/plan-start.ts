// What a meeting starts from: one of the templates of practice, the agenda of the meeting before, or nothing. From it follow the
// items, a name, the usual notice and the rule that fits; each of them can be changed afterwards.
import { templateNames, templates, type MeetingKind, type TemplateName } from '@mufakat/domain';
import { plannedItems, type AgendaItemBody, type CoalitionAnswer, type Language } from '@mufakat/protocol';
import type { PresetName } from '@mufakat/tally';

export type PlanStart = TemplateName | 'last' | 'empty';
export type StartItem = Omit<AgendaItemBody, 'id'>;
type MeetingRow = CoalitionAnswer['meetings'][number];

export const planStarts: readonly PlanStart[] = [...templateNames, 'last', 'empty'];

const isTemplate = (start: PlanStart): start is TemplateName => start !== 'last' && start !== 'empty';

/** The items in the language of the meeting; those of the meeting before come as they were written. */
export function itemsOf(start: PlanStart, language: Language, last: readonly AgendaItemBody[]): StartItem[] {
  if (start === 'empty') return [];
  if (start === 'last') return last.slice(0, plannedItems).map(withoutId);
  return templates[start].items.map(({ title, kind, minutes }) => ({
    title: title[language],
    kind,
    minutes,
    presenter: '',
  }));
}

/** How long before people are invited. Days; undefined where nothing is known of the meeting. */
export const noticeOf = (start: PlanStart): number | undefined =>
  isTemplate(start) ? templates[start].noticeDays : undefined;

/** What the meeting is for; other than the templates where it starts from none. */
export const kindOf = (start: PlanStart): MeetingKind => (isTemplate(start) ? start : 'other');

export const presetOf = (start: PlanStart): PresetName | undefined =>
  isTemplate(start) ? templates[start].preset : undefined;

export const titleOf = (start: PlanStart, language: Language): string =>
  isTemplate(start) ? templates[start].title[language] : '';

/** Whether a name came from a template, and so gives way to that of another. */
export function isTemplateTitle(title: string): boolean {
  return templateNames.some((name) => Object.values(templates[name].title).includes(title.trim()));
}

/** The meeting whose agenda the next one most likely goes on from: the latest that is over, else the latest. */
export function lastMeeting(meetings: readonly MeetingRow[]): MeetingRow | undefined {
  const closed = meetings.filter(({ phase }) => phase === 'closed');
  return (closed.length > 0 ? closed : [...meetings]).sort((a, b) => b.startsAt - a.startsAt)[0];
}

function withoutId({ title, kind, minutes, presenter }: AgendaItemBody): StartItem {
  return { title, kind, minutes, presenter };
}
