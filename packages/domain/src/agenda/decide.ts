/** Rules of the adopted agenda and the stage (SPEC.md, A1 to A9). */
import { needed, type AgendaItemDraft, type Context } from '../context';
import type { Id } from '../ids';
import { limits } from '../limits';
import type { MeetingEvent } from '../meeting-events';
import type { Meeting } from '../meeting/state';
import { sessionProblem } from '../meeting/views';
import { mayDo } from '../people/views';
import type { RefusalCode } from '../refusals';
import { assertNever, ok, refused, type Result } from '../result';
import { textOf } from '../words';
import type { AgendaCommand } from './commands';
import type { AgendaItem } from './events';
import { agendaWritersHere } from './views';

export function decideAgenda(
  state: Meeting,
  command: AgendaCommand,
  context: Context,
): Result<MeetingEvent[]> {
  switch (command.type) {
    case 'agenda.adopt':
      return adopt(state, context);
    case 'agenda.propose':
      return propose(state, context);
    case 'agenda.answer':
      return answer(state, command, context);
    case 'agenda.withdraw':
      return withdraw(state, command.proposalId, context);
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
      if (stage.kind === 'goal' && !state.goals[stage.goalId]) return refused('goal_unknown');
      if (stage.kind === 'question' && !state.questions[stage.pollId]) return refused('poll_unknown');
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
  if (state.agenda.version > 0) return adoptChange(state, context);
  const items = itemsOf(state, context);
  return items.ok ? ok([adopted(state, items.value)]) : items;
}

/** The document's items as the record will have them, or why they cannot be adopted. */
function itemsOf(state: Meeting, context: Context): Result<AgendaItem[]> {
  const drafts = needed(context, 'agenda');
  const problem = draftsProblem(state, drafts);
  if (problem) return refused(problem);
  return ok(drafts.map((draft) => toItem(state.agenda.items, draft, context)));
}

function adopted(state: Meeting, items: readonly AgendaItem[]): MeetingEvent {
  return { type: 'agenda.adopted', version: state.agenda.version + 1, items: [...items] };
}

/**
 * [A8] A change of the adopted agenda is put to the room as the document stands, in the place of one that stands
 * already and says something else. [A9] It is adopted as soon as more than half of those here who may write it say yes.
 */
function propose(state: Meeting, context: Context): Result<MeetingEvent[]> {
  const away = sessionProblem(state);
  if (away) return refused(away);
  if (state.agenda.version === 0) return refused('agenda_not_adopted');
  if (context.actor.kind !== 'person') return refused('not_allowed');
  const items = itemsOf(state, context);
  if (!items.ok) return items;
  const { personId: by } = context.actor;
  const standing = state.agenda.proposal;
  if (standing && sameItems(standing.items, needed(context, 'agenda'))) return refused('nothing_changes');
  const proposalId = context.newId();
  const proposed: MeetingEvent = { type: 'agenda.proposed', proposalId, items: items.value, by };
  const alone = isEnough(state, [by]) ? [adopted(state, items.value)] : [];
  return ok([proposed, ...alone]);
}

function answer(
  state: Meeting,
  { proposalId, yes }: Extract<AgendaCommand, { type: 'agenda.answer' }>,
  { actor }: Context,
): Result<MeetingEvent[]> {
  const away = sessionProblem(state);
  if (away) return refused(away);
  const { proposal } = state.agenda;
  if (proposal?.id !== proposalId) return refused('proposal_over');
  if (actor.kind !== 'person') return refused('not_allowed');
  const { personId } = actor;
  if ((yes ? proposal.yes : proposal.no).includes(personId)) return refused('nothing_changes');
  const answered: MeetingEvent = { type: 'agenda.answered', proposalId, personId, yes };
  const agreed = yes && isEnough(state, [...proposal.yes, personId]);
  return ok([answered, ...(agreed ? [adopted(state, proposal.items)] : [])]);
}

/** [A9] Also adopted when it has stood for a minute and nobody who may still write it says no. */
function adoptChange(state: Meeting, { now }: Context): Result<MeetingEvent[]> {
  const { proposal } = state.agenda;
  if (!proposal) return refused('agenda_needs_yes');
  const opposed = proposal.no.some((id) => mayDo(state, id, 'agenda'));
  const stands = !opposed && now >= proposal.at + limits.agendaStandsMs;
  return stands || isEnough(state, proposal.yes)
    ? ok([adopted(state, proposal.items)])
    : refused('agenda_needs_yes');
}

/** [A8] Its proposer takes it back, or whoever runs the meeting. */
function withdraw(state: Meeting, proposalId: Id, { actor }: Context): Result<MeetingEvent[]> {
  const { proposal } = state.agenda;
  if (proposal?.id !== proposalId) return refused('proposal_over');
  const may =
    actor.kind === 'person' && (actor.personId === proposal.by || mayDo(state, actor.personId, 'run'));
  return may ? ok([{ type: 'agenda.withdrawn', proposalId }]) : refused('not_allowed');
}

/** More than half of those who have signed in and may write the agenda. */
function isEnough(state: Meeting, yes: readonly Id[]): boolean {
  const here = agendaWritersHere(state);
  return 2 * here.filter((id) => yes.includes(id)).length > here.length;
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
  const papers = draft.papers.map(({ title, url }) => ({ title, url }));
  return { ...draft, title: draft.title.trim(), presenter, papers };
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
        (textOf(item.presenter) ?? draft.presenter) === draft.presenter &&
        samePapers(item.papers, draft.papers)
      );
    })
  );
}

function samePapers(a: AgendaItem['papers'], b: AgendaItemDraft['papers']): boolean {
  return a.length === b.length && a.every((paper, index) => isSame(paper, b[index]));
}

function isSame(a: AgendaItem['papers'][number], b: AgendaItem['papers'][number] | undefined): boolean {
  return a.title === b?.title && a.url === b.url;
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
