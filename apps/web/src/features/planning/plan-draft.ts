// A meeting that is being planned: what it holds, what is wrong with it, its rule, and the command that plans it.
import { limits, type FoundedCoalition, type MeetingCommand } from '@mufakat/domain';
import { presetRules, type DecisionRule, type PresetName } from '@mufakat/tally';
import { callAddress } from '../writing/link-address';
import { isTemplateTitle, kindOf, noticeOf, presetOf, titleOf, type PlanStart } from './plan-start';
import { momentOf, wallOf } from './zoned-time';

export type PlanCommand = Extract<MeetingCommand, { type: 'meeting.plan' }>;
export type Electorate = PlanCommand['electorate'];
export type MeetingLanguage = PlanCommand['language'];

export interface InvitedDraft {
  readonly partnerId: string;
  ticked: boolean;
  /** As typed. */
  heads: string;
}

export interface PlanDraft {
  start: PlanStart;
  title: string;
  date: string;
  time: string;
  zone: string;
  place: string;
  /** As typed. */
  callUrl: string;
  language: MeetingLanguage;
  invited: InvitedDraft[];
  preset: PresetName;
  electorate: Electorate;
}

const dayMs = 86_400_000;
const headsAtFirst = '2';

/** A working meeting as practice has it, at nine in the morning; everyone is invited with two. */
export function newPlan(
  coalition: FoundedCoalition,
  zone: string,
  language: MeetingLanguage,
  now: number,
): PlanDraft {
  const start = 'working';
  return {
    start,
    title: titleOf(start, language),
    date: usualDate(start, zone, now),
    time: '09:00',
    zone,
    place: '',
    callUrl: '',
    language,
    invited: Object.keys(coalition.partners).map((partnerId) => ({
      partnerId,
      ticked: true,
      heads: headsAtFirst,
    })),
    preset: presetOf(start) ?? 'working',
    electorate: 'person',
  };
}

/** As many days from now as people are invited before; a week where nothing else is known. */
function usualDate(start: PlanStart, zone: string, now: number): string {
  return wallOf(now + (noticeOf(start) ?? 7) * dayMs, zone).date;
}

/** Another start brings its name, date and rule along; a name or a date of one's own stays. */
export function startFrom(draft: PlanDraft, start: PlanStart, now: number): PlanDraft {
  const named = draft.title.trim() !== '' && !isTemplateTitle(draft.title);
  const dated = draft.date !== usualDate(draft.start, draft.zone, now);
  return {
    ...draft,
    start,
    title: named ? draft.title : titleOf(start, draft.language),
    date: dated ? draft.date : usualDate(start, draft.zone, now),
    preset: presetOf(start) ?? draft.preset,
  };
}

/** The language of the meeting is also that of a name which came from a template. */
export function speakIn(draft: PlanDraft, language: MeetingLanguage): PlanDraft {
  const title = isTemplateTitle(draft.title) ? titleOf(draft.start, language) : draft.title;
  return { ...draft, language, title };
}

/** Until when to invite, and whether that has passed; undefined where nothing is usual. */
export function noticeFor(
  { start, date, time, zone }: PlanDraft,
  now: number,
): { days: number; by: number; late: boolean } | undefined {
  const days = noticeOf(start);
  const moment = momentOf(date, time, zone);
  if (days === undefined || !moment) return undefined;
  const by = moment.at - days * dayMs;
  // Inviting today is early enough where today is the day.
  return { days, by, late: wallOf(by, zone).date < wallOf(now, zone).date };
}

export const presetOrder: readonly PresetName[] = [
  'working',
  'priorities',
  'founding',
  'change',
  'emergency',
];

function headsOf(typed: string): number | undefined {
  const heads = /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : 0;
  return heads >= 1 && heads <= limits.peopleInMeeting ? heads : undefined;
}

/** How many partners, and how many people with them, are invited now. */
export function countInvited({ invited }: Pick<PlanDraft, 'invited'>): { partners: number; people: number } {
  const ticked = invited.filter((one) => one.ticked);
  return {
    partners: ticked.length,
    people: ticked.reduce((sum, one) => sum + (headsOf(one.heads) ?? 0), 0),
  };
}

/** The chambers that are invited: a rule must not wait for one that nobody was asked from. */
export function invitedChambers(
  { invited }: Pick<PlanDraft, 'invited'>,
  coalition: FoundedCoalition,
): string[] {
  const ticked = invited.filter((one) => one.ticked);
  const from = new Set(ticked.map((one) => coalition.partners[one.partnerId]?.chamber));
  return (coalition.chamberSets[0]?.chambers ?? []).map(({ id }) => id).filter((id) => from.has(id));
}

export const ruleOf = (draft: PlanDraft, coalition: FoundedCoalition): DecisionRule =>
  presetRules[draft.preset](invitedChambers(draft, coalition));

export type PlanProblemCode =
  'nameMissing' | 'callWrong' | 'whenMissing' | 'whenPast' | 'invitedNone' | 'headsInvalid' | 'agendaWaiting';

export interface PlanProblem {
  readonly code: PlanProblemCode;
  readonly field: string;
  /** Whose heads they are. */
  readonly partnerId?: string;
}

/** `agendaHere`: what the meeting starts with has arrived. */
export function planProblems(draft: PlanDraft, now: number, agendaHere = true): PlanProblem[] {
  const problems: PlanProblem[] = agendaHere ? [] : [{ code: 'agendaWaiting', field: 'start' }];
  if (draft.title.trim() === '') problems.push({ code: 'nameMissing', field: 'title' });
  const moment = momentOf(draft.date, draft.time, draft.zone);
  if (!moment) problems.push({ code: 'whenMissing', field: draft.date === '' ? 'date' : 'time' });
  else if (moment.at < now - dayMs) problems.push({ code: 'whenPast', field: 'date' });
  if (callAddress(draft.callUrl) === null) problems.push({ code: 'callWrong', field: 'call' });
  if (!draft.invited.some((one) => one.ticked)) {
    problems.push({ code: 'invitedNone', field: 'invite-all' });
  }
  for (const { partnerId, ticked, heads } of draft.invited) {
    if (ticked && headsOf(heads) === undefined)
      problems.push({ code: 'headsInvalid', field: `heads-${partnerId}`, partnerId });
  }
  return problems;
}

/** The command of a draft without problems. */
export function planCommand(draft: PlanDraft, coalition: FoundedCoalition): PlanCommand {
  return {
    type: 'meeting.plan',
    kind: kindOf(draft.start),
    place: draft.place.trim(),
    callUrl: callAddress(draft.callUrl) ?? '',
    title: draft.title.trim(),
    startsAt: momentOf(draft.date, draft.time, draft.zone)?.at ?? 0,
    timeZone: draft.zone,
    language: draft.language,
    invited: draft.invited
      .filter((one) => one.ticked)
      .map(({ partnerId, heads }) => ({ partnerId, heads: headsOf(heads) ?? 1 })),
    rule: ruleOf(draft, coalition),
    electorate: draft.electorate,
  };
}
