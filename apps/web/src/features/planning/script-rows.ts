// The facilitator's script, item by item: when it begins, what to do and what should be there afterwards. An item that bears the title
// of a template's has its method; any other has that of its kind.
import {
  kindMethods,
  templateNames,
  templates,
  type AgendaItemDraft,
  type TemplateItem,
} from '@mufakat/domain';
import type { Language } from '../../i18n/languages';
import { plannedTimes } from '../agenda/planned-times';

export interface ScriptRow {
  readonly item: AgendaItemDraft;
  readonly at: number;
  readonly method: string;
  /** Empty where nothing is known. */
  readonly output: string;
}

export function scriptRows(
  startsAt: number,
  items: readonly AgendaItemDraft[],
  language: Language,
): ScriptRow[] {
  const times = plannedTimes(startsAt, items);
  return items.map((item, at) => {
    const known = templateItemOf(item);
    return {
      item,
      at: times[at] ?? startsAt,
      method: (known?.method ?? kindMethods[item.kind])[language],
      output: known?.output[language] ?? '',
    };
  });
}

function templateItemOf({ title, kind }: AgendaItemDraft): TemplateItem | undefined {
  const wanted = title.trim().toLowerCase();
  return templateNames
    .flatMap((name) => templates[name].items)
    .find(
      (one) =>
        one.kind === kind && (one.title.id.toLowerCase() === wanted || one.title.en.toLowerCase() === wanted),
    );
}
