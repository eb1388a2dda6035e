/**
 * A meeting as large as they come, made through the doors that people use: a thousand seats given by the chair over
 * several lines of hers, an agenda and a goal written by stock clients, a wording to write and a poll to answer.
 */
import {
  addClause,
  addItem,
  clauseText,
  editing,
  seedRichText,
  type GoalLanguage,
} from '@mufakat/shared-docs';
import * as Y from 'yjs';
import { gather, plainRule, seatVoter, type Gathering } from './coalition';
import { newId, Person } from './person';
import { stockClient } from './stock-client';
import { draftDecision, frozenDecision } from './wording';

export interface RoomSize {
  people: number;
  items: number;
  /** Over all clauses and both languages. */
  words: number;
  /** Guests with lines of their own, who were given seats with votes. */
  voters: number;
}

export interface BigRoom extends Gathering {
  goalId: string;
  /** As long, in one clause and one language. */
  oneTextId: string;
  /** Open to be written. */
  wordingId: string;
  pollId: string;
  voters: Person[];
}

const clauses = 60;
const linesOfChair = 10;

export async function bigRoom(url: string, size: RoomSize): Promise<BigRoom> {
  const here = await gather(url);
  const { chair } = here;
  const voters = await comeIn(here, url, size.voters);
  await seatPeople(here, url, size.people - size.voters - 1);
  await fillDocument(chair, `agenda/${here.meetingId}`, (doc) => writeAgenda(doc, size.items));
  await chair.do({ type: 'meeting.open' });
  const goalId = await draftGoal(chair, ['id', 'en']);
  await fillDocument(chair, `goal/${goalId}`, (doc) => writeGoal(doc, size.words));
  const oneTextId = await draftGoal(chair, ['id']);
  await fillDocument(chair, `goal/${oneTextId}`, (doc) => writeOneText(doc, size.words));
  const wordingId = await draftDecision(chair, plainRule);
  const asked = await frozenDecision(chair, plainRule, 'Rumah guru dikerjakan lebih dahulu.');
  await chair.do({ type: 'poll.open', decisionId: asked });
  const pollId = Object.keys(chair.meeting.polls)[0] ?? '';
  await chair.do({ type: 'stage.set', stage: { kind: 'goal', goalId } });
  return { ...here, goalId, oneTextId, wordingId, pollId, voters };
}

/** Guests who come in by the code, get a seat with a vote, and stay on a line. */
async function comeIn(here: Gathering, url: string, count: number): Promise<Person[]> {
  const voters: Person[] = [];
  for (let n = 0; n < count; n += 1)
    voters.push(await seatVoter(here, url, `Warga ${n + 1}`, n % here.partners.length));
  return voters;
}

const givenNames = ['Siti', 'Budi', 'Rina', 'Agus', 'Dewi', 'Joko', 'Maya', 'Hasan', 'Lusi', 'Tono'];
const familyNames = [
  'Aminah',
  'Santoso',
  'Wulandari',
  'Pratama',
  'Lestari',
  'Nugroho',
  'Siregar',
  'Manullang',
];

/** A line takes twenty commands a second, and a session may have twelve lines. */
async function seatPeople({ chair, partners }: Gathering, url: string, count: number): Promise<void> {
  const lines = await Promise.all(Array.from({ length: linesOfChair }, () => anotherLine(chair, url)));
  const seatOne = async (line: Person, n: number): Promise<void> => {
    const name = `${givenNames[n % 10] ?? ''} ${familyNames[n % 8] ?? ''} ${n}`;
    const partnerId = partners[n % partners.length] ?? null;
    await untilHeard(line, {
      type: 'person.seat',
      address: '',
      name,
      partnerId,
      roles: ['participant'],
      votes: true,
    });
  };
  await Promise.all(
    lines.map(async (line, at) => {
      for (let n = at; n < count; n += lines.length) await seatOne(line, n);
      line.close();
    }),
  );
  await chair.until(() => chair.meeting.people.size > count, 60_000);
}

async function anotherLine(chair: Person, url: string): Promise<Person> {
  const line = new Person(url, chair.headers);
  line.cookie = chair.cookie;
  line.meetingId = chair.meetingId;
  await line.connect();
  return line;
}

/** Without folding: this line only speaks. */
async function untilHeard(line: Person, command: Parameters<Person['command']>[0]): Promise<void> {
  const id = newId();
  for (;;) {
    const ack = await line.command(command, id);
    if (ack.ok) return;
    if (ack.code !== 'too_many_requests') throw new Error(`${command.type} was refused: ${ack.code}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function draftGoal(chair: Person, languages: GoalLanguage[]): Promise<string> {
  const before = new Set(Object.keys(chair.meeting.goals));
  await chair.do({ type: 'goal.draft', title: 'Tujuan bersama', languages });
  return Object.keys(chair.meeting.goals).find((id) => !before.has(id)) ?? '';
}

/** Writes over a stock client and waits until the server has stored it: another client sees it all. */
async function fillDocument(chair: Person, name: string, write: (doc: Y.Doc) => void): Promise<void> {
  const writer = stockClient(chair.url, name, { cookie: chair.cookie });
  await writer.synced();
  write(writer.doc);
  const reader = stockClient(chair.url, name, { cookie: chair.cookie });
  await reader.synced();
  const length = (doc: Y.Doc): number => [...doc.store.clients.values()].flat().length;
  for (let tries = 0; length(reader.doc) < length(writer.doc); tries += 1) {
    if (tries > 1000) throw new Error(`${name} did not arrive`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  writer.close();
  reader.close();
}

function writeAgenda(doc: Y.Doc, count: number): void {
  for (let n = 0; n < count; n += 1)
    addItem(doc, {
      id: newId(),
      title: `Acara ${n + 1}: ${words(6, n)}`,
      kind: 'discussion',
      minutes: 5,
      presenter: n % 3 === 0 ? 'Ibu Siti Aminah' : '',
    });
}

function writeGoal(doc: Y.Doc, count: number): void {
  const each = Math.ceil(count / clauses / 2);
  for (let n = 0; n < clauses; n += 1) {
    const id = newId();
    addClause(doc, id);
    for (const language of ['id', 'en'] as const) {
      const fragment = clauseText(doc, id, language);
      // As one frame each: a frame up has a limit.
      doc.transact(() => seedRichText(fragment, paragraphs(each, n)), editing);
    }
  }
}

/** Pieces of it one after the other: a frame up has a limit. */
function writeOneText(doc: Y.Doc, count: number): void {
  const id = newId();
  addClause(doc, id);
  const fragment = clauseText(doc, id, 'id');
  const lines = paragraphs(count, 1);
  for (let at = 0; at < lines.length; at += 50) {
    const piece = new Y.Doc().getXmlFragment('piece');
    seedRichText(piece, lines.slice(at, at + 50));
    const nodes = piece.toArray().flatMap((node) => (node instanceof Y.XmlElement ? [node.clone()] : []));
    doc.transact(() => fragment.insert(fragment.length, nodes), editing);
  }
}

/** Paragraphs of about a hundred words. */
function paragraphs(count: number, seed: number): string[] {
  const lines: string[] = [];
  for (let left = count; left > 0; left -= 100) lines.push(`${words(Math.min(100, left), seed + left)}.`);
  return lines;
}

const stock =
  'setiap anak di lembah dan pulau kami belajar sampai lulus bersama guru yang tinggal dekat sekolah dengan air bersih listrik buku dan jalan yang aman'.split(
    ' ',
  );

function words(count: number, seed: number): string {
  const text = Array.from({ length: count }, (_, n) => stock[(n * 7 + seed * 3) % stock.length]).join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
