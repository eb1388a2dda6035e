/**
 * What a companion would do now, from what they see: nothing, or one thing after a human pause. Pure: whoever asks keeps the
 * time (companion-room.ts) and asks again when something has happened. Each wish has a key, so that it is done once.
 */
import {
  isPollOpen,
  lockedMinutes,
  maySignAs,
  voiceOf,
  type Choice,
  type Meeting,
  type MeetingCommand,
  type Poll,
} from '@mufakat/domain';
import type { Language } from '@mufakat/protocol';
import { companionAnswers, companionNotes, declared } from './content/companions';
import type { PartnerKey } from './content/partners';

export type Deed =
  | { do: 'command'; command: MeetingCommand }
  | { do: 'vote'; pollId: string; choice: Choice }
  | { do: 'note'; itemId: string; text: string };

export interface Wish {
  key: string;
  afterMs: number;
  deed: Deed;
}

export interface Companion {
  partner: PartnerKey;
  personId: string;
  language: Language;
  now: number;
}

const dayMs = 24 * 3_600_000;

/** A delegate: answers questions, says yes to changes of the agenda, writes one note. */
export function delegateWishes(state: Meeting, companion: Companion): Wish[] {
  if (state.phase.status !== 'open') return [];
  return [...answers(state, companion), ...yes(state, companion), ...note(state, companion)];
}

function answers(state: Meeting, { partner, personId, language, now }: Companion): Wish[] {
  return Object.values(state.polls).flatMap((poll, index) => {
    if (!isPollOpen(poll) || voiceOf(state, poll, personId) === null) return [];
    const choice = choiceFor(poll, companionAnswers[partner]?.[index] ?? null, language, now);
    return [
      {
        key: `poll ${poll.id}`,
        afterMs: pause(partner, 3_000, 9_000),
        deed: { do: 'vote', pollId: poll.id, choice },
      },
    ];
  });
}

function choiceFor(
  poll: Poll,
  given: {
    answer: 'agree' | 'agree-with-note' | 'not-yet' | 'object';
    note: Record<Language, string>;
    untilDays?: number;
  } | null,
  language: Language,
  now: number,
): Choice {
  if (poll.rung === 'vote' || poll.rung === 'qualified') return { kind: 'vote', vote: 'yes' };
  const days = given?.untilDays;
  return {
    kind: 'consent',
    answer: given?.answer ?? 'agree',
    note: given?.note[language] ?? '',
    acceptableIf: '',
    until: days === undefined ? null : new Date(now + days * dayMs).toISOString().slice(0, 10),
    viaSecretary: false,
  };
}

function yes({ agenda: { proposal } }: Meeting, { partner, personId }: Companion): Wish[] {
  if (!proposal || proposal.by === personId) return [];
  const command: MeetingCommand = { type: 'agenda.answer', proposalId: proposal.id, yes: true };
  return [
    { key: `agenda ${proposal.id}`, afterMs: pause(partner, 2_000, 6_000), deed: { do: 'command', command } },
  ];
}

function note({ agenda: { running } }: Meeting, { partner, language }: Companion): Wish[] {
  const text = companionNotes[partner]?.[language];
  if (!running || text === undefined) return [];
  return [
    {
      key: 'note',
      afterMs: pause(partner, 12_000, 25_000),
      deed: { do: 'note', itemId: running.item.id, text },
    },
  ];
}

/** Each companion has a pace of their own, the same each time. */
function pause(partner: PartnerKey, fromMs: number, toMs: number): number {
  const pace = [...partner].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 101, 7) / 100;
  return Math.round(fromMs + pace * (toMs - fromMs));
}

/** Items of the priorities template that the scripted chair goes through; decisions come in the fourth. */
const visited = [0, 1, 4, 6, 8];
const decidingItem = 6;
const itemMs = 18_000;
/** Long enough for a visitor to answer. */
const askMs = 25_000;

/** The scripted chair: one step at a time, slowly. */
export function chairWishes(state: Meeting, companion: Companion): Wish[] {
  const step = chairStep(state, companion);
  return step ? [step] : [];
}

function chairStep(state: Meeting, companion: Companion): Wish | null {
  switch (state.phase.status) {
    case 'planned':
    case 'lobby':
      return wish('open', 10_000, { type: 'meeting.open' });
    case 'paused':
      return wish('resume', 30_000, { type: 'meeting.resume' });
    case 'closed':
      return null;
    case 'open':
      return openStep(state, companion);
    default:
      return state.phase satisfies never;
  }
}

function openStep(state: Meeting, companion: Companion): Wish | null {
  const { version, items, running, done } = state.agenda;
  if (version === 0) return wish('adopt', 8_000, { type: 'agenda.adopt' });
  const question = questionStep(state, companion);
  if (question) return question;
  const at = items.findIndex(({ id }) => id === running?.item.id);
  const decision = at === decidingItem ? decisionStep(state, companion) : null;
  if (decision) return decision;
  const next = visited.find((index) => index > at && !done.some(({ itemId }) => itemId === items[index]?.id));
  const item = next === undefined ? undefined : items[next];
  if (!item) return endStep(state, companion);
  return wish(`item ${item.id}`, running ? itemMs : 6_000, { type: 'item.start', itemId: item.id });
}

/** The minutes are read, locked and signed; then the meeting is closed. */
function endStep(state: Meeting, { personId }: Companion): Wish {
  const locked = lockedMinutes(state);
  if (!locked) return wish('lock minutes', 20_000, { type: 'minutes.freeze' });
  const { version } = locked;
  if (maySignAs(state, personId).includes('chair')) {
    return wish(`sign ${version}`, 6_000, { type: 'minutes.sign', version, as: 'chair' });
  }
  return wish('close', 30_000, { type: 'meeting.close' });
}

/** A question that is open is closed in time, whoever opened it; what was asked is declared. */
function questionStep(state: Meeting, { language }: Companion): Wish | null {
  const poll = Object.values(state.polls).find(isPollOpen);
  if (poll) return wish(`close ${poll.id}`, askMs, { type: 'poll.close', pollId: poll.id });
  for (const decision of Object.values(state.decisions)) {
    const last = state.polls[decision.polls.at(-1) ?? ''];
    if (decision.outcome.status !== 'pending' || last?.count.status !== 'closed' || last.count.voided)
      continue;
    const outcome = last.count.passes ? 'decided' : 'not-decided';
    return wish(`declare ${decision.id}`, 6_000, {
      type: 'decision.decide',
      decisionId: decision.id,
      outcome,
      statement: declared[outcome][language],
    });
  }
  return null;
}

function decisionStep(state: Meeting, _companion: Companion): Wish | null {
  const decision = Object.values(state.decisions).find(({ outcome }) => outcome.status === 'pending');
  if (!decision) return null;
  const { id: decisionId } = decision;
  const { stage } = state.agenda;
  if (stage.kind !== 'decision' || stage.decisionId !== decisionId) {
    return wish(`stage ${decisionId}`, 4_000, { type: 'stage.set', stage: { kind: 'decision', decisionId } });
  }
  if (decision.text.status === 'open')
    return wish(`freeze ${decisionId}`, 9_000, { type: 'text.freeze', decisionId });
  return wish(`ask ${decisionId}`, 4_000, { type: 'poll.open', decisionId });
}

function wish(key: string, afterMs: number, command: MeetingCommand): Wish {
  return { key, afterMs, deed: { do: 'command', command } };
}
