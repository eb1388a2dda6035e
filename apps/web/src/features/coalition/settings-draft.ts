// What a coalition says of itself, while it is being changed: as fields hold it, what is wrong in it, and the command that it
// comes to, which is undefined where nothing would change.
import { limits, textOf, type CoalitionCommand, type FoundedCoalition } from '@mufakat/domain';
import { languageList, type Language } from '../../i18n/languages';
import type { CoalitionForm } from './coalition-draft';

export type CoalitionChange = Extract<CoalitionCommand, { type: 'coalition.change' }>;

export interface SettingsDraft {
  name: string;
  form: CoalitionForm;
  languages: Language[];
  /** Id of a partner, or empty for none. */
  secretariat: string;
  keep: 'until-deleted' | 'months';
  /** As typed; kept while the other choice is taken. */
  months: string;
}

export type SettingsProblem = 'name' | 'languages' | 'months';

/** What is offered first to those who have kept everything until now. */
const usualMonths = 24;

export function settingsOf(coalition: FoundedCoalition): SettingsDraft {
  const { name, form, languages, secretariat, retentionMonths } = coalition;
  return {
    name: textOf(name) ?? '',
    form,
    languages: [...languages],
    secretariat: secretariat ?? '',
    keep: retentionMonths === null ? 'until-deleted' : 'months',
    months: String(retentionMonths ?? usualMonths),
  };
}

/** In the order of the catalogue, so that taking one out and in again changes nothing. */
export function withLanguage(draft: SettingsDraft, language: Language, on: boolean): Language[] {
  return languageList.filter((one) => (one === language ? on : draft.languages.includes(one)));
}

export function settingsProblems(draft: SettingsDraft): SettingsProblem[] {
  const problems: SettingsProblem[] = [];
  if (draft.name.trim() === '') problems.push('name');
  if (draft.languages.length === 0) problems.push('languages');
  if (draft.keep === 'months' && monthsIn(draft.months) === null) problems.push('months');
  return problems;
}

/** Of a draft without problems. */
export function changeOf(draft: SettingsDraft, coalition: FoundedCoalition): CoalitionChange | undefined {
  const change: CoalitionChange = {
    type: 'coalition.change',
    name: draft.name.trim(),
    form: draft.form,
    languages: [...draft.languages],
    secretariat: draft.secretariat || null,
    retentionMonths: draft.keep === 'months' ? monthsIn(draft.months) : null,
  };
  const { languages, form, secretariat, retentionMonths } = coalition;
  const same =
    change.name === textOf(coalition.name) &&
    change.form === form &&
    // Their order says nothing.
    [...change.languages].sort().join() === [...languages].sort().join() &&
    change.secretariat === secretariat &&
    change.retentionMonths === retentionMonths;
  return same ? undefined : change;
}

function monthsIn(typed: string): number | null {
  const months = /^\s*\d{1,4}\s*$/.test(typed) ? Number(typed) : 0;
  return months >= 1 && months <= limits.retentionMonths ? months : null;
}
