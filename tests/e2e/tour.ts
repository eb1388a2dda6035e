/**
 * A walk past every page and the main states of each, for tests that look at all of them: axe, hard-coded words.
 * It speaks no language of its own: what it presses it finds by the catalogue that it is given. A new page or state
 * is a line in one of the lists below.
 */
import type { Locator, Page } from 'playwright-core';
import { addClause, addItem, clauseText } from '@mufakat/shared-docs';
import { formatMessage, type Values } from '../../apps/web/src/i18n/messages';
import type { Key } from '../../apps/web/src/i18n/id';
import { phone, type Device, type Visitor } from '../harness/browser';
import { plainRule, seatVoter } from '../harness/coalition';
import { CuttableLine } from '../harness/cuttable-line';
import { newId, type Person } from '../harness/person';
import { stockClient } from '../harness/stock-client';
import { draftDecision, frozenDecision, writeParagraph } from '../harness/wording';
import type { Rooms } from './in-room';

export interface TourGuide {
  rooms: Rooms;
  catalogue: Readonly<Record<string, string>>;
  /** Before the first page of each visitor. */
  prepare(visitor: Visitor): Promise<unknown>;
  /** At each state. */
  look(page: Page, state: string): Promise<void>;
}

/** What people write on the way; nothing else in plain letters is theirs. */
export const ownWords = [
  'Sekolah Terpencil',
  'Musyawarah Prioritas',
  'Ketua Forum',
  'Guru SDN 07',
  'Sari',
  'Ibu',
  'Dinas Pendidikan',
  'Komite Sekolah',
  'Koperasi Sinar Rakit',
  'Yayasan Lentera Hulu',
  'Pemerintah',
  'Warga',
  'Usaha',
  'Lembaga dan mitra luar',
  'Pembukaan',
  'Rumah guru',
  'Penutup',
  'Rumusan',
  'Rumah guru dikerjakan lebih dahulu.',
  'Dikerjakan mulai Januari.',
  'Ramp belum jelas.',
  'Ibadah Asar',
  'Guru di setiap kelas',
  'Setiap kelas ada gurunya.',
  'Koperasi hadir dua orang.',
  'Ada yang keliru',
];

export class Tour {
  readonly #guide: TourGuide;

  constructor(guide: TourGuide) {
    this.#guide = guide;
  }

  say(key: Key, values?: Values): string {
    return formatMessage('id', this.#guide.catalogue[key] ?? key, values);
  }

  /** Pages that anyone may see, then those of the chair before the meeting. */
  async beforeTheRoom(device: Device): Promise<void> {
    const { rooms, look } = this.#guide;
    const { code, coalitionId } = rooms.here;
    const stranger = (await this.#visitor('stranger', device)).page;
    await this.#see(stranger, '/', 'front page');
    await this.#see(stranger, '/nowhere', 'no such page');
    await this.#see(stranger, '/join', 'door without a code');
    await this.#see(stranger, `/join#${code}`, 'door');
    await stranger.locator('[type="submit"]').first().click();
    await look(stranger, 'door, name missing');
    await this.#see(stranger, '/join#BCDFGH', 'door, unknown code');
    await this.#see(stranger, '/l#nothing', 'link that opens nothing');
    await this.#see(stranger, '/privacy', 'privacy');
    await this.#see(stranger, '/new', 'new coalition');
    await stranger.locator('[type="submit"]').first().click();
    await look(stranger, 'new coalition, fields missing');
    await this.#display(stranger);
    await this.#see(stranger, `/m/${'A'.repeat(22)}`, 'no way into a meeting');
    const chair = (await this.#visitor('chair', device, rooms.chair)).page;
    await this.#see(chair, '/', 'front page of somebody known');
    await this.#see(chair, `/c/${coalitionId}`, 'coalition');
    await this.#dialog(chair, this.say('coalition.settings'), 'settings of a coalition');
    await this.#see(chair, `/c/${coalitionId}/plan`, 'planning');
    await chair.locator('[type="submit"]').first().click();
    await look(chair, 'planning, fields missing');
  }

  /** The room from its lobby to its record, as the chair and as a delegate see it. */
  async room(device: Device): Promise<void> {
    const { rooms, look } = this.#guide;
    const chair = rooms.chair;
    const voter = await seatVoter(rooms.here, rooms.server.url, 'Guru SDN 07', 1, ['delegate']);
    const line = await CuttableLine.to(rooms.server.url);
    const host = await this.#sit(chair, 'host', device);
    const guest = await this.#sit(voter, 'guest', phone, line.url);
    const both = async (state: string): Promise<void> => {
      await look(host, `${state}, host`);
      await look(guest, `${state}, delegate`);
    };
    await both('lobby, empty agenda');
    await this.#writeAgenda();
    await host.getByLabel(this.say('agenda.titleOf', { number: 1 })).waitFor();
    await both('lobby, agenda being written');
    await this.#dialogs(host, device);
    await chair.do({ type: 'meeting.open' });
    await chair.do({ type: 'agenda.adopt' });
    await both('open, agenda adopted');
    await chair.do({ type: 'item.start', itemId: chair.meeting.agenda.items[1]?.id ?? '' });
    await both('item running');
    await chair.do({
      type: 'meeting.pause',
      kind: 'prayer',
      until: Date.now() + 600_000,
      reason: 'Ibadah Asar',
    });
    await both('paused');
    await chair.do({ type: 'meeting.resume' });
    await this.#goal(host, both);
    const draft = await draftDecision(chair, plainRule);
    await rooms.toStage(draft);
    await host.locator('[contenteditable="true"]').waitFor();
    await both('wording being written');
    await this.#ask(host, guest, both);
    line.cut();
    await guest.locator('.lost-floats').waitFor();
    await look(guest, 'line lost');
    line.mend();
    await guest.locator('.lost-floats').waitFor({ state: 'hidden' });
    await this.#minutes(host, both);
    await chair.do({ type: 'meeting.close' });
    await host.getByText(this.say('room.thanks')).first().waitFor();
    await both('closed');
    voter.close();
    await line.close();
  }

  /** Begun and put on stage, with one clause in one of its languages. */
  async #goal(host: Page, both: (state: string) => Promise<void>): Promise<void> {
    const { chair } = this.#guide.rooms;
    await chair.do({ type: 'goal.draft', title: 'Guru di setiap kelas', languages: ['id', 'en'] });
    const [goalId = ''] = Object.keys(chair.meeting.goals);
    await chair.do({ type: 'stage.set', stage: { kind: 'goal', goalId } });
    await this.#button(host, this.say('goal.addFirst')).waitFor();
    await both('goal, nothing written');
    const writer = stockClient(chair.url, `goal/${goalId}`, { cookie: chair.cookie });
    await writer.synced();
    const clauseId = newId();
    addClause(writer.doc, clauseId);
    writeParagraph(writer, 'Setiap kelas ada gurunya.', clauseText(writer.doc, clauseId, 'id'));
    await host.getByText('Setiap kelas ada gurunya.').first().waitFor();
    await both('goal, one language written');
    writer.close();
  }

  /** On stage while they are written, with a correction asked for, locked and opened again. */
  async #minutes(host: Page, both: (state: string) => Promise<void>): Promise<void> {
    const { chair } = this.#guide.rooms;
    await chair.do({ type: 'stage.set', stage: { kind: 'minutes' } });
    await this.#button(host, this.say('minutes.correct')).first().waitFor();
    await chair.do({ type: 'minutes.correct', part: null, text: 'Koperasi hadir dua orang.' });
    await host.getByText('Koperasi hadir dua orang.').first().waitFor();
    await both('minutes being written');
    await chair.do({ type: 'minutes.freeze' });
    await this.#button(host, this.say('minutes.signAsChair')).waitFor();
    await both('minutes locked');
    await chair.do({ type: 'minutes.reopen', reason: 'Ada yang keliru' });
    await this.#button(host, this.say('minutes.lock')).waitFor();
    await both('minutes opened again');
  }

  async #ask(host: Page, guest: Page, both: (state: string) => Promise<void>): Promise<void> {
    const { rooms, look } = this.#guide;
    const { chair } = rooms;
    const decisionId = await frozenDecision(chair, plainRule, 'Rumah guru dikerjakan lebih dahulu.');
    await rooms.toStage(decisionId);
    await host.getByText('Rumah guru dikerjakan lebih dahulu.').first().waitFor();
    await both('locked');
    await chair.do({ type: 'poll.open', decisionId });
    const sheet = guest.getByRole('dialog');
    await sheet.waitFor();
    await both('asked');
    await sheet.getByRole('radio').nth(1).check({ force: true });
    await sheet.locator('[type="submit"]').click();
    await look(guest, 'answer sheet, what is asked of those who do not simply agree');
    await sheet.locator('[type="submit"]').click();
    await look(guest, 'answer sheet, reason missing');
    await guest.keyboard.press('Escape');
    const [pollId = ''] = Object.keys(chair.meeting.polls);
    await chair.do({ type: 'poll.close', pollId });
    await both('answers closed');
    await chair.do({
      type: 'decision.decide',
      decisionId,
      outcome: 'not-decided',
      statement: 'Ramp belum jelas.',
    });
    await both('not decided');
  }

  async #dialogs(host: Page, device: Device): Promise<void> {
    const { look } = this.#guide;
    if (device.phone) return;
    await host.keyboard.press('?');
    await host.getByRole('dialog').waitFor();
    await look(host, 'shortcuts');
    await host.keyboard.press('Escape');
    await this.#dialog(host, this.say('people.add'), 'adding a person');
    await this.#dialog(host, this.say('people.invite'), 'inviting');
    await this.#dialog(host, this.say('room.leave'), 'leaving');
    await this.#dialog(host, this.say('people.seatOf', { name: 'Guru SDN 07' }), 'a person’s seat');
    const more = this.#button(host, this.say('room.more')).first();
    await more.click();
    await look(host, 'menu of the host');
    await host.getByRole('menuitem', { name: this.say('decision.new') }).click();
    await host.getByRole('dialog').waitFor();
    await look(host, 'new decision');
    await host.keyboard.press('Escape');
  }

  async #dialog(page: Page, name: string, state: string): Promise<void> {
    await this.#button(page, name).first().click();
    await page.getByRole('dialog').waitFor();
    await this.#guide.look(page, state);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  }

  async #display(page: Page): Promise<void> {
    await this.#button(page, this.say('shell.display')).click();
    await page.getByRole('dialog').waitFor();
    await this.#guide.look(page, 'display settings');
    await page.keyboard.press('Escape');
  }

  #button(page: Page, name: string): Locator {
    return page.getByRole('button', { name, exact: true });
  }

  async #see(page: Page, path: string, state: string): Promise<void> {
    await page.goto('about:blank');
    await page.goto(this.#guide.rooms.server.url + path);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.waitForLoadState('networkidle');
    await this.#guide.look(page, state);
  }

  async #sit(person: Person, name: string, device: Device, base?: string): Promise<Page> {
    const { rooms } = this.#guide;
    const { page } = await this.#visitor(name, device, person, base);
    await page.goto(`${base ?? rooms.server.url}/m/${rooms.here.meetingId}`);
    await page.getByRole('contentinfo', { name: this.say('room.bar') }).waitFor();
    return page;
  }

  async #visitor(name: string, device: Device, person?: Person, base?: string): Promise<Visitor> {
    const { rooms, prepare } = this.#guide;
    const visitor = await rooms.stranger(name, device);
    const [cookie = '', ...value] = (person?.cookie ?? '').split('=');
    if (person)
      await visitor.context.addCookies([
        { name: cookie, value: value.join('='), url: base ?? rooms.server.url },
      ]);
    await prepare(visitor);
    return visitor;
  }

  async #writeAgenda(): Promise<void> {
    const { chair, meetingId } = this.#guide.rooms.here;
    const writer = stockClient(chair.url, `agenda/${meetingId}`, { cookie: chair.cookie });
    await writer.synced();
    for (const [at, [kind, title]] of agenda.entries())
      addItem(writer.doc, { id: `acara${at}`.padEnd(22, '_'), title, kind, minutes: 10, presenter: '' });
    await new Promise((resolve) => setTimeout(resolve, 300));
    writer.close();
  }
}

const agenda = [
  ['opening', 'Pembukaan'],
  ['discussion', 'Rumah guru'],
  ['closing', 'Penutup'],
] as const;
