// Words that depend on a coalition's own data: what it calls itself, kinds of partner, names that may have been erased.
import { textOf, type Partner } from '@mufakat/domain';
import type { Key } from '../../i18n/id';
import { t } from '../../i18n/language.svelte';
import type { Mark, PartnerColour, Shape } from '../../ui/partner';
import type { CoalitionForm } from './coalition-draft';
import type { PartnerKind } from './guess-kind';

const formKeys: Record<CoalitionForm, Key> = {
  forum: 'coalition.formForum',
  aliansi: 'coalition.formAliansi',
  jejaring: 'coalition.formJejaring',
  kemitraan: 'coalition.formKemitraan',
  koalisi: 'coalition.formKoalisi',
};

/** "forum", for the middle of a sentence. */
export const formWord = (form: CoalitionForm): string => t(formKeys[form]);

/** "Forum", for its beginning. */
export function formAtStart(form: CoalitionForm): string {
  const word = formWord(form);
  return word.charAt(0).toUpperCase() + word.slice(1);
}

export const formChoices = (): { value: CoalitionForm; label: string }[] =>
  (Object.keys(formKeys) as CoalitionForm[]).map((value) => ({ value, label: formWord(value) }));

const kindKeys: Record<PartnerKind, Key> = {
  government: 'coalition.kindGovernment',
  community: 'coalition.kindCommunity',
  'civil-society': 'coalition.kindCivilSociety',
  business: 'coalition.kindBusiness',
  academia: 'coalition.kindAcademia',
  international: 'coalition.kindInternational',
  individual: 'coalition.kindIndividual',
};

export const kindWord = (kind: PartnerKind): string => t(kindKeys[kind]);

export const kindChoices = (): { value: PartnerKind; label: string }[] =>
  (Object.keys(kindKeys) as PartnerKind[]).map((value) => ({ value, label: kindWord(value) }));

/** The name, or the letters where it was erased. */
export const partnerName = ({ name, mark }: Pick<Partner, 'name' | 'mark'>): string => textOf(name) ?? mark;

/** How a partner is drawn; the numbers of the record are within what the interface has. */
export function markOf(
  { mark, colour, chamber }: Pick<Partner, 'mark' | 'colour' | 'chamber'>,
  chambers: readonly { id: string; shape: Shape }[],
): Mark {
  const shape = chambers.find((one) => one.id === chamber)?.shape ?? 'circle';
  return { letters: mark, colour: colour as PartnerColour, shape };
}
