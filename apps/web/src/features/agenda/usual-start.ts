// The usual order of a working meeting, for a list that is still empty: something to change instead of an empty page.
import { addItem, editing, type SharedAgendaItem } from '@mufakat/shared-docs';
import type { Doc } from 'yjs';
import { t } from '../../i18n/language.svelte';
import { randomId } from '../../platform/random-id';

export function addUsualStart(doc: Doc): void {
  const items: Pick<SharedAgendaItem, 'title' | 'kind' | 'minutes'>[] = [
    { title: t('agenda.usualOpening'), kind: 'opening', minutes: 10 },
    { title: t('agenda.usualRules'), kind: 'decision', minutes: 10 },
    { title: t('agenda.usualTalk'), kind: 'discussion', minutes: 45 },
    { title: t('agenda.usualDecision'), kind: 'decision', minutes: 30 },
    { title: t('agenda.usualNext'), kind: 'discussion', minutes: 15 },
    { title: t('agenda.usualClosing'), kind: 'closing', minutes: 10 },
  ];
  // As one change, so that one press takes it back.
  doc.transact(() => {
    for (const item of items) addItem(doc, { ...item, id: randomId(), presenter: '' });
  }, editing);
}
