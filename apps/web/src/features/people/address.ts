// How somebody wants to be addressed: a choice at the door, a short text on the wire and in the record, the same in every language.
import type { AddressKind } from './door-types';

const texts: Record<Exclude<AddressKind, 'other'>, string> = {
  ibu: 'Ibu',
  bapak: 'Bapak',
  kakak: 'Kakak',
  none: '',
};

export function addressText(kind: AddressKind | '', own: string): string {
  if (kind === '') return '';
  return kind === 'other' ? own.trim() : texts[kind];
}

/** Back to the choice; nothing is chosen where the text is empty. */
export function readAddress(text: string): { kind: AddressKind | ''; own: string } {
  if (text === '') return { kind: '', own: '' };
  const known = (['ibu', 'bapak', 'kakak'] as const).find((kind) => texts[kind] === text);
  return known ? { kind: known, own: '' } : { kind: 'other', own: text };
}
