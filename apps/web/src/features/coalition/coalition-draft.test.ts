import { coalitionCommandSchema } from '@mufakat/domain';
import { describe, expect, it } from 'vitest';
import {
  commandOf,
  newDraft,
  newPartner,
  nextShape,
  readDraft,
  readNames,
  withChosenChamber,
  withChosenKind,
  withName,
  withNames,
  type CoalitionDraft,
} from './coalition-draft';
import { isSeenAtOnce, problemsOf } from './coalition-problems';

let count = 0;
const key = (): string => `k${++count}`;
const names = { government: 'Pemerintah', residents: 'Warga', business: 'Usaha', institutions: 'Lembaga' };

function filled(...partners: string[]): CoalitionDraft {
  const draft = newDraft('id', key, names);
  draft.name = 'Sekolah Terpencil';
  draft.founder = { name: 'Ibu Sari', address: 'Ibu', partner: '' };
  draft.partners = withNames(draft, draft.partners[0]!.key, partners, key);
  return draft;
}

const codes = (draft: CoalitionDraft): string[] => problemsOf(draft).map((one) => one.code);

describe('names', () => {
  it('are read from a list as people keep it', () => {
    expect(readNames('1. Dinas Pendidikan\r\n2) PT Aur\n- Komite,\n\n• Komite\nA\tx\n07\tYayasan B')).toEqual(
      ['Dinas Pendidikan', 'PT Aur', 'Komite', 'A', 'Yayasan B'],
    );
  });

  it('use up empty rows, skip who stands already, and get different letters', () => {
    const draft = filled('Dinas Pendidikan', 'Dewan Pemuda');
    expect(draft.partners.map((one) => [one.name, one.mark])).toEqual([
      ['Dinas Pendidikan', 'DP'],
      ['Dewan Pemuda', 'DE'],
    ]);
    const more = withNames(draft, draft.partners[1]!.key, ['dinas pendidikan', 'PT Aur'], key);
    expect(more.map((one) => one.name)).toEqual(['Dinas Pendidikan', 'Dewan Pemuda', 'PT Aur']);
  });

  it('stop at two hundred partners', () => {
    const many = Array.from({ length: 300 }, (_, at) => `Kelompok ${at}`);
    const draft = filled(...many);
    expect(draft.partners).toHaveLength(200);
    expect(codes(draft)).toEqual([]);
    expect(coalitionCommandSchema.safeParse(commandOf(draft, 'id')).success).toBe(true);
  });

  it('bring kind and unsur along until somebody chooses them', () => {
    const draft = filled();
    const row = withName(newPartner('r'), 'PT', draft);
    expect([row.kind, row.chamber]).toEqual(['business', 'business']);
    expect(withName(row, 'PTSD Peduli', draft)).toMatchObject({ kind: '', chamber: '' });
    expect(withName(withChosenKind(row, 'academia', draft), 'Dinas Pasar', draft)).toMatchObject({
      kind: 'academia',
      chamber: 'institutions',
    });
    expect(withName(withChosenChamber(row, 'residents'), 'Dinas Pasar', draft)).toMatchObject({
      kind: 'government',
      chamber: 'residents',
    });
    expect(withName({ ...newPartner('r'), markTyped: true, mark: 'X' }, 'Dinas', draft).mark).toBe('X');
  });
});

describe('problems', () => {
  it('of an empty draft', () => {
    expect(codes(newDraft('id', key, names))).toEqual(['nameMissing', 'partnersMissing', 'founderMissing']);
  });

  it('name the later of two that are alike, at once', () => {
    const draft = filled('Dinas A', 'Dinas B');
    draft.partners[1]!.name = 'DINAS a';
    draft.partners[1]!.mark = draft.partners[0]!.mark.toLowerCase();
    draft.chambers[3]!.name = 'warga';
    const found = problemsOf(draft);
    expect(found.map((one) => one.code)).toEqual(['chamberTwin', 'partnerTwin', 'markTwin']);
    expect(found.every(isSeenAtOnce)).toBe(true);
    expect(found[1]!.field).toBe(`partner-${draft.partners[1]!.key}-name`);
  });

  it('are an unsur or a kind that was not said', () => {
    const draft = filled('Nordlys');
    expect(codes(draft)).toEqual(['kindMissing', 'chamberMissing']);
    draft.grouped = false;
    expect(codes(draft)).toEqual(['kindMissing']);
  });
});

it('makes the command that the server reads', () => {
  const draft = filled('Dinas Pendidikan', 'Komite Sekolah');
  draft.partners.splice(1, 0, newPartner(key()));
  draft.founder.partner = draft.partners[2]!.key;
  const command = commandOf(draft, 'id');
  expect(coalitionCommandSchema.parse(command)).toEqual(command);
  expect(command.partners.map((one) => [one.mark, one.chamber, one.weight])).toEqual([
    ['DP', 0, 1],
    ['KS', 1, 1],
  ]);
  expect(command.founder.partner).toBe(1);
  draft.grouped = false;
  expect(commandOf(draft, 'id')).toMatchObject({
    chambers: [],
    partners: [{ chamber: null }, { chamber: null }],
  });
});

it('repeats shapes evenly', () => {
  const chambers: { shape: ReturnType<typeof nextShape> }[] = [];
  for (let at = 0; at < 9; at += 1) chambers.push({ shape: nextShape(chambers) });
  expect(chambers.map(({ shape }) => shape).join(' ')).toBe(
    'square circle diamond hexagon square circle diamond hexagon square',
  );
});

it('reads a draft back, and nothing else', () => {
  const draft = filled('Dinas');
  expect(readDraft(JSON.stringify(draft))).toEqual(draft);
  for (const other of [undefined, '', 'null', '{}', '[]', JSON.stringify({ ...draft, form: 'partai' })])
    expect(readDraft(other)).toBeUndefined();
});
