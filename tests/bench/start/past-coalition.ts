/**
 * A coalition with a past, made by the commands that people give, through the server's own rooms, rules and store under
 * a clock that is set back: ten meetings of a thousand events each, with lists, agendas, decisions with ballots, and
 * time that was extended again and again. Nine are closed; the last is in session, and people may join it.
 */
import type { MeetingCommand } from '@mufakat/domain';
import { seedAgenda, seedWording } from '@mufakat/shared-docs';
import type { CoalitionEntry } from '../../../apps/server/src/access/access';
import type { NewSession } from '../../../apps/server/src/access/sessions';
import { planMeeting } from '../../../apps/server/src/coalitions/plan-meeting';
import { Actor, done, eventOf } from '../../../apps/server/src/demo/actors';
import type { Past } from '../../../apps/server/src/demo/past';
import { plainRule } from '../../harness/coalition';

export const eventsPerMeeting = 1000;
const people = 24;
const items = 8;
const minuteMs = 60_000;
export const weekMs = 7 * 24 * 60 * minuteMs;

/** Where someone may come in, and which document is large. */
export interface MadeMeeting {
  meetingId: string;
  chairId: string;
  goalId: string;
}

interface Founded {
  past: Past;
  founder: CoalitionEntry;
  sessions: readonly NewSession[];
  partners: readonly string[];
}

/** Answers with the first meeting, whose goal is for whoever writes the documents, and with the one in session. */
export async function makeCoalition(
  past: Past,
  name: string,
  meetings: number,
  made: () => void,
): Promise<{ first: MadeMeeting; inSession: MadeMeeting }> {
  const coalition = await found(past, name);
  const all: MadeMeeting[] = [];
  for (let number = 1; number <= meetings; number += 1) {
    all.push(await hold(coalition, number, number === meetings));
    if (number === 1) await removeSomebody(coalition);
    past.pass(weekMs);
    made();
  }
  const [first] = all;
  const inSession = all.at(-1);
  if (!first || !inSession) throw new Error('a coalition has meetings');
  return { first, inSession };
}

async function found(past: Past, name: string): Promise<Founded> {
  const { services } = past;
  const sessions = await Promise.all(Array.from({ length: people }, () => services.sessions.create()));
  const [session] = sessions;
  if (!session) throw new Error('somebody founds it');
  const room = await services.rooms.newCoalition(services.ids.newId());
  const command = {
    type: 'coalition.found' as const,
    name,
    form: 'forum' as const,
    languages: ['id' as const],
    chambers: [],
    partners: Array.from({ length: 12 }, (_, index) => ({
      name: `Mitra ${index + 1}`,
      mark: `M${index + 1}`,
      kind: index === 11 ? ('individual' as const) : ('community' as const),
      chamber: null,
      place: '',
      weight: 1,
    })),
    founder: { name: 'Ketua Forum', address: 'Ibu', partner: 0 },
  };
  done(await room.found(session.hash, services.ids.newId(), command));
  const founder = done(await services.access.coalition(session, room.id));
  const partners = Object.keys(room.state?.partners ?? {});
  await founder.room.command(founder, services.ids.newId(), {
    type: 'coalition.change',
    name,
    form: 'forum',
    languages: ['id'],
    secretariat: partners[0] ?? null,
    retentionMonths: 24,
  });
  return { past, founder, sessions, partners };
}

/** A single person who leaves the partners after the first meeting: a name that every day's tidying looks for. */
async function removeSomebody({ past: { services }, founder, partners }: Founded): Promise<void> {
  const command = { type: 'partner.remove' as const, partnerId: partners.at(-1) ?? '' };
  done(await founder.room.command(founder, services.ids.newId(), command));
}

async function hold(coalition: Founded, number: number, isLast: boolean): Promise<MadeMeeting> {
  const { chair, others } = await gatherPeople(coalition, number);
  const { past } = coalition;
  const drafted = await chair.do({ type: 'goal.draft', title: 'Tujuan bersama', languages: ['id'] });
  const { goalId } = eventOf(drafted, 'goal.drafted');
  const itemIds = await writeAgenda(past, chair);
  await chair.do({ type: 'meeting.open' });
  await Promise.all([chair, ...others].map((one) => one.do({ type: 'attendance.sign' }).catch(() => [])));
  await chair.do({ type: 'agenda.adopt' });
  for (const [index, itemId] of itemIds.entries()) {
    await chair.do({ type: 'item.start', itemId });
    await decide(past, chair, others, itemId);
    await extendUntil(past, chair, Math.floor((eventsPerMeeting * (index + 1)) / items) - 1);
  }
  if (isLast) await extendUntil(past, chair, eventsPerMeeting);
  else await chair.do({ type: 'meeting.close' });
  return { meetingId: chair.room.id, chairId: chair.personId, goalId };
}

async function gatherPeople({ past, founder, sessions, partners }: Founded, number: number) {
  const { services } = past;
  const [session, ...rest] = sessions;
  if (!session) throw new Error('somebody has the chair');
  const command: Extract<MeetingCommand, { type: 'meeting.plan' }> = {
    type: 'meeting.plan',
    kind: 'working',
    place: 'Balai Desa',
    callUrl: '',
    title: `Rapat kerja ke-${number}`,
    startsAt: services.clock.now() + 60 * minuteMs,
    timeZone: 'Asia/Jakarta',
    language: 'id',
    // Whom a partner was removed with is not invited any more.
    invited: partners.slice(0, -1).map((partnerId) => ({ partnerId, heads: 4 })),
    rule: plainRule,
    electorate: 'person',
  };
  const { meetingId } = done(await planMeeting(services, founder, services.ids.newId(), command));
  const chair = await Actor.enter(services, session, meetingId);
  const others = await Promise.all(rest.map((one, index) => seatOne(chair, one, index, partners)));
  return { chair, others };
}

async function seatOne(chair: Actor, session: NewSession, index: number, partners: readonly string[]) {
  const { services, room } = chair;
  const events = await chair.do({
    type: 'person.seat',
    name: `Peserta ke-${index + 1}`,
    address: index % 2 ? 'Ibu' : 'Bapak',
    partnerId: partners[index % (partners.length - 1)] ?? null,
    roles: ['participant'],
    votes: true,
  });
  await services.store.putSeat(session.hash, room.id, eventOf(events, 'person.seated').personId);
  const actor = await Actor.enter(services, session, room.id);
  room.presence.enter(actor.personId);
  return actor;
}

async function writeAgenda({ services }: Past, chair: Actor): Promise<string[]> {
  const ids = Array.from({ length: items }, () => services.ids.newId());
  await chair.write('agenda', chair.room.id, (doc) =>
    seedAgenda(
      doc,
      ids.map((id, index) => ({
        id,
        title: `Acara ke-${index + 1}`,
        kind: 'decision' as const,
        minutes: 15,
        presenter: 'Ketua Forum',
        papers: [],
      })),
    ),
  );
  return ids;
}

async function decide(past: Past, chair: Actor, others: readonly Actor[], itemId: string): Promise<void> {
  const wording = 'Forum menyepakati jadwal perbaikan jalan menuju sekolah sampai akhir musim hujan.';
  const drafted = await chair.do({
    type: 'decision.draft',
    title: 'Jadwal perbaikan jalan',
    itemId,
    rule: null,
    electorate: null,
    wording,
  });
  const { decisionId } = eventOf(drafted, 'decision.drafted');
  await chair.write('wording', decisionId, (doc) => seedWording(doc, wording));
  await chair.do({ type: 'stage.set', stage: { kind: 'decision', decisionId } });
  past.pass(minuteMs);
  await chair.do({ type: 'text.freeze', decisionId });
  const { pollId } = eventOf(await chair.do({ type: 'poll.open', decisionId }), 'poll.opened');
  await Promise.all(others.map((voter, index) => agree(voter, pollId, index)));
  await chair.do({ type: 'poll.close', pollId });
  await chair.do({ type: 'decision.decide', decisionId, outcome: 'decided', statement: '' });
}

async function agree({ room, entry, services }: Actor, pollId: string, index: number): Promise<void> {
  const note = index % 8 === 0 ? 'Jalan desa sebelah juga perlu dilihat.' : '';
  const choice = {
    kind: 'consent' as const,
    answer: note ? ('agree-with-note' as const) : ('agree' as const),
    note,
    acceptableIf: '',
    until: null,
    viaSecretary: false,
  };
  done(await room.cast(entry, { ballotId: services.ids.newId(), pollId, choice }));
}

/** More time for the item, so often that the record has this many events; many share a flush. */
async function extendUntil(past: Past, chair: Actor, events: number): Promise<void> {
  while (chair.room.stream.seq < events) {
    const missing = Math.min(100, events - chair.room.stream.seq);
    await Promise.all(Array.from({ length: missing }, () => chair.do({ type: 'item.extend', minutes: 1 })));
    past.pass(minuteMs);
  }
}
