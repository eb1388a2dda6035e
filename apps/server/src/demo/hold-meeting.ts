/** What any meeting of the demo needs: planned with an agenda, notes and papers; people seated; a decision taken. */
import { templates, type Answer, type MeetingCommand, type TemplateName } from '@mufakat/domain';
import type { Language } from '@mufakat/protocol';
import { notesOf, seedAgenda, seedRichText, seedWording } from '@mufakat/shared-docs';
import { presetRules } from '@mufakat/tally';
import type { CoalitionEntry } from '../access/access';
import { planMeeting } from '../coalitions/plan-meeting';
import type { Past } from './past';
import { Actor, done, eventOf } from './actors';
import type { ItemNotes } from './content/priorities';
import { partners, type DemoPerson, type PartnerKey } from './content/partners';
import type { DemoAnswer, TakenDecision } from './content/goal';

const dayMs = 24 * 3_600_000;

/** Ids of a coalition's partners and the language in which it is made. */
export interface Cast {
  language: Language;
  partnerIds: Readonly<Record<PartnerKey, string>>;
  chamberIds: readonly string[];
}

export interface Planned {
  chair: Actor;
  itemIds: readonly string[];
}

export interface MeetingPlan {
  template: TemplateName;
  startsAt: number;
  place: string;
  invited: readonly PartnerKey[];
  notes: readonly ItemNotes[];
}

/** Whoever founded the coalition plans it and has the chair. */
export async function plan(
  { services }: Past,
  founder: CoalitionEntry,
  session: Actor['session'],
  { language, partnerIds, chamberIds }: Cast,
  { template, startsAt, place, invited, notes }: MeetingPlan,
): Promise<Planned> {
  const { title, preset, items } = templates[template];
  const command: Extract<MeetingCommand, { type: 'meeting.plan' }> = {
    type: 'meeting.plan',
    title: title[language],
    startsAt,
    timeZone: 'Asia/Pontianak',
    place,
    callUrl: '',
    kind: template,
    language,
    invited: invited.map((key) => ({ partnerId: partnerIds[key], heads: 1 })),
    rule: presetRules[preset](chamberIds),
    electorate: 'partner',
  };
  const { meetingId } = done(await planMeeting(services, founder, services.ids.newId(), command));
  const chair = await Actor.enter(services, session, meetingId);
  // The chair speaks for a partner too.
  await chair.do({
    type: 'seat.change',
    personId: chair.personId,
    partnerId: partnerIds.lentera,
    roles: ['chair', 'delegate'],
    votes: true,
  });
  const itemIds = items.map(() => services.ids.newId());
  await chair.write('agenda', meetingId, (doc) =>
    seedAgenda(
      doc,
      items.map(({ title: of, kind, minutes }, index) => ({
        id: itemIds[index] ?? '',
        title: of[language],
        kind,
        minutes,
        presenter: '',
        papers: notes
          .filter(({ item }) => item === index)
          .flatMap(({ papers }) =>
            papers.map(({ title: name, url }) => ({ id: services.ids.newId(), title: name, url })),
          ),
      })),
    ),
  );
  if (notes.length > 0) {
    await chair.write('notes', meetingId, (doc) => {
      for (const { item, lines } of notes) seedRichText(notesOf(doc, itemIds[item] ?? ''), lines[language]);
    });
  }
  return { chair, itemIds };
}

/** Seats a person by the chair and gives their session its place. */
export async function seat(
  chair: Actor,
  { language, partnerIds }: Cast,
  { partner, name, address, role }: DemoPerson,
): Promise<Actor> {
  const { services, room } = chair;
  const events = await chair.do({
    type: 'person.seat',
    name,
    address: address[language],
    partnerId: partnerIds[partner],
    roles: role === 'secretary' ? ['secretary', 'delegate'] : [role],
    votes: true,
  });
  const { personId } = eventOf(events, 'person.seated');
  const session = await services.sessions.create();
  await services.store.putSeat(session.hash, room.id, personId);
  return Actor.enter(services, session, room.id);
}

export async function draft(
  chair: Actor,
  itemId: string | null,
  title: string,
  wording: string,
  rule: Extract<MeetingCommand, { type: 'decision.draft' }>['rule'],
): Promise<string> {
  const events = await chair.do({ type: 'decision.draft', title, itemId, rule, electorate: null, wording });
  const { decisionId } = eventOf(events, 'decision.drafted');
  await chair.write('wording', decisionId, (doc) => seedWording(doc, wording));
  return decisionId;
}

/** Worded, locked, asked, answered by everyone, counted, declared. */
export async function take(
  past: Past,
  { language }: Cast,
  { chair, itemIds }: Planned,
  present: ReadonlyMap<PartnerKey, Actor>,
  { item, title, wording, outcome, statement, answers }: TakenDecision,
): Promise<void> {
  const decisionId = await draft(chair, itemIds[item] ?? null, title[language], wording[language], null);
  await chair.do({ type: 'stage.set', stage: { kind: 'decision', decisionId } });
  past.pass(4 * 60_000);
  await chair.do({ type: 'text.freeze', decisionId });
  const { pollId } = eventOf(await chair.do({ type: 'poll.open', decisionId }), 'poll.opened');
  past.pass(2 * 60_000);
  const now = past.services.clock.now();
  await Promise.all(
    partners.flatMap(({ key }) => {
      const voter = present.get(key);
      return voter ? [answer(voter, pollId, choiceOf(answers[key], language, now))] : [];
    }),
  );
  await chair.do({ type: 'poll.close', pollId });
  await chair.do({ type: 'decision.decide', decisionId, outcome, statement: statement[language] });
}

function choiceOf(given: DemoAnswer | undefined, language: Language, now: number) {
  const said: Answer = given?.answer ?? 'agree';
  const until =
    given?.untilDays === undefined
      ? null
      : new Date(now + given.untilDays * dayMs).toISOString().slice(0, 10);
  return {
    kind: 'consent' as const,
    answer: said,
    note: given?.note[language] ?? '',
    acceptableIf: given?.acceptableIf?.[language] ?? '',
    until,
    viaSecretary: false,
  };
}

async function answer(voter: Actor, pollId: string, choice: ReturnType<typeof choiceOf>): Promise<void> {
  const { room, entry, services } = voter;
  done(await room.cast(entry, { ballotId: services.ids.newId(), pollId, choice }));
}
