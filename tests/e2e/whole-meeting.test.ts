/**
 * Six people hold a meeting from its lobby to signed minutes: once in Indonesian, once in English and in the dark, once
 * by keyboard alone. In the middle the chair's browser dies, and the meeting goes on.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { textOf } from '@mufakat/domain';
import { addItem, readAgenda } from '@mufakat/shared-docs';
import { desktop, phone, TestBrowser, type Device, type Visitor } from '../harness/browser';
import { gather } from '../harness/coalition';
import { eventually } from '../harness/eventually';
import { newId, Person } from '../harness/person';
import { ServerInProcess } from '../harness/server-in-process';
import { stockClient } from '../harness/stock-client';
import { keyboard, pointer, type Hands } from './hands';
import { expectNoComplaints } from './in-room';
import { escaped, parts, WholeMeeting, type Part, type Play } from './whole-meeting';

const clientFolder = fileURLToPath(new URL('../../apps/web/dist/', import.meta.url));
const devices: Record<Part, Device> = {
  chair: desktop,
  secretary: desktop,
  delegate: desktop,
  second: desktop,
  participant: phone,
  guest: phone,
};
const agenda = [
  ['opening', 'Pembukaan, tata tertib', 10],
  ['decision', 'Rumah guru di Batu Ampar Hulu', 35],
  ['closing', 'Penutup: baca, tanda tangani', 15],
] as const;
const wording = 'Rumah guru di Batu Ampar Hulu dikerjakan lebih dahulu, selesai sebelum tahun ajaran baru.';

/** Where it happens: a meeting whose chair sits in the chair's browser, with the door open and people made to wait. */
interface Scene {
  meetingId: string;
  code: string;
  /** Of the agenda's first, second and last item. */
  titles: { first: string; second: string };
  /** The words by which the chair is known. */
  chair: RegExp;
}

let server: ServerInProcess;
let browser: TestBrowser;
let scene: Scene;
let cast: Record<Part, Visitor>;

beforeAll(async () => {
  server = await ServerInProcess.start({}, { clientFolder });
});
afterAll(() => server.dispose());

afterEach(async () => {
  for (const part of parts) await cast[part].context.close();
  await browser.close();
});

/** A meeting of a plain coalition, its agenda written. */
async function plainScene(): Promise<Scene> {
  const { chair, meetingId, code } = await gather(server.url);
  await chair.do({ type: 'waiting-room.set', on: true });
  const writer = stockClient(server.url, `agenda/${meetingId}`, { cookie: chair.cookie });
  await writer.synced();
  for (const [kind, title, minutes] of agenda) {
    addItem(writer.doc, { id: newId(), title, kind, minutes, presenter: '' });
  }
  await eventually(() => expectAgenda(chair, agenda.length));
  writer.close();
  const [name, ...value] = chair.cookie.split('=');
  await cast.chair.context.addCookies([{ name: name ?? '', value: value.join('='), url: server.url }]);
  // Only the browser holds the chair's line from here on.
  chair.close();
  return { meetingId, code, titles: { first: agenda[0][1], second: agenda[1][1] }, chair: /Ketua Forum/ };
}

async function expectAgenda(chair: Person, count: number): Promise<void> {
  const reader = stockClient(server.url, `agenda/${chair.meetingId}`, { cookie: chair.cookie });
  await reader.synced();
  const items = readAgenda(reader.doc);
  reader.close();
  expect(items).toHaveLength(count);
}

/** The demo's priorities meeting, as its visitor finds it, with the companions that the server plays. */
async function demoScene(language: 'id' | 'en'): Promise<Scene> {
  const { page, context } = cast.chair;
  const made = await page.request.post(`${server.url}/api/demo`, { data: { as: 'chair', language } });
  expect(made.status()).toBe(201);
  const { meetingId } = (await made.json()) as { meetingId: string };
  const chair = new Person(server.url);
  chair.cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  await chair.join(meetingId);
  await chair.do({ type: 'waiting-room.set', on: true });
  await chair.do({ type: 'door.open', hours: 4 });
  const { door, people } = chair.meeting;
  const reader = stockClient(server.url, `agenda/${meetingId}`, { cookie: chair.cookie });
  await reader.synced();
  const [first, second] = readAgenda(reader.doc);
  reader.close();
  chair.close();
  const name = textOf(people.get(chair.you)?.name ?? { id: '', erased: true }) ?? '';
  return {
    meetingId,
    code: door.status === 'open' ? door.code : '',
    titles: { first: first?.title ?? '', second: second?.title ?? '' },
    chair: new RegExp(escaped(name)),
  };
}

async function play(
  folder: string,
  options: { language: 'id' | 'en'; dark: boolean; hands: Hands; patient: boolean; where: 'plain' | 'demo' },
): Promise<Play> {
  const { language, dark, hands, patient, where } = options;
  browser = await TestBrowser.launch(folder);
  const locale = language === 'id' ? 'id-ID' : 'en-GB';
  const visitors = await Promise.all(
    parts.map((part) => browser.visitor(part, devices[part], locale, dark ? 'dark' : 'light')),
  );
  cast = Object.fromEntries(parts.map((part, index) => [part, visitors[index]])) as Record<Part, Visitor>;
  scene = where === 'demo' ? await demoScene(language) : await plainScene();
  return {
    language,
    hands,
    patient,
    base: server.url,
    cast,
    back: async (part) => {
      const { page } = cast[part];
      const address = page.url();
      const again = await cast[part].context.newPage();
      await again.goto(address);
      const shot = async (step: string) => {
        await again.screenshot({ path: join(browser.folder, `${step}-${part}.png`) });
      };
      cast[part] = { ...cast[part], page: again, shot };
      return cast[part];
    },
    later: (ms) => void (server.shiftMs += ms),
  };
}

test('in Indonesian', async () => {
  await hold(
    await play('whole-id', { language: 'id', dark: false, hands: pointer, patient: true, where: 'demo' }),
  );
}, 400_000);

test('in English, in the dark', async () => {
  await hold(
    await play('whole-en', { language: 'en', dark: true, hands: pointer, patient: false, where: 'demo' }),
  );
}, 400_000);

test('by keyboard alone', async () => {
  await hold(
    await play('whole-keys', {
      language: 'id',
      dark: false,
      hands: keyboard,
      patient: false,
      where: 'plain',
    }),
  );
}, 600_000);

async function hold(on: Play): Promise<void> {
  const meeting = new WholeMeeting(on);
  await lobby(meeting);
  await opening(meeting);
  await deciding(meeting);
  await withoutTheChair(meeting);
  await minutes(meeting);
  await closing(meeting);
  expect(meeting.found).toEqual([]);
  for (const part of parts) expectNoComplaints(on.cast[part]);
}

/** Seats are prepared, the guest waits and is let in, everyone is there. */
async function lobby(meeting: WholeMeeting): Promise<void> {
  const { play: on } = meeting;
  const { meetingId, code } = scene;
  await meeting.page('chair').goto(`${on.base}/m/${meetingId}`);
  await meeting
    .page('chair')
    .getByRole('contentinfo', { name: meeting.say('room.bar') })
    .waitFor();
  const links: Partial<Record<Part, string>> = {
    secretary: await meeting.seat({
      name: 'Yohana Lende',
      partner: null,
      role: 'people.secretary',
      votes: false,
    }),
    delegate: await meeting.seat({
      name: 'Markus Guru',
      partner: 'Komite Sekolah',
      role: 'people.delegate',
      votes: true,
    }),
    second: await meeting.seat({
      name: 'خالد الحسن',
      partner: 'Yayasan Lentera Hulu',
      role: 'people.delegate',
      votes: true,
    }),
    participant: await meeting.seat({
      name: 'Sari Rakit',
      partner: 'Koperasi Sinar Rakit',
      role: 'people.participant',
      votes: true,
    }),
  };
  for (const [part, link] of Object.entries(links)) await meeting.comeByLink(part as Part, link);
  const guest = meeting.page('guest');
  await guest.goto(`${on.base}/join#${code}`);
  await on.hands.fill(guest.locator('[name="name"]'), 'Tamu Desa');
  await on.hands.press(guest.locator('form [type="submit"]'));
  await meeting.sees('guest', 'self.waitTitle');
  await meeting.look('lobby');
  await on.hands.press(
    meeting.page('chair').getByRole('button', { name: meeting.say('host.admitName', { name: 'Tamu Desa' }) }),
  );
  await guest.getByRole('contentinfo', { name: meeting.say('room.bar') }).waitFor();
}

/** Opened, the agenda adopted, the first item run, notes taken. */
async function opening(meeting: WholeMeeting): Promise<void> {
  await meeting.press('chair', 'room.open');
  await meeting.press('chair', 'room.toAdopt');
  await meeting.press('chair', 'agenda.adopt');
  await meeting.sees('guest', 'agenda.ready');
  await meeting.look('adopted');
  await meeting.play.hands.press(
    meeting.buttonFor(meeting.page('chair'), 'agenda.startNamed', { title: '' }),
  );
  await meeting.page('guest').getByRole('heading', { level: 1, name: scene.titles.first }).waitFor();
  await meeting.press('secretary', 'agenda.notesBegin');
  await meeting.play.hands.write(
    meeting.page('secretary').locator('[contenteditable="true"]').first(),
    'Tata tertib dibacakan; tidak ada yang keberatan.',
  );
  await meeting.seesText('guest', /tidak ada yang keberatan/);
  await meeting.look('first-item');
  await meeting.play.hands.press(
    meeting
      .page('chair')
      .getByRole('button', { name: new RegExp(`^${meeting.say('room.next')}`) })
      .first(),
  );
  await meeting.page('guest').getByRole('heading', { level: 1, name: scene.titles.second }).waitFor();
}

/** Made on the spot, asked, answered by those with a vote. */
async function deciding(meeting: WholeMeeting): Promise<void> {
  const { hands } = meeting.play;
  await meeting.menu('chair', 'room.more', 'decision.new');
  const dialog = meeting.page('chair').getByRole('dialog');
  await hands.fill(dialog.getByLabel(meeting.say('decision.wording')), wording);
  const byPerson = [meeting.say('decision.byPerson'), meeting.say('decision.asMeetingPerson')].map(escaped);
  await hands.select(dialog.getByLabel(meeting.say('decision.voices')), new RegExp(byPerson.join('|')));
  await meeting.look('deciding');
  await hands.press(meeting.button(dialog, 'decision.now'));
  await dialog.waitFor({ state: 'hidden' });
  await meeting.seesText('guest', wording);
  await meeting.look('asked');
  await meeting.answer('delegate', 'poll.agree');
  await meeting.answer('participant', 'poll.agree');
}

/** The chair's browser dies; the secretary takes the chair, the room goes on, and the chair comes back to it. */
async function withoutTheChair(meeting: WholeMeeting): Promise<void> {
  const { hands, patient, cast: people, later, back } = meeting.play;
  await people.chair.page.close();
  const take = meeting.button(meeting.page('secretary'), 'host.chairTake');
  if (patient) {
    // The line's grace and the minute after it, as people live through them.
    await take.waitFor({ timeout: 150_000 });
  } else {
    const away = new RegExp(escaped(meeting.say('host.chairAway', { time: '|' }).split('|')[0] ?? ''));
    await meeting.page('secretary').getByText(away).first().waitFor({ timeout: 60_000 });
    later(90_000);
    await meeting.page('secretary').reload();
    await take.waitFor();
  }
  await meeting.look('chair-away');
  await hands.press(take);
  await meeting.answer('second', 'poll.agree');
  await meeting.press('secretary', 'poll.close');
  await hands.press(meeting.button(meeting.page('secretary'), 'decision.declareMufakat'));
  await meeting
    .page('guest')
    .getByRole('heading', { name: meeting.say('decision.mufakat') })
    .first()
    .waitFor();
  await meeting.look('mufakat');
  await back('chair');
  await meeting
    .page('chair')
    .getByRole('contentinfo', { name: meeting.say('room.bar') })
    .waitFor();
  await meeting.look('chair-back');
  await meeting.menu('secretary', 'room.more', 'host.handOver');
  const dialog = meeting.page('secretary').getByRole('dialog');
  await hands.select(dialog.locator('[name="chair-to"]'), scene.chair);
  await hands.press(meeting.button(dialog, 'host.handOverNow'));
  await dialog.waitFor({ state: 'hidden' });
  await hands.press(
    meeting
      .page('chair')
      .getByRole('button', { name: new RegExp(`^${meeting.say('room.next')}`) })
      .first(),
  );
  await meeting
    .page('guest')
    .getByRole('heading', { level: 1, name: scene.titles.second })
    .waitFor({ state: 'hidden' });
}

/** Read, corrected, locked and signed in the room. */
async function minutes(meeting: WholeMeeting): Promise<void> {
  const { hands } = meeting.play;
  await meeting.menu('chair', 'room.more', 'minutes.toStage');
  await meeting.seesText('guest', wording);
  await meeting.look('minutes-draft');
  const participant = meeting.page('participant');
  await meeting.press('participant', 'minutes.correct');
  await hands.fill(participant.getByRole('textbox').last(), 'Koperasi hadir dua orang.');
  await meeting.press('participant', 'minutes.correctSend');
  await meeting.seesText('secretary', 'Koperasi hadir dua orang.');
  await meeting.press('secretary', 'minutes.take');
  await meeting.press('secretary', 'minutes.lock');
  await meeting.press('chair', 'minutes.signAsChair');
  await meeting.press('secretary', 'minutes.signAsSecretary');
  await meeting.press('delegate', 'minutes.signAsWitness');
  await meeting.sees('guest', 'minutes.signed');
  await meeting.look('minutes-signed');
}

async function closing(meeting: WholeMeeting): Promise<void> {
  await meeting.menu('chair', 'room.more', 'room.close');
  await meeting.press('chair', 'room.closeNow');
  await meeting.sees('guest', 'room.thanks');
  await meeting.look('closed');
  const printed = await meeting
    .page('guest')
    .request.get(`${meeting.play.base}/api/meetings/${scene.meetingId}/minutes.html`);
  expect(printed.status()).toBe(200);
}
