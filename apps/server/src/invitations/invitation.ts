/**
 * What an invitation says: gathered from the meeting as it stands, then written as an e-mail and as a calendar entry, in
 * the meeting's language and its own zone. Pure but for gathering.
 */
import { chairs, textOf, type Meeting } from '@mufakat/domain';
import type { AgendaItemBody, InvitationAnswer, Language } from '@mufakat/protocol';
import { zoneLetters } from '../platform/zone-letters';
import type { CalendarEvent } from './ics';
import { invitationWords, type InvitationWords } from './invitation-words';

export interface Invitation {
  meetingId: string;
  language: Language;
  title: string;
  coalition: string;
  /** Who signs it: the chair, as they want to be addressed. */
  host: string;
  startsAt: number;
  timeZone: string;
  /** Where people meet in body, and where they hear each other; each may be empty. */
  place: string;
  callUrl: string;
  items: readonly AgendaItemBody[];
  /** What people open: with the code in the fragment where the door is open, else the meeting's page. */
  url: string;
  /** Where the code is typed, without its scheme. */
  joinAddress: string;
  code: string | null;
}

/** `address` is how people reach this server, such as https://mufakat.example. */
export function invitationTo(
  meetingId: string,
  state: Meeting,
  items: readonly AgendaItemBody[],
  { address, now }: { address: string; now: number },
): Invitation {
  const { plan, door } = state;
  const code = door.status === 'open' && door.until > now ? door.code : null;
  const [chair] = chairs(state);
  return {
    meetingId,
    language: plan.language,
    title: plan.title,
    coalition: textOf(plan.coalitionName) ?? '',
    host: chair ? [textOf(chair.address), textOf(chair.name)].join(' ').trim() : '',
    startsAt: plan.startsAt,
    timeZone: plan.timeZone,
    place: plan.place,
    callUrl: plan.callUrl,
    items,
    url: code === null ? `${address}/m/${meetingId}` : `${address}/join#${code}`,
    joinAddress: `${address.replace(/^https?:\/\//, '')}/join`,
    code,
  };
}

export function emailOf(invitation: Invitation): InvitationAnswer {
  const say = invitationWords[invitation.language];
  const { title, coalition, host } = invitation;
  const paragraphs = [
    say.to(coalition),
    say.matter(title),
    `${say.greeting}\n${say.asks}`,
    facts(invitation, say),
    agendaText(invitation, say),
    `${say.wayIn}\n${wayIn(invitation, say)}`,
    say.mandate,
    say.thanks,
    [say.regards, host, coalition].filter((line) => line !== '').join('\n'),
  ];
  return { subject: say.subject(title, dayOf(invitation, say)), body: paragraphs.join('\n\n') };
}

/** Where no agenda says how long it takes. */
const usualMinutes = 120;

export function calendarEventOf(
  invitation: Invitation,
  { sequence, now }: { sequence: number; now: number },
): CalendarEvent {
  const say = invitationWords[invitation.language];
  const { meetingId, title, coalition, url, startsAt, items, place, callUrl } = invitation;
  const call = callUrl === '' ? [] : [`${say.facts.call}: ${callUrl}`];
  const description = [coalition, ...call, agendaText(invitation, say), wayIn(invitation, say), say.mandate];
  return {
    uid: `${meetingId}@mufakat`,
    sequence,
    stamp: now,
    start: startsAt,
    end: startsAt + (minutesOf(items) || usualMinutes) * 60_000,
    summary: title,
    description: description.join('\n\n'),
    location: place || url,
    url,
  };
}

function facts(invitation: Invitation, say: InvitationWords): string {
  const { title, startsAt, items, timeZone, place, callUrl } = invitation;
  const zone = zoneLetters(say.locale, startsAt, timeZone);
  const minutes = minutesOf(items);
  const start = clockAt(startsAt, invitation, say);
  const end = clockAt(startsAt + minutes * 60_000, invitation, say);
  const rows = [
    [say.facts.matter, title],
    [say.facts.day, dayOf(invitation, say)],
    [say.facts.time, minutes > 0 ? say.until(start, end, zone) : say.from(start, zone)],
    [say.facts.place, place === '' ? say.online : say.placeOr(place)],
    ...(callUrl === '' ? [] : [[say.facts.call, callUrl] as const]),
  ] as const;
  // Not padded to columns: most mail programs show letters of many widths.
  return rows.map(([label, value]) => `${label}: ${value}`).join('\n');
}

function agendaText(invitation: Invitation, say: InvitationWords): string {
  const { items } = invitation;
  if (items.length === 0) return say.noAgenda;
  let at = invitation.startsAt;
  const rows = items.map(({ title, minutes }) => {
    const row = `${clockAt(at, invitation, say)}  ${title} (${say.minutes(minutes)})`;
    at += minutes * 60_000;
    return row;
  });
  return [say.agenda, ...rows].join('\n');
}

function wayIn({ code, url, joinAddress }: Invitation, say: InvitationWords): string {
  if (code === null) return say.noCode;
  const shown = `${code.slice(0, 3)} ${code.slice(3)}`;
  return [say.link(url), say.code(shown, joinAddress), say.noAccount].join('\n');
}

const minutesOf = (items: readonly AgendaItemBody[]): number =>
  items.reduce((sum, { minutes }) => sum + minutes, 0);

function dayOf({ startsAt, timeZone }: Invitation, { locale }: InvitationWords): string {
  const options = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
  return new Intl.DateTimeFormat(locale, { ...options, timeZone }).format(startsAt);
}

function clockAt(at: number, { timeZone }: Invitation, { locale }: InvitationWords): string {
  const options = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return new Intl.DateTimeFormat(locale, { ...options, timeZone }).format(at);
}
