/** Rules of the adopted agenda and the stage (SPEC.md, A1 to A7). */
import { needed, type AgendaItemDraft, type Context } from '../context';
import { limits } from '../limits';
import type { MeetingEvent } from '../meeting-events';
import type { Meeting } from '../meeting/state';
import { sessionProblem } from '../meeting/views';
import type { RefusalCode } from '../refusals';
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
    // [A5]
    case 'item.extend': {
      const { running } = state.agenda;
      if (!running) return refused('no_item_running');
      return ok([{ type: 'item.extended', itemId: running.item.id, minutes: command.minutes }]);
    }
    // [A6]
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
  const away = sessionProblem(state);
  if (away) return refused(away);
  const drafts = needed(context, 'agenda');
  const problem = draftsProblem(state, drafts);
  if (problem) return refused(problem);
  const items = drafts.map((draft) => toItem(state.agenda.items, draft, context));
  return ok([{ type: 'agenda.adopted', version: state.agenda.version + 1, items }]);
}

/** [A3] Nothing to adopt, too much, an item without a title, or what was adopted already. */
function draftsProblem(state: Meeting, drafts: readonly AgendaItemDraft[]): RefusalCode | null {
  if (drafts.length === 0) return 'agenda_empty';
  if (drafts.length > limits.agendaItems) return 'too_large';
  if (drafts.some((draft) => draft.title.trim() === '')) return 'item_untitled';
  if (drafts.some(isTooLong)) return 'opening_too_long';
  return sameItems(state.agenda.items, drafts) ? 'agenda_unchanged' : null;
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
  const problem = sessionProblem(state);
  if (problem) return refused(problem);
  if (state.agenda.version === 0) return refused('agenda_not_adopted');
  const item = state.agenda.items.find((one) => one.id === itemId);
  if (!item) return refused('item_unknown');
  if (state.agenda.running?.item.id === itemId) return refused('item_running');
  return ok([{ type: 'item.started', item }]);
}
