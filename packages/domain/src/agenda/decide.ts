/** Rules of the adopted agenda (SPEC.md, A1 to A6). */
import { needed, type AgendaItemDraft, type Context } from '../context';
import { limits } from '../limits';
import type { MeetingEvent } from '../meeting-events';
import type { Meeting } from '../meeting/state';
import { assertNever, ok, refused, type Result } from '../result';
import { textOf } from '../words';
import type { AgendaCommand } from './commands';
import type { AgendaItem } from './events';

export function decideAgenda(
  state: Meeting,
  command: AgendaCommand,
  context: Context,
): Result<MeetingEvent[]> {
  switch (command.type) {
    case 'agenda.adopt':
      return adopt(state, context);
    case 'item.start':
      return start(state, command.itemId);
    case 'item.extend': {
      const { running } = state.agenda;
      if (!running) return refused('no_item_running');
      return ok([{ type: 'item.extended', itemId: running.item.id, minutes: command.minutes }]);
    }
    case 'stage.set': {
      const { stage } = command;
      if (stage.kind === 'decision' && !state.decisions[stage.decisionId]) return refused('decision_unknown');
      return ok([{ type: 'stage.set', stage }]);
    }
    default:
      return assertNever(command);
  }
}

/** [A1] Adoption copies the document's items into the event; rules read only that copy. */
function adopt(state: Meeting, context: Context): Result<MeetingEvent[]> {
  if (state.phase.status !== 'open') return refused('not_open');
  const drafts = needed(context, 'agenda');
  if (drafts.length === 0) return refused('agenda_empty');
  if (drafts.some((draft) => draft.title.trim() === '')) return refused('item_untitled');
  if (drafts.some(isTooLong)) return refused('opening_too_long');
  if (sameItems(state.agenda.items, drafts)) return refused('agenda_unchanged');
  const items = drafts.map((draft) => toItem(state.agenda.items, draft, context));
  return ok([{ type: 'agenda.adopted', version: state.agenda.version + 1, items }]);
}

/** [A2] Opening and closing are capped. */
function isTooLong(draft: AgendaItemDraft): boolean {
  return (
    (draft.kind === 'opening' && draft.minutes > limits.openingMinutes) ||
    (draft.kind === 'closing' && draft.minutes > limits.closingMinutes)
  );
}

function toItem(before: readonly AgendaItem[], draft: AgendaItemDraft, context: Context): AgendaItem {
  const old = before.find((item) => item.id === draft.id);
  const kept = old && textOf(old.presenter) === draft.presenter ? old.presenter : null;
  const presenter = kept ?? { id: context.newId(), text: draft.presenter };
  return { ...draft, title: draft.title.trim(), presenter };
}

/** Whether the adopted agenda says the same as the document. */
export function sameItems(adopted: readonly AgendaItem[], drafts: readonly AgendaItemDraft[]): boolean {
  return (
    adopted.length === drafts.length &&
    adopted.every((item, index) => {
      const draft = drafts[index];
      return (
        draft !== undefined &&
        item.id === draft.id &&
        item.title === draft.title.trim() &&
        item.kind === draft.kind &&
        item.minutes === draft.minutes &&
        (textOf(item.presenter) ?? draft.presenter) === draft.presenter
      );
    })
  );
}

/** [A4] Any adopted item can be started, also one that was done; the one that runs cannot. */
function start(state: Meeting, itemId: string): Result<MeetingEvent[]> {
  if (state.phase.status === 'paused') return refused('meeting_paused');
  if (state.phase.status !== 'open') return refused('not_open');
  if (state.agenda.version === 0) return refused('agenda_not_adopted');
  const item = state.agenda.items.find((one) => one.id === itemId);
  if (!item) return refused('item_unknown');
  if (state.agenda.running?.item.id === itemId) return refused('item_running');
  return ok([{ type: 'item.started', item }]);
}
