// One change of the agenda in words, for a list of them.
import { t } from '../../i18n/language.svelte';
import type { AgendaChange } from './agenda-changes';
import { kindName } from './kind-words';

export function changeWords(change: AgendaChange): string {
  const title = change.title || t('agenda.untitled');
  switch (change.kind) {
    case 'removed':
      return t('agenda.changeRemoved', { title });
    case 'added':
      return addedWords(change, title);
    case 'moved':
      return t('agenda.changeMoved', { title, place: change.place });
    case 'renamed':
      return t('agenda.changeRenamed', { before: change.before, title });
    case 'minutes':
      return t('agenda.changeMinutes', { title, before: change.before, after: change.after });
    case 'presenter':
      return change.after === ''
        ? t('agenda.changeNoPresenter', { title })
        : t('agenda.changePresenter', { title, name: change.after });
    case 'kind':
      return t('agenda.changeKind', { title, kind: kindName(change.after) });
    case 'paper-added':
      return t('agenda.changePaperAdded', { title, paper: change.paper });
    case 'paper-removed':
      return t('agenda.changePaperRemoved', { title, paper: change.paper });
  }
}

function addedWords(
  { place, minutes, presenter }: Extract<AgendaChange, { kind: 'added' }>,
  title: string,
): string {
  return presenter === ''
    ? t('agenda.changeAdded', { title, place, minutes })
    : t('agenda.changeAddedBy', { title, place, minutes, name: presenter });
}
