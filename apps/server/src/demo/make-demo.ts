/**
 * One copy of the demo: the coalition with its founding meeting, closed five weeks ago; the priorities meeting, ready to
 * start; the review in three months. Made by the commands that people give, through the same rooms and rules, under a clock
 * that is set back. It ends by itself: the store knows when it is to be deleted.
 */
import { goalLanguages, minutesPart, addClause, clauseText, seedRichText } from '@mufakat/shared-docs';
import type { Language } from '@mufakat/protocol';
import type { CoalitionEntry } from '../access/access';
import type { Config } from '../config';
import type { AppPorts } from '../create-services';
import type { NewSession } from '../access/sessions';
import { done, eventOf, type Actor } from './actors';
import { clauses, foundingDecisions, goalTitle } from './content/goal';
import {
  chambers,
  coalitionName,
  partners,
  people,
  prioritiesPartners,
  type DemoPerson,
  type PartnerKey,
} from './content/partners';
import { preparedDecisions, priorityNotes, prose, reviewNotes } from './content/priorities';
import { draft, plan, seat, take, type Cast, type Planned } from './hold-meeting';
import { openPast, type Past } from './past';
import { presetRules } from '@mufakat/tally';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const demoLifeMs = dayMs;

export interface DemoCopy {
  coalitionId: string;
  meetingId: string;
  /** The founder, who has the chair of every meeting. */
  chair: { session: NewSession; personId: string };
  cast: Cast;
}

export async function makeDemo(config: Config, ports: AppPorts, language: Language): Promise<DemoCopy> {
  const now = ports.clock.now();
  const founding = now - 35 * dayMs;
  const past = openPast(config, ports, founding - 15 * dayMs);
  try {
    const { session, founder, cast } = await found(past, language, now + demoLifeMs);
    await holdFounding(past, founder, session, cast, founding);
    past.goTo(now - 7 * dayMs);
    const priorities = await plan(past, founder, session, cast, {
      template: 'priorities',
      startsAt: nextQuarter(now),
      place: 'Balai Desa Lubuk Tengah',
      invited: prioritiesPartners,
      notes: priorityNotes,
    });
    await prepareDecisions(priorities.chair, cast);
    await plan(past, founder, session, cast, {
      template: 'review',
      startsAt: nextQuarter(now + 90 * dayMs),
      place: 'Balai Desa Lubuk Tengah',
      invited: partners.map(({ key }) => key),
      notes: reviewNotes,
    });
    const { personId } = priorities.chair;
    return {
      coalitionId: founder.room.id,
      meetingId: priorities.chair.room.id,
      chair: { session, personId },
      cast,
    };
  } finally {
    await past.close();
  }
}

function nextQuarter(at: number): number {
  return Math.ceil(at / (15 * minuteMs)) * 15 * minuteMs;
}

async function found(past: Past, language: Language, until: number) {
  const { services } = past;
  const { rooms, ids, sessions, access } = services;
  const session = await sessions.create();
  const room = await rooms.newCoalition(ids.newId());
  const [chair] = people;
  const command = foundCommand(language, chair);
  const expires = { row: 'expires' as const, at: until };
  done(await room.found(session.hash, ids.newId(), command, [expires]));
  const founder = done(await access.coalition(session, room.id));
  const { state } = room;
  if (!state) throw new Error('a founded coalition has a state');
  const byMark = new Map(Object.values(state.partners).map(({ mark, id }) => [mark, id]));
  // Every key of `partners` is in it, once.
  const partnerIds = Object.fromEntries(
    partners.map(({ key, mark }) => [key, byMark.get(mark) ?? '']),
  ) as Record<PartnerKey, string>;
  const chamberIds = state.chamberSets[0]?.chambers.map(({ id }) => id) ?? [];
  const cast: Cast = { language, partnerIds, chamberIds };
  await changeSecretariat(past, founder, cast);
  return { session, founder, cast };
}

function foundCommand(language: Language, chair: DemoPerson | undefined) {
  return {
    type: 'coalition.found' as const,
    name: coalitionName[language],
    form: 'forum' as const,
    languages: ['id' as const, 'en' as const],
    chambers: chambers.map(({ name, shape }) => ({ name: name[language], shape })),
    partners: partners.map(({ name, mark, kind, chamber, place }) => ({
      name: name[language],
      mark,
      kind,
      chamber,
      place,
      weight: 1,
    })),
    founder: {
      name: chair?.name ?? '',
      address: chair?.address[language] ?? '',
      partner: partners.findIndex(({ key }) => key === chair?.partner),
    },
  };
}

async function changeSecretariat(
  { services }: Past,
  founder: CoalitionEntry,
  { language, partnerIds }: Cast,
) {
  const command = {
    type: 'coalition.change' as const,
    name: coalitionName[language],
    form: 'forum' as const,
    languages: ['id' as const, 'en' as const],
    secretariat: partnerIds.lentera,
    retentionMonths: null,
  };
  done(await founder.room.command(founder, services.ids.newId(), command));
}

async function holdFounding(
  past: Past,
  founder: CoalitionEntry,
  session: NewSession,
  cast: Cast,
  at: number,
): Promise<void> {
  const { language } = cast;
  const meeting = await plan(past, founder, session, cast, {
    template: 'founding',
    startsAt: at,
    place: 'Balai Kabupaten Lembah Aur',
    invited: partners.map(({ key }) => key),
    notes: [],
  });
  const { chair } = meeting;
  const { services, room } = chair;
  const others = await Promise.all(
    people.slice(1).map(async (person) => [person.partner, await seat(chair, cast, person)] as const),
  );
  const present = new Map<PartnerKey, Actor>([['lentera', chair], ...others]);
  const drafted = await chair.do({ type: 'goal.draft', title: goalTitle[language], languages: ['id', 'en'] });
  const { goalId } = eventOf(drafted, 'goal.drafted');
  past.goTo(at);
  for (const { personId } of present.values()) room.presence.enter(personId);
  await chair.do({ type: 'meeting.open' });
  await chair.do({ type: 'agenda.adopt' });
  await runItems(past, meeting, cast, present, goalId);
  await signMinutes(meeting, cast, present);
  await chair.do({ type: 'meeting.close' });
  await Promise.all(others.map(([, actor]) => services.sessions.drop(actor.session)));
}

/** The secretary's prose beside the facts, read out, locked, signed: by chair, secretary and a witness of each unsur. */
async function signMinutes(
  { chair }: Planned,
  { language }: Cast,
  present: ReadonlyMap<PartnerKey, Actor>,
): Promise<void> {
  await chair.write('minutes', chair.room.id, (doc) => {
    for (const part of ['opening', 'closing'] as const)
      seedRichText(minutesPart(doc, part), [prose[part][language]]);
  });
  await chair.do({ type: 'minutes.freeze' });
  const version = 1;
  await chair.do({ type: 'minutes.sign', version, as: 'chair' });
  await present.get('fkip')?.do({ type: 'minutes.sign', version, as: 'secretary' });
  for (const key of ['dinas', 'komite', 'aur', 'nordlys'] as const) {
    await present.get(key)?.do({ type: 'minutes.sign', version, as: 'witness' });
  }
}

async function runItems(
  past: Past,
  meeting: Planned,
  cast: Cast,
  present: ReadonlyMap<PartnerKey, Actor>,
  goalId: string,
): Promise<void> {
  const { chair, itemIds } = meeting;
  for (const [index, itemId] of itemIds.entries()) {
    await chair.do({ type: 'item.start', itemId });
    const kind = chair.room.state?.agenda.running?.item.kind;
    if (kind === 'goal') await writeGoal(past, meeting, goalId);
    for (const decision of foundingDecisions) {
      if (decision.item === index) await take(past, cast, meeting, present, decision);
    }
    past.pass(12 * minuteMs);
  }
}

async function writeGoal(past: Past, { chair }: Planned, goalId: string): Promise<void> {
  await chair.do({ type: 'stage.set', stage: { kind: 'goal', goalId } });
  past.pass(15 * minuteMs);
  const ids = clauses.map(() => past.services.ids.newId());
  await chair.write('goal', goalId, (doc) => {
    for (const id of ids) addClause(doc, id);
    clauses.forEach((clause, index) => {
      for (const language of goalLanguages)
        seedRichText(clauseText(doc, ids[index] ?? '', language), [clause[language]]);
    });
  });
  past.pass(20 * minuteMs);
  await chair.do({ type: 'goal.freeze', goalId });
}

/** Before an agenda is adopted no decision belongs to an item of it. */
async function prepareDecisions(chair: Actor, { language, chamberIds }: Cast): Promise<void> {
  for (const { title, wording, ladder } of preparedDecisions) {
    const rule = { ...presetRules.priorities(chamberIds), ladder: [...ladder] };
    await draft(chair, null, title[language], wording[language], rule);
  }
}
