// A coalition that is being filled in: what it holds, and the command that founds it. The draft is kept on
// the device until it is sent, with the id that its command keeps over retries.
import { coalitionForms, limits, type CoalitionFound, type FoundedCoalition } from '@mufakat/domain';
import { shapes, type Shape } from '../../ui/partner';
import { guessKind, type PartnerKind } from './guess-kind';
import { markKey, suggestMark } from './suggest-mark';

export type CoalitionForm = FoundedCoalition['form'];

export interface ChamberDraft {
  readonly key: string;
  name: string;
  readonly shape: Shape;
}

export interface PartnerDraft {
  readonly key: string;
  name: string;
  mark: string;
  /** Once somebody has typed the letters they no longer follow the name. */
  markTyped: boolean;
  kind: PartnerKind | '';
  /** Somebody chose the kind; until then it follows the name, and is empty where the name does not show it. */
  kindChosen: boolean;
  /** Key of a chamber; empty until said. */
  chamber: string;
  /** Somebody chose the chamber; until then it follows the kind. */
  chamberChosen: boolean;
  place: string;
}

export interface CoalitionDraft {
  /** The command's id. */
  readonly id: string;
  name: string;
  form: CoalitionForm;
  /** Off: partners are not grouped, and the list of chambers waits. */
  grouped: boolean;
  chambers: ChamberDraft[];
  partners: PartnerDraft[];
  founder: { name: string; address: string; partner: string };
}

/** The chamber in which a kind of partner usually sits, by the key that the suggested chambers have. */
const usualChamber: Record<PartnerKind, string> = {
  government: 'government',
  community: 'residents',
  individual: 'residents',
  business: 'business',
  'civil-society': 'institutions',
  academia: 'institutions',
  international: 'institutions',
};

export type SuggestedChamber = 'government' | 'residents' | 'business' | 'institutions';

export function newDraft(
  id: string,
  newKey: () => string,
  chamberNames: Record<SuggestedChamber, string>,
): CoalitionDraft {
  return {
    id,
    name: '',
    form: 'forum',
    grouped: true,
    chambers: [
      { key: 'government', name: chamberNames.government, shape: 'square' },
      { key: 'residents', name: chamberNames.residents, shape: 'circle' },
      { key: 'business', name: chamberNames.business, shape: 'diamond' },
      { key: 'institutions', name: chamberNames.institutions, shape: 'hexagon' },
    ],
    partners: [newPartner(newKey()), newPartner(newKey())],
    founder: { name: '', address: '', partner: '' },
  };
}

export const newPartner = (key: string): PartnerDraft => ({
  key,
  name: '',
  mark: '',
  markTyped: false,
  kind: '',
  kindChosen: false,
  chamber: '',
  chamberChosen: false,
  place: '',
});

/** The shape that fewest chambers have; with more than four the shapes come again. */
export function nextShape(chambers: readonly Pick<ChamberDraft, 'shape'>[]): Shape {
  const uses = (shape: Shape): number => chambers.filter((one) => one.shape === shape).length;
  return shapes.reduce((least, shape) => (uses(shape) < uses(least) ? shape : least));
}

/** A row with a new name: letters, kind and chamber follow it as far as nobody chose them. */
export function withName(partner: PartnerDraft, name: string, draft: CoalitionDraft): PartnerDraft {
  const others = draft.partners.filter((one) => one.key !== partner.key).map((one) => one.mark);
  const mark = partner.markTyped ? partner.mark : suggestMark(name, others);
  const named = { ...partner, name, mark };
  return partner.kindChosen ? named : withKind(named, guessKind(name) ?? '', draft);
}

/** The kind, and with it the usual chamber where none was chosen. */
function withKind(partner: PartnerDraft, kind: PartnerKind | '', draft: CoalitionDraft): PartnerDraft {
  if (partner.chamberChosen) return { ...partner, kind };
  const usual = kind === '' ? '' : usualChamber[kind];
  const chamber = draft.chambers.some((one) => one.key === usual) ? usual : '';
  return { ...partner, kind, chamber };
}

/** The kind that somebody chose; choosing none gives it back to the name. */
export const withChosenKind = (
  partner: PartnerDraft,
  kind: PartnerKind | '',
  draft: CoalitionDraft,
): PartnerDraft => withKind({ ...partner, kindChosen: kind !== '' }, kind, draft);

export const withChosenChamber = (partner: PartnerDraft, chamber: string): PartnerDraft => ({
  ...partner,
  chamber,
  chamberChosen: chamber !== '',
});

/** Names out of a pasted list: one a line, bullets and numbers taken off, from a table the first column. */
export function readNames(text: string): string[] {
  const names = text.split(/\r?\n/).map((line) => {
    const cell = line.split('\t').find((one) => /\p{L}/u.test(one)) ?? '';
    const bare = cell.replace(/^\s*(?:\(?\d{1,3}[.)]\s*|[-*•–·]\s*)/u, '').replace(/[;,]\s*$/, '');
    return bare.trim().slice(0, limits.nameLength);
  });
  return names.filter((name, at) => name !== '' && names.indexOf(name) === at);
}

/** The rows with a list of names put in at one of them: empty rows there and after it are used up, names that stand are skipped. */
export function withNames(
  draft: CoalitionDraft,
  key: string,
  names: readonly string[],
  newKey: () => string,
): PartnerDraft[] {
  const standing = new Set(draft.partners.map((one) => markKey(one.name)));
  const at = draft.partners.findIndex((one) => one.key === key);
  const rows = draft.partners.filter((one, place) => place < at || one.name.trim() !== '');
  const fresh = names.filter((name) => !standing.has(markKey(name)));
  let partners = rows;
  for (const name of fresh.slice(0, Math.max(0, limits.partners - rows.length))) {
    const row = newPartner(newKey());
    partners = [...partners, withName(row, name, { ...draft, partners })];
  }
  return partners.length > 0 ? partners : [newPartner(newKey())];
}

/** Rows without a name are not meant. */
export const named = (partners: readonly PartnerDraft[]): PartnerDraft[] =>
  partners.filter((one) => one.name.trim() !== '');

/** The command of a draft without problems. */
export function commandOf(draft: CoalitionDraft, language: 'id' | 'en'): CoalitionFound {
  const chambers = draft.grouped ? draft.chambers : [];
  const partners = named(draft.partners);
  const placeIn = (rows: readonly { key: string }[], key: string): number | null => {
    const at = rows.findIndex((one) => one.key === key);
    return at < 0 ? null : at;
  };
  return {
    type: 'coalition.found',
    name: draft.name.trim(),
    form: draft.form,
    languages: [language],
    chambers: chambers.map(({ name, shape }) => ({ name: name.trim(), shape })),
    partners: partners.map((one) => ({
      name: one.name.trim(),
      mark: one.mark.trim(),
      kind: one.kind || 'community',
      place: one.place.trim(),
      weight: 1,
      chamber: placeIn(chambers, one.chamber),
    })),
    founder: {
      name: draft.founder.name.trim(),
      address: draft.founder.address,
      partner: placeIn(partners, draft.founder.partner),
    },
  };
}

/** A draft that was kept, or undefined where what was kept is none (another version, somebody's hand). */
export function readDraft(kept: string | undefined): CoalitionDraft | undefined {
  if (kept === undefined) return undefined;
  try {
    const draft: unknown = JSON.parse(kept);
    return isDraft(draft) ? draft : undefined;
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const areTexts = (row: unknown, keys: readonly string[]): boolean =>
  isRecord(row) && keys.every((key) => typeof row[key] === 'string');

function isDraft(value: unknown): value is CoalitionDraft {
  if (!isRecord(value) || !areTexts(value, ['id', 'name', 'form'])) return false;
  const { chambers, partners, form, grouped } = value;
  return (
    typeof grouped === 'boolean' &&
    coalitionForms.some((one) => one === form) &&
    areTexts(value.founder, ['name', 'address', 'partner']) &&
    Array.isArray(chambers) &&
    chambers.every((one) => areTexts(one, ['key', 'name', 'shape'])) &&
    Array.isArray(partners) &&
    partners.every((one) => areTexts(one, ['key', 'name', 'mark', 'kind', 'chamber', 'place']))
  );
}
