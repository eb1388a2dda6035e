// Partners from a table: for each line the command that adds it, or what stands in its way. Letters and kind are guessed from the
// name where the table is silent.
import { limits, partnerKinds, type CoalitionCommand, type FoundedCoalition } from '@mufakat/domain';
import { partnerName } from '../coalition/coalition-words';
import { guessKind, type PartnerKind } from '../coalition/guess-kind';
import { markKey, suggestMark } from '../coalition/suggest-mark';
import { foldWord } from './fold-word';
import { guessColumns, type Cells, type FieldWords } from './guess-columns';

export type PartnerField = 'name' | 'mark' | 'kind' | 'chamber' | 'place' | 'weight';

const partnerFields: FieldWords<PartnerField> = {
  name: ['nama', 'nama mitra', 'mitra', 'lembaga', 'name', 'partner', 'organisation', 'organization'],
  mark: ['singkatan', 'huruf', 'kode', 'mark', 'letters', 'abbreviation', 'short'],
  kind: ['jenis', 'jenis mitra', 'kind', 'type'],
  chamber: ['unsur', 'kamar', 'chamber', 'constituency'],
  place: ['tempat', 'lokasi', 'kota', 'alamat', 'place', 'location', 'city'],
  weight: ['bobot', 'bobot suara', 'weight'],
};

const kindWords: Readonly<Record<PartnerKind, readonly string[]>> = {
  government: ['pemerintah', 'dinas', 'pemerintah desa', 'government'],
  community: ['warga', 'masyarakat', 'komunitas', 'community'],
  'civil-society': ['masyarakat sipil', 'lsm', 'yayasan', 'civil society', 'ngo'],
  business: ['usaha', 'dunia usaha', 'swasta', 'business', 'private'],
  academia: ['akademik', 'akademisi', 'kampus', 'perguruan tinggi', 'academia', 'university'],
  international: ['internasional', 'lembaga internasional', 'international'],
  individual: ['perorangan', 'pribadi', 'individu', 'individual', 'person'],
};

export type PartnerProblem =
  | { is: 'nameMissing' }
  | { is: 'tooLong'; field: PartnerField; most: number }
  | { is: 'nameTaken' }
  | { is: 'markTaken'; said: string }
  | { is: 'kindUnknown'; said: string }
  | { is: 'chamberUnknown'; said: string }
  | { is: 'weightUnknown'; said: string };

export type AddCommand = Extract<CoalitionCommand, { type: 'partner.add' }>;

export interface PartnerLine {
  readonly line: number;
  readonly cells: Cells<PartnerField>;
  readonly command: AddCommand;
  readonly problems: readonly PartnerProblem[];
}

/** What is taken already, and grows line by line. */
interface Taken {
  readonly names: Set<string>;
  readonly marks: Set<string>;
}

export function readPartners(
  rows: readonly (readonly string[])[],
  coalition: FoundedCoalition,
): PartnerLine[] {
  const partners = Object.values(coalition.partners);
  const taken: Taken = {
    names: new Set(partners.map((one) => markKey(partnerName(one)))),
    marks: new Set(partners.map((one) => markKey(one.mark))),
  };
  const lines = guessColumns(rows, partnerFields).lines;
  // Letters that the table gives are kept free from those that are made up for lines before.
  const given = lines.map(({ cells }) => cells.mark).filter((mark) => mark !== '');
  return lines.map(({ line, cells }) => readPartner(line, cells, coalition, taken, given));
}

function readPartner(
  line: number,
  cells: Cells<PartnerField>,
  coalition: FoundedCoalition,
  taken: Taken,
  given: readonly string[],
): PartnerLine {
  const { name, place } = cells;
  const mark = cells.mark || suggestMark(name, [...taken.marks, ...given]);
  const kind = kindIn(cells.kind, name);
  const chamber = chamberIn(cells.chamber, coalition);
  const weight = cells.weight === '' ? 1 : /^\d{1,7}$/.test(cells.weight) ? Number(cells.weight) : 0;
  const problems: (PartnerProblem | false)[] = [
    name === '' && { is: 'nameMissing' },
    name.length > limits.nameLength && { is: 'tooLong', field: 'name', most: limits.nameLength },
    mark.length > markLength && { is: 'tooLong', field: 'mark', most: markLength },
    place.length > limits.nameLength && { is: 'tooLong', field: 'place', most: limits.nameLength },
    name !== '' && taken.names.has(markKey(name)) && { is: 'nameTaken' },
    mark !== '' && taken.marks.has(markKey(mark)) && { is: 'markTaken', said: mark },
    name !== '' && kind === undefined && { is: 'kindUnknown', said: cells.kind },
    chamber === undefined && { is: 'chamberUnknown', said: cells.chamber },
    (weight < 1 || weight > 1_000_000) && { is: 'weightUnknown', said: cells.weight },
  ];
  const found = problems.filter((one) => one !== false);
  if (found.length === 0) {
    taken.names.add(markKey(name));
    taken.marks.add(markKey(mark));
  }
  const command: AddCommand = {
    type: 'partner.add',
    name,
    mark,
    kind: kind ?? 'community',
    place,
    weight: Math.max(1, weight),
    chamber: chamber ?? null,
  };
  return { line, cells, command, problems: found };
}

const markLength = 4;

function kindIn(cell: string, name: string): PartnerKind | undefined {
  const said = foldWord(cell);
  if (said === '') return guessKind(name);
  return partnerKinds.find((kind) => foldWord(kind) === said || kindWords[kind].includes(said));
}

/** Null where the coalition has no unsur; undefined where the cell names none of them. */
function chamberIn(cell: string, coalition: FoundedCoalition): string | null | undefined {
  const chambers = coalition.chamberSets[0]?.chambers ?? [];
  if (chambers.length === 0) return null;
  return chambers.find(({ name }) => foldWord(name) === foldWord(cell))?.id;
}
