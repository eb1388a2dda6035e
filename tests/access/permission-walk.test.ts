/**
 * The permission walk: every role × every command × every door, on the running server, over real sockets. What each
 * cell must say comes from permissions.ts alone; a cell that says anything else fails, in either direction.
 *
 * Doors: the live line (31 commands, ballots), HTTP, documents (read, write). Strangers are strangers.test.ts.
 */
import { commandRights, hasRight, roles, type MeetingCommandType, type Role } from '@mufakat/domain';
import { addItem, minutesPart, notesOf, wordingFragment } from '@mufakat/shared-docs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { everyCommand } from './every-command';
import { gather, plainRule, type Gathering } from '../harness/coalition';
import { newId, type Person } from '../harness/person';
import { seatByLink, seatPerson } from '../harness/seats';
import { ServerInProcess } from '../harness/server-in-process';
import { stockClient, type StockClient } from '../harness/stock-client';
import { draftDecision, frozenDecision, writeParagraph } from '../harness/wording';

const voteOnly = { ...plainRule, ladder: ['vote' as const] };
/** The chair last: it can do what would end the walk for others. */
const walked: Role[] = [...roles.filter((role) => role !== 'chair'), 'chair'];

let server: ServerInProcess;
let gathering: Gathering;
const people = new Map<Role, Person>();
/** Of the four decisions: one to write, one to ask about; on the last two a vote is open all the time. */
const made = { open: '', frozen: '', frozenHash: '', personPoll: '', partnerPoll: '', itemId: newId() };

beforeAll(async () => {
  server = await ServerInProcess.start();
  gathering = await gather(server.url);
  const { chair } = gathering;
  await writeAgenda(chair);
  await chair.do({ type: 'meeting.open' });
  await chair.do({ type: 'agenda.adopt' });
  for (const role of walked) people.set(role, await seatByLink(gathering, seatOf(role)));
  made.open = await draftDecision(chair, plainRule);
  made.frozen = await frozenDecision(chair, plainRule, 'Rumusan yang ditanyakan.');
  const { text } = chair.meeting.decisions[made.frozen]!;
  made.frozenHash = text.status === 'frozen' ? text.hash : '';
  made.personPoll = await votingPoll(chair, 'person');
  made.partnerPoll = await votingPoll(chair, 'partner');
});

afterAll(async () => {
  for (const person of [gathering.chair, ...people.values()]) person.close();
  await server.dispose();
});

function seatOf(role: Role) {
  return {
    name: `Orang ${role}`,
    roles: [role],
    partnerId: gathering.partners[1] ?? null,
    votes: hasRight([role], 'votePerson'),
  };
}

async function writeAgenda(chair: Person): Promise<void> {
  const client = stockClient(server.url, `agenda/${chair.meetingId}`, { cookie: chair.cookie });
  await client.synced();
  const item = { id: made.itemId, title: 'Jalan', kind: 'decision' as const, minutes: 30, presenter: '' };
  addItem(client.doc, item);
  const reader = stockClient(server.url, `agenda/${chair.meetingId}`, { cookie: chair.cookie });
  await chair.until(() => reader.doc.getMap('items').size > 0);
  client.close();
  reader.close();
}

async function votingPoll(chair: Person, electorate: 'person' | 'partner'): Promise<string> {
  const decisionId = await frozenDecision(chair, voteOnly, `Suara ${electorate}.`, electorate);
  await chair.do({ type: 'poll.open', decisionId });
  const poll = Object.values(chair.meeting.polls).find((one) => one.decisionId === decisionId);
  return poll!.id;
}

function nameOf(kind: 'agenda' | 'wording' | 'notes' | 'minutes'): string {
  return `${kind}/${kind === 'wording' ? made.open : gathering.meetingId}`;
}

function personOf(role: Role): Person {
  return people.get(role)!;
}

async function seqOf(stream: string): Promise<number> {
  return (await server.store.findStream(stream))?.seq ?? 0;
}

/** A second plan finds the meeting made whoever sends it [R2]; no person comes in for another [R3]. */
function isAllowed(role: Role, type: MeetingCommandType): boolean {
  // One's own name is erased by oneself in whatever role.
  if (type === 'person.erase') return true;
  return type === 'meeting.plan' || (type !== 'person.come' && hasRight([role], commandRights[type]));
}

describe('documents', () => {
  const doors = ['agenda', 'wording', 'notes', 'minutes'] as const;
  type Door = (typeof doors)[number];
  let watch: Record<Door, StockClient>;

  beforeAll(async () => {
    const { cookie } = gathering.chair;
    const open = (door: Door) => stockClient(server.url, nameOf(door), { cookie });
    watch = {
      agenda: open('agenda'),
      wording: open('wording'),
      notes: open('notes'),
      minutes: open('minutes'),
    };
    await Promise.all(doors.map((door) => watch[door].synced()));
    for (const door of ['wording', 'notes', 'minutes'] as const) write(door, watch[door], 'Kata pertama.');
  });
  afterAll(() => doors.forEach((door) => watch[door].close()));

  function write(door: Door, client: StockClient, words: string): void {
    if (door !== 'agenda') return writeParagraph(client, words, textOf(door, client));
    const item = { id: newId(), title: words, kind: 'discussion' as const, minutes: 5, presenter: '' };
    addItem(client.doc, item);
  }

  function textOf(door: Exclude<Door, 'agenda'>, { doc }: StockClient): Y.XmlFragment {
    if (door === 'wording') return wordingFragment(doc);
    return door === 'notes' ? notesOf(doc, made.itemId) : minutesPart(doc, 'opening');
  }

  const has = (door: Door, client: StockClient, words: string) =>
    JSON.stringify(door === 'agenda' ? client.doc.getMap('items') : textOf(door, client)).includes(words);

  test.each(walked.flatMap((role) => doors.map((door) => [role, door] as const)))(
    '%s on the %s: reads, and writes as the table says',
    async (role, door) => {
      const person = personOf(role);
      const client = stockClient(server.url, nameOf(door), {
        cookie: person.cookie,
        params: { mufakat: '1' },
      });
      const said: string[] = [];
      client.provider.messageHandlers[101] = (_encoder, decoder) => {
        said.push(new TextDecoder().decode(decoder.arr.subarray(decoder.pos + 1)));
      };
      await client.synced();
      expect(has(door, client, door === 'agenda' ? 'Jalan' : 'Kata pertama.')).toBe(true);
      const words = `kata-${role}-${door}`;
      write(door, client, words);
      if (hasRight([role], door)) {
        await person.until(() => has(door, watch[door], words));
        expect(said.filter((code) => code !== '')).toEqual([]);
      } else {
        await person.until(() => said.length > 0);
        expect(said).toEqual(['document_read_only']);
        // What is refused is not relayed: a word of the chair's, written later, overtakes it.
        write(door, watch[door], `sesudah-${role}`);
        await person.until(() => has(door, client, `sesudah-${role}`));
        expect(has(door, watch[door], words)).toBe(false);
      }
      client.close();
    },
  );
});

describe('HTTP', () => {
  test.each(walked)('%s', async (role) => {
    const person = personOf(role);
    const { coalitionId, meetingId, chair } = gathering;
    const statusOf = async (method: string, path: string, body?: unknown) =>
      (await person.http(method, path, body)).status;
    const meeting = `/api/meetings/${meetingId}`;
    const coalition = `/api/coalitions/${coalitionId}`;
    expect(await statusOf('GET', `${meeting}/record.json`)).toBe(200);
    expect(await statusOf('GET', `${meeting}/record.html`)).toBe(200);
    expect(await statusOf('GET', `${meeting}/people/${person.you}/link`)).toBe(200);
    const letsIn = hasRight([role], 'letIn');
    // The founding chair has no link: whoever lets people in hears that, others hear that they may not ask.
    expect(await statusOf('GET', `${meeting}/people/${chair.you}/link`)).toBe(letsIn ? 410 : 403);
    const other = personOf(role === 'guest' ? 'observer' : 'guest').you;
    expect(await statusOf('GET', `${meeting}/people/${other}/link`)).toBe(letsIn ? 200 : 403);
    expect(await statusOf('GET', `${meeting}/people/${newId()}/link`)).toBe(letsIn ? 410 : 403);
    for (const kind of ['agenda', 'wording', 'notes', 'minutes'] as const) {
      expect(await statusOf('POST', '/api/tickets', { document: nameOf(kind) })).toBe(200);
      expect(await statusOf('GET', `/api/documents/${nameOf(kind)}/history`)).toBe(200);
    }
    expect(await statusOf('GET', `/api/documents/${nameOf('agenda')}/at/1`)).toBe(200);
    for (const n of ['0', '999999', '-1', '1.5', 'x', '__proto__']) {
      expect(await statusOf('GET', `/api/documents/${nameOf('agenda')}/at/${n}`)).toBe(404);
    }
    for (const document of [`goal/${newId()}`, `goal/${meetingId}`, `notes/${made.open}`, 'secret/x']) {
      expect(await statusOf('GET', `/api/documents/${document}/history`)).toBe(404);
    }
    // A seat in a meeting is none in its coalition, whatever the role.
    expect(await statusOf('GET', coalition)).toBe(404);
    expect(await statusOf('GET', `${coalition}/link`)).toBe(404);
    const { 'meeting.plan': plan } = everyCommand({ ...made, target: other, self: person.you });
    expect(await statusOf('POST', `${coalition}/meetings`, { id: newId(), command: plan, agenda: [] })).toBe(
      404,
    );
    const partner = { name: 'Lain', mark: 'LN', kind: 'community', place: '', weight: 1, chamber: null };
    const command = { type: 'partner.add', ...partner };
    expect(await statusOf('POST', `${coalition}/commands`, { id: newId(), command })).toBe(404);
    expect(await statusOf('GET', '/healthz')).toBe(200);
    const session = await person.http('GET', '/api/session');
    expect(session.body).toMatchObject({ places: [{ kind: 'meeting', id: meetingId, roles: [role] }] });
  });
});

describe('ballots', () => {
  const choice = { kind: 'vote', vote: 'yes' } as const;

  test.each(walked)('%s', async (role) => {
    const person = personOf(role);
    const own = await person.vote(made.personPoll, choice);
    expect(own).toEqual(
      hasRight([role], 'votePerson') ? { ok: true } : { ok: false, code: 'not_on_the_roll' },
    );
    const partners = await person.vote(made.partnerPoll, choice);
    expect(partners).toEqual(
      hasRight([role], 'votePartner') ? { ok: true } : { ok: false, code: 'not_on_the_roll' },
    );
  });
});

describe('commands', () => {
  let cells = 0;

  test.each(walked)('%s', async (role) => {
    const person = personOf(role);
    const target = await seatPerson(gathering, {
      name: 'Sasaran',
      roles: ['guest'],
      partnerId: null,
      votes: false,
    });
    const wrong: string[] = [];
    for (const command of Object.values(everyCommand({ ...made, target, self: person.you }))) {
      const before = await seqOf(gathering.meetingId);
      const ack = await person.command(command);
      const code = ack.ok ? 'ok' : ack.code;
      const isRight = (code !== 'not_allowed') === isAllowed(role, command.type);
      const isKnown = !['malformed', 'unknown_command', 'too_many_requests', 'storage_failed'].includes(code);
      const isQuiet = ack.ok || (await seqOf(gathering.meetingId)) === before;
      if (!isRight || !isKnown || !isQuiet) wrong.push(`${command.type}: ${code}`);
      cells += 1;
    }
    expect(wrong).toEqual([]);
  });

  test('every cell was walked', () => {
    expect(cells).toBe(roles.length * Object.keys(commandRights).length);
  });
});
