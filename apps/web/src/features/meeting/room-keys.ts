// The room's shortcuts: what each key does for this person now. The sheet lists exactly these, so a key that would do nothing is on
// neither.
import {
  nextItem,
  previousItem,
  whyNotWriteAgenda,
  whyNotWriteWording,
  type Meeting,
  type Poll,
} from '@mufakat/domain';
import { tick } from 'svelte';
import { t } from '../../i18n/language.svelte';
import type { Shortcut } from '../../ui/shortcuts';
import type { Room } from './room.svelte';

interface Doors {
  find: () => void;
  sheet: () => void;
  /** The open poll, where this person answers in it. */
  poll: Poll | null;
}

export function roomKeys(room: Room, { find, sheet, poll }: Doors): Shortcut[] {
  return [
    ...hostKeys(room),
    ...(poll ? [{ key: 'v', what: t('room.keyPoll'), run: () => (room.answering = poll.id) }] : []),
    { key: 'g', what: t('room.keyGo'), run: () => toStage(room) },
    ...(writes(room) ? [{ key: 'e', what: t('room.keyEdit'), run: () => void edit(room) }] : []),
    { key: '/', what: t('room.keyFind'), run: find },
    { key: '?', what: t('room.keySheet'), run: sheet },
  ];
}

function hostKeys(room: Room): Shortcut[] {
  const { agenda, phase } = room.meeting;
  const timer = { key: 't', what: t('room.keyTimer'), run: () => toTimer(room) };
  if (!room.session.may('run') || phase.status !== 'open' || agenda.version === 0) return [timer];
  const [next, back] = [nextItem(room.meeting), previousItem(room.meeting)];
  const start = (itemId: string) => () => void room.order({ type: 'item.start', itemId });
  const extend = () => void room.order({ type: 'item.extend', minutes: 5 });
  return [
    ...(next ? [{ key: 'n', what: t('room.keyNext'), run: start(next.id) }] : []),
    ...(back ? [{ key: 'p', what: t('room.keyBack'), run: start(back.id) }] : []),
    agenda.running ? { key: 't', what: t('room.keyExtend'), run: extend } : timer,
  ];
}

/** Where the meeting is, with the focus. */
function toStage(room: Room): void {
  room.show(null);
  document.querySelector<HTMLElement>('#room-stage')?.focus({ preventScroll: true });
}

function toTimer(room: Room): void {
  toStage(room);
  document.querySelector('#room-stage .ring')?.scrollIntoView({ block: 'center' });
}

function writes({ meeting, you }: Room): boolean {
  return (
    wordingWritten(meeting, you) || (meeting.agenda.version === 0 && whyNotWriteAgenda(meeting, you) === null)
  );
}

function wordingWritten(meeting: Meeting, you: string): boolean {
  const { stage } = meeting.agenda;
  return stage.kind === 'decision' && whyNotWriteWording(meeting, stage.decisionId, you) === null;
}

/** The wording on stage, or the agenda while it is written: shown, and the cursor in it. */
async function edit(room: Room): Promise<void> {
  room.show(wordingWritten(room.meeting, room.you) ? null : { kind: 'agenda' });
  await tick();
  const field = '#room-stage [contenteditable="true"], #room-stage .title-field input, #room-stage textarea';
  const first = document.querySelector<HTMLElement>(field);
  (first ?? document.querySelector<HTMLElement>('#room-stage button:not([disabled])'))?.focus();
}
