// People from a table: for each line a seat, or what stands in its way, said by code so that the page words it.
import {
  hasRight,
  limits,
  roles,
  textOf,
  type Meeting,
  type MeetingCommand,
  type Role,
} from '@mufakat/domain';
import { foldWord } from './fold-word';
import { guessColumns, type Cells, type FieldWords } from './guess-columns';

export type PersonField = 'name' | 'address' | 'partner' | 'role' | 'vote';

export const personFields: FieldWords<PersonField> = {
  name: ['nama', 'nama lengkap', 'name', 'full name', 'orang', 'person'],
  address: ['sapaan', 'sebutan', 'panggilan', 'gelar', 'address', 'form of address', 'title', 'salutation'],
  partner: ['mitra', 'lembaga', 'instansi', 'organisasi', 'asal', 'partner', 'organisation', 'organization'],
  role: ['peran', 'sebagai', 'role', 'roles', 'seat'],
  vote: ['hak suara', 'suara', 'bersuara', 'vote', 'votes', 'voting', 'has vote'],
};

const roleWords: Readonly<Record<Exclude<Role, 'screen'>, readonly string[]>> = {
  chair: ['pimpinan', 'pimpinan musyawarah', 'pimpinan rapat', 'ketua', 'chair'],
  facilitator: ['fasilitator', 'moderator', 'pemandu', 'facilitator'],
  operator: ['operator'],
  secretary: ['sekretaris', 'notulis', 'sekretaris notulis', 'secretary', 'minute taker'],
  delegate: ['utusan resmi', 'utusan', 'delegasi', 'wakil', 'delegate'],
  participant: ['peserta', 'participant'],
  resource: ['narasumber', 'resource person', 'expert'],
  guest: ['undangan', 'tamu', 'guest'],
  companion: ['pendamping', 'companion'],
  interpreter: ['juru bahasa', 'penerjemah', 'interpreter'],
  scribe: ['juru tulis', 'pencatat', 'scribe'],
  observer: ['peninjau', 'pengamat', 'observer'],
};

const yes = ['ya', 'y', 'yes', '1', 'x', 'v', 'true', 'benar', 'punya', 'ada'];
const no = ['', 'tidak', 't', 'tdk', 'no', 'n', '0', 'false', 'bukan'];

export type PersonProblem =
  | { is: 'nameMissing' }
  | { is: 'tooLong'; field: 'name' | 'address'; most: number }
  | { is: 'partnerUnknown'; said: string }
  | { is: 'roleUnknown'; said: string }
  | { is: 'voteUnknown'; said: string }
  | { is: 'roleCannotVote' }
  | { is: 'delegateNeedsPartner' }
  | { is: 'twice'; line: number }
  | { is: 'hereAlready' };

export type SeatCommand = Extract<MeetingCommand, { type: 'person.seat' }>;

export interface PersonLine {
  /** Of the table, from 1, as the sheet counts. */
  readonly line: number;
  readonly cells: Cells<PersonField>;
  readonly command: SeatCommand;
  readonly problems: readonly PersonProblem[];
}

export function readPeople(rows: readonly (readonly string[])[], meeting: Meeting): PersonLine[] {
  const { lines, known } = guessColumns(rows, personFields);
  const seen = new Map<string, number>(
    meeting.people
      .values()
      .filter((person) => person.seat === 'held')
      .map((person) => [personKey(textOf(person.name) ?? '', person.partnerId), 0]),
  );
  return lines.map(({ line, cells }) => {
    const { command, problems } = readPerson(cells, meeting, known.has('vote'));
    const key = personKey(command.name, command.partnerId);
    const before = seen.get(key);
    if (before === undefined) seen.set(key, line);
    const twin: PersonProblem[] =
      before === undefined || command.name === ''
        ? []
        : [before === 0 ? { is: 'hereAlready' } : { is: 'twice', line: before }];
    return { line, cells, command, problems: [...problems, ...twin] };
  });
}

function readPerson(cells: Cells<PersonField>, meeting: Meeting, votesSaid: boolean) {
  const partner = partnerIn(cells.partner, meeting);
  const held = rolesIn(cells.role);
  const known = held.filter((role): role is Role => role !== undefined);
  const vote = votesSaid ? voteIn(cells.vote) : known.some(votesByItself);
  const { name, address } = cells;
  const command: SeatCommand = {
    type: 'person.seat',
    name,
    address,
    partnerId: partner ?? null,
    roles: known,
    votes: vote === true && hasRight(known, 'votePerson'),
  };
  const problems: (PersonProblem | false)[] = [
    name === '' && { is: 'nameMissing' },
    name.length > limits.nameLength && { is: 'tooLong', field: 'name', most: limits.nameLength },
    address.length > addressLength && { is: 'tooLong', field: 'address', most: addressLength },
    partner === undefined && { is: 'partnerUnknown', said: cells.partner },
    held.includes(undefined) && { is: 'roleUnknown', said: cells.role },
    vote === undefined && { is: 'voteUnknown', said: cells.vote },
    vote === true && known.length > 0 && !hasRight(known, 'votePerson') && { is: 'roleCannotVote' },
    known.includes('delegate') && partner === null && { is: 'delegateNeedsPartner' },
  ];
  return { command, problems: problems.filter((one) => one !== false) };
}

const addressLength = 40;
const votesByItself = (role: Role): boolean => role === 'participant' || role === 'delegate';

/** By name or mark; null where the cell is empty, undefined where it names nobody who is invited. */
function partnerIn(cell: string, { plan }: Meeting): string | null | undefined {
  const said = foldWord(cell);
  if (said === '') return null;
  const fits = (text: string | null): boolean => foldWord(text ?? '') === said;
  const found =
    plan.partners.find(({ name }) => fits(textOf(name))) ?? plan.partners.find(({ mark }) => fits(mark));
  return found?.id;
}

/** "utusan, sekretaris"; an empty cell is a participant, a word that is no role is undefined. */
function rolesIn(cell: string): (Role | undefined)[] {
  if (foldWord(cell) === '') return ['participant'];
  const whole = roleIn(cell);
  if (whole) return [whole];
  const parts = cell.split(/[,/+&;]|\bdan\b|\band\b/iu).filter((part) => foldWord(part) !== '');
  return [...new Set(parts.map(roleIn))];
}

function roleIn(word: string): Role | undefined {
  const said = foldWord(word);
  return roles.find((role) => role !== 'screen' && (role === said || roleWords[role].includes(said)));
}

function voteIn(cell: string): boolean | undefined {
  const said = foldWord(cell);
  if (/^[✓✔☑]$/u.test(cell) || yes.includes(said)) return true;
  return no.includes(said) ? false : undefined;
}

const personKey = (name: string, partnerId: string | null): string => `${foldWord(name)} ${partnerId ?? ''}`;
